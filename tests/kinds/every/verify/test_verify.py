"""The rules for every finished document: case files, manuals, and what stands in other parts of the file."""

import re
from pathlib import Path

import pytest

from docgen.diagnostics import Rule
from docgen.kinds.every.verify import RULES
from docgen.papers import read_paper
from docgen.papers.examined import Examined
from docgen.papers.outline import Outline
from docgen.papers.paper import Mark, MarkKind, Numbering, Paper
from tests.papers.case import Case, cases_in, found
from tests.papers.page import body, link, package
from tests.papers.sheet import Sheet
from tests.papers.test_pdf import PAGE, drawn

FILES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
CASES = [case for file in FILES for case in cases_in(file)]
OWN = [rule for rule in RULES if rule.code.startswith("V")]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_drawn_is_found_and_nothing_else(case: Case) -> None:
    assert found(case, RULES, Outline()) == case.expected


@pytest.mark.parametrize("rule", OWN, ids=lambda rule: rule.code)
def test_a_manual_says_what_is_bad_and_what_is_good(rule: Rule) -> None:
    assert re.search(r"^Плохо:", rule.explanation, re.MULTILINE)
    assert re.search(r"^Хорошо:", rule.explanation, re.MULTILINE)
    assert not rule.title.endswith(".")


def codes(data: bytes, stage: str = "final") -> list[str]:
    return of(read_paper(data, "x.docx"), stage)


def of(paper: Paper, stage: str = "final") -> list[str]:
    examined = Examined(paper, "to_sign" if stage == "to_sign" else "final")
    return sorted(p.rule.code for rule in OWN for p in rule(examined))


def test_a_clean_file_has_no_problems() -> None:
    assert codes(package(body("Текст документа."))) == []


def test_comments_are_told_with_their_author() -> None:
    comments = '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="Бухгалтер"><w:p><w:r><w:t>уточнить!</w:t></w:r></w:p></w:comment></w:comments>'
    data = package(body("Текст."), {"word/comments.xml": comments}, link("c", "comments", "comments.xml"))
    (problem,) = (p for rule in OWN for p in rule(Examined(read_paper(data, "x.docx"))))
    assert (problem.rule.code, problem.message) == ("V203", "осталось примечание «уточнить!» (Бухгалтер)")


def test_a_picture_from_elsewhere_is_told_and_not_fetched() -> None:
    outside = link("p", "image", "http://192.0.2.1/x.png", outside=True)
    assert codes(package(body("Текст."), links=outside)) == ["V215"]


def test_an_ordinary_link_is_no_content_from_elsewhere() -> None:
    assert (
        codes(package(body("Текст."), links=link("h", "hyperlink", "http://example.org", outside=True))) == []
    )


@pytest.mark.parametrize(
    ("code", "expected"), [('INCLUDETEXT "c:\\\\x.docx"', ["V215"]), ("DATE", ["V221"]), ("PAGE", [])]
)
def test_fields_that_fetch_or_change(code: str, expected: list[str]) -> None:
    field = f'<w:p><w:fldSimple w:instr="{code.replace(chr(34), "&quot;")}"><w:r><w:t>текст</w:t></w:r></w:fldSimple></w:p>'
    assert codes(package(field)) == expected


def test_macros_objects_and_reformatting() -> None:
    odd = '<w:p><w:pPr><w:pPrChange w:id="1" w:author="А"><w:pPr/></w:pPrChange></w:pPr><w:r><w:object/></w:r><w:r><w:t>x</w:t></w:r></w:p>'
    assert codes(package(odd, {"word/vbaProject.bin": "x"})) == ["V202", "V213", "V214"]


def test_a_control_that_only_invites() -> None:
    control = "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Дата</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    assert codes(package(control)) == ["V219"]


def test_the_author_in_the_properties() -> None:
    core = '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Иванов</dc:creator><dc:title>План</dc:title></cp:coreProperties>'
    assert codes(package(body("Текст."), {"docProps/core.xml": core})) == ["V212"]


def test_a_long_document_without_page_numbers() -> None:
    assert codes(package(body("Длинный текст документа о кластере. " * 300))) == ["V216"]


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        (Paper("x.pdf", "pdf", page_count=3, letters=0, claims=("PDF/A-1b",)), ["V601"]),
        (Paper("x.pdf", "pdf", page_count=1, letters=900, garbled=0.5, claims=("PDF/A-1b",)), ["V602"]),
        (Paper("x.pdf", "pdf", page_count=1, letters=900, locked=True, claims=("PDF/A-1b",)), ["V603"]),
        (Paper("x.pdf", "pdf", page_count=1, letters=900), ["V604"]),
        (Paper("x.pdf", "pdf", page_count=2, letters=900, claims=("PDF/A-2b",)), ["V216"]),
        (
            Paper(
                "x.pdf",
                "pdf",
                page_count=2,
                letters=900,
                claims=("PDF/A-2b",),
                numbering=Numbering(True, True),
            ),
            [],
        ),
        (
            Paper(
                "x.pdf",
                "pdf",
                page_count=1,
                letters=900,
                claims=("PDF/A-2b",),
                marks=(Mark(MarkKind.SCRIPT),),
            ),
            ["V607"],
        ),
    ],
)
def test_what_is_told_of_a_pdf(paper: Paper, expected: list[str]) -> None:
    assert of(paper) == expected


