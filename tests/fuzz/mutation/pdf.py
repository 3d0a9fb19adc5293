"""Spoiling a PDF: names, numbers and references of its objects, its streams unpacked, its table of places."""

import re
import zlib
from functools import lru_cache
from random import Random

from tests.fuzz.mutation import plain

_TOKEN = re.compile(
    rb"/[\w#.+-]+|\d+ \d+ R|-?\d+\.?\d*|<<|>>|\[|\]|\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f]*>|\b[A-Za-z*']{1,12}\b"
)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_WORDS = (b"/Type", b"/Pages", b"/Page", b"/Kids", b"/Parent", b"/Count", b"/Length", b"/Filter", b"/FlateDecode", b"/Encrypt", b"/Root",
          b"/Prev", b"/XRefStm", b"/ObjStm", b"/First", b"/Font", b"/ToUnicode", b"/Encoding", b"/AcroForm", b"/Sig", b"/Annots", b"/JS",
          b"/OpenAction", b"/MediaBox", b"/Contents", b"/Resources", b"/Names", b"/EmbeddedFiles", b"/Metadata", b"/W", b"/Index")  # fmt: skip
_NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"65536",
    b"2147483647",
    b"4294967296",
    b"-99999999999",
    b"1e9",
    b"0.0000001",
    b"9" * 60,
)
_OTHER = (
    b"<<",
    b">>",
    b"[",
    b"]",
    b"null",
    b"true",
    b"()",
    b"(\\377\\376)",
    b"<FEFF202E>",
    b"endobj",
    b"stream",
    b"1 0 R",
    b"9999 0 R",
)


def spoilt(data: bytes, chance: Random, others: list[bytes]) -> bytes:
    """A few tokens changed, sometimes in a stream that was unpacked for it; sometimes just bytes."""
    if chance.random() < 0.2:
        return plain.spoilt(data, chance, others)
    if chance.random() < 0.4:
        data = _with_open_stream(data, chance)
    places = _tokens(data)
    changed = data
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        if places:
            start, end = chance.choice(places)
            if end <= len(changed):
                changed = changed[:start] + _instead(changed[start:end], chance) + changed[end:]
    return changed


@lru_cache(maxsize=512)
def _tokens(data: bytes) -> tuple[tuple[int, int], ...]:
    """The tokens outside of packed streams; whole objects are left to chance."""
    packed = [match.span(1) for match in _STREAM.finditer(data) if not _is_plain(match[1])]
    found: list[tuple[int, int]] = []
    edge = 0
    for start, end in [*packed, (len(data), len(data))]:
        found += [token.span() for token in _TOKEN.finditer(data, edge, start)]
        edge = end
    return tuple(found)


def _is_plain(stream: bytes) -> bool:
    return all(byte < 127 for byte in stream[:64])


def _instead(token: bytes, chance: Random) -> bytes:
    way = chance.random()
    if way < 0.1:
        return b""
    if way < 0.2:
        return token + b" " + token * chance.choice((1, 3, 200))
    if token.endswith(b" R"):
        return b"%d 0 R" % chance.randint(0, 30)
    if token[:1] == b"/":
        return chance.choice(_WORDS)
    if token[:1].isdigit() or token[:1] == b"-":
        return chance.choice(_NUMBERS) if way < 0.7 else b"%d" % chance.randint(0, 70_000)
    return chance.choice(_OTHER + _WORDS)


def _with_open_stream(data: bytes, chance: Random) -> bytes:
    """One packed stream as it reads, its filter taken away as far as one can without parsing."""
    streams = _streams(data)
    if not streams:
        return data
    start, end, content = chance.choice(streams)
    head = data.rfind(b"obj", 0, start)
    said = data[head:start].replace(b"/FlateDecode", b"", 1).replace(b"/Filter", b"", 1)
    said = re.sub(rb"/Length \d+(?! \d+ R)", b"/Length %d" % len(content), said, count=1)
    return data[:head] + said + content + data[end:]


@lru_cache(maxsize=64)
def _streams(data: bytes) -> tuple[tuple[int, int, bytes], ...]:
    found = []
    for match in _STREAM.finditer(data):
        try:
            content = zlib.decompressobj().decompress(match[1], 200_000)
        except zlib.error:
            continue
        found.append((*match.span(1), content))
    return tuple(found)
