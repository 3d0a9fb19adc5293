"""Tables, figures and the mentions of them (D72x)."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, Span, rule
from docgen.kinds.programme.counted import Counted, parts
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.tables import DATA
from docgen.kinds.programme.rules.walk import Prose, lacking, layout_of, prose, written
from docgen.kinds.programme.rules.wording import alike, near
from docgen.model.layout.layout import Component, Layout, component_named
from docgen.model.markdown.passages import mentions
from docgen.model.markdown.tree import Figure, Mention
from docgen.sources import kept_of_last


@dataclass(frozen=True)
class _Printed:
    """A table or a figure: what mentions call it, its title, where its text belongs, whether there is anything in it."""

    key: str
    title: str
    span: Span
    filled: bool
    own: bool
    """Written in the text by the author rather than printed by the layout."""


@kept_of_last
def _mentions(programme: Programme) -> Iterator[tuple[Prose, Mention]]:
    """Every mention of the text."""
    for one in prose(programme):
        for mention in mentions(one.text) if "](#" in one.text else ():
            yield one, mention


def _of_layout(programme: Programme, layout: Layout) -> Iterator[_Printed]:
    """What the layout prints with a number."""
    for one in layout.points():
        for name in one.point.shows:
            component = component_named(name) if name not in layout.tables else None
            if component is not None and (component.is_text or component in _LISTS):
                continue
            form = "figure" if component is not None and component.is_figure else "table"
            span = lacking(programme, "sections", one.section.key, one.point.key)
            filled = _has_data(programme, name, component)
            yield _Printed(f"{form}-{name}", layout.title_of(name), span, filled, own=False)


_LISTS = (Component.LEGAL_ACTS, Component.ABBREVIATIONS)


def _has_data(programme: Programme, name: str, component: Component | None) -> bool:
    if component is None:
        return bool(programme.tables.get(name))
    if component is Component.GOVERNING_BODY:
        return programme.structure is not None and bool(programme.structure.body)
    return bool(getattr(programme, DATA[component])) if component in DATA else True


@kept_of_last
def _of_text(programme: Programme) -> Iterator[_Printed]:
    """Pictures and titled tables within the prose."""
    for one in prose(programme):
        if "![" not in one.text and "Табл" not in one.text:
            continue
        for part in parts(one.text, "*"):
            if isinstance(part, Counted) and not part.key.startswith("table-*"):
                yield _Printed(part.key, part.title, _place(one, part), filled=True, own=True)


def _place(one: Prose, part: Counted) -> Span:
    """The picture itself; for a table the key in its title."""
    if isinstance(part.block, Figure):
        return one.scalar.part(part.block.start, part.block.end)
    at = max(0, one.text.find(f"{{#{part.key}}}"))
    return one.scalar.part(at, at + len(part.key) + 3)


def _required(layout: Layout, key: str) -> bool:
    """Whether what it is printed from must be there anyway: then D121 tells of it."""
    name = key.partition("-")[2]
    if name in layout.tables:
        return layout.tables[name].required
    component = component_named(name)
    if component is Component.GOVERNING_BODY:
        return layout.setting(component).required
    data = DATA.get(component) if component is not None else None
    return any(layout.setting(one).required for one, field in DATA.items() if field == data)


@rule("D721")
def mention_of_nothing(document: Document[Programme], corpus: Corpus) -> Findings:
    """Ссылка ведёт в никуда: такой таблицы, рисунка или раздела нет.

    «[](#table-funding)» называет таблицу макета, «[](#figure-scheme)» – рисунок scheme.png, «[](#section-finance)» – раздел.
    По неизвестному имени номер не узнать.

    Плохо:
        sections:
          general:
            economy: Экономика области показана в таблице [](#table-statistic), она держится на металлургии.
            industry: Отрасль представлена АО «ЛЗТП»; система СПО готовит для него кадры, её МТБ обновляется.
    Хорошо:
        sections:
          general:
            economy: Экономика области показана в таблице [](#table-statistics), она держится на металлургии.
            industry: Отрасль представлена АО «ЛЗТП»; система СПО готовит для него кадры, её МТБ обновляется.
    """
    layout = layout_of(document, corpus)
    if layout is None:
        return
    known = {one.key for one in (*_of_layout(document.record, layout), *_of_text(document.record))}
    known |= {f"section-{section.key}" for section in layout.sections}
    known |= {f"section-{one.section.key}-{one.point.key}" for one in layout.points()}
    for one, mention in _mentions(document.record):
        if mention.key not in known:
            span = one.scalar.part(mention.start, mention.end)
            yield Finding(
                span, f"того, на что ссылается «{mention.key}», нет", near(mention.key, sorted(known))
            )


@rule("D722", Severity.GAP)
def mention_of_empty(document: Document[Programme], corpus: Corpus) -> Findings:
    """Ссылка ведёт на таблицу или рисунок, для которых ещё нет данных.

    Такая таблица не печатается, и номера у неё нет.

    Плохо:
        sections:
          general:
            economy: Экономика области держится на металлургии и производстве стали.
            industry: Кадры для отрасли готовят колледжи области, они названы в таблице [](#table-network).
    Хорошо:
        sections:
          general:
            economy: Экономика области держится на металлургии, это видно из таблицы [](#table-statistics).
            industry: Отрасль представлена АО «ЛЗТП»; система СПО готовит для него кадры, её МТБ обновляется.
    """
    layout = layout_of(document, corpus)
    if layout is None:
        return
    empty = {
        one.key: one.title
        for one in _of_layout(document.record, layout)
        if not one.filled and not _required(layout, one.key)
    }
    for one, mention in _mentions(document.record) if empty else ():
        if mention.key in empty:
            span = one.scalar.part(mention.start, mention.end)
            yield Finding(
                span, f"«{empty[mention.key]}» – ещё нет данных", "заполните данные или уберите ссылку"
            )


@rule("D723", Severity.WARNING)
def never_mentioned(document: Document[Programme], corpus: Corpus) -> Findings:
    """На таблицу или рисунок в тексте нет ссылки.

    Всякая таблица и всякий рисунок упоминаются в тексте. Пока не написаны все обязательные пункты, не проверяется.

    Плохо:
        sections:
          general:
            economy: Экономика области держится на металлургии и производстве стали.
            industry: Отрасль представлена АО «ЛЗТП»; система СПО готовит для него кадры, её МТБ обновляется.
    Хорошо:
        sections:
          general:
            economy: Экономика области держится на металлургии, это видно из таблицы [](#table-statistics).
            industry: |
              Отрасль представлена АО «ЛЗТП»; система СПО готовит для него кадры, её МТБ обновляется. Подробности – в
              таблицах [](#table-participants), [](#table-governing_body), [](#table-task_matrix), [](#table-measures),
              [](#table-indicators), [](#table-funding_sources), [](#table-funding), [](#table-funding_directions),
              [](#table-estimate), [](#table-results), [](#table-risks) и на рисунке [](#figure-measures_gantt).
    """
    layout = layout_of(document, corpus)
    programme = document.record
    if layout is None or not _complete(programme, layout):
        return
    mentioned = {mention.key for _, mention in _mentions(programme)}
    printed = [*_of_layout(programme, layout), *_of_text(programme)]
    strange = mentioned - {one.key for one in printed}  # D721 tells of a slip
    for one in printed:
        if one.filled and one.key not in mentioned and not alike(one.key, strange):
            form = "рисунок" if one.key.startswith("figure") else "таблицу"
            message = f"на {form} «{one.title}» в тексте нет ссылки"
            yield Finding(one.span, message, f"добавьте в текст [](#{one.key})")


def _complete(programme: Programme, layout: Layout) -> bool:
    texts = written(programme)
    return all((one.section.key, one.point.key) in texts for one in layout.required_points())


@rule("D727")
def same_key(document: Document[Programme], corpus: Corpus) -> Findings:
    """Две таблицы или два рисунка называются одинаково.

    Рисунок называется по имени файла, таблица текста – по ключу в её заголовке; ссылка на повторённое имя приведёт не туда.

    Плохо:
        sections:
          general:
            economy: |
              Экономика области держится на металлургии и производстве стали.

              ![Заводы области на карте](map.png)

              ![Колледжи области на карте](map.png)
            industry: Отрасль представлена АО «ЛЗТП»; система СПО готовит для него кадры, её МТБ обновляется.
    Хорошо:
        sections:
          general:
            economy: |
              Экономика области держится на металлургии и производстве стали.

              ![Заводы области на карте](map.png)

              ![Колледжи области на карте](colleges.png)
            industry: Отрасль представлена АО «ЛЗТП»; система СПО готовит для него кадры, её МТБ обновляется.
    """
    layout = layout_of(document, corpus)
    seen = {one.key: one for one in (_of_layout(document.record, layout) if layout is not None else ())}
    for one in _of_text(document.record):
        first = seen.setdefault(one.key, one)
        if first is not one:
            related = (Related(first.span, "первый раз"),)
            yield Finding(one.span, f"имя «{one.key}» уже занято", "назовите иначе", related)
