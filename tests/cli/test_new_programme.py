"""What a new programme starts from: made of the layout and the cards, a draft that only has gaps."""

import io
import json

import jsonschema
import pytest
import yaml
from openpyxl import load_workbook

from tests.cli.desk import Desk

SOURCE = "content/programme/omsk.yaml"
BOOK = "content/programme/omsk/tables.xlsx"
NEXT_YEAR = """\
title: Макет программы следующих лет
period: {from: 2025, to: 2026}
sections:
  - key: idea
    title: Замысел
    points:
      - {key: why, title: Зачем, hint: "Объясните, кому это нужно.", shows: [partners]}
      - {key: plan, title: План, prose: none, shows: [measures]}
tables:
  partners:
    title: Партнёры, которые помогают
    required: true
    columns: [{key: name, title: Партнёр, required: true}, {key: since, title: С какого года, type: integer}]
blocks:
  - {key: one, title: Единственный блок}
"""


@pytest.fixture
def started(desk: Desk) -> Desk:
    said = desk("new programme omsk --cluster agriculture --region", "Омская область")
    assert (said.code, said.out) == (0, f"{SOURCE}\n{BOOK}\n")
    return desk


def test_the_scaffold_is_a_draft_that_only_has_gaps(started: Desk) -> None:
    checked = started("check --format json", SOURCE)
    assert checked.code == 0
    found = json.loads(checked.out)["problems"]
    assert {problem["severity"] for problem in found if problem["path"].startswith(SOURCE)} == {"gap"}
    assert len(found) > 20


def test_region_and_industry_come_from_the_registries(started: Desk) -> None:
    source = yaml.safe_load(started.read(SOURCE))
    assert (source["cluster"], source["region"], source["industry"]) == (
        "agriculture",
        "Омская область",
        "agriculture",
    )
    assert source["period"] == {"from": 2022, "to": 2024}


def test_every_point_of_the_layout_is_there_with_its_hint(started: Desk) -> None:
    source = yaml.safe_load(started.read(SOURCE))
    layout = yaml.safe_load(started.read("content/reference/layouts/programme-2022.yaml"))
    text = " ".join(line.strip(" #") for line in started.read(SOURCE).splitlines())
    for section in layout["sections"]:
        assert list(source["sections"][section["key"]]) == [point["key"] for point in section["points"]]
        for point in section["points"]:
            assert " ".join(point["hint"].split()) in text


def test_the_schema_accepts_the_scaffold(started: Desk) -> None:
    schema = json.loads(started.read("content/.schema/programme.json"))
    jsonschema.validate(yaml.safe_load(started.read(SOURCE)), schema)


def test_a_way_may_be_chosen_by_taking_its_signs_away(started: Desk) -> None:
    lines = started.read(SOURCE).splitlines()
    first, last = lines.index("#  association:"), lines.index("#    council:")
    opened = [line.removeprefix("#") for line in lines[first : last + 2]]
    opened = [line for line in opened if "managing_company:" not in line]
    started.write(SOURCE, "\n".join([*lines[:first], *opened, *lines[last + 2 :], ""]))
    assert "ошибка S" not in started("check", SOURCE).out


def test_the_book_has_a_sheet_for_every_table_with_lists_to_choose_from(started: Desk) -> None:
    book = load_workbook(io.BytesIO((started.root / BOOK).read_bytes()))
    assert book.sheetnames[:5] == ["Участники", "Мероприятия", "Показатели", "Финансирование", "Смета"]
    assert book["Списки"].sheet_state == "hidden"
    titles = [cell.value for cell in book["Финансирование"][2]]
    assert titles == ["Источник", "Направление", "2022", "2023", "2024", "Всего"]
    choices = {
        str(guide.sqref): guide.formula1 for guide in book["Финансирование"].data_validations.dataValidation
    }
    sheet, _, cells = str(choices["A3:A500"]).partition("!")
    offered = [row[0].value for row in book[sheet][cells.replace("$", "")]]
    assert offered[0] == "Федеральный бюджет (грант)"


def test_the_source_of_data_is_not_chosen_among_sources_of_money(started: Desk) -> None:
    sheet = load_workbook(io.BytesIO((started.root / BOOK).read_bytes()))["Показатели"]
    column = next(cell.column_letter for cell in sheet[2] if cell.value == "Источник данных")
    guides = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
    assert guides[f"{column}3:{column}500"] is None


def test_what_an_office_writes_into_the_book_is_read(started: Desk) -> None:
    path = started.root / BOOK
    book = load_workbook(path)
    book["Участники"].append(["zavod", "АО «Завод»", None, "предприятие-партнёр", "123"])
    book.save(path)
    told = started("check", SOURCE).out
    assert "tables.xlsx!Участники!E3: ошибка" in told
    assert "не заполнено: участники" not in told


def test_a_file_that_lies_there_already_is_kept(desk: Desk) -> None:
    desk.write(BOOK, "смета из прошлой заявки")
    said = desk("new programme omsk")
    assert said.out == f"{SOURCE}\n"
    assert desk.read(BOOK) == "смета из прошлой заявки"


def test_a_layout_with_other_sections_makes_another_scaffold(desk: Desk) -> None:
    desk.write("content/reference/layouts/programme-2025.yaml", NEXT_YEAR)
    assert desk("new programme omsk").code == 0
    source = yaml.safe_load(desk.read(SOURCE))
    assert source["layout"] == "programme-2025"
    assert source["sections"] == {"idea": {"why": None}}
    assert source["tables"] == {"partners": {"file": "tables.xlsx", "sheet": "Партнёры которые помогают"}}
    assert source["measures"] == {"file": "tables.xlsx", "sheet": "Мероприятия"}
    assert not {"risks", "estimate", "mission", "structure"} & set(source)
    checked = desk("check", SOURCE)
    assert checked.code == 0
    assert "ошибка" not in checked.out
    assert desk("new programme old --layout programme-2022").code == 0
    assert yaml.safe_load(desk.read("content/programme/old.yaml"))["layout"] == "programme-2022"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (
            ["--cluster", "agricultur"],
            "--cluster: карточки отрасли «agricultur» нет: может быть, agriculture?",
        ),
        (
            ["--layout", "programme-2023"],
            "--layout: макета «programme-2023» нет: может быть, programme-2022?",
        ),
        (
            ["--region", "Омская"],
            "--region: субъекта Российской Федерации «Омская» нет: может быть, Омская область?",
        ),
    ],
)
def test_what_there_is_not_is_wrong_usage(desk: Desk, options: list[str], told: str) -> None:
    before = desk.files()
    said = desk("new programme omsk", *options)
    assert said.code == 2
    assert told.partition(": ")[2] in said.err
    assert desk.files() == before


def test_without_any_layout_no_programme_can_be_started(desk: Desk) -> None:
    (desk.root / "content/reference/layouts/programme-2022.yaml").unlink()
    said = desk("new programme omsk")
    assert said.code == 2
    assert "нет ни одного макета" in said.err


def test_the_same_layout_gives_the_same_bytes(desk: Desk) -> None:
    desk("new programme omsk")
    desk("new programme twin")
    assert (desk.root / BOOK).read_bytes() == (desk.root / "content/programme/twin/tables.xlsx").read_bytes()
    assert desk.read(SOURCE).replace("omsk", "twin") == desk.read("content/programme/twin.yaml")
