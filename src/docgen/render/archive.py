"""A DOCX file as a zip: read with suspicion, written reproducibly.

Reading keeps the compressed bytes, so that a part which never changes is copied and not packed again.
Writing puts fixed dates and the given order into the zip: same parts, same bytes.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

MAX_ENTRIES = 2_000
MAX_PART = 32 << 20
MAX_TOTAL = 64 << 20
MAX_RATIO = 250
_LEVEL = 3  # twice as fast as the usual 6 for some per cent of size
_SMALL = 1 << 20  # a part that is small when unpacked is no bomb, whatever its ratio
_DEFLATED = 8
_DATE, _TIME = (1 << 5) | 1, 0  # 1980-01-01 00:00, the earliest a zip can say
_VERSION, _UTF8 = 20, 0x800
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5HL")
_OFFSET = struct.Struct("<L")
_END = struct.Struct("<4s4H2LH")


class UnsafeArchive(ValueError):  # noqa: N818 - a finding, not a failure
    """The file is no plain DOCX; the text is one Russian sentence."""


@dataclass(frozen=True)
class Entry:
    """One file of a zip, packed: what is needed to write it again without unpacking it."""

    name: str
    method: int
    crc: int
    packed: bytes
    size: int

    @cached_property
    def headers(self) -> tuple[bytes, bytes, bytes]:
        """What stands before the bytes, and what the list at the end says, before and after the offset."""
        name = self.name.encode()
        flags = 0 if self.name.isascii() else _UTF8
        what = (self.method, _TIME, _DATE, self.crc, len(self.packed), self.size, len(name), 0)
        local = _LOCAL.pack(b"PK\3\4", _VERSION, flags, *what) + name
        listed = _CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, flags, *what, 0, 0, 0, 0)
        return local, listed, name

    def content(self) -> bytes:
        """The unpacked bytes, never more than the caps allow."""
        content = self.packed
        if self.method == _DEFLATED:
            unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
            try:
                content = unpacker.decompress(self.packed, MAX_PART + 1)
            except zlib.error as error:
                raise UnsafeArchive(f"часть «{self.name}» испорчена") from error
        if len(content) > MAX_PART:
            raise UnsafeArchive(f"часть «{self.name}» слишком велика")
        if zlib.crc32(content) != self.crc or len(content) != self.size:
            raise UnsafeArchive(f"часть «{self.name}» испорчена")
        return content


def read(content: bytes) -> dict[str, Entry]:
    """The parts of a DOCX by name, or :class:`UnsafeArchive`."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            listing = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise UnsafeArchive("это не файл DOCX") from error
    _check_listing(listing)
    if sum(one.compress_size for one in listing) > len(content):
        raise UnsafeArchive("части файла лежат одна на другой")
    return {one.filename: _entry(content, one) for one in listing if not one.is_dir()}


def _check_listing(listing: list[zipfile.ZipInfo]) -> None:
    if len(listing) > MAX_ENTRIES:
        raise UnsafeArchive(f"в файле больше {MAX_ENTRIES} частей")
    seen: set[str] = set()
    for one in listing:
        if one.filename.casefold() in seen:
            raise UnsafeArchive(f"часть «{one.filename}» повторяется")
        seen.add(one.filename.casefold())
        if not one.filename or one.filename.startswith(("/", "\\")) or ".." in one.filename.split("/"):
            raise UnsafeArchive(f"имя части «{one.filename}» ведёт за пределы файла")
        if one.flag_bits & 1:
            raise UnsafeArchive("файл зашифрован")
        if one.compress_type not in (0, _DEFLATED):
            raise UnsafeArchive(f"часть «{one.filename}» сжата неизвестным способом")
        if one.file_size > max(_SMALL, MAX_RATIO * one.compress_size):
            raise UnsafeArchive(f"часть «{one.filename}» сжата подозрительно сильно")
    if sum(one.file_size for one in listing) > MAX_TOTAL:
        raise UnsafeArchive(f"в распакованном виде файл больше {MAX_TOTAL >> 20} МБ")


def _entry(content: bytes, one: zipfile.ZipInfo) -> Entry:
    header = content[one.header_offset : one.header_offset + _LOCAL.size]
    if len(header) < _LOCAL.size or header[:4] != b"PK\3\4":
        raise UnsafeArchive(f"часть «{one.filename}» испорчена")
    *_, name_length, extra_length = _LOCAL.unpack(header)
    start = one.header_offset + _LOCAL.size + name_length + extra_length
    packed = content[start : start + one.compress_size]
    if len(packed) != one.compress_size:
        raise UnsafeArchive(f"часть «{one.filename}» испорчена")
    return Entry(one.filename, one.compress_type, one.CRC, packed, one.file_size)


def _deflate_with_zlib(content: bytes) -> bytes:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


def _best_deflate() -> Callable[[bytes], bytes]:
    try:
        from isal import isal_zlib
    except ImportError:
        return _deflate_with_zlib

    def deflate(content: bytes) -> bytes:
        packer = isal_zlib.compressobj(2, isal_zlib.DEFLATED, -15)
        return bytes(packer.compress(content) + packer.flush())

    return deflate


_deflate = _best_deflate()


def pack(name: str, content: bytes) -> Entry:
    """Pack a part."""
    return Entry(name, _DEFLATED, zlib.crc32(content), _deflate(content), len(content))


def write(entries: Iterable[Entry]) -> bytes:
    """The zip file of the entries, in their order."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for one in entries:
        local, listed, name = one.headers
        directory += (listed, _OFFSET.pack(offset), name)
        body += (local, one.packed)
        offset += len(local) + len(one.packed)
    number = len(body) // 2
    listing = b"".join(directory)
    body += (listing, _END.pack(b"PK\5\6", 0, 0, number, number, len(listing), offset, 0))
    return b"".join(body)


def in_order(names: Iterable[str]) -> list[str]:
    """The order in which parts are written: the list of types and the root relations first, then by name."""
    return sorted(names, key=lambda name: (name != "[Content_Types].xml", name != "_rels/.rels", name))
