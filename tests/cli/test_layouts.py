"""A methodologist makes the next макет by copying a YAML file and editing it; docgen tells what is wrong with it."""

import re

import docx
import pytest

from tests.cli.desk import Desk
from tests.model.test_layout import NEXT

FIRST = "content/reference/layouts/programme-2022.yaml"
SECOND = "content/reference/layouts/programme-2025.yaml"
PROGRAMME = """
layout: programme-2025
name: Образовательно-производственный кластер металлургической отрасли Липецкой области
region: lipetsk
industry: metallurgy
period: {from: 2025, to: 2027}
sections:
  state: {region: "Отрасль развивается, см. [](#table-partners)."}
  actions: {plan: План действий рассчитан на три года.}
goal: Подготовить кадры для отрасли
tasks: [{code: З1, text: Обновить образовательные программы}]
tables:
  partners: [{Предприятие: Комбинат, Мест: "12"}, {name: Завод, places: "3"}]
"""


def told(desk: Desk) -> list[str]:
    """What docgen says of the layouts: place, code, message."""
    lines = desk("check --format short", "content/reference/layouts").out.splitlines()
    return [line for line in lines if line.startswith("content/reference/layouts/")]


def test_the_shipped_layout_has_nothing_to_tell(desk: Desk) -> None:
    assert told(desk) == []


def test_a_copy_with_other_years_is_a_layout(desk: Desk) -> None:
    desk.write(SECOND, desk.read(FIRST))
    desk.change(SECOND, "period: {from: 2022, to: 2024}", "period: {from: 2025, to: 2027}")
    (line,) = told(desk)
    assert "C363" in line
    assert "в паспорте нет показателей на 2025, 2026, 2027 год" in line
    assert desk("check").code == 0


def test_a_layout_of_four_sections_is_a_layout(desk: Desk) -> None:
    desk.write(SECOND, NEXT.lstrip("\n"))
    assert [re.findall(r"[A-Z]\d{3}", line) for line in told(desk)] == [["C363"]]


@pytest.mark.parametrize(
    ("old", "new", "place", "code"),
    [
        ("shows: [partners]", "shows: [partner]", "7:89", "C352"),
        ("shows: [goal, tasks]", "shows: [goal, tasks, goal]", "11:108", "C353"),
        ("shows: [goal, tasks]", "shows: [tasks]", "30:20", "C354"),
        ("  goal: {required: true}", "  gaol: {}", "30:3", "C356"),
        ("key: actions", "key: aims", "13:10", "C351"),
        ("sources: [{key: grant, title: Грант, grant: true}]", "sources: []", "20:89", "C360"),
        ("from: 2025, to: 2027", "from: 2025, to: 2024", "2:9", "S103"),
        ("hint: Внесите суммы., ", "", "20:31", "C364"),
    ],
)
def test_a_slip_is_told_at_its_place(desk: Desk, old: str, new: str, place: str, code: str) -> None:
    desk.write(SECOND, NEXT.lstrip("\n"))
    desk.change(SECOND, old, new)
    found = [line for line in told(desk) if "C363" not in line]
    assert [line.startswith(f"{SECOND}:{place}:") and code in line for line in found] == [True], found


def test_a_broken_layout_spoils_nothing_but_itself(desk: Desk) -> None:
    desk.write(SECOND, "title: Макет\nsections: что-то\n")
    said = desk("check --format short")
    assert said.code == 1
    places = {
        line.partition(":")[0] for line in said.out.splitlines() if " error " in line or "ошибка" in line
    }
    assert {place for place in places if place.startswith("content/")} == {SECOND}


def test_a_programme_is_printed_by_the_new_layout(desk: Desk) -> None:
    desk.write(SECOND, NEXT.lstrip("\n"))
    desk.write("content/programme/next.yaml", PROGRAMME.lstrip("\n"))
    assert desk("build -t docx content/programme/next.yaml").code == 0
    made = docx.Document(str(desk.root / "out/programme/next.docx"))
    texts = [paragraph.text.replace("\u00a0", " ") for paragraph in made.paragraphs]
    headings = [text for text in texts if re.match(r"\d(\.\d)? [А-Я]", text)]
    assert headings[-9:] == [
        "1 Исходное состояние",
        "1.1 Регион и отрасль",
        "2 Цель, задачи и показатели",
        "2.1 Цель и задачи",
        "2.2 Показатели",
        "3 Действия",
        "3.1 План действий",
        "4 Деньги",
        "4.1 Источники",
    ]
    assert "Отрасль развивается, см. таблицу 1." in texts
    assert "Таблица 1 – Предприятия-партнёры и их вклад" in texts
    partners = [[cell.text for cell in row.cells] for row in made.tables[0].rows]
    assert partners == [["Предприятие", "Ученических мест"], ["Комбинат", "12"], ["Завод", "3"]]
