"""Fonts in the order in which the text uses them.

LibreOffice writes the embedded fonts of a PDF in the order of their addresses in memory, which is that of the fonts installed: the
same document gets other bytes on another computer. Each font is a run of neighbouring objects, the last of which the
table of fonts («/F1 165 0 R/F2 170 0 R») names; the runs are put into the order of the table and numbered anew.
"""

import re
from typing import NamedTuple

from docgen.publish.edits import TABLE, Edit, applied

_FONTS = re.compile(rb"\n(\d+) 0 obj\n<<((?:/F\d+ \d+ 0 R\s*)+)>>\nendobj")
_FONT = re.compile(rb"(/F\d+ )(\d+)( 0 R)")
_FILE = re.compile(rb"/FontFile\d? (\d+) 0 R")
_NUMBER = re.compile(rb"\b(\d+)( 0 (?:R|obj)\b)")
_PLACE = 20  # bytes of an entry in the table of places


class _Object(NamedTuple):
    """An object of the file: its number and all its bytes."""

    number: int
    content: bytes

    @property
    def head(self) -> bytes:
        """What stands before a stream: only there are numbers of other objects."""
        return self.content.partition(b"stream")[0]

    def renumbered(self, numbers: dict[int, int]) -> "_Object":
        """The same object where others stand in other places."""
        head = _NUMBER.sub(lambda one: b"%d%s" % (numbers.get(int(one[1]), int(one[1])), one[2]), self.head)
        return _Object(numbers[self.number], head + self.content[len(self.head) :])


def fonts_in_order(pdf: bytes) -> bytes:
    """The same PDF with its fonts in the order of their use; the same bytes if they are not where LibreOffice puts them."""
    places, table = TABLE.search(pdf), _FONTS.search(pdf)
    if places is None or table is None:
        return pdf
    used = [int(font[2]) for font in _FONT.finditer(table[2])]
    objects = _objects(pdf, places, int(table[1]))
    runs = _runs(objects, used)
    if not runs or used == sorted(used):
        return pdf
    ordered = [one for number in used for one in runs[number]]
    first = min(one.number for one in ordered)
    numbers = {one.number: first + at for at, one in enumerate(ordered)}
    start = _offset(pdf, places, first)
    moved = [one.renumbered(numbers) for one in ordered]
    named = _FONT.sub(lambda font: b"%s%d%s" % (font[1], numbers[int(font[2])], font[3]), table[2])
    edits = [
        Edit(start, table.start() + 1, b"".join(one.content for one in moved)),
        Edit(*table.span(2), named),
    ]
    return _placed(applied(pdf, edits), moved, start)


def _placed(pdf: bytes, objects: list[_Object], start: int) -> bytes:
    """With the places of objects that follow one another from ``start`` on."""
    places = TABLE.search(pdf)
    if places is None:
        raise ValueError("the PDF has no plain table of places")
    changed = bytearray(pdf)
    for one in objects:
        seat = places.start(1) + _PLACE * one.number
        changed[seat : seat + 10] = b"%010d" % start
        start += len(one.content)
    return bytes(changed)


def _offset(pdf: bytes, places: re.Match[bytes], number: int) -> int:
    seat = places.start(1) + _PLACE * number
    return int(pdf[seat : seat + 10])


def _objects(pdf: bytes, places: re.Match[bytes], table: int) -> dict[int, _Object]:
    """The objects between the file of the first font and the table of fonts, if they follow one another in the file."""
    descriptors = [int(one[1]) for one in _FILE.finditer(pdf)]
    if not descriptors or not 0 < min(descriptors) < table <= len(places[1]) // _PLACE - 1:
        return {}
    numbers = range(min(descriptors), table + 1)
    offsets = [_offset(pdf, places, number) for number in numbers]
    if offsets != sorted(offsets):
        return {}
    return {
        number: _Object(number, pdf[start:end])
        for number, start, end in zip(numbers, offsets, offsets[1:], strict=False)
    }


def _runs(objects: dict[int, _Object], used: list[int]) -> dict[int, list[_Object]]:
    """The objects of each font by the number of the last, which is the font itself; nothing if they are not just these."""
    runs: dict[int, list[_Object]] = {}
    run: list[_Object] = []
    for number, one in objects.items():
        run.append(one)
        if number in used:
            runs[number], run = run, []
    return runs if not run and len(runs) == len(set(used)) == len(used) else {}
