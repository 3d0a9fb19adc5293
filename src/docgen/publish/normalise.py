"""Same document, same bytes: what LibreOffice takes from the clock is replaced in a finished PDF.

Dates of the document information and of the XMP packet, the file's identity and checksum, and the date hidden
in the compressed colour profile change with every export. They are cut out and replaced, and the table of
places (xref) is shifted accordingly; nothing else is touched, so the file stays the PDF/A that it was.
"""

import hashlib
import io
import re
import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import NamedTuple

_INFO_DATE = re.compile(rb"/(?:CreationDate|ModDate)\s*\((D:[^)]*)\)")
_XMP = re.compile(
    rb"<<(?=[^>]*/Subtype\s*/XML)[^>]*/Length\s+(\d+)[^>]*>>\s*stream\r?\n(<\?xpacket.*?<\?xpacket end=[^>]*\?>)",
    re.DOTALL,
)
_XMP_DATE = re.compile(rb"(<xmp:(CreateDate|ModifyDate|MetadataDate)>)[^<]*(</xmp:\2>)")
_ICC = re.compile(
    rb"<<(?=[^>]*/N\s+\d)(?=[^>]*/FlateDecode)[^>]*/Length\s+(\d+)(?P<apart> 0 R)?[^>]*>>\s*stream\r?\n"
)
_ICC_DATE, _ICC_SIGNATURE = slice(24, 36), slice(36, 40)
_IDENTITY = re.compile(rb"/ID\s*\[\s*<([0-9A-Fa-f]{32})>\s*<([0-9A-Fa-f]{32})>\s*\]")
_CHECKSUM = re.compile(rb"/DocChecksum\s*/([0-9A-F]{32})")
_TABLE = re.compile(rb"\nxref\s+0 \d+\s*?\n((?:\d{10} \d{5} [nf][ \r][\r\n])+)trailer")
_PLACE = re.compile(rb"(\d{10})( \d{5} n)")
_TABLE_START = re.compile(rb"startxref\s+(\d+)")


class _Edit(NamedTuple):
    """Put ``new`` in the place of the bytes from ``start`` to ``end``."""

    start: int
    end: int
    new: bytes


def normalise(pdf: bytes, created: datetime) -> bytes:
    """The same PDF with ``created`` for every date, and an identity that follows from the content alone."""
    moment = created.astimezone(UTC) if created.tzinfo else created.replace(tzinfo=UTC)
    if _TABLE.search(pdf) is None:  # a compressed table of places, as newer LibreOffice writes
        pdf = _with_plain_table(pdf, moment)
    edits = sorted([*_dates(pdf, moment), *_metadata(pdf, moment), *_colours(pdf, moment)])
    return _identified(_applied(pdf, edits))


def _dates(pdf: bytes, moment: datetime) -> Iterator[_Edit]:
    for date in _INFO_DATE.finditer(pdf):
        yield _Edit(*date.span(1), _info_date(moment).encode())


def _info_date(moment: datetime) -> str:
    return moment.strftime("D:%Y%m%d%H%M%SZ")


def _metadata(pdf: bytes, moment: datetime) -> Iterator[_Edit]:
    text = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    for packet in _XMP.finditer(pdf):
        old = packet[2]
        new = _XMP_DATE.sub(rb"\g<1>" + text + rb"\g<3>", old)
        yield _Edit(*packet.span(1), b"%d" % (int(packet[1]) + len(new) - len(old)))
        yield _Edit(*packet.span(2), new)


def _colours(pdf: bytes, moment: datetime) -> Iterator[_Edit]:
    fields = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    for profile in _ICC.finditer(pdf):
        length, seat = _length(pdf, profile)
        end = profile.end() + length
        data = bytearray(zlib.decompress(pdf[profile.end() : end]))
        if data[_ICC_SIGNATURE] != b"acsp":
            continue
        data[_ICC_DATE] = b"".join(field.to_bytes(2, "big") for field in fields)
        new = zlib.compress(bytes(data), 9)
        yield _Edit(profile.end(), end, new)
        yield _Edit(*seat, b"%d" % len(new))


def _length(pdf: bytes, stream: re.Match[bytes]) -> tuple[int, tuple[int, int]]:
    """How long a stream is, and where that is written: in its head, or in an object apart."""
    if not stream["apart"]:
        return int(stream[1]), stream.span(1)
    apart = re.search(rb"\n%s 0 obj\s+(\d+)\s+endobj" % stream[1], pdf)
    if apart is None:
        raise ValueError("the PDF does not say how long its colour profile is")
    return int(apart[1]), apart.span(1)


def _applied(pdf: bytes, edits: list[_Edit]) -> bytes:
    """The bytes after the edits, with every place in the table shifted by what was edited before it."""
    pieces, position = [], 0
    for edit in edits:
        pieces += [pdf[position : edit.start], edit.new]
        position = edit.end
    changed = b"".join([*pieces, pdf[position:]])
    ends, shifts = [edit.end for edit in edits], [0]
    for edit in edits:
        shifts.append(shifts[-1] + len(edit.new) - (edit.end - edit.start))

    def moved(place: int) -> int:
        return place + shifts[bisect_right(ends, place)]

    return changed if not any(shifts) else _with_places(changed, moved)


def _with_places(pdf: bytes, moved: Callable[[int], int]) -> bytes:
    table = _TABLE.search(pdf)
    if table is None:
        raise ValueError("the PDF has no plain table of places")
    places = _PLACE.sub(lambda place: b"%010d%s" % (moved(int(place[1])), place[2]), table[1])
    rest = _TABLE_START.sub(lambda start: b"startxref\n%d" % moved(int(start[1])), pdf[table.end(1) :])
    return pdf[: table.start(1)] + places + rest


def _with_plain_table(pdf: bytes, moment: datetime) -> bytes:
    from pypdf import PdfWriter  # slow to import, and rarely needed

    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    writer.pdf_header = "%PDF-1.7"
    dates = {
        name: _info_date(moment) for name in ("/CreationDate", "/ModDate") if name in (writer.metadata or {})
    }
    writer.add_metadata(dates)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _identified(pdf: bytes) -> bytes:
    """Identity and checksum from the content: the same document has them, any other has not."""
    seats = [match.span(1) for match in _CHECKSUM.finditer(pdf)]
    for match in _IDENTITY.finditer(pdf):
        seats += [match.span(1), match.span(2)]
    blank = bytearray(pdf)
    for start, end in seats:
        blank[start:end] = b"0" * (end - start)
    identity = hashlib.sha256(blank).hexdigest()[:32].upper().encode()
    for start, end in seats:
        blank[start:end] = identity
    return bytes(blank)
