"""Strings of the page language, alone and in arrays with shifts between them."""

import re
from collections.abc import Iterator

STRING = rb"\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\)|<[0-9A-Fa-f\s]*>"
_WIDE = -300.0  # thousandths of the size: signs of another font may be drawn into such a gap
NUMBER = rb"[-+]?(?:\d+\.?\d*|\.\d+)"
_IN_ARRAY = re.compile(rb"(" + STRING + rb")|(" + NUMBER + rb")", re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|.))", re.DOTALL)
_LETTERS = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r": b"",
    b"\r\n": b"",
}


def taken_apart(operand: bytes) -> list[tuple[bytes, float]]:
    """A string, or an array of strings and shifts, cut at wide gaps: bytes, and the sum of the shifts with them."""
    if not operand.startswith(b"["):
        return [(_bytes(operand), 0.0)]
    pieces: list[tuple[bytes, float]] = []
    strings, shifts = b"", 0.0
    for string, shift in _elements(operand):
        strings += string
        shifts += shift
        if shift < _WIDE:
            pieces.append((strings, shifts))
            strings, shifts = b"", 0.0
    return [*pieces, (strings, shifts)]


def _elements(operand: bytes) -> Iterator[tuple[bytes, float]]:
    if b"(" in operand:
        for string, shift in _IN_ARRAY.findall(operand):
            yield (b"", float(shift)) if shift else (_bytes(string), 0.0)
        return
    head, *pieces = operand[1:-1].split(b"<")  # what LibreOffice writes: [<0102>-3<0304>]
    yield b"", sum(map(float, head.split()))
    for piece in pieces:
        digits, _, after = piece.partition(b">")
        yield bytes.fromhex(digits.decode()), float(after) if after else 0.0


def _bytes(string: bytes) -> bytes:
    if string.startswith(b"<"):
        digits = b"".join(string[1:-1].split()).decode()
        return bytes.fromhex(digits + "0" * (len(digits) % 2))
    return _ESCAPE.sub(_unescaped, string[1:-1])


def _unescaped(match: re.Match[bytes]) -> bytes:
    if match[1]:
        return bytes([int(match[1], 8) & 0xFF])
    return _LETTERS.get(match[2], match[2])
