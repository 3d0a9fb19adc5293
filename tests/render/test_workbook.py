"""Excel books are valid by the letter of the standard, and the same content gives the same bytes."""

import io
import zipfile

from lxml import etree

from docgen.render.spreadsheet import Filled, Head, spreadsheet
from docgen.render.workbook import Column, Sheet, workbook

EMPTY = workbook([Sheet("Меры", "Таблица 1", (Column("Мера", "что сделать", ("а", "б")), Column("Сумма")))])
FULL = spreadsheet(
    [Filled("Меры", "Таблица 1", (Head("Мера"), Head("Сумма", 14, 1)), (("а", 1), ("=1+1", 2)), 1)], "Меры"
)
# ECMA-376, part 1, 18.8.22; Excel is content with any order, validators are not
ORDER = ["b", "i", "strike", "u", "vertAlign", "sz", "color", "name", "family", "charset", "scheme"]


def _fonts(book: bytes) -> list[list[str]]:
    styles = etree.fromstring(zipfile.ZipFile(io.BytesIO(book)).read("xl/styles.xml"))
    return [[etree.QName(part).localname for part in font] for font in styles.iter("{*}font")]


def test_fonts_are_described_in_the_order_of_the_standard() -> None:
    for book in (EMPTY, FULL):
        fonts = _fonts(book)
        assert len(fonts) >= 3
        assert fonts == [sorted(font, key=ORDER.index) for font in fonts]


def test_the_same_sheets_give_the_same_bytes() -> None:
    again = workbook(
        [Sheet("Меры", "Таблица 1", (Column("Мера", "что сделать", ("а", "б")), Column("Сумма")))]
    )
    assert again == EMPTY
