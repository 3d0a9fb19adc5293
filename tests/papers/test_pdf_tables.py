"""Tables of PDF: found by the lines that are drawn or by tags, put together over pages."""

import pytest

from docgen.papers import Paper, read_paper
from docgen.papers.pdf.budget import Budget
from tests.papers.sheet import LEFT, RIGHT, STEP, TOP, WAYS, Sheet, sheet

TEXT = "Регион велик, в нём много заводов, и им нужны рабочие всех специальностей, какие есть."
ROWS = [["Источник", "2022", "Итого"], ["Бюджет области", "100,5", "300,5"], ["Итого", "100,5", "300,5"]]


def read(made: Sheet) -> Paper:
    return read_paper(made.bytes(), "x.pdf")


def texts(made: Sheet) -> list[list[list[str]]]:
    return [table.texts for table in read(made).tables]


def page(way: str = "strokes") -> Sheet:
    made = Sheet()
    made.line(TEXT)
    made.line("Таблица 1 – Источники")
    made.table(ROWS, way)
    made.line("Текст после таблицы.")
    return made


@pytest.mark.parametrize("way", WAYS)
def test_a_table_is_read_however_it_is_drawn(way: str) -> None:
    assert texts(page(way)) == [ROWS]


def test_cells_are_told_once_in_the_order_of_reading() -> None:
    paper = read(page())
    shown = [block.text.replace("\n", " ") for block in paper.blocks]
    assert shown == [
        TEXT,
        "Таблица 1 – Источники",
        *(cell for row in ROWS for cell in row),
        "Текст после таблицы.",
    ]
    assert paper.tables[0].first_block == 2


def test_a_place_in_a_table_is_a_line_of_the_page() -> None:
    paper = read(page())
    block = next(
        block for block in paper.blocks if block.cell and (block.cell.row, block.cell.column) == (1, 2)
    )
    assert paper.span(block).text == "300,5"


def test_a_number_on_two_lines_is_one_and_two_numbers_stay_two() -> None:
    made = Sheet()
    made.table([["Сумма", "Годы"], ["1 250/000,5", "2022/2023"]], widths=(60, 200))
    assert texts(made)[0][1] == ["1 250 000,5", "2022\n2023"]


def test_words_are_joined_over_lines_and_hyphens_stay() -> None:
    made = Sheet()
    made.table([["Что", "Кто"], ["план-/график работ/колледжа", "завод"]])
    assert texts(made)[0][1][0] == "план-график работ колледжа"


def test_a_word_that_its_cell_has_broken_is_whole() -> None:
    made = Sheet()
    made.table([["Показател/ь", "Год"], ["Численнос/ть населения", "2022"]], widths=(68, 100))
    assert [row[0] for row in texts(made)[0]] == ["Показатель", "Численность населения"]


def test_a_broken_word_is_whole_though_both_pieces_may_be_read_as_words() -> None:
    made = Sheet()
    made.table([["Закупка/оборудован/ия с/управление/м", "Длиной/м"]], widths=(72, 50))
    assert texts(made)[0] == [["Закупка оборудования с управлением", "Длиной м"]]


def test_lines_of_a_cell_are_one_paragraph_wherever_their_middles_lie() -> None:
    made = Sheet()
    made.table(
        [
            [
                "1",
                "ООО/«Агрохолдинг/«Степь»",
                "Согласовать перечень/инструмента с/энергоснабжающей/организацией",
            ]
        ],
        widths=(100, 85, 140),
    )
    assert [block.text.count("\n") for block in read(made).body] == [0, 2, 3]


def test_words_under_each_other_stay_two() -> None:
    made = Sheet()
    made.table([["Мероприятие/программы", "При/были"]], widths=(85, 40))
    assert texts(made)[0] == [["Мероприятие программы", "При были"]]


