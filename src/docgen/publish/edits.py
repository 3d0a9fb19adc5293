"""Changes to the bytes of a finished PDF: pieces are replaced, and the table of places (xref) follows."""

import re
import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

TABLE = re.compile(rb"\nxref\s+0 \d+\s*?\n((?:\d{10} \d{5} [nf][ \r][\r\n])+)trailer")
_PLACE = re.compile(rb"(\d{10})( \d{5} n)")
_TABLE_START = re.compile(rb"startxref\s+(\d+)")


class Edit(NamedTuple):
    """Put ``new`` in the place of the bytes from ``start`` to ``end``."""

    start: int
    end: int
    new: bytes


class Stream(NamedTuple):
    """A compressed stream: what it holds, where it lies, and where its length is written."""

    data: bytes
    start: int
    end: int
    seat: tuple[int, int]

    def replaced(self, data: bytes) -> Iterator[Edit]:
        """The edits that put other data into it."""
        packed = zlib.compress(data)
        yield Edit(self.start, self.end, packed)
        yield Edit(*self.seat, b"%d" % len(packed))


def stream_after(pdf: bytes, head: re.Match[bytes]) -> Stream:
    """The stream whose head was matched: ``length``, or with ``apart`` the object that holds it."""
    length, seat = int(head["length"]), head.span("length")
    if head["apart"]:
        told = re.compile(rb"\n%s 0 obj\s+(\d+)\s+endobj" % head["length"])
        apart = told.search(pdf, head.end()) or told.search(pdf)  # most often right behind
        if apart is None:
            raise ValueError("the PDF does not say how long a stream is")
        length, seat = int(apart[1]), apart.span(1)
    start, end = head.end(), head.end() + length
    return Stream(zlib.decompress(pdf[start:end]), start, end, seat)


def applied(pdf: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes after the edits, with every place in the table shifted by what was edited before it."""
    ordered = sorted(edits)
    pieces, position = [], 0
    for edit in ordered:
        pieces += [pdf[position : edit.start], edit.new]
        position = edit.end
    changed = b"".join([*pieces, pdf[position:]])
    ends, shifts = [edit.end for edit in ordered], [0]
    for edit in ordered:
        shifts.append(shifts[-1] + len(edit.new) - (edit.end - edit.start))

    def moved(place: int) -> int:
        return place + shifts[bisect_right(ends, place)]

    return changed if not any(shifts) else _with_places(changed, moved)


def _with_places(pdf: bytes, moved: Callable[[int], int]) -> bytes:
    table = TABLE.search(pdf)
    if table is None:
        raise ValueError("the PDF has no plain table of places")
    places = _PLACE.sub(lambda place: b"%010d%s" % (moved(int(place[1])), place[2]), table[1])
    rest = _TABLE_START.sub(lambda start: b"startxref\n%d" % moved(int(start[1])), pdf[table.end(1) :])
    return pdf[: table.start(1)] + places + rest
