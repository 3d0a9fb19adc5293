"""What a Word file says on paper: numbers, headings, fields, tables, boxes, notes, Strict names."""

import pytest

from docgen.papers import MarkKind, Paper, Where, read_paper
from docgen.papers.word.numbering import written
from tests.papers.page import body, link, package, parts_of, zipped

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(content: str, **more: str) -> Paper:
    return read_paper(
        package(content, {f"word/{name}.xml": text for name, text in more.items()}, _links(more)), "x.docx"
    )


def _links(more: dict[str, str]) -> str:
    return "".join(
        link(name, name if name != "header1" else "header", f"{name}.xml")
        for name in more
        if name != "styles"
    )


def shown(paper: Paper) -> list[str]:
    return [block.shown for block in paper.blocks]


LEVELS = "".join(
    f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
    for n, (kind, text) in enumerate([("upperRoman", "Раздел %1."), ("decimal", "%1.%2."), ("bullet", "•")])
)
NUMBERING = f"""<w:numbering {_W}><w:abstractNum w:abstractNumId="0">{LEVELS}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>"""


def item(text: str, level: int = 0, key: int = 1) -> str:
    return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def test_numbers_that_word_prints() -> None:
    content = (
        item("А") + item("Б", 1) + item("В", 1) + item("Г") + item("Д", 1) + item("Е", 2) + item("Ж", 0, 2)
    )
    assert shown(read(content, numbering=NUMBERING)) == [
        "Раздел I. А",
        "I.1. Б",
        "I.2. В",
        "Раздел II. Г",
        "II.1. Д",
        "Е",
        "Раздел I. Ж",
    ]


def test_a_level_without_numbers_prints_its_words() -> None:
    numbering = NUMBERING.replace('w:val="upperRoman"', 'w:val="none"').replace("Раздел %1.", "Приложение %1")
    assert shown(read(item("А") + item("Б", 1), numbering=numbering)) == ["Приложение А", ".1. Б"]


@pytest.mark.parametrize(
    ("number", "shape", "text"),
    [
        (4, "upperRoman", "IV"),
        (49, "lowerRoman", "xlix"),
        (3, "russianLower", "в"),
        (28, "upperLetter", "BB"),
        (7, "decimalZero", "07"),
        (0, "upperRoman", "0"),
        (5, "none", ""),
    ],
)
def test_shapes_of_numbers(number: int, shape: str, text: str) -> None:
    assert written(number, shape) == text


@pytest.mark.parametrize(
    ("style", "level"),
    [
        ('<w:name w:val="heading 2"/>', 2),
        ('<w:name w:val="Заголовок 3"/>', 3),
        ('<w:name w:val="Title"/>', 0),
        ('<w:name w:val="Глава"/><w:basedOn w:val="H1"/>', 1),
        ('<w:name w:val="Свой"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>', 2),
        ('<w:name w:val="Текст"/><w:basedOn w:val="X"/>', None),
    ],
)
def test_headings_by_style(style: str, level: int | None) -> None:
    styles = f'<w:styles {_W}><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="X">{style}</w:style></w:styles>'
    paper = read('<w:p><w:pPr><w:pStyle w:val="X"/></w:pPr><w:r><w:t>Т</w:t></w:r></w:p>', styles=styles)
    assert paper.blocks[0].level == level


def test_signs_of_word_are_read_as_they_look() -> None:
    content = '<w:p><w:r><w:t>Д05</w:t><w:noBreakHyphen/><w:t>84</w:t><w:tab/><w:softHyphen/><w:sym w:font="Symbol" w:char="F0B7"/><w:br/><w:t>х</w:t></w:r></w:p>'
    assert shown(read(content)) == ["Д05\N{NON-BREAKING HYPHEN}84\t•\nх"]


def test_a_field_shows_its_result_and_not_its_code() -> None:
    content = (
        '<w:p><w:r><w:t xml:space="preserve">см. таблицу </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF t1 </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert shown(read(content)) == ["см. таблицу 7"]


def test_deleted_and_hidden_text_is_not_seen_inserted_is() -> None:
    paper = read(body("до {-1-}{+5+} марта{! или позже!}"))
    assert shown(paper) == ["до 5 марта"]
    assert [mark.kind for mark in paper.marks] == [MarkKind.DELETED, MarkKind.INSERTED, MarkKind.HIDDEN]


def test_tables_with_joined_cells() -> None:
    content = """<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>А</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>
    <w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>Б</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>В</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr>
    <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"""
    paper = read(content)
    assert paper.tables[0].texts == [["А", "", ""], ["Б", "", ""], ["", "", ""]]
    assert [cell.continued for cell in paper.tables[0].rows[2]] == [True, False, False]
    assert (paper.tables[1].texts, paper.tables[1].parent) == ([["В"]], 0)


def test_a_box_is_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Надпись</w:t></w:r></w:p></w:txbxContent>"
    content = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>'
    )
    assert [(b.where, b.text) for b in read(content).blocks] == [(Where.BODY, ""), (Where.BOX, "Надпись")]


def test_headers_and_notes_have_their_own_places() -> None:
    header = (
        f'<w:hdr {_W}><w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>'
    )
    notes = f'<w:footnotes {_W}><w:footnote w:type="separator"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>См. приказ</w:t></w:r></w:p></w:footnote></w:footnotes>'
    content = body("Текст") + '<w:sectPr><w:headerReference r:id="header1" w:type="default"/></w:sectPr>'
    paper = read(content, header1=header, footnotes=notes)
    assert [(str(paper.span(b).source.path), b.text) for b in paper.blocks] == [
        ("x.docx#абзац 1", "Текст"),
        ("x.docx#колонтитул 1", "2"),
        ("x.docx#сноска 1", "См. приказ"),
    ]
    assert paper.numbering.fields


def test_a_strict_file_is_read_like_the_usual_one() -> None:
    parts = parts_of(body("# Общие положения\nТекст"))
    strict = {
        name: text.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, text in parts.items()
    }
    usual, other = (
        read_paper(zipped(list(parts.items())), "x.docx"),
        read_paper(zipped(list(strict.items())), "x.docx"),
    )
    assert other == usual
    assert other.blocks[0].level == 1


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ],
)
def test_documents_with_macros_and_templates_are_read(kind: str) -> None:
    assert shown(read_paper(package(body("Текст"), kind=kind), "x.docm")) == ["Текст"]


def test_a_loop_of_styles_ends() -> None:
    styles = f'<w:styles {_W}><w:style w:styleId="A"><w:name w:val="а"/><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:name w:val="б"/><w:basedOn w:val="A"/></w:style></w:styles>'
    paper = read('<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Т</w:t></w:r></w:p>', styles=styles)
    assert shown(paper) == ["Т"]