def test_joined_cells_stand_at_their_first_place() -> None:
    made = Sheet()
    top, middle, low = TOP + STEP, TOP - STEP, TOP - 3 * STEP
    for y in (top, low):
        made.draw(f"{LEFT} {y} m {RIGHT} {y} l S")
    made.draw(f"200 {middle} m {RIGHT} {middle} l S")  # the first column is joined over both rows
    for x in (LEFT, 200, RIGHT):
        made.draw(f"{x} {top} m {x} {low} l S")
    made.draw(f"350 {middle} m 350 {low} l S")  # the first row joins the last two columns
    for shown, x, y in (
        ("Год", 70, TOP),
        ("Всего", 210, TOP),
        ("бюджет", 210, TOP - 2 * STEP),
        ("завод", 360, TOP - 2 * STEP),
    ):
        made.text(shown, x, y)
    table = read(made).tables[0]
    assert table.texts == [["Год", "Всего", ""], ["", "бюджет", "завод"]]
    assert [[(cell.columns, cell.continued) for cell in row] for row in table.rows] == [
        [(1, False), (2, False)],
        [(1, True), (1, False), (1, False)],
    ]


def test_a_table_without_outer_sides_has_all_its_columns() -> None:
    made = Sheet()
    for y in (TOP + STEP, TOP - 4, TOP - 4 - STEP):
        made.draw(f"{LEFT} {y} m {RIGHT} {y} l S")
    made.draw(f"300 {TOP + STEP} m 300 {TOP - 4 - STEP} l S")
    for row, (one, other) in enumerate((("Риск", "Меры"), ("Недобор", "Реклама"))):
        made.text(one, LEFT + 5, TOP - row * STEP)
        made.text(other, 310, TOP - row * STEP)
    assert texts(made) == [[["Риск", "Меры"], ["Недобор", "Реклама"]]]


def over_pages(
    first: list[list[str]], then: list[list[str]], way: str = "strokes", goes_on: int = 0
) -> Sheet:
    made = Sheet()
    made.line(TEXT)
    made.table(first, way)
    made.new_page()
    made.text("2", 295, 810)
    made.table(then, way, goes_on=goes_on)
    made.line("Текст после таблицы.")
    return made


def test_a_table_cut_by_a_page_is_one_and_its_header_is_told_once() -> None:
    paper = read(over_pages(ROWS[:2], [ROWS[0], ROWS[2]]))
    assert [table.texts for table in paper.tables] == [ROWS]
    assert [block.text for block in paper.body].count("Источник") == 1


def test_a_row_cut_by_a_page_is_one() -> None:
    made = over_pages(
        [["Код", "Мероприятие"], ["1", "Создать лабораторию и"]],
        [["", "оснастить её"], ["2", "Набрать группу"]],
    )
    assert texts(made) == [
        [["Код", "Мероприятие"], ["1", "Создать лабораторию и оснастить её"], ["2", "Набрать группу"]]
    ]


def test_a_row_of_which_a_page_shows_only_the_number_is_one() -> None:
    made = over_pages([["Код", "Мероприятие"], ["1", ""]], [["", "Создать лабораторию"]])
    assert texts(made) == [[["Код", "Мероприятие"], ["1", "Создать лабораторию"]]]


def test_a_number_cut_by_a_page_is_one_where_its_row_is_cut() -> None:
    made = over_pages([["Код", "Дело", "Сумма"], ["1", "Обучение и", "3 964"]], [["", "практика", "800,5"]])
    assert texts(made)[0][1:] == [["1", "Обучение и практика", "3 964 800,5"]]


@pytest.mark.parametrize("next_row", [["", "Набрать группу"], ["2", "оснастить её"], ["Итого", "200"]])
def test_a_row_that_begins_a_page_stays_apart_if_it_says_something_new(next_row: list[str]) -> None:
    made = over_pages([["Код", "Мероприятие"], ["1", "Создать лабораторию."]], [next_row])
    assert texts(made)[0][-1] == next_row


def test_tags_tell_a_cut_row_for_certain() -> None:
    made = over_pages([["Код", "Дело"], ["1", "Создать/Кванториум"]], [["", "Липецк"]], "tags", goes_on=1)
    assert texts(made) == [[["Код", "Дело"], ["1", "Создать Кванториум Липецк"]]]


