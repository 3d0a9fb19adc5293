"""Each rule of finished pages: where it speaks, and where it keeps silent."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.shared import Mm

from docgen.diagnostics import Failure, Problem, rules_in
from docgen.publish import Office, PageExpectation, check_pages, problems
from tests.publish.conftest import WriteDocx, field
from tests.publish.sheets import Sheet, body, numbered, pdf

_PLAIN = PageExpectation("out/x.pdf")
_FINAL = replace(_PLAIN, stage="to_sign")


def _codes(found: list[Problem]) -> list[str]:
    return [problem.rule.code for problem in found]


def _only(found: list[Problem]) -> Problem:
    (problem,) = found
    return problem


def test_a_good_file_has_no_problems() -> None:
    good = pdf(*numbered([body(), body(), [*body(), "Председатель", "И.И. Иванов"]]))
    expected = PageExpectation(
        "out/x.pdf",
        stage="to_sign",
        fonts=("Times New Roman",),
        signature=("Председатель", "И.И. Иванов"),
        unbroken=("И.И. Иванов", "текста номер"),
    )
    assert check_pages(good, expected) == []


def test_the_place_is_a_line_and_column_of_a_page() -> None:
    problem = _only(check_pages(pdf(*numbered([body(), ["Первая", "Имя: {{ name"]])), _PLAIN))
    assert str(problem.span) == "out/x.pdf#page2:3:6"
    assert problem.span.text == "{{"


@pytest.mark.parametrize(
    ("named", "used"),
    [
        ("Times New Roman", "BAAAAA+LiberationSerif-BoldItalic"),
        ("Times New Roman", "BAAAAA+TimesNewRomanPSMT"),
        ("Times New Roman", "BAAAAA+TimesNewRomanPS-BoldMT"),
        ("Times New Roman", "BAAAAA+PTAstraSerif-Regular"),
        ("Arial", "BAAAAA+LiberationSans"),
        ("Arial", "Arial,Bold"),
        ("PT Astra Serif", "BAAAAA+PTAstraSerif-Bold"),
    ],
)
def test_f001_a_font_of_the_same_width_is_no_substitute(named: str, used: str) -> None:
    assert check_pages(pdf(Sheet(body(), font=used)), replace(_PLAIN, fonts=(named,))) == []


@pytest.mark.parametrize(
    "used", ["BAAAAA+DejaVuSans", "BAAAAA+LiberationSans-Bold", "BAAAAA+LiberationSerifX"]
)
def test_f001_another_font_is(used: str) -> None:
    problem = _only(check_pages(pdf(Sheet(body(), font=used)), replace(_PLAIN, fonts=("Times New Roman",))))
    assert problem.rule is problems.FONT_SUBSTITUTED
    assert problem.span.text == body()[0]


def test_f002_a_font_that_is_not_embedded() -> None:
    assert _codes(check_pages(pdf(Sheet(body(), embedded=False)), _PLAIN)) == ["F002"]


def test_f003_an_empty_page() -> None:
    problem = _only(check_pages(pdf(*numbered([body(), []])), _PLAIN))
    assert problem.rule is problems.EMPTY_PAGE
    assert problem.message == "страница 2 пуста"


def test_f003_a_page_with_a_picture_is_not_empty() -> None:
    assert check_pages(pdf(Sheet(body()), Sheet(number="2", picture=True)), _PLAIN) == []


def test_f003_a_picture_of_another_page_does_not_fill_this_one() -> None:
    found = check_pages(pdf(Sheet(body()), Sheet(number="2", lists_picture=True)), _PLAIN)
    assert _codes(found) == ["F003"]


_SIGNED = replace(_PLAIN, signature=("Заместитель Министра", "И.И. Иванов"))


@pytest.mark.parametrize("before", [0, 1])
def test_f004_a_signature_with_too_little_text_before_it(before: int) -> None:
    sheets = numbered([body(), [*body(before), "Заместитель Министра", "И.И. Иванов"]])
    problem = _only(check_pages(pdf(*sheets), _SIGNED))
    assert problem.rule is problems.SIGNATURE_ALONE
    assert problem.span.text == "Заместитель Министра\nИ.И. Иванов"


def test_f004_two_lines_are_enough() -> None:
    sheets = numbered([body(), [*body(2), "Заместитель", "Министра", "И.И. Иванов"]])
    assert check_pages(pdf(*sheets), _SIGNED) == []


def test_f004_the_name_among_those_present_is_not_the_signature() -> None:
    present = ["Присутствовали:", "Заместитель Министра", "И.И. Иванов"]
    sheets = numbered([present, ["Заместитель Министра", "И.И. Иванов"]])
    assert _codes(check_pages(pdf(*sheets), _SIGNED)) == ["F004"]


def test_f004_post_and_name_on_two_pages() -> None:
    sheets = numbered([[*body(), "Заместитель Министра"], ["И.И. Иванов", *body()]])
    assert "оторвана" in _only(check_pages(pdf(*sheets), _SIGNED)).message


def test_f004_no_signature_at_all() -> None:
    assert "нет подписи" in _only(check_pages(pdf(Sheet(body())), _SIGNED)).message


@pytest.mark.parametrize("left", ["{{ chair }}", "{% if a %}", "{# note #}"])
def test_f005_tags_of_the_template(left: str) -> None:
    assert set(_codes(check_pages(pdf(Sheet([*body(), left])), _PLAIN))) == {"F005"}


def test_f006_a_number_on_the_first_page() -> None:
    problem = _only(check_pages(pdf(Sheet(body(), number="1")), _PLAIN))
    assert problem.rule is problems.PAGE_NUMBER
    assert problem.span.text == "1"


@pytest.mark.parametrize("number", ["", "3", "- 2 -", "2."])
def test_f006_a_wrong_number_or_none(number: str) -> None:
    assert _codes(check_pages(pdf(Sheet(body()), Sheet(body(), number=number)), _PLAIN)) == ["F006"]


def test_f006_numbers_may_be_unwanted() -> None:
    assert check_pages(pdf(Sheet(body()), Sheet(body())), replace(_PLAIN, numbered=False)) == []


def test_f006_a_number_that_begins_the_text_is_not_the_pages() -> None:
    assert check_pages(pdf(Sheet(["1", *body()])), _PLAIN) == []


def test_f007_pages_of_pictures() -> None:
    assert "F007" in _codes(check_pages(pdf(Sheet(picture=True)), _PLAIN))


def test_f008_no_claim_of_pdfa() -> None:
    assert _codes(check_pages(pdf(Sheet(body()), claimed=False), _PLAIN)) == ["F008"]


_STAMPED = replace(_FINAL, anchors=("МШРГ-4", "мшэп"))


@pytest.mark.parametrize(
    ("lines", "messages"),
    [
        (["от МШРГ-4", "мшэп"], []),
        (["от МШРГ-42", "мшэп"], ["нет метки «МШРГ-4»"]),
        (["от МШРГ-4 МШРГ-4", "мшэп"], ["метка «МШРГ-4» стоит ещё раз"]),
    ],
)
def test_f009_each_anchor_once(lines: list[str], messages: list[str]) -> None:
    assert [problem.message for problem in check_pages(pdf(Sheet(lines)), _STAMPED)] == messages


def test_f009_none_is_left_in_what_is_signed() -> None:
    found = check_pages(pdf(Sheet(["от МШРГ-4"])), replace(_STAMPED, stage="signed"))
    assert _codes(found) == ["F009"]
    assert check_pages(pdf(Sheet(body())), replace(_STAMPED, stage="signed")) == []


def test_f009_a_draft_needs_none() -> None:
    assert check_pages(pdf(Sheet(body())), replace(_STAMPED, stage="draft")) == []


def test_f010_letter_paper() -> None:
    problem = _only(check_pages(pdf(Sheet(body(), size=(215.9, 279.4))), _PLAIN))
    assert problem.message == "размер страницы 1 – 216 × 279 мм, а не A4"


def test_f010_a_landscape_page_is_a4_too() -> None:
    assert check_pages(pdf(Sheet(body(), size=(297, 210))), _PLAIN) == []


@pytest.mark.parametrize(
    ("piece", "lines"),
    [
        ("И.И. Иванов", ["докладывал И.И.", "Иванов"]),
        ("№ 12-пр", ["приказ №", "12-пр"]),
        ("№ 12-пр", ["приказ № 12-", "пр от"]),
        ("14 марта", ["не позднее 14", "марта"]),
    ],
)
def test_f011_what_reads_together_is_parted(piece: str, lines: list[str]) -> None:
    problem = _only(check_pages(pdf(Sheet(lines)), replace(_PLAIN, unbroken=(piece,))))
    assert problem.rule is problems.BROKEN_PIECE
    assert problem.span.line == 1


@pytest.mark.parametrize("lines", [["И.И. Иванов", "и другие"], ["114", "марта"], ["14", "мартам"]])
def test_f011_what_stands_together_is_not(lines: list[str]) -> None:
    assert (
        check_pages(pdf(Sheet(lines)), replace(_PLAIN, unbroken=("И.И. Иванов", "4 марта", "14 марта"))) == []
    )


_TITLED = replace(
    _PLAIN,
    headings=("Таблица 14 – Риски реализации программы и меры по их минимизации",),
    captions=("Рисунок 2 – Структура",),
)


@pytest.mark.parametrize(
    "title",
    [
        ["Таблица 14 – Риски реализации программы и меры по их минимизации"],
        ["ТАБЛИЦА 14 – РИСКИ РЕАЛИЗАЦИИ", "ПРОГРАММЫ И МЕРЫ ПО ИХ", "МИНИМИЗАЦИИ"],
    ],
)
def test_f012_a_title_at_the_foot_of_a_page(title: list[str]) -> None:
    problem = _only(check_pages(pdf(*numbered([[*body(), *title], body()])), _TITLED))
    assert problem.rule is problems.TORN
    assert problem.span.text == title[0]


def test_f012_a_title_with_its_table_below() -> None:
    title = "Таблица 14 – Риски реализации программы и меры по их минимизации"
    assert check_pages(pdf(*numbered([[*body(), title, "Код"], body()])), _TITLED) == []


def test_f012_a_caption_without_its_figure() -> None:
    lines = ["Рисунок 2 – Структура", *body()]
    problem = _only(check_pages(pdf(Sheet(body()), Sheet(lines, number="2")), _TITLED))
    assert problem.rule is problems.TORN
    assert problem.message == "вверху страницы 2 подпись без рисунка: «Рисунок 2 – Структура»"
    assert check_pages(pdf(Sheet(body()), Sheet(lines, number="2", picture=True)), _TITLED) == []


def test_every_rule_has_a_manual_with_examples() -> None:
    rules = rules_in(problems)
    assert [rule.code for rule in rules] == [f"F{number:03}" for number in range(1, 13)]
    assert all("Плохо:" in rule.explanation and "Хорошо:" in rule.explanation for rule in rules)


def test_what_is_no_pdf_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"nothing")
    with pytest.raises(Failure, match="повреждён"):
        check_pages(tmp_path / "a.pdf", _PLAIN)
    with pytest.raises(Failure, match="не прочитать"):
        check_pages(tmp_path / "b.pdf", _PLAIN)


def _protocol(write_docx: WriteDocx, name: str, *paragraphs: str, font: str = "Times New Roman") -> Path:
    """A Word file with page numbers from the second page on."""
    path = write_docx(name, *paragraphs, font=font)
    document = docx.Document(str(path))
    (section,) = document.sections
    section.different_first_page_header_footer = True
    section.top_margin, section.header_distance = Mm(20), Mm(10)
    field(section.header.paragraphs[0].add_run(), "PAGE")
    document.save(str(path))
    return path


@pytest.mark.office
def test_what_libreoffice_makes(write_docx: WriteDocx, tmp_path: Path) -> None:
    lines = [
        f"{number}. Абзац протокола от 14\u00a0марта, докладывал И.И.\u00a0Иванов. " * 4
        for number in range(30)
    ]
    good = _protocol(write_docx, "good.docx", *lines, "Заместитель Министра\tИ.И. Иванов")
    gap = _protocol(write_docx, "gap.docx", *lines, "Срок: ⟦нет: срок⟧")
    strange = _protocol(write_docx, "strange.docx", *lines, font="Comic Sans MS")
    with Office(2) as office:
        list(office.convert([(path, path.with_suffix(".pdf")) for path in (good, gap, strange)]))
    expected = replace(
        _FINAL,
        fonts=("Times New Roman",),
        unbroken=("14 марта", "И.И. Иванов"),
    )
    signed = replace(expected, signature=("Заместитель Министра", "И.И. Иванов"))
    assert check_pages(good.with_suffix(".pdf"), signed) == []
    found = check_pages(gap.with_suffix(".pdf"), expected)
    assert "F005" in _codes(found)
    assert "⟦нет: срок⟧" in {problem.span.text for problem in found}
    assert "F005" not in _codes(check_pages(gap.with_suffix(".pdf"), replace(expected, stage="draft")))
    strange_fonts = replace(expected, fonts=("Comic Sans MS",))
    assert _codes(check_pages(strange.with_suffix(".pdf"), strange_fonts)) == ["F001"]
