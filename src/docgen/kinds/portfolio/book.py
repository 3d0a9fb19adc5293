"""The portfolio as an Excel book: what the report shows, and everything it has no room for, as rows to work with."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from statistics import median

from docgen.corpus import Corpus, Document
from docgen.kinds.portfolio.copied import Written, copied
from docgen.kinds.portfolio.coverage import covered
from docgen.kinds.portfolio.members import Matter, Member, matter
from docgen.kinds.portfolio.outliers import measures, spread
from docgen.kinds.portfolio.record import Portfolio
from docgen.kinds.portfolio.sums import indicator_sums, money_by_source
from docgen.render.spreadsheet import Filled, Head, Value, spreadsheet

_TITLE = "Сводные данные программ развития кластеров"
_NOWHERE = "нет ни в карточках, ни в программах"


def book(document: Document[Portfolio], corpus: Corpus) -> bytes:
    """The bytes of the book."""
    found = matter(document, corpus)
    sheets = (
        _programmes(found),
        _indicators(found),
        _groups(found, "По отраслям", "Отрасль", found.by_industry()),
        _groups(found, "По регионам", "Регион", found.by_region()),
        _money(found),
        _regions(found),
        _outliers(found),
        _copies(found),
        _lacks(found),
    )
    return spreadsheet(sheets, document.record.title or _TITLE)


def _heading(found: Matter, what: str) -> str:
    period, day = found.portfolio.period, found.portfolio.as_of
    return f"{what}{f', {period} годы' if period else ''}{f', на {day:%d.%m.%Y}' if day else ''}"


def _programmes(found: Matter) -> Filled:
    """A row for each programme."""
    indicators = found.passport.indicators if found.passport is not None else {}
    heads = (
        Head("Программа", 24),
        Head("Регион", 28),
        Head("Отрасль", 22),
        Head("Готово, %", 10),
        Head("Замечаний", 12),
        *(Head(f"{one.name}, {one.unit}, {year}", 18) for one in indicators.values() for year in found.years),
        Head("Средства, тыс. рублей", 16, 1),
        Head("Грант, тыс. рублей", 16, 1),
        Head("Софинансирование, тыс. рублей", 19, 1),
        Head("Доля софинансирования, %", 19, 1),
        Head("На одного обучающегося, тыс. рублей", 18, 1),
    )
    rows = tuple(
        (
            one.document.id,
            one.region,
            one.industry,
            one.readiness.percent,
            len(one.readiness.lacks),
            *(one.indicators.get(key, {}).get(year) for key in indicators for year in found.years),
            one.total,
            one.grant,
            one.cofunding,
            one.cofunding_share,
            one.per_student,
        )
        for one in found.members
    )
    return Filled("Программы", _heading(found, "Программы развития"), heads, rows)


def _indicators(found: Matter) -> Filled:
    """Sums of the programmes and the passport."""
    heads = (Head("Показатель", 60), Head("Строка", 24), *(Head(str(year), 14, 1) for year in found.years))
    rows: list[tuple[Value, ...]] = []
    for key, one in found.passport.indicators.items() if found.passport is not None else ():
        sums = indicator_sums(found.members, key, found.years)
        name = f"{one.name}, {one.unit}"
        shares = (_share(sums.get(year), one.values.get(year)) for year in found.years)
        rows.append((name, "Всего по программам", *(sums.get(year) for year in found.years)))
        rows.append((name, "Паспорт", *(one.values.get(year) for year in found.years)))
        rows.append((name, "Доля программ, %", *shares))
    return Filled("Показатели", _heading(found, "Показатели программ и паспорт"), heads, tuple(rows))


def _share(value: Decimal | None, of: Decimal | None) -> Decimal | None:
    return None if value is None or not of else value * 100 / of


def _groups(found: Matter, name: str, head: str, groups: Mapping[str, Sequence[Member]]) -> Filled:
    """Each industry or region: programmes, indicators by year, money; the last row adds them up."""
    indicators = found.passport.indicators if found.passport is not None else {}
    heads = (
        Head(head, 30),
        Head("Программ", 11),
        *(Head(f"{one.name}, {one.unit}, {year}", 18) for one in indicators.values() for year in found.years),
        Head("Средства, тыс. рублей", 16, 1),
        Head("Грант, тыс. рублей", 16, 1),
        Head("Софинансирование, тыс. рублей", 19, 1),
    )
    rows = [(title, *_group(found, members)) for title, members in groups.items()]
    rows.append(("Итого", *_group(found, found.members)))
    return Filled(
        name, _heading(found, f"Программы {name[:1].lower()}{name[1:]}"), heads, tuple(rows), totals=1
    )


def _group(found: Matter, members: Sequence[Member]) -> tuple[Value, ...]:
    keys = found.passport.indicators if found.passport is not None else {}
    sums = [indicator_sums(members, key, found.years) for key in keys]
    money = [(one.total, one.grant, one.cofunding) for one in members] or [(Decimal(),) * 3]
    return (
        len(members),
        *(by_year.get(year) for by_year in sums for year in found.years),
        *(sum(amounts, Decimal()) for amounts in zip(*money, strict=True)),
    )


def _money(found: Matter) -> Filled:
    """Sources by year."""
    heads = (Head("Источник", 48), *(Head(str(year), 16, 1) for year in found.years), Head("Всего", 16, 1))
    sources = money_by_source(found)
    rows: list[tuple[Value, ...]] = [
        (title, *(amounts.get(year) for year in found.years), sum(amounts.values(), Decimal()))
        for title, amounts in sources.items()
    ]
    by_year = [sum((one.get(year, Decimal()) for one in sources.values()), Decimal()) for year in found.years]
    rows.append(("Итого", *by_year, sum(by_year, Decimal())))
    return Filled("Финансирование", _heading(found, "Средства, тыс. рублей"), heads, tuple(rows), totals=1)


def _regions(found: Matter) -> Filled:
    """All subjects of the Federation."""
    states = {one.subject.code: one for one in covered(found)}
    rows = []
    for subject in sorted(found.book.regions.root.values(), key=lambda one: one.code):
        one = states.get(subject.code)
        state = one.state.value if one is not None else _NOWHERE
        counts = (one.proposals, len(one.members)) if one is not None else (0, 0)
        rows.append((subject.code, subject.name, subject.district, *counts, state))
    heads = (
        Head("Код", 8),
        Head("Субъект Российской Федерации", 40),
        Head("Федеральный округ", 24),
        Head("Строк в карточках", 12),
        Head("Программ", 11),
        Head("Состояние", 36),
    )
    return Filled("География", _heading(found, "Субъекты Российской Федерации"), heads, tuple(rows))


def _outliers(found: Matter) -> Filled:
    """Every value of every measure, with the bounds."""
    heads = (
        Head("Величина", 48),
        Head("Программа", 24),
        Head("Регион", 28),
        Head("Значение", 14, 1),
        Head("Медиана", 14, 1),
        Head("Нижняя граница", 14, 1),
        Head("Верхняя граница", 14, 1),
        Head("Выделяется", 14),
    )
    rows: list[tuple[Value, ...]] = []
    for measure in measures(found):
        values = measure.values(found.members)
        bounds = spread([value for _, value in values], found.portfolio.outliers)
        for member, value in values:
            limits = (bounds.low, bounds.high) if bounds is not None else (None, None)
            said = "не оценивалось" if bounds is None else "да" if bounds.outside(value) else "нет"
            middle = median(each for _, each in values)
            name = f"{measure.title}, {measure.unit}"
            rows.append((name, member.document.id, member.region, value, middle, *limits, said))
    return Filled(
        "Выбросы", _heading(found, "Величины, по которым сравниваются программы"), heads, tuple(rows)
    )


def _copies(found: Matter) -> Filled:
    """All pairs of texts."""
    heads = (
        *(Head(title, 26) for title in ("Первая программа", "Пункт", "Место")),
        *(Head(title, 26) for title in ("Вторая программа", "Пункт", "Место")),
        Head("Слов", 8),
        Head("Доля, %", 10),
        Head("Начало общего отрывка", 70),
    )
    layouts = {member.document.id: member.layout for member in found.members}

    def said(text: Written) -> tuple[Value, ...]:
        return text.document.id, text.title(layouts[text.document.id]), str(text.scalar.span)

    rows = tuple(
        (
            *said(one.first),
            *said(one.second),
            one.words,
            round(one.percent),
            one.passage,
        )
        for one in copied([member.document for member in found.members], found.portfolio.copies)
    )
    return Filled("Совпадения", _heading(found, "Совпадающие тексты программ"), heads, rows)


def _lacks(found: Matter) -> Filled:
    """Everything that keeps a programme from being ready."""
    heads = (
        Head("Программа", 24),
        Head("Раздел", 36),
        Head("Часть", 36),
        Head("Тяжесть", 11),
        Head("Код", 8),
        Head("Замечание", 60),
        Head("Место", 40),
        Head("Кто может восполнить", 36),
    )
    rows = tuple(row for member in found.members for row in _lacks_of(member))
    return Filled("Не готово", _heading(found, "Чего не хватает программам"), heads, rows)


def _lacks_of(member: Member) -> Iterator[tuple[Value, ...]]:
    for part in member.readiness.parts:
        for unit in part.units:
            for lack in unit.lacks:
                problem = lack.problem
                told = (
                    problem.severity.title,
                    problem.rule.code,
                    problem.message,
                    str(problem.span),
                    lack.who,
                )
                yield (member.document.id, part.title, unit.unit.title, *told)
