"""The built-in components of a layout by name: who makes each, and how it is printed."""

from collections.abc import Callable
from functools import partial

from docgen.kinds.programme import figures, lists, looks, money, people, plan
from docgen.kinds.programme.counted import Form
from docgen.kinds.programme.matter import Matter, gap
from docgen.kinds.programme.shown import Shown
from docgen.model.layout.layout import Component, component_named
from docgen.render import Block, Paragraph, Table

Maker = Callable[[Matter, float], tuple[Block, ...]]

_MAKERS: dict[Component, Maker] = {
    Component.MISSION: plan.mission,
    Component.GOAL: plan.goal,
    Component.TASKS: plan.tasks,
    Component.TASK_MATRIX: plan.task_matrix,
    Component.VARIANT: people.variant,
    Component.PARTICIPANTS: people.participants,
    Component.STRUCTURE_CHART: figures.structure,
    Component.GOVERNING_BODY: people.governing_body,
    Component.MEASURES: plan.measures,
    Component.MEASURES_GANTT: figures.gantt,
    Component.INDICATORS: plan.indicators,
    Component.INDICATORS_CHART: figures.indicators,
    Component.FUNDING: money.funding,
    Component.FUNDING_SOURCES: money.by_source,
    Component.FUNDING_DIRECTIONS: money.by_direction,
    Component.FUNDING_CHART: figures.funding,
    Component.ESTIMATE: money.estimate,
    Component.RESULTS: plan.results,
    Component.RISKS: plan.risks,
    Component.RISK_MATRIX: figures.risks,
    Component.LEGAL_ACTS: lists.legal_acts,
    Component.ABBREVIATIONS: lists.abbreviations,
}
_LISTS = (Component.LEGAL_ACTS, Component.ABBREVIATIONS)
_MONEY = (Component.FUNDING, Component.FUNDING_SOURCES, Component.FUNDING_DIRECTIONS, Component.ESTIMATE)


def shown(matter: Matter, name: str) -> Shown | None:
    """A component or a free table of the layout; ``None`` if there is nothing to print and nothing is missed."""
    table = matter.layout.tables.get(name)
    if table is not None:
        rows = partial(lists.free_table, matter, name, table)
        return _shown(name, table.title, Form.TABLE, _turned(rows, table.landscape), table.required)
    component = component_named(name)
    if component is None:
        return None
    setting = matter.layout.setting(component)
    made = _turned(partial(_MAKERS[component], matter), setting.landscape)
    title = matter.layout.title_of(component)
    if component in _MONEY:
        title = f"{title}, тыс. рублей"
    required = setting.required and not (component is Component.GOVERNING_BODY and _governed(matter))
    return _shown(name, title, _form(component), made, required)


def _governed(matter: Matter) -> bool:
    """Whether a company manages the cluster: then there is no body whose members could be named."""
    structure = matter.programme.structure
    association = structure.association if structure is not None else None
    return association is not None and bool(association.managing_company) and not association.council


def _turned(make: Callable[[float], tuple[Block, ...]], asked: bool) -> tuple[tuple[Block, ...], bool]:
    """The blocks, and whether they are for a turned page: where the layout asks for it, or words would be parted."""
    if not asked:
        made = make(looks.UPRIGHT_MM)
        if all(looks.fits(block) for block in made if isinstance(block, Table)):
            return made, False
    return make(looks.TURNED_MM), True


def _shown(
    name: str, title: str, form: Form, made: tuple[tuple[Block, ...], bool], required: bool
) -> Shown | None:
    """What is required and not written is shown as a gap, upright: there is nothing wide about it."""
    blocks, landscape = made
    if blocks:
        return Shown(name, title, form, blocks, landscape)
    if not required:
        return None
    return Shown(name, title, form, (Paragraph(gap(_missing(title)), looks.TEXT),))


def _missing(title: str) -> str:
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def _form(component: Component) -> Form:
    if component in _LISTS:
        return Form.LIST
    return Form.TEXT if component.is_text else Form.FIGURE if component.is_figure else Form.TABLE
