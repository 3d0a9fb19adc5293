"""What the signer of a Word file sees and no paragraph says, and what the file keeps that nobody sees."""

import pytest

from docgen.papers import MarkKind, Paper, Refusal, Where, read_paper
from tests.papers.page import body, link, package

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_DRAWN = "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing"


def run(content: str) -> str:
    return f"<w:p><w:r>{content}</w:r></w:p>"


def field(code: str, begin: str = "", shown: str | None = None) -> str:
    result = "" if shown is None else f'<w:fldChar w:fldCharType="separate"/><w:t>{shown}</w:t>'
    return run(
        f'<w:fldChar w:fldCharType="begin">{begin}</w:fldChar><w:instrText>{code}</w:instrText>'
        f'{result}<w:fldChar w:fldCharType="end"/>'
    )


def form(choice: str) -> str:
    return f"<w:ffData>{choice}</w:ffData>"


def seen(paper: Paper, where: Where = Where.BODY) -> list[str]:
    return [block.text for block in paper.blocks if block.where is where and block.text]


def read(content: str, parts: dict[str, str] | None = None, links: str = "") -> Paper:
    return read_paper(package(content, parts, links), "x.docx")


LIST = '<w:ddList>{}<w:listEntry w:val="согласен"/><w:listEntry w:val="против"/></w:ddList>'


@pytest.mark.parametrize(
    ("choice", "text"),
    [
        (LIST.format('<w:result w:val="1"/>'), "против"),
        (LIST.format('<w:default w:val="1"/>'), "против"),
        (LIST.format(""), "согласен"),
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "☒"),
        ('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "☐"),
    ],
)
def test_what_is_chosen_in_a_form_is_seen(choice: str, text: str) -> None:
    assert seen(read(field("FORMDROPDOWN", form(choice)))) == [text]


def test_a_choice_that_is_shown_as_text_is_seen_once() -> None:
    shown = field("FORMDROPDOWN", form(LIST.format('<w:result w:val="1"/>')), "против")
    assert seen(read(shown)) == ["против"]


def test_a_choice_out_of_the_list_is_none() -> None:
    assert seen(read(field("FORMDROPDOWN", form(LIST.format('<w:result w:val="7"/>'))))) == []


def test_a_button_that_invites_to_type_is_seen_and_told() -> None:
    paper = read(field(" MACROBUTTON  NoMacro [Наименование колледжа] "))
    assert seen(paper) == ["[Наименование колледжа]"]
    assert [(mark.kind, mark.text) for mark in paper.marks] == [
        (MarkKind.PLACEHOLDER, "[Наименование колледжа]")
    ]


def test_word_art_is_read() -> None:
    art = '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="ЧЕРНОВИК"/></v:shape></w:pict>'
    assert seen(read(run(art)), Where.PICTURE) == ["ЧЕРНОВИК"]


def test_a_shape_without_a_box_is_read() -> None:
    shape = f"<w:drawing><a:sp {_A}><a:txBody><a:p><a:r><a:t>Наблюдательный </a:t></a:r><a:r><a:t>совет</a:t></a:r></a:p></a:txBody></a:sp></w:drawing>"
    assert seen(read(run(shape)), Where.PICTURE) == ["Наблюдательный совет"]


def test_a_line_to_sign_names_who_signs() -> None:
    sign = '<w:pict><o:signatureline xmlns:o="urn:schemas-microsoft-com:office:office" o:suggestedsigner="И.И. Иванов" o:suggestedsigner2="директор"/></w:pict>'
    assert seen(read(run(sign)), Where.PICTURE) == ["И.И. Иванов\nдиректор"]


def test_charts_are_read_by_their_titles_and_names() -> None:
    values = "".join(f"<c:pt><c:v>{name}</c:v></c:pt>" for name in ("2025", "2026", "2025"))
    chart = (
        f"<c:chartSpace {_C} {_A}><c:title><c:tx><c:rich><a:p><a:r><a:t>Приём</a:t></a:r></a:p></c:rich></c:tx></c:title>"
        f"<c:cat><c:strRef><c:strCache>{values}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache><c:pt><c:v>17</c:v></c:pt></c:numCache></c:numRef></c:val></c:chartSpace>"
    )
    paper = read(body("Текст"), {"word/chart1.xml": chart}, link("c", "chart", "chart1.xml"))
    assert seen(paper, Where.PICTURE) == ["Приём", "2025", "2026"]


@pytest.mark.parametrize(
    ("drawing", "expected"), [("схема", ["схема"]), (None, ["данные"])], ids=["drawn", "not drawn"]
)
def test_smart_art_is_read_as_it_is_drawn(drawing: str | None, expected: list[str]) -> None:
    def part(text: str) -> str:
        return f"<d {_A}><a:p><a:r><a:t>{text}</a:t></a:r></a:p></d>"

    parts = {"word/data1.xml": part("данные")}
    links = link("d", "diagramData", "data1.xml")
    if drawing:
        parts["word/drawing1.xml"] = part(drawing)
        links += f'<Relationship Id="g" Type="{_DRAWN}" Target="drawing1.xml"/>'
    assert seen(read(body("Текст"), parts, links), Where.PICTURE) == expected


