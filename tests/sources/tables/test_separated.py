"""CSV: letters and columns are told for certain or not at all."""

from pathlib import Path

import pytest

from tests.sources.tables.workshop import lines, plan, told

TABLE = "Наименование;Цена\nСтанок «Ф-1» – токарный;1 250,5\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_letters_are_read_from_every_encoding_that_excel_writes(
    tmp_path: Path, encoding: str, end: str
) -> None:
    record = plan(tmp_path, "lines: a.csv\n", a_csv=TABLE.replace("\n", end).encode(encoding))
    assert lines(record) == [("Станок «Ф-1» – токарный", 1250 + record.lines[0].price % 1, {})]  # type: ignore[operator]
    assert str(record.lines[0].at("price")) == "content/plan/x/a.csv:2:25"
    assert record.lines[0].at("price").text == "1 250,5"


@pytest.mark.parametrize("encoding", ["cp866", "koi8-r", "mac-cyrillic", "iso8859-5"])
def test_letters_of_other_encodings_are_not_guessed(tmp_path: Path, encoding: str) -> None:
    text = "Наименование;Цена\nСтанок токарный;1250\n"
    (problem,) = told(tmp_path, "lines: a.csv\n", a_csv=text.encode(encoding))
    assert problem.startswith("x.yaml:1:8 S304 ")


@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_the_separator_is_the_one_that_gives_known_columns(tmp_path: Path, sign: str) -> None:
    table = sign.join(("Наименование", "2022", "2023")) + "\n" + sign.join(("А", '"1,5"', "2")) + "\n"
    assert [line.amounts for line in plan(tmp_path, "lines: a.csv\n", a_csv=table).lines] == [
        {2022: pytest.approx(1.5), 2023: 2}
    ]


def test_excel_may_name_the_separator_itself(tmp_path: Path) -> None:
    record = plan(tmp_path, "free: {t: a.csv}\n", a_csv="sep=,\nа;б,в\n1;2,3\n")
    assert record.free["t"] == [{"а;б": "1;2", "в": "3"}]


def test_quotes_hold_separators_line_ends_and_quotes(tmp_path: Path) -> None:
    table = 'Наименование;Цена\n"Станок ""Ф;1"",\nтокарный" ; 3\nООО "Б";4\n'
    record = plan(tmp_path, "lines: a.csv\n", a_csv=table)
    assert [line.name for line in record.lines] == ['Станок "Ф;1",\nтокарный', 'ООО "Б"']
    assert record.lines[0].at("price").text == "3"
    assert str(record.lines[1].at("price")) == "content/plan/x/a.csv:4:9"


def test_an_open_quote_is_told(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "lines: a.csv\n", a_csv='Наименование;Цена\n"Станок;3\n')
    assert problem == (
        "x.yaml:1:8 S304 в строке 2 кавычка не закрыта или закрыта не там → удвойте кавычки внутри ячейки"
    )


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+A1", "-СУММ(A1:A2)"])
def test_what_excel_would_compute_is_told(tmp_path: Path, text: str) -> None:
    (problem,) = told(tmp_path, "lines: a.csv\n", a_csv=f"Наименование;Цена\n{text};3\n")
    assert problem.startswith("x/a.csv:2:1 S311 ячейка начинается как формула")


@pytest.mark.parametrize("text", ["+7 (495) 123-45-67", "-5", "+5 %", "– без названия", "-"])
def test_a_sign_before_a_number_is_no_formula(tmp_path: Path, text: str) -> None:
    record = plan(tmp_path, "free: {t: a.csv}\n", a_csv=f"а;б\n{text};3\n")
    assert record.free["t"][0]["а"] == text


def test_an_invisible_character_is_told(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, "lines: a.csv\n", a_csv="Наименование;Цена\nА\x0bБ;3\n")
    assert problem == "x/a.csv:2:2 S006 невидимый символ U+000B → удалите символ"


def test_an_empty_file_has_no_header(tmp_path: Path) -> None:
    assert told(tmp_path, "lines: a.csv\n", a_csv="")[0].startswith("x.yaml:1:8 S306")
    assert told(tmp_path, "free: {t: a.csv}\n", a_csv="")[0].endswith(
        "S306 таблица пуста → впишите названия столбцов и строки"
    )
