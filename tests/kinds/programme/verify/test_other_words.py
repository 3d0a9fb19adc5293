"""A programme that words everything in its own way, against the real layout: good as it is, and spoilt."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.diagnostics import Severity
from docgen.kinds.programme.verify import RULES
from docgen.papers import read_paper
from docgen.papers.examined import Examined
from tests.papers.page import page
from tests.papers.test_sections import the_outline

FOREIGN = (Path(__file__).parent / "foreign.txt").read_text(encoding="utf-8")
ROMAN = ("", "I", "II", "III", "IV", "V", "VI")

Put = Callable[[int, str], str]
WAYS: dict[str, tuple[Put, Put]] = {
    "styles": (lambda n, title: f"# {title}", lambda n, title: f"## {title}"),
    "styles with numbers": (lambda n, title: f"# {n}. {title}", lambda n, title: f"## {title}"),
    "bold": (lambda n, title: f"**{n}. {title}**", lambda n, title: f"**{title}**"),
    "capitals": (
        lambda n, title: f"**РАЗДЕЛ {ROMAN[n]}. {title.upper()}**",
        lambda n, title: f"**{title}.**",
    ),
    "a dash": (lambda n, title: f"**Раздел {n} – {title}**", lambda n, title: f"**{title}**"),
    "roman without a dot": (lambda n, title: f"**{ROMAN[n]} {title}**", lambda n, title: f"## {title}"),
}


def written(text: str, way: str = "styles") -> str:
    """The programme with its headings put in some way."""
    section, point = WAYS[way]
    lines, number = [], 0
    for line in text.splitlines():
        if line.startswith("# "):
            number += 1
            line = section(number, line[2:])
        elif line.startswith("## "):
            line = point(number, line[3:])
        lines.append(line)
    return "\n".join(lines)


def codes(text: str, severity: Severity) -> set[str]:
    """The codes of all problems of a severity."""
    examined = Examined(read_paper(page(text), "x.docx"), "final", the_outline())
    problems = [problem for rule in RULES if rule.check for problem in rule(examined)]
    return {problem.rule.code for problem in problems if problem.severity is severity}


def errors(text: str) -> set[str]:
    """The codes of all errors."""
    return codes(text, Severity.ERROR)


@pytest.mark.parametrize("way", WAYS)
def test_a_good_programme_in_other_words_has_no_errors(way: str) -> None:
    assert errors(written(FOREIGN, way)) == set()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("section", [1, 3, 4, 5, 6])
def test_a_section_that_is_not_there_is_missed(way: str, section: int) -> None:
    parts = re.split(r"^(?=# |Подписи)", FOREIGN, flags=re.MULTILINE)
    assert "V301" in errors(written("".join(parts[:section] + parts[section + 1 :]), way))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        pytest.param("# Миссия, цели и задачи", "# Миссия, цели и задачи\n(указать миссию кластера)", "V207", id="hint in brackets"),
        pytest.param("Сделать работу", "Миссия должна отражать специфику деятельности.\nСделать работу", "V308", id="hint of the slide"),
        pytest.param("| 75 | 35 | 10 | 120 |", "| 76 | 35 | 10 | 120 |", "V403", id="a total"),
        pytest.param("| Областной бюджет | 5 | 5 | 5 | 15 |", "| Областной бюджет | 5 | 5 | 5 | 16 |", "V403", id="a row"),
        pytest.param("## Риски и меры по их снижению", "## Порядок контроля", "V304", id="another point"),
    ],
)  # fmt: skip
def test_what_is_spoilt_is_told(old: str, new: str, code: str) -> None:
    assert old in FOREIGN
    assert code in errors(FOREIGN.replace(old, new, 1))


COUNCIL = "Кластер создан в форме автономной некоммерческой организации"
YEARS = "Базовое значение, 2021 | 2022 год | 2023 год | 2024 год |"
BOTH = "Участники действуют как объединение без образования юридического лица. " + COUNCIL


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        pytest.param(COUNCIL, BOTH, "V310", id="both ways"),
        pytest.param("Объём средств – 120 млн руб.", "Общий объём средств программы – 150 млн руб.", "V407", id="the total in the text"),
        pytest.param("| 01.09.2022 | Колледжи |", "| 01.09.2026 | Колледжи |", "V408", id="after the period"),
        pytest.param(YEARS, YEARS.replace("2023", "Второй"), "V402", id="a year without a column"),
    ],
)  # fmt: skip
def test_what_is_doubtful_is_warned_of(old: str, new: str, code: str) -> None:
    assert old in FOREIGN
    assert code not in codes(FOREIGN, Severity.WARNING)
    assert code in codes(FOREIGN.replace(old, new, 1), Severity.WARNING)


@pytest.mark.parametrize(
    "told",
    [
        "Рассмотрен и отклонён второй вариант – объединение без образования юридического лица. ",
        "Объединение без образования юридического лица могло быть создано быстрее. ",
        "Участники выбирали: объединение без образования юридического лица или АНО. ",
    ],
)
def test_a_way_that_is_only_weighed_is_not_chosen(told: str) -> None:
    assert "V310" not in codes(FOREIGN.replace(COUNCIL, told + COUNCIL, 1), Severity.WARNING)


def test_one_table_does_not_stand_for_two() -> None:
    """Indicators with a column «Источник» have all that the statistics of the branch have."""
    shorter = without_table("Таблица 2 – Показатели развития отрасли").replace(
        YEARS, YEARS + " Источник |", 1
    )
    assert "V405" in codes(shorter, Severity.WARNING)


def test_a_table_of_indicators_may_have_its_years_in_rows() -> None:
    turned = "| Год | Численность обучающихся | Число партнёров |\n" + "".join(
        f"| {year} год | {n}00 | {n} |\n" for n, year in enumerate((2021, 2022, 2023, 2024), 1)
    )
    text, count = re.subn(
        r"(?<=^Таблица 7 – Целевые показатели\n)(\|.*\n)+", turned, FOREIGN, flags=re.MULTILINE
    )
    assert count == 1
    assert "V402" not in codes(text, Severity.WARNING)


@pytest.mark.parametrize("unit", ["Единица измерения", "Единица", "Ед. изм."])
def test_the_column_of_units_may_be_called_shortly(unit: str) -> None:
    shorter = FOREIGN.replace("Ед. изм. | Базовое значение, 2021", f"{unit} | 2021", 1)
    assert shorter != FOREIGN
    assert "V402" not in codes(shorter, Severity.WARNING)


def test_a_schedule_in_parts_is_held_against_the_period() -> None:
    part = "Таблица 6.1 – Дорожная карта\n| Наименование мероприятия | Сроки реализации | Исполнитель |\n| Ремонт | 2025 | Колледж |\n"
    text = FOREIGN.replace("Таблица 7 – Целевые показатели", part + "\nТаблица 7 – Целевые показатели", 1)
    assert "V408" in codes(text, Severity.WARNING)


def test_both_ways_left_as_headings_are_told() -> None:
    second = (
        "Объединение без образования самостоятельного юридического лица\nУчастники заключили соглашение, контроль ведёт "
        "управляющий совет, в который входят представители сторон.\n"
    )
    text = FOREIGN.replace("## Участники и их функции.", second + "## Участники и их функции.", 1)
    assert "V310" in codes(text, Severity.WARNING)


def test_both_ways_left_as_a_list_are_told() -> None:
    ways = (
        "Организационная форма кластера:\n– Создание в соучредительстве автономной некоммерческой организации\n"
        "– Объединение без образования самостоятельного юридического лица\n"
    )
    shorter = re.sub(rf"^{COUNCIL}.*$", ways, FOREIGN, flags=re.MULTILINE)
    assert "V310" in codes(shorter, Severity.WARNING)


def test_the_total_in_the_text_may_be_rounded_or_of_a_part() -> None:
    told = "Общий объём финансирования программы составляет 0,12 млрд рублей. Общий объём средств гранта – 80 млн руб."
    text = FOREIGN.replace("Объём средств – 120 млн руб.", told, 1)
    assert "V407" not in codes(text, Severity.WARNING)


@pytest.mark.parametrize(
    "caption", ["Таблица 6 – Дорожная карта", "Таблица 7 – Целевые показатели", "Таблица 10 – Смета"]
)
def test_a_table_that_no_text_can_stand_for_is_missed(caption: str) -> None:
    assert "V401" in errors(without_table(caption))


@pytest.mark.parametrize("caption", ["Таблица 4 – Участники кластера", "Таблица 12 – Реестр рисков"])
def test_what_can_be_told_in_words_may_be(caption: str) -> None:
    told = "Организации кластера вместе решают задачи подготовки кадров и снижают риски программы. " * 4
    assert errors(without_table(caption, told)) == set()
    assert "V405" in codes(without_table(caption, told), Severity.WARNING)


def without_table(caption: str, instead: str = "") -> str:
    """The programme without a table and its caption."""
    shorter, count = re.subn(rf"^{caption}\n(\|.*\n)+", f"{instead}\n", FOREIGN, flags=re.MULTILINE)
    assert count == 1
    return shorter


def test_signatures_may_stand_before_the_annexes() -> None:
    annex = "\nПриложение 1\n" + "| Оборудование | Количество |\n" * 60
    assert errors(FOREIGN + annex) == set()


def test_contents_typed_with_dots_are_no_text() -> None:
    titles = re.findall(r"^# (.+)", FOREIGN, flags=re.MULTILINE)
    typed = "Содержание\n" + "".join(
        f"{n}. {title} {'.' * 30} {n * 3}\n" for n, title in enumerate(titles, 1)
    )
    assert errors(typed + FOREIGN) == set()


def test_a_signature_table_is_no_table_of_risks() -> None:
    """Under the heading of the risks a table follows in which people sign."""
    shorter = without_table("Таблица 12 – Реестр рисков", "")
    signed = re.sub(r"^Подписи[^$]*", "", shorter, flags=re.MULTILINE) + SIGNED
    assert "V405" in codes(signed, Severity.WARNING) or "V401" in errors(signed)


SIGNED = """
| Министр образования Вологодской области | ________ | Н.С. Жук |
| Директор БПОУ ВО «Тотемский политехнический колледж» | ________ | Р.А. Ким |
| Генеральный директор АО «ЧФМК» | ________ | С.И. Рогов |
"""


@pytest.mark.parametrize(
    ("side", "line"),
    [("предприятия", "Генеральный директор АО"), ("субъекта Российской Федерации", "Министр")],
)
def test_a_side_is_missed_though_a_table_above_names_it(side: str, line: str) -> None:
    left = "".join(one for one in SIGNED.splitlines(keepends=True) if line not in one)
    text = re.sub(r"^Подписи[^$]*", "", FOREIGN, flags=re.MULTILINE)
    examined = Examined(read_paper(page(text + "Подписи\n" + left), "x.docx"), "final", the_outline())
    told = [p.message for rule in RULES if rule.code == "V412" for p in rule(examined)]
    assert told == [f"среди подписей не видно {side}"]