def test_a_pdf_that_forbids_copying_is_told() -> None:
    assert "V603" in of(read_paper(drawn(PAGE, prepare="owner"), "x.pdf"))
    assert "V603" not in of(read_paper(drawn(PAGE), "x.pdf"))


def unpaired(*pages: str) -> list[str]:
    """The brackets and quotes without a pair in a PDF with a paragraph on each page."""
    made = Sheet()
    for number, text in enumerate(pages):
        if number:
            made.new_page()
        made.line(text)
    examined = Examined(read_paper(made.bytes(), "x.pdf"))
    return [p.rule.code for rule in RULES if rule.code in ("L030", "L031") for p in rule(examined)]


def test_what_is_opened_before_the_end_of_a_page_is_closed_after_it() -> None:
    opened, closed = "Практика проходит в ООО «Молочная", "компания» и в колледже."
    assert unpaired(opened, closed) == []
    assert unpaired(opened, "Текст страницы между ними.", closed.replace("»", "")) == ["L031"]
    assert unpaired(opened, "Длинный текст. " * 30 + closed) == ["L031", "L031"]


def test_fonts_that_are_not_in_the_pdf_are_told_by_name() -> None:
    examined = Examined(read_paper(drawn(PAGE), "x.pdf"))
    told = {p.message for rule in OWN if rule.code == "V605" for p in rule(examined)}
    assert told == {"шрифт Helvetica не вложен в файл", "шрифт Helvetica-Bold не вложен в файл"}


def set_in(*fonts: str) -> bytes:
    """A Word file with a paragraph in each font."""
    runs = (
        f'<w:p><w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr><w:t>Текст раздела.</w:t></w:r></w:p>'
        for font in fonts
    )
    return package("".join(runs))


def test_a_text_in_many_fonts_is_told() -> None:
    assert codes(set_in("Arial", "Calibri", "Verdana", "Tahoma")) == ["V218"]
    assert codes(set_in("Arial", "Calibri", "Verdana", "Symbol")) == []


def test_what_is_wrong_in_many_places_is_told_some_times_and_then_counted() -> None:
    paper = read_paper(package("".join(body("Срок  исполнения прошёл.") for _ in range(45))), "x.docx")
    told = [p.message for rule in RULES if rule.code == "L024" for p in rule(Examined(paper))]
    assert len(told) == 30
    assert [message for message in told if "ещё" in message] == ["два пробела подряд; таких мест ещё 15"]


def test_a_signature_is_told_only_of_a_file_that_is_to_be_signed() -> None:
    paper = Paper(
        "x.pdf", "pdf", page_count=1, letters=900, claims=("PDF/A-2b",), marks=(Mark(MarkKind.SIGNATURE),)
    )
    assert (of(paper), of(paper, "to_sign")) == ([], ["V606"])


TORN = [
    "Председатель сообщил участникам совещания (приказ от 5 марта 2026",
    "г. № 12) о ходе создания образовательно-производственных центров",
    "в колледжах области и о закупке оборудования для федерального",
    "проекта «Профессионалитет – новые возможности",
    "отрасли»; колледжи обязались завершить ремонт всех помещений",
    "до начала учебного года и принять на обучение двести человек по",
    "трём профессиям, указанным в программе развития, утверждённой",
    "советом кластера, а предприятия обязались принять на практику",
    "всех выпускников колледжей.",
]


def of_all(*paragraphs: str) -> list[str]:
    paper = read_paper(package("".join(body(text) for text in paragraphs)), "x.docx")
    return sorted({problem.rule.code for rule in RULES for problem in rule(Examined(paper))})


def test_a_text_torn_into_lines_is_told_once_and_read_as_one() -> None:
    assert of_all(*TORN) == ["V222"]


def test_few_lines_without_a_full_stop_are_no_torn_text() -> None:
    assert of_all(*TORN[5:]) == []


def test_items_of_a_list_are_no_torn_text() -> None:
    items = [f"обучение педагогов колледжа новым образовательным программам этапа {n};" for n in range(9)]
    assert "V222" not in of_all("Мероприятия:", *items)
