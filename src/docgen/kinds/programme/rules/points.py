"""The sections and points of the layout: what is written of them (D10x)."""

from collections.abc import Iterator, Sequence

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.walk import lacking, layout_of, written
from docgen.kinds.programme.rules.wording import alike, lowered, misplaced, near
from docgen.language.numbers.numerals import counted
from docgen.model.layout.layout import Layout, NumberedPoint, ProseNeed

_HEAD = ("layout", "name", "region", "industry", "period", "place", "year")


@rule("D101", essential=True)
def unknown_layout(document: Document[Programme], corpus: Corpus) -> Findings:
    """Макета с таким именем нет.

    Программа пишется по макету из content/reference/layouts/: он говорит, какие в ней разделы, таблицы и подписи. Без
    макета проверить и напечатать программу нельзя.

    Плохо:
        layout: programme-1999
    Хорошо:
        layout: programme
    """
    named = document.record.layout
    if named and layout_of(document, corpus) is None:
        known = sorted(one.id for one in corpus.of(Layout))
        span = document.record.at("layout")
        yield Finding(span, f"макета «{named}» нет в reference/layouts", near(named, known))


@rule("D102", Severity.GAP)
def head_missing(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не заполнены сведения о программе.

    Макет, наименование кластера, регион, отрасль, срок, город и год нужны титульному листу и почти каждой проверке.

    Плохо:
        place:
    Хорошо:
        place: Липецк
    """
    programme = document.record
    for field in _HEAD:
        if getattr(programme, field) in (None, ""):
            title = Programme.model_fields[field].title or field
            yield Finding(lacking(programme, field), f"не указано: {lowered(title)}", f"заполните {field}:")


@rule("D103", essential=True)
def unknown_section(document: Document[Programme], corpus: Corpus) -> Findings:
    """Раздела с таким ключом в макете нет.

    Тексты записываются под ключами разделов макета; написанное под другим ключом не напечатается.

    Плохо:
        sections:
          generall:
            economy: Экономика области держится на металлургии и производстве стали.
    Хорошо:
        sections:
          general:
            economy: Экономика области держится на металлургии и производстве стали.
    """
    layout = layout_of(document, corpus)
    if layout is None:
        return
    known = [section.key for section in layout.sections]
    for key in document.record.sections:
        if key not in known:
            span = lacking(document.record, "sections", key)
            yield Finding(span, f"раздела «{key}» нет в макете", near(key, known))


@rule("D104", essential=True)
def unknown_point(document: Document[Programme], corpus: Corpus) -> Findings:
    """Пункта с таким ключом в разделе макета нет.

    Текст под ключом, которого в этом разделе нет, не напечатается. Может быть, пункт записан не в своём разделе.

    Плохо:
        sections:
          general:
            economics: Экономика области держится на металлургии и производстве стали.
    Хорошо:
        sections:
          general:
            economy: Экономика области держится на металлургии и производстве стали.
    """
    layout = layout_of(document, corpus)
    for section in layout.sections if layout is not None else ():
        known = [point.key for point in section.points]
        for key in document.record.sections.get(section.key, ()):
            if key not in known:
                span = lacking(document.record, "sections", section.key, key)
                yield Finding(
                    span, f"пункта «{key}» нет в разделе «{section.title}»", _elsewhere(key, known, layout)
                )


def _elsewhere(key: str, known: Sequence[str], layout: Layout | None) -> str:
    for section in layout.sections if layout is not None else ():
        if any(point.key == key for point in section.points):
            return f"такой пункт есть в разделе {section.key}: перенесите текст туда"
    return near(key, known)


@rule("D105", Severity.GAP)
def point_missing(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не написан пункт раздела.

    Макет требует этот пункт: без него программу не рассматривают. Пока документ – черновик, ненаписанные пункты не
    мешают работе; к подписи их быть не должно.

    Плохо:
        sections:
          general:
            economy: Экономика области держится на металлургии и производстве стали.
            industry:
    Хорошо:
        sections:
          general:
            economy: Экономика области держится на металлургии и производстве стали.
            industry: Отрасль представлена заводом тонкого проката, на котором работают 5200 человек.
    """
    programme = document.record
    for one in _unwritten(programme, layout_of(document, corpus)):
        if not _whole_section(programme, one):
            span = lacking(programme, "sections", one.section.key, one.point.key)
            yield Finding(span, f"не написан пункт {one.number} «{one.point.title}»", "напишите текст пункта")


@rule("D106", Severity.GAP)
def section_missing(document: Document[Programme], corpus: Corpus) -> Findings:
    """Нет раздела, который требует макет.

    Ни один из пунктов раздела не начат, и самого раздела в sections нет.

    Плохо:
        sections:
          outcomes:
            influence: Отрасль получит кадры, подготовленные на современном оборудовании.
    Хорошо:
        sections:
          general:
            economy: Экономика области держится на металлургии и производстве стали.
            industry: Отрасль представлена заводом тонкого проката, на котором работают 5200 человек.
    """
    programme = document.record
    told: set[str] = set()
    for one in _unwritten(programme, layout_of(document, corpus)):
        if _whole_section(programme, one) and one.section.key not in told:
            told.add(one.section.key)
            number = one.number.partition(".")[0]
            message = f"нет раздела {number} «{one.section.title}»"
            yield Finding(
                lacking(programme, "sections"), message, f"добавьте {one.section.key}: и его пункты"
            )


def _unwritten(programme: Programme, layout: Layout | None) -> Iterator[NumberedPoint]:
    if layout is None:
        return
    texts = written(programme)
    for one in layout.required_points():
        text = texts.get((one.section.key, one.point.key))
        if (text is None or not text.length) and not _misspelt(programme, layout, one):
            yield one


def _misspelt(programme: Programme, layout: Layout, one: NumberedPoint) -> bool:
    """Whether the text seems to stand under an unknown key that is nearly right: D103 and D104 tell of it."""
    section, point = one.section.key, one.point.key
    if section not in programme.sections:
        known = {each.key for each in layout.sections}
        return bool(alike(section, set(programme.sections) - known))
    known = {each.key for each in one.section.points}
    return bool(alike(point, set(programme.sections[section]) - known))


def _whole_section(programme: Programme, one: NumberedPoint) -> bool:
    """Whether the section is not there at all and would need more than this point."""
    required = sum(point.prose is ProseNeed.REQUIRED for point in one.section.points)
    return required > 1 and lacking(programme, "sections", one.section.key) == lacking(programme, "sections")


@rule("D107", Severity.GAP)
def point_short(document: Document[Programme], corpus: Corpus) -> Findings:
    """Пункт только начат: текста меньше, чем ждёт макет.

    В макете указано, с какого объёма текст пункта считается написанным (at_least). Считаются знаки самого текста, без
    разметки.

    Плохо:
        sections:
          general:
            economy: Экономика растёт.
            industry: Отрасль представлена заводом тонкого проката, на котором работают 5200 человек.
    Хорошо:
        sections:
          general:
            economy: Экономика области держится на металлургии и производстве стали.
            industry: Отрасль представлена заводом тонкого проката, на котором работают 5200 человек.
    """
    texts = written(document.record)
    layout = layout_of(document, corpus)
    for one in layout.points() if layout is not None else ():
        text = texts.get((one.section.key, one.point.key))
        wanted = one.point.at_least or 0
        if text is not None and one.point.prose is ProseNeed.REQUIRED and 0 < text.length < wanted:
            span = lacking(document.record, "sections", one.section.key, one.point.key)
            message = f"в пункте {one.number} написано {counted(text.length, ('знак', 'знака', 'знаков'))} из {wanted}"
            yield Finding(span, message, "допишите текст пункта")


@rule("D108", Severity.WARNING)
def out_of_order(document: Document[Programme], corpus: Corpus) -> Findings:
    """Разделы или пункты записаны не в том порядке, что в макете.

    Напечатаются они по порядку макета; исходник, записанный в другом порядке, трудно читать и сверять.

    Плохо:
        sections:
          general:
            industry: Отрасль представлена заводом тонкого проката, на котором работают 5200 человек.
            economy: Экономика области держится на металлургии и производстве стали.
    Хорошо:
        sections:
          general:
            economy: Экономика области держится на металлургии и производстве стали.
            industry: Отрасль представлена заводом тонкого проката, на котором работают 5200 человек.
    """
    layout = layout_of(document, corpus)
    if layout is None:
        return
    sections = document.record.sections
    for key, before in misplaced(list(sections), [section.key for section in layout.sections]):
        span = lacking(document.record, "sections", key)
        yield Finding(span, "раздел записан не по порядку макета", f"перенесите его перед {before}:")
    for section in layout.sections:
        points = list(sections.get(section.key, ()))
        for key, before in misplaced(points, [point.key for point in section.points]):
            span = lacking(document.record, "sections", section.key, key)
            yield Finding(span, "пункт записан не по порядку макета", f"перенесите его перед {before}:")
