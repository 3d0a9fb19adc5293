"""What a text must not keep from its drafts, and what it must not lack (D113–D116)."""

import re
from collections.abc import Iterator

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Severity, Span, rule
from docgen.kinds.every.prose import prose_in
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.walk import layout_of, prose, scalars
from docgen.model.layout.layout import Layout, NumberedPoint

_BRACKET = re.compile(
    r"\[\s*(?:указать|укажите|вписать|впишите|заполнить|заполните|вставить|вставьте|добавить|дописать|текст|дата|"
    r"название|наименование|сумма|число|номер|фио|должность|год|…|\.\.\.)[^\[\]()\n]{0,120}\](?!\()",
    re.IGNORECASE,
)
_LEFT = re.compile(
    rf"_{{3,}}|{_BRACKET.pattern}|(?<![\w-])(?:TODO|FIXME|TBD|XXX)(?![\w-])"
    r"|(?<!\w)[XХ]{2}\.[XХ]{2}\.(?:[XХ]{4}|20[XХ]{2}|\d{4})(?!\w)|\b20[ХX]{2}\b"
    r"|\?{3,}|lorem\s+ipsum|рыба[- ]текст",
    re.IGNORECASE,
)
_SIGNS = ("___", "???", "todo", "fixme", "tbd", "xx", "хх", "lorem ipsum", "рыба-текст", "рыба текст")
_UNWRITTEN = frozenset(
    f"{before}{verb}{after}"
    for before in ("", "надо ", "нужно ", "не забыть ", "не забудьте ")
    for verb in (
        "уточнить",
        "уточняется",
        "уточним",
        "дописать",
        "заполнить",
        "вписать",
        "вставить",
        "указать",
    )
    for after in ("", " позже", " позднее")
) | {"добавить", "позже", "позднее", "будет уточнено", "будет указано", "?", "??", "xx", "хх", "<>"}
_SENTENCE = re.compile(r"[^.!?…;]+")
_FIGURE = re.compile(
    r"\d[\d\s\u00a0]*(?:,\d+)?[\s\u00a0]*(?:%|процент|млрд|млн|тыс\.|рублей|человек|единиц)", re.IGNORECASE
)
_CITED = re.compile(
    r"[А-ЯЁа-яё]*стат(?![а-яё])|стат(?:а|у|ом|е)(?![а-яё])|по\s+данным|по\s+сведениям|источник|форм[аыеу]\s+№|мониторинг|"
    r"\([^()]*\b(?:19|20)\d\d[^()]*\)",
    re.IGNORECASE,
)
_LEAST_HINT = 25


@rule("D113", Severity.INFO)
def mission_long(document: Document[Programme], corpus: Corpus) -> Findings:
    """Миссия длиннее, чем советует макет.

    Миссия – два-три предложения, которые можно запомнить; подробности пишут в тексте пункта.

    Плохо:
        mission: >-
          Готовить кадры для металлургии, развивать экономику области и давать молодёжи профессию, а также обновлять
          мастерские, повышать квалификацию преподавателей, проводить чемпионаты, помогать школам, принимать экскурсии и
          участвовать в развитии города.
    Хорошо:
        mission: Готовить кадры для металлургии, развивать экономику области и давать молодёжи профессию.
    """
    layout = layout_of(document, corpus)
    limit = layout.limits.mission_at_most if layout is not None else None
    length = len(document.record.mission or "")
    if limit is not None and length > limit:
        message = f"в миссии {length} знаков, больше {limit}"
        yield Finding(
            document.record.at("mission"), message, "сократите миссию, подробности перенесите в текст"
        )


@rule("D114", Severity.GAP)
def placeholder(document: Document[Programme], corpus: Corpus) -> Findings:
    """В ячейке или в поле осталась заготовка: место, которое хотели заполнить.

    Черта, «[указать …]», «TODO» – не написанное ещё, так же как значение, в котором сказано только «уточнить» или
    «будет указано позже». О заготовках в связном тексте говорит L130, здесь проверяется всё остальное: ячейки таблиц,
    единицы, коды.

    Плохо:
        tables:
          statistics:
            - {name: "[указать показатель]", unit: тыс. человек, y2021: "1128,2", source: "Липецкстат, 2022"}
            - {name: Занятые, unit: тыс. человек, y2021: "560,1", source: "Липецкстат, 2022"}
    Хорошо:
        tables:
          statistics:
            - {name: Население, unit: тыс. человек, y2021: "1128,2", source: "Липецкстат, 2022"}
            - {name: Занятые, unit: тыс. человек, y2021: "560,1", source: "Липецкстат, 2022"}
    """
    read = {id(scalar) for scalar in prose_in(document.record)}
    # Thousands of values need not be searched one by one.
    suspicious = any(_suspicious(source.text) for source in (document.source, *document.attached))
    for field, scalar in scalars(document.record):
        if field != "sections":
            is_read = id(scalar) in read
            for match in _LEFT.finditer(scalar) if suspicious and not is_read else ():
                yield _left(scalar.part(*match.span()), match[0])
            # In a table «…» stands for data that nobody has.
            left_over = is_unwritten if field == "tables" else is_left_over
            if (is_read or field == "tables") and left_over(scalar):
                yield _left(scalar.span, scalar)


