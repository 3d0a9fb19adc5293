"""What the signer of a PDF sees over its pages, and what stands beside them unseen."""

import io

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from docgen.papers import MarkKind, Paper, read_paper
from tests.papers.test_pdf import drawn, line


def overlaid(data: bytes, *notes: tuple[str, str, float], flags: int = 4) -> bytes:
    """The PDF with things laid over its first page: kind, text, height on the page."""
    writer = PdfWriter(PdfReader(io.BytesIO(data)))
    page = writer.pages[0]
    found = ArrayObject()
    for kind, text, y in notes:
        look = DecodedStreamObject()
        look.set_data(line(text, 2, 4).encode("latin-1"))
        look[NameObject("/Type")], look[NameObject("/Subtype")] = NameObject("/XObject"), NameObject("/Form")
        look[NameObject("/BBox")] = ArrayObject(map(FloatObject, (0, 0, 200, 20)))
        look[NameObject("/Resources")] = page["/Resources"]
        found.append(
            DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/Annot"),
                    NameObject("/Subtype"): NameObject(kind),
                    NameObject("/Rect"): ArrayObject(map(FloatObject, (60, y, 260, y + 20))),
                    NameObject("/F"): NumberObject(flags),
                    NameObject("/Contents"): TextStringObject(text),
                    NameObject("/AP"): DictionaryObject({NameObject("/N"): writer._add_object(look)}),
                }
            )
        )
    page[NameObject("/Annots")] = found
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def seen(data: bytes) -> list[str]:
    paper: Paper = read_paper(data, "x.pdf")
    return paper.pages[0].split("\n")


PAGE = line("Chair:", 60, 700) + line("Date:", 60, 600) + line("Signed by all", 60, 500)


@pytest.mark.parametrize("kind", ["/Widget", "/FreeText", "/Stamp"])
def test_what_is_laid_over_a_page_is_read_where_it_stands(kind: str) -> None:
    data = overlaid(drawn(PAGE), (kind, "Ivanov", 676), (kind, "5 March", 576))
    assert seen(data) == ["Chair:", "Ivanov", "Date:", "5 March", "Signed by all"]


def test_what_is_hidden_over_a_page_is_not_read() -> None:
    assert seen(overlaid(drawn(PAGE), ("/Widget", "Ivanov", 676), flags=2)) == [
        "Chair:",
        "Date:",
        "Signed by all",
    ]


def test_links_change_nothing() -> None:
    assert seen(overlaid(drawn(PAGE), ("/Link", "Ivanov", 676))) == seen(drawn(PAGE))


def test_words_beside_the_page_are_not_read() -> None:
    assert seen(drawn(PAGE + line("unseen", 60, -50) + line("unseen", 900, 500))) == seen(drawn(PAGE))


WHITE, BLACK, NO_INK = "1 g\n", "0 g\n", "3 Tr\n"
SMALL = line("as small as dust", 60, 400, size=2)
GROUND = "0 0 1 rg 50 390 300 30 re f\n"


@pytest.mark.parametrize(
    ("added", "kinds"),
    [
        (WHITE + line("white on white", 60, 400), [MarkKind.PALE]),
        (GROUND + WHITE + line("white on blue", 60, 400), []),
        (NO_INK + line("without ink", 60, 400), [MarkKind.HIDDEN]),
        (line("as a scan", 60, 400) + NO_INK + line("as a scan", 60, 400), []),
        (SMALL, [MarkKind.TINY]),
        (BLACK + line("usual", 60, 400), []),
    ],
)
def test_what_is_not_seen_on_a_page_is_told(added: str, kinds: list[MarkKind]) -> None:
    paper = read_paper(drawn(PAGE + added), "x.pdf")
    assert [mark.kind for mark in paper.marks] == kinds
    for mark in paper.marks:
        assert mark.block is not None
        assert paper.blocks[mark.block].text[mark.start :].startswith(mark.text)


def test_a_value_is_read_though_its_field_has_no_look_of_its_own() -> None:
    writer = PdfWriter(PdfReader(io.BytesIO(drawn(PAGE))))
    page = writer.pages[0]
    values = {
        "/Type": NameObject("/Annot"),
        "/Subtype": NameObject("/Widget"),
        "/FT": NameObject("/Tx"),
        "/T": TextStringObject("chair"),
        "/V": TextStringObject("Ivanov"),
        "/DA": TextStringObject("/F 12 Tf 0 g"),
        "/Rect": ArrayObject(map(FloatObject, (60, 676, 260, 696))),
        "/F": NumberObject(4),
    }
    field = writer._add_object(DictionaryObject({NameObject(key): value for key, value in values.items()}))
    page[NameObject("/Annots")] = ArrayObject([field])
    form = {"/Fields": ArrayObject([field]), "/DR": page["/Resources"], "/DA": values["/DA"]}
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
        {NameObject(key): value for key, value in form.items()}
    )
    out = io.BytesIO()
    writer.write(out)
    assert seen(out.getvalue()) == ["Chair:", "Ivanov", "Date:", "Signed by all"]
