"""Blocks of long documents: contents and references that stay alive, turned pages, cells over several rows, pictures."""

import re

import pytest

from docgen.render import (
    Bookmark,
    Cell,
    Contents,
    Count,
    Entry,
    Paragraph,
    Picture,
    Reference,
    Table,
    Template,
    Text,
    Turned,
    shown_pages,
    with_pages,
)
from docgen.render.images import fitted, size
from docgen.render.references import bookmark_name
from docgen.render.sections import with_sections
from tests.render.test_pitfalls import PNG
from tests.render.word import W as NAMESPACE
from tests.render.word import docx, tree

W = f"{{{NAMESPACE}}}"

SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/><w:titlePg/></w:sectPr>'
)


def rendered(*blocks: object) -> bytes:
    return Template(docx("{{p blocks }}")).render({"blocks": list(blocks)})


def texts(document: bytes, tag: str) -> list[str]:
    return [element.text or "" for element in tree(document).iter(f"{W}{tag}")]


def test_a_field_holds_its_code_and_its_value() -> None:
    caption = Text.of("Таблица ", Bookmark("_Ref_table-x", Count("Таблица", "7")), " – Смета")
    document = rendered(Paragraph(caption), Paragraph(Text.of("в таблице ", Reference("_Ref_table-x", "7"))))
    assert texts(document, "instrText") == [r" SEQ Таблица \* ARABIC ", r" REF _Ref_table_x \h "]
    assert "".join(texts(document, "t")) == "Таблица 7 – Сметав таблице 7"
    marks = list(tree(document).iter(f"{W}bookmarkStart"))
    assert [mark.get(f"{W}name") for mark in marks] == ["_Ref_table_x"]


def test_names_of_bookmarks_are_what_word_takes_and_never_meet() -> None:
    long = ["_Toc_section-" + "a" * 40 + end for end in ("b", "c")]
    names = [bookmark_name(one) for one in [*long, "_Toc_раздел", "_Toc_глава_"]]
    assert len(set(names)) == 4
    assert all(re.fullmatch(r"_[A-Za-z0-9_]{1,39}", name) for name in names)


@pytest.fixture
def contents() -> bytes:
    template = Template(docx("{{p blocks }}"))
    entries = (Entry(1, "1 Раздел", "_Toc_a"), Entry(2, "1.1 Пункт", "_Toc_b"))
    template._assembly.styles.update({"toc 1": "TOC1", "toc 2": "TOC2"})
    return template.render({"blocks": [Contents(entries)]})


def test_a_contents_is_one_field_with_a_line_for_each_heading(contents: bytes) -> None:
    kinds = [mark.get(f"{W}fldCharType") for mark in tree(contents).iter(f"{W}fldChar")]
    assert kinds == ["begin", "separate", *["begin", "separate", "end"] * 2, "end"]
    assert texts(contents, "instrText")[0] == r' TOC \o "1-2" \h \z \u '


def test_page_numbers_are_put_in_and_taken_out_and_nothing_else_changes(contents: bytes) -> None:
    assert shown_pages(contents) == {"_Toc_a": 0, "_Toc_b": 0}
    numbered = with_pages(contents, {"_Toc_a": 3, "_Toc_b": 14, "_Toc_z": 9})
    assert shown_pages(numbered) == {"_Toc_a": 3, "_Toc_b": 14}
    assert with_pages(numbered, {}) == contents


def test_turned_pages_stand_between_upright_ones_and_margins_turn_with_them() -> None:
    blocks = "<w:p><w:r/></w:p><!--turned--><w:tbl/><!--/turned--><!--turned--><w:p><w:pPr/></w:p><!--/turned--><w:p/>"
    made = with_sections(f"<w:body>{blocks}{SECTION}</w:body>")
    first, second, last = re.findall(r"<w:sectPr>.*?</w:sectPr>", made)
    assert first == SECTION
    assert 'w:w="16838" w:h="11906" w:orient="landscape"' in second
    assert 'w:top="1701" w:right="1134" w:bottom="850" w:left="1134"' in second
    assert "titlePg" not in second + last
    assert made.startswith(f"<w:body><w:p><w:pPr>{SECTION}</w:pPr><w:r/></w:p><w:tbl/>")
    assert "turned" not in made


def test_a_document_may_end_with_turned_pages() -> None:
    document = rendered(Paragraph("до"), Turned((Table((("а",),), (200,)),)))
    sides = [one.get(f"{W}orient") for one in tree(document).iter(f"{W}pgSz")]
    assert sides == [None, "landscape", None]


def test_a_paragraph_that_is_referred_to_bears_no_break() -> None:
    caption = Paragraph(Bookmark("_Ref_x", "3"))
    document = rendered(caption, Turned((Paragraph("таблица"),)))
    for paragraph in tree(document).iter(f"{W}p"):
        assert not (list(paragraph.iter(f"{W}sectPr")) and list(paragraph.iter(f"{W}bookmarkStart"))), (
            "LibreOffice would forget the bookmark"
        )
    assert len(list(tree(document).iter(f"{W}bookmarkStart"))) == 1


@pytest.mark.parametrize(("whole", "kept"), [(True, 4), (False, 2)])
def test_a_table_keeps_all_its_rows_together_only_if_it_is_to_be_whole(whole: bool, kept: int) -> None:
    rows = tuple((str(number),) for number in range(5))
    document = rendered(Table(rows, (100,), 1, whole=whole))
    assert len(list(tree(document).iter(f"{W}keepNext"))) == kept


def test_only_a_row_known_to_be_tall_is_split() -> None:
    document = rendered(Table((("а",), ("б",), ("в",)), (100,), 1, tall=frozenset({1})))
    rows = list(tree(document).iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}cantSplit") is None for row in rows] == [False, True, False]


def test_a_cell_goes_down_through_rows_that_do_not_name_it() -> None:
    rows = ((Cell("А", down=2), "1"), ("2",), ("Б", "3"))
    document = rendered(Table(rows, (30, 30)))
    merged = [
        [cell.find(f"{W}tcPr/{W}vMerge") for cell in row.iter(f"{W}tc")]
        for row in tree(document).iter(f"{W}tr")
    ]
    kinds = [[None if one is None else one.get(f"{W}val", "on") for one in row] for row in merged]
    assert kinds == [["restart", None], ["on", None], [None, None]]


def test_a_picture_is_drawn_when_printed_and_keeps_its_shape() -> None:
    drawn: list[int] = []

    def draw() -> bytes:
        drawn.append(1)
        return PNG

    picture = Picture(draw, 100, 50, "Схема", fit=True)
    assert not drawn
    rendered(Paragraph(picture))
    assert drawn == [1]
    assert fitted(PNG, 100, 50) == (50, 50)


def test_a_picture_among_words_says_nothing() -> None:
    assert str(Text.of("до ", Picture(PNG, 10, 10, "Схема"), " после")) == "до  после"


def test_sizes_are_read_from_the_first_bytes_and_of_anything_else_there_is_none() -> None:
    jpeg = b"\xff\xd8\xff\xe0\x00\x04\x00\x00\xff\xc0\x00\x11\x08\x00\x20\x00\x40\x03"
    assert size(jpeg) == (64, 32)
    assert size(PNG)[0] > 0
    for other in (b"", b"GIF89a", jpeg[:9], b"\xff\xd8\xff\xe0\xff\xff"):
        assert size(other) == (0, 0)
    assert fitted(b"GIF89a", 10, 20) == (10, 20)
