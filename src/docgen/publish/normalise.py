"""Same document, same bytes: what LibreOffice takes from the clock is replaced in a finished PDF.

Dates of the document information and of the XMP packet, the file's identity and checksum, and the date hidden
in the compressed colour profile change with every export, the order of the fonts with the computer. They are cut out and
replaced, and the table of places (xref) is shifted accordingly; beside that only what keeps the file from being PDF/UA is mended (``accessible``).
"""

import hashlib
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime

from docgen.publish.accessible import accessible, described
from docgen.publish.edits import TABLE, Edit, applied, stream_after
from docgen.publish.font_order import fonts_in_order

_INFO_DATE = re.compile(rb"/(?:CreationDate|ModDate)\s*\((D:[^)]*)\)")
_XMP = re.compile(
    rb"<<(?=[^>]*/Subtype\s*/XML)[^>]*/Length\s+(\d+)[^>]*>>\s*stream\r?\n(<\?xpacket.*?<\?xpacket end=[^>]*\?>)",
    re.DOTALL,
)
_XMP_DATE = re.compile(rb"(<xmp:(CreateDate|ModifyDate|MetadataDate)>)[^<]*(</xmp:\2>)")
_ICC = re.compile(
    rb"<<(?=[^>]*/N\s+\d)(?=[^>]*/FlateDecode)[^>]*/Length\s+(?P<length>\d+)(?P<apart> 0 R)?[^>]*>>\s*stream\r?\n"
)
_ICC_DATE, _ICC_SIGNATURE = slice(24, 36), slice(36, 40)
_IDENTITY = re.compile(rb"/ID\s*\[\s*<([0-9A-Fa-f]{32})>\s*<([0-9A-Fa-f]{32})>\s*\]")
_CHECKSUM = re.compile(rb"/DocChecksum\s*/([0-9A-F]{32})")


def normalise(pdf: bytes, created: datetime) -> bytes:
    """The same PDF with ``created`` for every date, and an identity that follows from the content alone."""
    moment = created.astimezone(UTC) if created.tzinfo else created.replace(tzinfo=UTC)
    if TABLE.search(pdf) is None:  # a compressed table of places, as newer LibreOffice writes
        pdf = _with_plain_table(pdf, moment)
    pdf = fonts_in_order(pdf)
    edits = [*_dates(pdf, moment), *_metadata(pdf, moment), *_colours(pdf, moment), *accessible(pdf)]
    return _identified(applied(pdf, edits))


def _dates(pdf: bytes, moment: datetime) -> Iterator[Edit]:
    for date in _INFO_DATE.finditer(pdf):
        yield Edit(*date.span(1), _info_date(moment).encode())


def _info_date(moment: datetime) -> str:
    return moment.strftime("D:%Y%m%d%H%M%SZ")


def _metadata(pdf: bytes, moment: datetime) -> Iterator[Edit]:
    text = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    for packet in _XMP.finditer(pdf):
        old = packet[2]
        new = described(_XMP_DATE.sub(rb"\g<1>" + text + rb"\g<3>", old))
        yield Edit(*packet.span(1), b"%d" % (int(packet[1]) + len(new) - len(old)))
        yield Edit(*packet.span(2), new)


def _colours(pdf: bytes, moment: datetime) -> Iterator[Edit]:
    fields = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    for profile in _ICC.finditer(pdf):
        stream = stream_after(pdf, profile)
        data = bytearray(stream.data)
        if data[_ICC_SIGNATURE] != b"acsp":
            continue
        data[_ICC_DATE] = b"".join(field.to_bytes(2, "big") for field in fields)
        yield from stream.replaced(bytes(data))


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