def _left(span: Span, said: str) -> Finding:
    return Finding(span, f"осталась заготовка «{said}»", "впишите недостающее или удалите")


def is_unwritten(value: str) -> bool:
    """Whether a value says only that it is to be written."""
    return value.strip(" .!").casefold() in _UNWRITTEN


def is_left_over(value: str) -> bool:
    """Whether a sentence is to be written yet: it says so, or is an ellipsis."""
    return is_unwritten(value) or (bool(value) and not value.strip(" .…"))


def _suspicious(text: str) -> bool:
    plain = text.lower()
    return any(sign in plain for sign in _SIGNS) or _BRACKET.search(text) is not None


@rule("D115", Severity.GAP)
def hint_left(document: Document[Programme], corpus: Corpus) -> Findings:
    """В тексте осталась подсказка макета.

    Подсказка объясняет автору, что написать; вместо неё должен стоять сам текст.

    Плохо:
        sections:
          general:
            economy: Опишите экономику региона за три последних года. Она держится на металлургии.
            industry: Отрасль представлена заводом тонкого проката, на котором работают 5200 человек.
    Хорошо:
        sections:
          general:
            economy: Экономика области держится на металлургии и производстве стали.
            industry: Отрасль представлена заводом тонкого проката, на котором работают 5200 человек.
    """
    layout = layout_of(document, corpus)
    for one in prose(document.record) if layout is not None else ():
        point = layout.find(one.section, one.point) if layout is not None else None
        for sentence in _hints(point):
            if not all(word in one.text for word in sorted(sentence.split(), key=len)[-2:]):
                continue
            match = re.search(r"\s+".join(map(re.escape, sentence.split())), one.text)
            if match is not None:
                span = one.scalar.part(*match.span())
                yield Finding(span, "в тексте осталась подсказка макета", "замените подсказку текстом")
                break


def _hints(point: NumberedPoint | None) -> Iterator[str]:
    """The sentences of a hint that nobody writes by chance."""
    for sentence in _SENTENCE.findall(point.point.hint or "" if point is not None else ""):
        if len(sentence.strip()) >= _LEAST_HINT:
            yield sentence.strip()


@rule("D116", Severity.WARNING)
def figures_without_source(document: Document[Programme], corpus: Corpus) -> Findings:
    """В анализе есть цифры, но не сказано, откуда они.

    В пунктах, которым макет даёт таблицу со столбцом источников, у цифр текста тоже нужны источник и год: «(Росстат,
    2022)». Проверяется, что источник назван в тексте пункта хотя бы раз.

    Плохо:
        sections:
          general:
            economy: В 2021 году валовой региональный продукт составил 735,1 млрд рублей.
            industry: Отрасль представлена заводом тонкого проката, на котором работают 5200 человек.
    Хорошо:
        sections:
          general:
            economy: В 2021 году валовой региональный продукт составил 735,1 млрд рублей (Липецкстат, 2022).
            industry: Отрасль представлена заводом тонкого проката, на котором работают 5200 человек.
    """
    sourced = set(_sourced(layout_of(document, corpus)))
    for one in prose(document.record):
        if (one.section, one.point) not in sourced or _CITED.search(one.text):
            continue
        span: Span | None = None
        for passage in one.passages:
            match = _FIGURE.search(passage.text)
            if match is not None:
                span = one.at(passage, *match.span())
                break
        if span is not None:
            yield Finding(span, "у цифр не назван источник", "добавьте источник и год: «(Росстат, 2022)»")


def _sourced(layout: Layout | None) -> Iterator[tuple[str, str]]:
    for one in layout.points() if layout is not None else ():
        tables = (
            layout.tables[name] for name in one.point.shows if layout is not None and name in layout.tables
        )
        if any(table.column("source") is not None for table in tables):
            yield one.section.key, one.point.key
