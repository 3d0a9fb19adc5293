"""The fonts of a PDF stand in the order of their use, whatever order the computer put them in."""

import io
from collections.abc import Sequence

import pytest
from pypdf import PdfReader

from docgen.publish.font_order import fonts_in_order

USE = ("Serif-Bold", "Serif", "Symbol")


def _pdf(written: Sequence[str], blank: int = 0) -> bytes:
    """A PDF as LibreOffice writes it: five objects for each font, then the table of fonts; ``blank`` objects come before."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"]
    objects.append(b"<</Type/Page/Parent 2 0 R/Resources<</Font %d 0 R>>>>" % (4 + blank + 5 * len(written)))
    objects += [b"<<>>"] * blank
    numbers = {}
    for name in written:
        first = len(objects) + 1
        data = b"10 0 R and 4 0 obj in " + name.encode() * len(name)
        objects.append(b"<</Length %d 0 R>>\nstream\n%s\nendstream" % (first + 1, data))
        objects.append(b"%d" % len(data))
        objects.append(b"<</Type/FontDescriptor/FontFile2 %d 0 R\n>>" % first)
        objects.append(b"<</Length 4>>\nstream\nCMap\nendstream")
        objects.append(
            b"<</Type/Font/BaseFont/%s\n/FontDescriptor %d 0 R\n/ToUnicode %d 0 R\n>>"
            % (name.encode(), first + 2, first + 3)
        )
        numbers[name] = len(objects)
    named = b"".join(b"/F%d %d 0 R" % (at, numbers[name]) for at, name in enumerate(USE, 1))
    return _file([*objects, b"<<%s\n>>" % named])


def _file(objects: Sequence[bytes]) -> bytes:
    content, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        content += b"\n"
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(content) + 1)
    return content + b"\nxref\n0 %d\n%s" % (size, table) + end


def _fonts(pdf: bytes) -> dict[str, tuple[str, bytes]]:
    """The name and the file of every font."""
    fonts = PdfReader(io.BytesIO(pdf), strict=True).pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    return {
        key: (font["/BaseFont"], font["/FontDescriptor"]["/FontFile2"].get_data())
        for key, font in fonts.items()
    }


@pytest.mark.parametrize("blank", [0, 84, 90, 985])  # the last ones: numbers of two, three and four figures
@pytest.mark.parametrize("written", [("Serif", "Symbol", "Serif-Bold"), ("Symbol", "Serif-Bold", "Serif")])
def test_every_order_gives_the_same_bytes(written: Sequence[str], blank: int) -> None:
    usual, other = _pdf(USE, blank), _pdf(written, blank)
    assert usual != other
    assert fonts_in_order(usual) == usual
    assert fonts_in_order(other) == usual
    assert _fonts(usual) == _fonts(other)


def test_what_is_not_laid_out_so_stays_as_it_is() -> None:
    strange = _pdf(("Serif", "Symbol", "Serif-Bold")).replace(b"/FontFile2", b"/FontFileX")
    assert fonts_in_order(strange) == strange
    assert fonts_in_order(b"%PDF-1.7\n") == b"%PDF-1.7\n"