def test_tables_with_text_between_stay_two() -> None:
    made = over_pages(ROWS[:2], [ROWS[2]])
    made.table(ROWS)
    assert len(texts(made)) == 2


@pytest.mark.parametrize("rotated", [90, 180, 270])
def test_a_page_that_is_turned_is_read_as_it_is_seen(rotated: int) -> None:
    made = page()
    made.rotated = rotated
    assert texts(made) == [ROWS]


def test_a_frame_around_the_page_is_no_table() -> None:
    made = Sheet()
    made.draw("40 40 515 760 re S 40 80 m 555 80 l S 300 40 m 300 80 l S")
    made.line(TEXT)
    made.text("Лист 1", 310, 55)
    made.text("Шифр", 50, 55)
    paper = read(made)
    assert [block.cell for block in paper.blocks if block.text.startswith("Регион")] == [None]


def test_lines_that_hold_one_text_are_no_table() -> None:
    made = Sheet()
    made.draw("100 600 200 100 re S 200 600 m 200 700 l S")
    made.text("Ось", 110, 650)
    assert texts(made) == []


def test_a_page_with_too_many_lines_is_read_without_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.papers.pdf.reading.Budget", lambda: Budget(20))
    paper = read(page())
    assert (paper.tables, paper.unread_tables) == ((), (1,))
    assert "Бюджет области" in paper.pages[0]


def test_letters_scaled_by_their_matrix_are_no_cells() -> None:
    made = Sheet()
    codes = "Перечень сокращений".encode("cp1251").hex()
    made.draw(f"BT /B 1 Tf 14 0 0 14 {LEFT} 700 Tm <{codes}> Tj ET")
    assert [(block.text, block.look.size, block.cell) for block in read(made).blocks] == [
        ("Перечень сокращений", 14.0, None)
    ]


def test_a_justified_heading_is_one_though_its_gaps_are_wide() -> None:
    made = Sheet()
    for word, x in (
        ("ОРГАНИЗАЦИОННАЯ", LEFT),
        ("СТРУКТУРА", 267),
        ("КЛАСТЕРА", RIGHT - 48),
    ):  # gaps of 117 points
        made.text(word, x, 700, "B")
    made.text("И", LEFT, 685, "B")
    made.text("ЕГО", RIGHT - 18, 685, "B")
    made.text("УПРАВЛЕНИЕ", LEFT, 670, "B")
    made.y = 600
    made.line(TEXT)
    heading = read(made).blocks[0]
    assert (heading.text, heading.cell) == ("ОРГАНИЗАЦИОННАЯ СТРУКТУРА КЛАСТЕРА\nИ ЕГО\nУПРАВЛЕНИЕ", None)


def test_a_post_and_a_name_stand_apart() -> None:
    made = Sheet()
    made.line(TEXT)
    made.text("Директор колледжа", LEFT, 650)
    made.text("И.И. Иванов", RIGHT - 66, 650)
    assert [block.text for block in read(made).blocks][-2:] == ["Директор колледжа", "И.И. Иванов"]


def test_words_drawn_out_of_order_are_read_in_order() -> None:
    made = Sheet()
    made.table([["Код", "Значение"], ["1", ""]])
    made.text("[", 310, TOP - 18)
    made.text("]", 400, TOP - 18)
    made.text("не указано", 330, TOP - 18)
    assert texts(made)[0][1] == ["1", "[ не указано ]"]


def test_a_sheet_of_lines_is_read_back() -> None:
    paper = read_paper(sheet("# Общие положения\nТекст.\n| а | б |\n| в | г |"), "x.pdf")
    assert [block.text for block in paper.blocks] == ["Общие положения", "Текст.", "а", "б", "в", "г"]


def test_a_drawing_of_thousands_of_lines_costs_only_its_own_page_the_tables() -> None:
    made = Sheet()
    for at in range(4200):
        made.draw(f"{at % 300 * 2} {at // 300 * 40} 0.1 {20 + at % 7} re f")
    made.new_page()
    made.table(ROWS)
    paper = read(made)
    assert ([table.texts for table in paper.tables], paper.unread_tables) == ([ROWS], (1,))
