"""What is to be done and reached: mission, goal, tasks, measures, indicators, results, risks."""

from collections.abc import Sequence
from decimal import Decimal

from docgen.kinds.programme import looks
from docgen.kinds.programme.looks import Column
from docgen.kinds.programme.matter import DASH, Matter, gap, number, places
from docgen.kinds.programme.prose import list_item
from docgen.language.dates.periods import period
from docgen.model.programme import Indicator, Measure, ResultKind, Risk
from docgen.render import Block, Bold, Cell, Inline, Paragraph, Text

_MATRIX = (Column("Задача", 83), Column("Мероприятия", 46), Column("Показатели", 36))
_MEASURES = (
    Column("Код", 12, looks.CENTRE),
    Column("Мероприятие", 51),
    Column("Срок", 33),
    Column("Ответственный, соисполнители", 69),
    Column("Результат", 42),
    Column("Показатели", 24, looks.CENTRE),
    Column("Объём средств, тыс.\N{NO-BREAK SPACE}рублей", 26, looks.NUMBER),
)
_RESULTS = (
    Column("№", 10, looks.CENTRE),
    Column("Ожидаемый результат", 92),
    Column("Значение", 40, looks.CENTRE),
    Column("Срок", 23, looks.CENTRE),
)
_RISKS = (
    Column("Код", 11, looks.CENTRE),
    Column("Риск и признак его наступления", 60),
    Column("Категория", 30),
    Column("Вероятность", 27, looks.CENTRE),
    Column("Влияние", 20, looks.CENTRE),
    Column("Уровень", 20, looks.CENTRE),
    Column("Меры минимизации", 55),
    Column("Ответственный", 34),
)


def mission(matter: Matter, width: float) -> tuple[Block, ...]:
    """The mission, set apart from the text."""
    return _statement("Миссия", matter.programme.mission)


def goal(matter: Matter, width: float) -> tuple[Block, ...]:
    """The strategic goal."""
    return _statement("Стратегическая цель", matter.programme.goal)


def _statement(label: str, text: str | None) -> tuple[Block, ...]:
    return (Paragraph(Text.of(Bold(f"{label}. "), text), looks.STATEMENT),) if text else ()


def tasks(matter: Matter, width: float) -> tuple[Block, ...]:
    """The tasks as a list; their codes are their numbers."""
    found = matter.programme.tasks
    if not found:
        return ()
    lead = Paragraph("Для достижения стратегической цели решаются следующие задачи:", looks.LEAD)
    last = len(found) - 1
    return lead, *(
        list_item(f"{task.code} – {_bare(task.text)}{'.' if n == last else ';'}")
        for n, task in enumerate(found)
    )


def _bare(text: str) -> str:
    return text.rstrip(" .;")


def task_matrix(matter: Matter, width: float) -> tuple[Block, ...]:
    """Which measures carry a task out, and which indicators show it."""
    rows: list[Sequence[str]] = []
    for task in matter.programme.tasks:
        measures = [one for one in matter.programme.measures if task.code in one.tasks]
        indicators = list(dict.fromkeys(code for one in measures for code in one.indicators))
        codes = ", ".join(one.code for one in measures)
        rows.append(
            [f"{task.code}. {_bare(task.text)}", codes or gap("мероприятия"), ", ".join(indicators) or DASH]
        )
    return (looks.grid(_MATRIX, rows, width),) if rows else ()


def measures(matter: Matter, width: float) -> tuple[Block, ...]:
    """The plan by blocks, in the blocks' order, with the money of each and of all."""
    found = matter.programme.measures
    if not found:
        return ()
    scale = places((one.money for one in found), 1)
    rows: list[Sequence[Cell | looks.Said]] = []
    for title, block in _blocks(matter):
        if title:
            rows.append(looks.group_row(title, len(_MEASURES)))
        rows += [_measure(one, matter, scale) for one in block]
    if any(one.money for one in found):
        whole = sum((one.money or Decimal() for one in found), Decimal())
        rows.append(looks.total_row("Итого", len(_MEASURES) - 1, [number(whole, scale)]))
    return (looks.grid(_MEASURES, rows, width),)


