"""What ``docgen new programme`` starts from: a draft made of the layout and the cards, with a hint at every place."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass

from docgen.corpus import CannotStart, Scaffold, Start, named
from docgen.kinds.programme.scaffold_lines import Lines, said
from docgen.kinds.programme.scaffold_structure import structure
from docgen.kinds.programme.scaffold_tables import BOOK, Filled, book, built_in, free
from docgen.model.clusters import Card
from docgen.model.layout.layout import Component, Layout, Point, ProseNeed, Section, Side
from docgen.model.programme import Stamp, WrittenProgramme
from docgen.model.programme_book import ProgrammeBook


def scaffold(start: Start) -> Scaffold:
    """The draft and the Excel book beside it; :class:`CannotStart` if an option names what there is not."""
    chosen = _chosen(ProgrammeBook.of(start.corpus), start.asked)
    lines = [f"# yaml-language-server: $schema={start.schema}", *_head(start.id, chosen), *_matter(chosen)]
    return Scaffold("\n".join([*lines, *_sections(chosen.layout), ""]), {BOOK: book(chosen.layout)})


@dataclass(frozen=True)
class _Chosen:
    """What the options and the registries say of the new programme."""

    layout_id: str
    layout: Layout
    cluster: str
    card: Card | None
    region: str


def _chosen(reference: ProgrammeBook, asked: Mapping[str, str]) -> _Chosen:
    layout_id = asked.get("layout") or reference.newest_layout
    if not layout_id:
        raise CannotStart("layout", "в content/reference/layouts нет ни одного макета, который читается")
    layout: Layout = named("layout", layout_id, reference.layouts, "макета")
    cluster = asked.get("cluster", "")
    card = named("cluster", cluster, reference.clusters.root, "карточки отрасли") if cluster else None
    return _Chosen(layout_id, layout, cluster, card, _region(reference, asked.get("region", "")))


def _region(reference: ProgrammeBook, text: str) -> str:
    if not text:
        return ""
    subject = reference.regions.find(text)
    if subject is None:
        names = {one.name.lower(): one.name for one in reference.regions.root.values()}
        begun = [name for name in names if f" {text.lower()}" in f" {name}"]  # «Омск»
        near = begun or difflib.get_close_matches(text.lower(), names, n=1, cutoff=0.5)
        told = f"может быть, {names[near[0]]}?" if near else "укажите код или название"
        raise CannotStart("region", f"субъекта Российской Федерации «{text}» нет: {told}")
    return subject.name


def _head(name: str, chosen: _Chosen) -> Lines:
    """The lines that say what the programme is."""
    layout = chosen.layout
    yield from said(
        f"Программа развития кластера. Макет: «{layout.title}». Строки с «#» – подсказки, их можно удалить; пустое поле "
        "ещё не написано и в черновике печатается пробелом."
    )
    yield f"# Проверить: docgen check content/programme/{name}.yaml   Собрать: docgen build content/programme/{name}.yaml"
    yield from (
        "",
        "# Стадия: draft – черновик (печатается «ПРОЕКТ»), to_sign – на подпись, signed – подписана.",
    )
    yield from ("stage: draft", f"layout: {chosen.layout_id}")
    if chosen.card is not None:
        yield from ("", *said(_of_card(chosen.card)))
    yield f"cluster: {chosen.cluster}".rstrip()
    yield f"region: {chosen.region}".rstrip()
    yield f"industry: {chosen.card.industry if chosen.card else ''}".rstrip()
    yield f"period: {{from: {layout.period.first}, to: {layout.period.last}}}"
    for field in ("name", "short", "place", "year", "date"):
        yield from ("", *_field(field))


def _of_card(card: Card) -> str:
    regions = list(dict.fromkeys(proposal.region for proposal in card.proposals()))
    return f"Карточка отрасли называет регионы: {'; '.join(regions)}."


def _field(name: str, told: str = "") -> Lines:
    """A field without a value, under its title and description."""
    field = WrittenProgramme.model_fields[name]
    yield from said(told or ". ".join(filter(None, (field.title, field.description))) + ".")
    yield f"{name}:"


def _matter(chosen: _Chosen) -> Lines:
    """Everything between the title page and the sections, as far as the layout prints it."""
    layout = chosen.layout
    shown = set(layout.printed())
    yield from _approvals(layout)
    for component in (Component.MISSION, Component.GOAL, Component.TASKS):
        if component.value in shown:
            yield from ("", *_field(component.value, _hint_at(layout, component)))
    if Component.TASKS.value in shown:
        yield "#  - {code: З1, text: …}"
    yield from structure(layout)
    yield from _tables(layout)
    for component, row in (
        (Component.LEGAL_ACTS, "{kind: Федеральный закон, date: 29.12.2012, number: 273-ФЗ, title: …}"),
        (Component.ABBREVIATIONS, "{short: СПО, meaning: среднее профессиональное образование}"),
    ):
        if component.value in shown:
            yield from ("", *_field(component.value), f"#  - {row}")
    yield from _signatories(layout)


def _hint_at(layout: Layout, component: Component) -> str:
    """What the layout tells authors where it prints the component."""
    field = WrittenProgramme.model_fields[component.value]
    at = layout.shown_at(component)
    hint = " ".join((at.point.hint or "").split()) if at is not None else ""
    return f"{field.title}. {hint or field.description or ''}".rstrip()


def _approvals(layout: Layout) -> Lines:
    if not layout.approvals:
        return
    yield from (
        "",
        "# Грифы титульного листа: кто (Фамилия Имя Отчество) и должность с организацией.",
        "approvals:",
    )
    for approval in layout.approvals:
        mark = "" if approval.side is Side.REGION else "#"
        stamp = next((one for one in Stamp if one.title == approval.heading), Stamp.AGREED)
        yield from (f"{mark}  - stamp: {stamp.value}", f"{mark}    person:", f"{mark}    post:")


def _tables(layout: Layout) -> Lines:
    yield from (
        "",
        *said(
            f"Таблицы заполняют в Excel: файл {BOOK} лежит в папке рядом с этим файлом, по листу на таблицу. Вместо "
            "листа можно написать и список строк здесь же."
        ),
    )
    for one in built_in(layout):
        yield f"{one.key}: {_sheet(one)}"
    tables = list(free(layout))
    if tables:
        yield "tables:"
    for one in tables:
        yield from (*said(f"{one.sheet.heading}. {one.hint}".rstrip(), "  "), f"  {one.key}: {_sheet(one)}")


def _sheet(table: Filled) -> str:
    return f'{{file: {BOOK}, sheet: "{table.sheet.name}"}}'


def _signatories(layout: Layout) -> Lines:
    if not layout.signatories:
        return
    told = "; ".join(f"{one.title} ({_side(one.side)})" for one in layout.signatories)
    yield from ("", *said(f"Лист подписания. Подписывают: {told}."), "signatories:")
    if any(one.side is Side.REGION for one in layout.signatories):
        yield from ("  - side: region", "    person:", "    post:")
    yield "#  - side: college"
    yield "#    person: Фамилия Имя Отчество"
    yield "#    post: Директор …"
    yield "#    authority: {kind: charter}"


def _side(side: Side) -> str:
    return {
        Side.REGION: "side: region",
        Side.FOUNDER: "side: founder:<ключ колледжа>",
        Side.PARTICIPANT: "side: <ключ участника>",
    }[side]


def _sections(layout: Layout) -> Lines:
    yield from (
        "",
        *said(
            "Тексты разделов – в разметке Markdown. После двоеточия поставьте | и пишите с новой строки с отступом: "
            "абзацы через пустую строку, списки «- …», **выделение**, [ссылка](адрес), рисунок ![Подпись](файл.png), "
            "ссылка на таблицу – в таблице [](#table-funding)."
        ),
        "sections:",
    )
    for number, section in enumerate(layout.sections, 1):
        yield from _section(number, section)


def _section(number: int, section: Section) -> Lines:
    yield from ("", f"  # ── {number}. {section.title} ──", f"  {section.key}:")
    for position, point in enumerate(section.points, 1):
        yield from _point(f"{number}.{position}", point)


def _point(number: str, point: Point) -> Lines:
    optional = {ProseNeed.OPTIONAL: " (по желанию)", ProseNeed.NONE: " (текст не нужен)"}.get(point.prose, "")
    hint = " ".join((point.hint or "").split())
    yield from said(f"{number}. {point.title}{optional}. {hint}".rstrip(), "    ")
    if point.prose is not ProseNeed.NONE:
        yield f"    {point.key}:"
