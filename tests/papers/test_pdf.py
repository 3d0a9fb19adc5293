"""PDF: text with places, scans, passwords, what else is in the file."""

import io

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

from docgen.papers import MarkKind, Paper, Refusal, Where, read_paper
from tests.papers.sheet import Sheet


def drawn(*pages: str, prepare: str = "") -> bytes:
    """A PDF whose pages draw these operators."""
    writer = PdfWriter()
    for operators in pages:
        page = writer.add_blank_page(595, 842)
        stream = DecodedStreamObject()
        stream.set_data(operators.encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(stream)
        fonts = {
            NameObject(f"/{key}"): DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/Font"),
                    NameObject("/Subtype"): NameObject("/Type1"),
                    NameObject("/BaseFont"): NameObject(name),
                }
            )
            for key, name in (("F", "/Helvetica"), ("B", "/Helvetica-Bold"))
        }
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject(fonts)})
    if prepare == "script":
        action = {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject("app.alert(1)"),
        }
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)
    elif prepare == "attachment":
        writer.add_attachment("x.exe", b"MZ")
    elif prepare == "password":
        writer.encrypt("secret")
    elif prepare == "owner":
        writer.encrypt("", "secret")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def line(text: str, x: float, y: float, font: str = "F", size: float = 12) -> str:
    return f"BT /{font} {size} Tf {x} {y} Td ({text}) Tj ET\n"


PAGE = (
    line("2", 295, 810)
    + line("1. General provisions", 200, 700, "B", 16)
    + line("The region is large, it has many factories and needs", 60, 660)
    + line("workers of all kinds.", 60, 645)
    + line("1.1. Mission", 60, 610, "B")
)


def read(data: bytes) -> Paper:
    return read_paper(data, "x.pdf")


def test_lines_make_paragraphs_with_size_and_weight() -> None:
    blocks = [block for block in read(drawn(PAGE)).blocks if block.where is Where.BODY]
    assert [(b.text, b.look.size, b.look.bold) for b in blocks] == [
        ("1. General provisions", 16.0, True),
        ("The region is large, it has many factories and needs\nworkers of all kinds.", 12.0, False),
        ("1.1. Mission", 12.0, True),
    ]


def test_a_place_is_a_page_and_a_line_of_it() -> None:
    paper = read(drawn(PAGE, PAGE))
    last = paper.blocks[-1]
    assert str(paper.span(last)) == "x.pdf#страница 2:5:1"
    assert paper.span(last, 5, 12).text == "Mission"


def test_a_number_in_the_margin_is_no_text() -> None:
    paper = read(drawn(PAGE, PAGE))
    assert (paper.numbering.fields, paper.numbering.first_page_differs) == (True, False)


def test_a_page_of_pictures_is_a_scan() -> None:
    assert read(drawn("", "")).scanned
    assert not read(drawn(PAGE)).scanned


def test_a_password_is_a_refusal_and_a_restriction_is_told() -> None:
    with pytest.raises(Refusal) as caught:
        read(drawn(PAGE, prepare="password"))
    assert caught.value.rule.code == "V103"
    assert read(drawn(PAGE, prepare="owner")).locked


@pytest.mark.parametrize(("what", "kind"), [("script", MarkKind.SCRIPT), ("attachment", MarkKind.ATTACHMENT)])
def test_what_else_is_in_the_file(what: str, kind: MarkKind) -> None:
    assert [mark.kind for mark in read(drawn(PAGE, prepare=what)).marks] == [kind]


def test_fonts_that_do_not_travel_with_the_file() -> None:
    assert {font.name: font.embedded for font in read(drawn(PAGE)).fonts} == {
        "Helvetica": False,
        "Helvetica-Bold": False,
    }


def test_a_filled_signature_is_seen() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(drawn(PAGE)))
    signature = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Sig"),
            NameObject("/SubFilter"): NameObject("/ETSI.CAdES.detached"),
        }
    )
    field = DictionaryObject(
        {NameObject("/FT"): NameObject("/Sig"), NameObject("/V"): writer._add_object(signature)}
    )
    form = DictionaryObject({NameObject("/Fields"): ArrayObject([writer._add_object(field)])})
    writer.root_object[NameObject("/AcroForm")] = form
    out = io.BytesIO()
    writer.write(out)
    assert [mark.kind for mark in read(out.getvalue()).marks] == [MarkKind.SIGNATURE]


@pytest.mark.parametrize("cut", [10, 200, 900])
def test_a_file_cut_short_is_read_or_refused(cut: int) -> None:
    assert verdict(drawn(PAGE)[:-cut]) in ("read", "V104")


def verdict(data: bytes) -> str:
    try:
        read(data)
    except Refusal as refused:
        return refused.rule.code
    return "read"


def blocks(*lines: str) -> list[str]:
    """The paragraphs of a page."""
    return [block.text for block in read_paper(drawn("".join(lines)), "x.pdf").blocks]


def test_a_line_that_hangs_under_a_number_is_of_its_paragraph() -> None:
    long = "2. The federal law of 12 January 1996 on organisations that"
    assert blocks(line(long, 60, 700), line("gain nothing by what they do;", 78, 685)) == [
        f"{long}\ngain nothing by what they do;"
    ]


def test_cells_of_a_row_are_read_apart() -> None:
    row = line("Machines", 60, 700) + line("1 200", 200, 700) + line("The first college of", 330, 700)
    assert blocks(row, line("metallurgy", 330, 686))[0] == "Machines"
    assert "The first college of\nmetallurgy" in blocks(row, line("metallurgy", 330, 686))


def test_a_justified_line_is_not_cut() -> None:
    words = [
        line(word, x, 700)
        for word, x in (("To", 60), ("organisations", 100), ("together", 200), ("with", 275))
    ]
    assert len(blocks(*words)) == 1


def test_headings_of_one_look_under_each_other_stay_apart() -> None:
    text = line("The region is large, it has many factories and needs workers of all kinds", 60, 640)
    assert blocks(line("Section 2", 60, 700, "B"), line("Mission", 60, 684, "B"), text)[:2] == [
        "Section 2",
        "Mission",
    ]


@pytest.mark.parametrize("word", ["Section 2", "2."])
def test_a_number_far_from_its_heading_is_of_it(word: str) -> None:
    shown = blocks(line(word, 60, 700, "B"), line("Mission", 160, 700, "B"))
    assert len(shown) == (1 if word == "2." else 2)


def test_a_font_is_bold_by_its_name_not_by_what_the_file_says_of_its_weight() -> None:
    made = Sheet(stem=160)  # as Ghostscript does
    made.line("Общие положения", "B")
    made.line("Регион велик, в нём много заводов.")
    assert [block.look.bold for block in read(made.bytes()).blocks] == [True, False]


def test_text_under_a_heading_in_capitals_is_not_of_it() -> None:
    made = Sheet()
    made.text("1. ОБЩИЕ ПОЛОЖЕНИЯ РАЗВИТИЯ КЛАСТЕРА И ЕГО УЧАСТНИКОВ", 60, 700)
    made.text("В настоящем разделе приведены сведения по макету.", 60, 685)
    assert len(read(made.bytes()).blocks) == 2
