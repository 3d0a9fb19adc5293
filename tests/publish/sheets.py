"""PDF files drawn by hand: pages of lines, for the rules that look at pages."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    RectangleObject,
    StreamObject,
)

MM = 72 / 25.4
_CLAIM = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><pdfaid:part>2</pdfaid:part></x:xmpmeta>'


@dataclass(frozen=True)
class Sheet:
    """A page: an optional number at the top, then lines from above to below (``None`` skips a line)."""

    lines: Sequence[str | None] = ()
    number: str = ""
    size: tuple[float, float] = (210, 297)
    font: str = "AAAAAA+LiberationSerif"
    embedded: bool = True
    picture: bool = False
    lists_picture: bool = False
    also: bytes = field(default=b"", repr=False)

    def content(self) -> bytes:
        """What the page draws."""
        height = self.size[1] * MM
        texts = [(self.number, height - 15 * MM)] if self.number else []
        texts += [
            (line, height - 30 * MM - 18 * row) for row, line in enumerate(self.lines) if line is not None
        ]
        drawn = [f"BT /F1 14 Tf 85 {y:.2f} Td <{text.encode('cp1251').hex()}> Tj ET" for text, y in texts]
        return "\n".join([*drawn, "/I1 Do"] if self.picture else drawn).encode() + self.also


def pdf(*sheets: Sheet, claimed: bool = True) -> bytes:
    """The file of these pages."""
    writer = PdfWriter()
    for sheet in sheets:
        page = writer.add_blank_page(sheet.size[0] * MM, sheet.size[1] * MM)
        resources = DictionaryObject({NameObject("/Font"): _named("F1", _font(writer, sheet))})
        if sheet.picture or sheet.lists_picture:
            resources[NameObject("/XObject")] = _named(
                "I1", writer._add_object(_stream(b"", Subtype="/Image"))
            )
        page[NameObject("/Resources")] = resources
        page[NameObject("/Contents")] = writer._add_object(_stream(sheet.content()))
        page[NameObject("/MediaBox")] = RectangleObject((0, 0, sheet.size[0] * MM, sheet.size[1] * MM))
    if claimed:
        writer.root_object[NameObject("/Metadata")] = writer._add_object(_stream(_CLAIM, Subtype="/XML"))
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _font(writer: PdfWriter, sheet: Sheet) -> DictionaryObject:
    descriptor = DictionaryObject({NameObject("/Type"): NameObject("/FontDescriptor")})
    if sheet.embedded:
        descriptor[NameObject("/FontFile2")] = writer._add_object(_stream(b"font"))
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/TrueType"),
            NameObject("/BaseFont"): NameObject(f"/{sheet.font}"),
            NameObject("/FirstChar"): NumberObject(0),
            NameObject("/Widths"): ArrayObject(FloatObject(500) for _ in range(256)),
            NameObject("/FontDescriptor"): writer._add_object(descriptor),
        }
    )


def _named(name: str, thing: object) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{name}"): thing})


def _stream(data: bytes, **entries: str) -> StreamObject:
    stream = StreamObject()
    stream.set_data(data)
    stream.update({NameObject(f"/{key}"): NameObject(value) for key, value in entries.items()})
    return stream


def body(count: int = 5) -> list[str]:
    """Ordinary lines."""
    return [f"Строка текста номер {number}" for number in range(count)]


def numbered(pages: Iterable[Sequence[str | None]]) -> list[Sheet]:
    """Pages with the numbers that they should have."""
    return [Sheet(lines, str(number) if number > 1 else "") for number, lines in enumerate(pages, 1)]
