"""Running heads and page numbers of PDF: no text of the document."""

from docgen.papers import Paper, Where, read_paper
from tests.papers.sheet import Sheet

TEXT = "Регион велик, в нём много заводов, и им нужны рабочие всех специальностей, какие есть."


def pages(*heads: str, y: float = 800, at: float = 60) -> Paper:
    made = Sheet()
    for number, head in enumerate(heads):
        if number:
            made.new_page()
        made.text(head, at, y)
        made.y = 700
        made.line(TEXT)
    return read_paper(made.bytes(), "x.pdf")


def body(paper: Paper) -> set[str]:
    return {block.text.replace("\n", " ") for block in paper.blocks if block.where is Where.BODY}


def test_what_stands_at_the_top_of_all_pages_is_a_running_head() -> None:
    assert body(pages(*["Программа развития кластера"] * 3)) == {TEXT}


def test_a_running_head_may_hold_the_number_of_the_page() -> None:
    assert body(pages(*[f"Программа. Лист {number} из 3" for number in (1, 2, 3)])) == {TEXT}


def test_a_heading_at_the_top_of_a_page_is_text() -> None:
    assert body(pages("Общие положения", "Миссия", "Финансы")) == {
        TEXT,
        "Общие положения",
        "Миссия",
        "Финансы",
    }


def test_headings_that_count_are_text() -> None:
    heads = ["Приложение 1", "Приложение 2", "Приложение 4"]
    assert body(pages(*heads, y=780)) == {TEXT, *heads}


def test_a_year_at_the_foot_of_the_title_page_numbers_no_page() -> None:
    paper = pages("2022", "2", "3", y=50, at=290)
    assert (paper.numbering.fields, paper.numbering.first_page_differs) == (True, True)


def test_pages_are_numbered_with_words_too() -> None:
    assert pages("Страница 1 из 2", "Страница 2 из 2").numbering.fields