def _blocks(matter: Matter) -> list[tuple[str, list[Measure]]]:
    """The measures by their block's title: blocks of the layout first, others after them."""
    blocks: dict[str, list[Measure]] = {one.title: [] for one in matter.layout.blocks}
    for one in matter.programme.measures:
        blocks.setdefault(matter.title(one.block, matter.layout.blocks), []).append(one)
    return [(title, block) for title, block in blocks.items() if block]


def _measure(one: Measure, matter: Matter, scale: int) -> list[str | Inline]:
    executors = [matter.named(key) for key in one.executors]
    owner = matter.named(one.owner) or gap("ответственный")
    return [
        one.code,
        one.text,
        _when(one),
        f"{owner};\n{', '.join(executors)}" if executors else owner,
        one.result or gap("результат"),
        ", ".join(one.indicators) or DASH,
        number(one.money, scale) if one.money else DASH,
    ]


def _when(one: Measure) -> str:
    if one.start is None and one.end is None:
        return gap("срок")
    if one.start is None or one.end is None or one.start == one.end:
        return period(one.start or one.end) if one.start or one.end else ""  # type: ignore[arg-type]
    return f"{period(one.start)} –\n{period(one.end)}"


def indicators(matter: Matter, width: float) -> tuple[Block, ...]:
    """Indicators with base and values by year."""
    found = matter.programme.indicators
    bases = {one.base_year for one in found if one.base_year}
    base = f"База ({bases.pop()} г.)" if len(bases) == 1 else "База"
    years = [Column(str(year), 20, looks.NUMBER) for year in matter.years]
    columns = (
        Column("Код", 14, looks.CENTRE),
        Column("Показатель", 80),
        Column("Единица измерения", 28, looks.CENTRE),
        Column(base, 24, looks.NUMBER),
        *years,
        Column("Источник данных", 50),
    )
    rows = [_indicator(one, matter) for one in found]
    return (looks.grid(columns, rows, width),) if rows else ()


def _indicator(one: Indicator, matter: Matter) -> list[str]:
    values = [one.values.get(year) for year in matter.years]
    scale = places([one.base, *values])
    name = f"{one.name} (нарастающим итогом)" if one.cumulative else one.name
    shown = [number(value, scale) if value is not None else gap("значение") for value in values]
    return [one.code, name, one.unit or gap("единица"), number(one.base, scale), *shown, one.source or DASH]


def results(matter: Matter, width: float) -> tuple[Block, ...]:
    """Results by what they influence."""
    found = matter.programme.results
    rows: list[Sequence[Cell | looks.Said]] = []
    count = 0
    for kind in (*ResultKind, None):
        of_kind = [one for one in found if one.kind is kind]
        if of_kind and kind is not None:
            rows.append(looks.group_row(f"Влияние: {kind.title}", len(_RESULTS)))
        for one in of_kind:
            count += 1
            value = " ".join(filter(None, [number(one.value) if one.value is not None else "", one.unit]))
            year = f"{one.year} год" if one.year else gap("год")
            rows.append([str(count), one.text, value or gap("значение"), year])
    return (looks.grid(_RESULTS, rows, width),) if rows else ()


def risks(matter: Matter, width: float) -> tuple[Block, ...]:
    """Risks with what is done about them; the codes are those of the matrix."""
    rows = [_risk(n, one, matter) for n, one in enumerate(matter.programme.risks, 1)]
    return (looks.grid(_RISKS, rows, width),) if rows else ()


def _risk(count: int, one: Risk, matter: Matter) -> list[str | Inline]:
    trigger = f".\nПризнак: {_bare(one.trigger)}" if one.trigger else ""
    return [
        f"Р{count}",
        f"{_bare(one.name)}{trigger}",
        one.category or gap("категория"),
        str(one.likelihood) if one.likelihood is not None else gap("1–5"),
        str(one.impact) if one.impact is not None else gap("1–5"),
        str(one.level) if one.level is not None else DASH,
        one.mitigation or gap("меры минимизации"),
        matter.named(one.owner) or gap("ответственный"),
    ]
