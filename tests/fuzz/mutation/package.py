"""Spoiling a file that is a zip of XML parts: the parts, their names and the zip itself."""

import io
import re
import struct
import zipfile
from functools import lru_cache
from random import Random
from zlib import crc32

from tests.fuzz.mutation import markup, plain

Parts = list[tuple[str, bytes]]
_NAMES = (
    "../../x",
    "/etc/passwd",
    "word\\document.xml",
    "WORD/document.xml",
    "",
    "x/",
    "a" * 300,
    "ё.xml",
    "\ud83d",
    "word/media/x.svg",
)
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_XML = (".xml", ".rels", ".vml", ".svg")


@lru_cache(maxsize=4096)
def parts_of(data: bytes) -> tuple[tuple[str, bytes], ...]:
    """The parts of a seed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return tuple((name, archive.read(name)) for name in archive.namelist())


def spoilt(data: bytes, chance: Random, others: list[bytes]) -> bytes:
    """Mostly one or two parts changed as XML; sometimes the list of parts, sometimes the packed bytes."""
    parts = list(parts_of(data))
    way = chance.random()
    if way < 0.05:
        return plain.spoilt(data, chance, others)
    if way < 0.2:
        _change_list(parts, chance, others)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        _change_part(parts, chance, others)
    return _with_lies(zipped(parts), chance) if chance.random() < 0.05 else zipped(parts)


def _change_part(parts: Parts, chance: Random, others: list[bytes]) -> None:
    if not parts:
        return
    # The larger a part, the likelier it is the one: most of what can go wrong is in the text itself.
    at = chance.choices(range(len(parts)), [min(len(data), 4000) + 200 for _, data in parts])[0]
    name, content = parts[at]
    foreign = [data for seed in (chance.choice(others),) for other, data in parts_of(seed) if other == name]
    if name.endswith(_XML):
        parts[at] = name, markup.spoilt(content, chance, foreign or [content])
    else:
        parts[at] = name, plain.spoilt(content, chance, [content])


def _change_list(parts: Parts, chance: Random, others: list[bytes]) -> None:
    at = chance.randrange(len(parts))
    way = chance.randrange(5)
    if way == 0:
        del parts[at]
    elif way == 1:
        parts.append(parts[at])
    elif way == 2:
        parts[at] = chance.choice(_NAMES), parts[at][1]
    elif way == 3:
        parts[at] = parts[at][0], chance.choice(parts)[1]
    else:
        parts.append(chance.choice(parts_of(chance.choice(others))))


def settled(data: bytes) -> bytes:
    """A seed without the moment at which it was made: the same seeds make the same mutants."""
    return zipped([(name, _MOMENT.sub(rb"\g<1>2026-01-01T00:00:00Z", part)) for name, part in parts_of(data)])


def zipped(parts: Parts) -> bytes:
    """A zip of stored parts, written by hand: twins and odd names are what is wanted, and packing costs time."""
    body, listing = bytearray(), bytearray()
    for name, data in parts:
        raw = name.encode("utf-8", "surrogatepass")
        sizes = (crc32(data), len(data), len(data), len(raw), 0)
        listing += (
            struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0x800, 0, 0, 33, *sizes, 0, 0, 0, 0, len(body))
            + raw
        )
        body += struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0x800, 0, 0, 33, *sizes) + raw + data
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, len(parts), len(parts), len(listing), len(body), 0)
    return bytes(body + listing + end)


def _with_lies(data: bytes, chance: Random) -> bytes:
    """Other numbers in the list of parts: sizes, sums, methods, flags, places."""
    changed = bytearray(data)
    start = changed.rfind(b"PK\1\2")
    at = (max(start, 0)) + chance.randrange(4, 46)
    changed[at : at + 1] = bytes([chance.choice((0, 1, 8, 9, 12, 14, 0x7F, 0xFF))])
    return bytes(changed[: len(data)])