def test_a_broken_chart_is_no_reason_not_to_read_the_text() -> None:
    paper = read(body("Текст"), {"word/chart1.xml": "<c:chart"}, link("c", "chart", "chart1.xml"))
    assert seen(paper) == ["Текст"]


@pytest.mark.parametrize(
    ("space", "text"),
    [
        ("http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "новое"),
        ("urn:nobody-knows", "старое"),
    ],
)
def test_of_a_choice_the_first_way_that_word_understands_is_seen(space: str, text: str) -> None:
    ways = f'<mc:Choice Requires="x">{body("новое")}</mc:Choice><mc:Fallback>{body("старое")}</mc:Fallback>'
    content = f'<mc:AlternateContent {_MC} xmlns:x="{space}">{ways}</mc:AlternateContent>'
    assert seen(read(content)) == [text]


def test_of_two_texts_none_is_read() -> None:
    with pytest.raises(Refusal) as refused:
        read(f"{body('Один')}</w:body><w:body>{body('Другой')}")
    assert refused.value.rule.code == "V105"


def header(text: str) -> str:
    return f"<w:hdr {_W}>{body(text)}</w:hdr>"


FIRST = '<w:headerReference r:id="h1" w:type="default"/><w:headerReference r:id="h2" w:type="first"/><w:headerReference r:id="h3" w:type="even"/>'


@pytest.mark.parametrize(
    ("section", "settings", "printed"),
    [
        (FIRST, "", ["обычный"]),
        (f"{FIRST}<w:titlePg/>", "", ["обычный", "первый"]),
        (FIRST, "<w:evenAndOddHeaders/>", ["обычный", "чётный"]),
        ("", "<w:evenAndOddHeaders/>", []),
    ],
)
def test_only_headers_that_are_printed_are_read(section: str, settings: str, printed: list[str]) -> None:
    parts = {f"word/h{n}.xml": header(text) for n, text in enumerate(("обычный", "первый", "чётный"), 1)}
    parts["word/settings.xml"] = f"<w:settings {_W}>{settings}</w:settings>"
    links = "".join(link(f"h{n}", "header", f"h{n}.xml") for n in (1, 2, 3))
    paper = read(
        f"{body('Текст')}<w:sectPr>{section}</w:sectPr>", parts, links + link("t", "settings", "settings.xml")
    )
    assert seen(paper, Where.HEADER) == printed


def test_a_section_prints_the_headers_of_the_one_before() -> None:
    before = '<w:p><w:pPr><w:sectPr><w:headerReference r:id="h1" w:type="first"/></w:sectPr></w:pPr></w:p>'
    content = f"{before}{body('Текст')}<w:sectPr><w:titlePg/></w:sectPr>"
    assert seen(
        read(content, {"word/h1.xml": header("шапка")}, link("h1", "header", "h1.xml")), Where.HEADER
    ) == ["шапка"]


def test_changes_in_a_header_that_is_not_printed_are_told() -> None:
    paper = read(body("Текст"), {"word/h1.xml": header("до {-1-}{+5+}")}, link("h1", "header", "h1.xml"))
    assert [mark.kind for mark in paper.marks] == [MarkKind.DELETED, MarkKind.INSERTED]
    assert all(mark.block is None for mark in paper.marks)
    assert seen(paper, Where.HEADER) == []


@pytest.mark.parametrize(
    ("color", "ground", "kinds"),
    [
        ("FEFEFE", "auto", [MarkKind.PALE]),
        ("f2f2f2", "FFFFFF", [MarkKind.PALE]),
        ("FFFFFF", "F2F2F2", [MarkKind.PALE]),
        ("FFFFFF", "1F4E79", []),
        ("D9D9D9", "auto", []),
    ],
)
def test_what_is_nearly_white_is_not_seen(color: str, ground: str, kinds: list[MarkKind]) -> None:
    look = f'<w:rPr><w:color w:val="{color}"/><w:shd w:val="clear" w:fill="{ground}"/></w:rPr>'
    assert [mark.kind for mark in read(run(f"{look}<w:t>и штраф</w:t>")).marks] == kinds


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ("<w:t>срок </w:t><w:t>– март</w:t>", "срок– март"),
        ('<w:t xml:space="preserve">срок </w:t><w:t>– март</w:t>', "срок – март"),
        ("<w:t>срок\n– март\n</w:t>", "срок – март"),
    ],
)
def test_spaces_are_those_that_word_shows(runs: str, text: str) -> None:
    assert seen(read(run(runs))) == [text]


def test_that_spaces_count_may_be_said_of_the_whole_paragraph() -> None:
    paragraph = run("<w:t>срок </w:t><w:t>– март</w:t>").replace("<w:p>", '<w:p xml:space="preserve">')
    assert seen(read(paragraph)) == ["срок – март"]
