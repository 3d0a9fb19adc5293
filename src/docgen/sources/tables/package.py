"""An XLSX file looked at with suspicion, before any library opens it."""

import io
import re
import zipfile
import zlib

from docgen.sources.tables import problems as said
from docgen.sources.tables.refused import Refused

MAX_BYTES = 8 << 20
MAX_UNPACKED = 64 << 20
_MAX_PARTS = 1_000
_MAX_RATIO = 250
_SMALL = 1 << 20  # a part that is small when unpacked is no bomb, whatever its ratio

_ANCIENT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # OLE: the old .xls, and every book with a password
_DOCTYPE = re.compile(
    b"<!DOCTYPE|<!ENTITY|" + b"|".join(re.escape("<!DOCTYPE".encode(f"utf-16-{end}")) for end in ("le", "be"))
)
_BEFORE = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
_SAVE_AS = "сохраните в Excel как «Книга Excel (.xlsx)»"


def parts_of(data: bytes) -> dict[str, bytes]:
    """The XML parts of a book by name, unpacked; :class:`Refused` if it is anything but a plain one."""
    if data.startswith(_ANCIENT):
        raise Refused(
            said.WRONG_FORMAT, "файл в старом формате Excel или с паролем", f"снимите пароль и {_SAVE_AS}"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listing = archive.infolist()
            _check(listing)
            everything = {one.filename: archive.read(one) for one in listing}
            parts = {name: part for name, part in everything.items() if _is_xml(name, part)}
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        ValueError,
        OSError,
        EOFError,
    ) as error:
        raise Refused(
            said.WRONG_FORMAT, "файл повреждён или это не книга Excel", f"откройте его и {_SAVE_AS}"
        ) from error
    for name, content in parts.items():
        if _DOCTYPE.search(content):
            raise Refused(said.WRONG_FORMAT, f"в книге посторонняя разметка: часть «{name}»", _SAVE_AS)
    return parts


def _is_xml(name: str, part: bytes) -> bool:
    """By its name or by its first sign: what the book calls its texts may be named in any way."""
    return name.lower().endswith((".xml", ".rels", ".vml")) or part.lstrip(_BEFORE)[:1] == b"<"


def _check(listing: list[zipfile.ZipInfo]) -> None:
    names = [one.filename.lower().lstrip("/") for one in listing]
    if len(names) > _MAX_PARTS or sum(one.file_size for one in listing) > MAX_UNPACKED:
        limit = f"после распаковки больше {MAX_UNPACKED >> 20} МБ или {_MAX_PARTS} частей"
        raise Refused(said.TOO_BIG, limit, "оставьте в книге только нужные листы")
    if any(one.file_size > max(_SMALL, _MAX_RATIO * one.compress_size) for one in listing):
        raise Refused(said.TOO_BIG, "файл сжат подозрительно сильно", f"откройте его и {_SAVE_AS}")
    if len(set(names)) < len(names):
        raise Refused(said.WRONG_FORMAT, "в книге две части с одним именем", f"откройте её и {_SAVE_AS}")
    if any("vbaproject" in name for name in names):
        raise Refused(said.WRONG_FORMAT, "в книге есть макросы", _SAVE_AS)
    if any(one.flag_bits & 1 for one in listing):
        raise Refused(said.WRONG_FORMAT, "книга защищена паролем", f"снимите пароль и {_SAVE_AS}")
