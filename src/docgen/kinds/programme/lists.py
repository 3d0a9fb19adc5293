"""Lists at the ends of a programme – legal acts, abbreviations – and the tables that a layout adds by itself."""

from collections.abc import Sequence
from decimal import Decimal

from docgen.kinds.programme import looks
from docgen.kinds.programme.looks import Column
from docgen.kinds.programme.matter import DASH, Matter, capital, number, places
from docgen.kinds.programme.prose import list_item
from docgen.language.dates.day import written
from docgen.model.layout.layout import Column as FreeColumn
from docgen.model.layout.layout import ColumnType, FreeTable
from docgen.model.programme import LegalAct
from docgen.model.values import parse_number
from docgen.render import Block, Table

_FIGURES = (ColumnType.NUMBER, ColumnType.INTEGER)
_ABBREVIATIONS = (Column("", 35), Column("", 130))


def legal_acts(matter: Matter, width: float) -> tuple[Block, ...]:
    """The acts as a numbered list."""
    found = matter.programme.legal_acts
    ends = [";"] * (len(found) - 1) + ["."]
    return tuple(
        list_item(f"{_act(act)}{end}", f"{count}.")
        for count, (act, end) in enumerate(zip(found, ends, strict=False), 1)
    )


def _act(act: LegalAct) -> str:
    """«Федеральный закон от 29 декабря 2012 г. № 273-ФЗ «Об образовании в Российской Федерации»»."""
    kind = " ".join(filter(None, [capital(act.kind or ""), act.issuer]))
    day = f"от {written(act.date)}" if act.date else ""
    code = f"№ {act.number}" if act.number else ""
    title = act.title if act.title.startswith("«") or not kind else f"«{act.title}»"
    repealed = f"(утратил силу: {act.repealed_by})" if act.repealed_by else ""
    return " ".join(filter(None, [kind, day, code, title, repealed]))


def abbreviations(matter: Matter, width: float) -> tuple[Block, ...]:
    """Abbreviations with their meanings, in alphabetical order."""
    found = sorted(matter.programme.abbreviations, key=lambda one: one.short.casefold().replace("ё", "е"))
    if not found:
        return ()
    rows = tuple((one.short, f"{DASH} {one.meaning}") for one in found)
    return (
        Table(
            rows, tuple(column.share for column in _ABBREVIATIONS), 0, looks.PLAIN, ("", looks.ABBREVIATION)
        ),
    )


def free_table(matter: Matter, key: str, table: FreeTable, width: float) -> tuple[Block, ...]:
    """A table that the layout describes: its columns, figures to the right."""
    rows = [_row(table, row) for row in matter.programme.tables.get(key, ())]
    if not rows:
        return ()
    columns = [
        Column(column.title, _share(column, [row[place] for row in rows]), _style(column))
        for place, column in enumerate(table.columns)
    ]
    return (looks.grid(columns, rows, width),)


def _row(table: FreeTable, row: dict[str, str]) -> list[str]:
    """The values of a row in the columns' order, its figures with as many places as the longest needs."""
    written = {name.strip().casefold(): value.strip() for name, value in row.items()}
    texts = [_value(column, written) for column in table.columns]
    figures = [
        _figure(text) if column.type in _FIGURES else None
        for column, text in zip(table.columns, texts, strict=True)
    ]
    scale = places(figures, most=4)
    return [
        text or DASH if figure is None else number(figure, scale)
        for text, figure in zip(texts, figures, strict=True)
    ]


def _value(column: FreeColumn, written: dict[str, str]) -> str:
    """What stands under the column's key or one of its wordings."""
    names = [name.casefold() for name in (column.key, *column.wordings)]
    return next((written[name] for name in names if name in written), "")


def _figure(text: str) -> Decimal | None:
    try:
        return parse_number(text)
    except ValueError:
        return None


def _share(column: FreeColumn, texts: Sequence[str]) -> float:
    longest = max(map(len, [*column.title.split(), *texts]), default=0)
    return 8.0 + min(longest, 34)


def _style(column: FreeColumn) -> str:
    if column.type in _FIGURES:
        return looks.NUMBER
    return looks.CENTRE if column.type is ColumnType.DATE else looks.CELL
