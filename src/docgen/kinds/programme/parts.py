"""Of what a programme consists by its layout, and who answers for each part: ``docgen status`` tells its readiness."""

from collections.abc import Iterator

from docgen.corpus import Corpus, Document
from docgen.corpus.readiness import Part, Path, Unit
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.tables import DATA
from docgen.kinds.programme.rules.walk import book_of, layout_of
from docgen.model.layout.layout import Component, Layout, NumberedPoint
from docgen.model.layout.parts import ProseNeed

_HEAD = ("stage", "signed", "layout", "name", "short", "cluster", "region", "industry", "period")
_TITLE_PAGE = ("place", "year", "date", "teaching_example", "approvals")
_BODY = (("structure",),)
_TOLD = {  # what rules call these, beside their titles
    "funding": ("источник финансирования", "таблице финансирования", "финансирован"),
    "estimate": ("смет",),
    "indicators": ("показател",),
    "measures": ("мероприяти", "в блоке"),
    "participants": ("участник", "получатель гранта"),
    "risks": ("риск",),
    "results": ("результат",),
    "tasks": ("задач",),
    "goal": ("цель",),
    "mission": ("миссия",),
}


def parts(document: Document[Programme], corpus: Corpus) -> tuple[Part, ...]:
    """The title page, the layout's sections with their points, what stands after them, the signatures."""
    layout = layout_of(document, corpus)
    programme = document.record
    college = _college(programme)
    head = Unit("Сведения о программе", college, ((), *((field,) for field in _HEAD)), ("макет",))
    title = Unit(
        "Титульный лист",
        college,
        tuple((field,) for field in _TITLE_PAGE),
        ("титул", "гриф"),
    )
    found = [Part("Общие сведения", (head, title))]
    if layout is not None:
        tables = dict(_tables(layout, programme, college))
        found += _sections(layout, college, tables)
        found += _lists(layout, tables)
    region = _region(document, corpus)
    return (*found, Part("Лист подписания", (_signatures(programme, region),)))


def _college(programme: Programme) -> str:
    """Who writes the programme: the recipient of the grant, or the base college."""
    ordered = sorted(programme.participants, key=lambda one: not one.grant_recipient)
    writer = next((one for one in ordered if one.grant_recipient or (one.kind and one.kind.is_college)), None)
    return writer.in_text if writer is not None else "базовый колледж"


def _region(document: Document[Programme], corpus: Corpus) -> str:
    written = document.record.region
    known = book_of(corpus).regions.find(written) if written else None
    return known.name if known is not None else written or "субъект Российской Федерации"


def _tables(layout: Layout, programme: Programme, college: str) -> Iterator[tuple[str, Unit]]:
    """What is printed of data and demanded or begun, by the name under which the layout prints it first."""
    printed = list(layout.printed())
    fields: dict[str, Component] = {}
    for component, field in DATA.items():
        if component.value in printed:
            fields.setdefault(field, component)
    for field, component in fields.items():
        if _demanded(field, layout) or getattr(programme, field):
            title = layout.title_of(component)
            totals: tuple[Path, ...] = (("funding_totals",),) if field == "funding" else ()
            names = (title, *_TOLD.get(field, ()))
            yield (
                component.value,
                Unit(title, college, ((field,), *totals), names, tuple(_others(field, programme))),
            )
    for key, table in layout.tables.items():
        if table.required or programme.tables.get(key):
            yield key, Unit(table.title, college, (("tables", key),), (f"«{table.title}»",))


def _sections(layout: Layout, college: str, tables: dict[str, Unit]) -> Iterator[Part]:
    for number, section in enumerate(layout.sections, 1):
        own = [one for one in layout.points() if one.section is section]
        units = [unit for one in own for unit in _point(one, college, tables)]
        if units:
            title = f"«{section.title}»"
            whole = (*units[0].paths, ("sections", section.key)), (*units[0].names, title)
            units[0] = Unit(units[0].title, college, *whole, units[0].others)
            yield Part(f"{number}. {section.title}", tuple(units))


def _point(one: NumberedPoint, college: str, tables: dict[str, Unit]) -> Iterator[Unit]:
    """The text of a point, and what is printed at it."""
    if one.point.prose is not ProseNeed.NONE:
        paths: tuple[Path, ...] = (("sections", one.section.key, one.point.key),)
        choice = _BODY if one.point.exactly_one_of else ()
        names = (f"«{one.point.title}»", f"пункт {one.number} ", f"пункте {one.number} ")
        yield Unit(f"{one.number} {one.point.title}", college, (*paths, *choice), names)
    yield from (tables[name] for name in one.point.shows if name in tables)


def _lists(layout: Layout, tables: dict[str, Unit]) -> Iterator[Part]:
    """What is printed outside of the sections."""
    units = tuple(tables[name] for name in (*layout.front, *layout.back) if name in tables)
    if units:
        yield Part("Перечни и приложения", units)


def _demanded(field: str, layout: Layout) -> bool:
    return any(layout.setting(one).required for one, its in DATA.items() if its == field)


def _others(field: str, programme: Programme) -> Iterator[tuple[Path, str]]:
    """Rows that somebody else answers for: a participant for what is said of it, an owner for a measure or a risk."""
    if field == "participants":
        for place, one in enumerate(programme.participants):
            yield (field, place), one.in_text
    elif field in ("measures", "risks"):
        for place, row in enumerate(getattr(programme, field)):
            owner = programme.participant(row.owner) if row.owner else None
            if owner is not None:
                yield (field, place), owner.in_text


def _signatures(programme: Programme, region: str) -> Unit:
    """The signature sheet: each line is its side's own affair."""
    sides = tuple(
        (("signatories", place), _side(one.side, programme, region))
        for place, one in enumerate(programme.signatories)
    )
    names = ("лист подписания", "листе подписания", "подпис", "основание полномочий")
    return Unit("Подписи сторон", "стороны, подписывающие программу", (("signatories",),), names, sides)


def _side(side: str, programme: Programme, region: str) -> str:
    if side == "region":
        return region
    role, _, key = side.rpartition(":")
    participant = programme.participant(key)
    if participant is None:
        return side
    return participant.founder or f"учредитель {participant.in_text}" if role else participant.in_text
