"""Tables, money and signatures of a finished programme (V4xx)."""

import re
from collections.abc import Iterator
from decimal import Decimal

from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.language.numbers.numerals import group
from docgen.papers.examined import Examined
from docgen.papers.outline import WantedTable
from docgen.papers.paper import Block
from docgen.papers.sums import wrong_sums
from docgen.papers.tables import Seen, seen_tables

_MONEY = re.compile(r"руб|финанс|смет|средств|бюджет|расход|источник|стоимост|сумм", re.IGNORECASE)
_INITIALS = re.compile(r"[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]{2,}|[А-ЯЁ][а-яё]{2,}\s[А-ЯЁ]\.\s?[А-ЯЁ]\.")
_POST = re.compile(
    r"директор|ректор|министр|руководител|председател|губернатор|начальник|глав[аы]\b|президент|заместител",
    re.IGNORECASE,
)
_REGION = re.compile(
    r"министр|губернатор|правительств|департамент|управлени[ея]|администраци|комитет|глав[аы]\s+(?:республики|края|области)",
    re.IGNORECASE,
)
_COLLEGE = re.compile(r"колледж|техникум|г[бк]?поу|г[ао]поу|училищ|политехникум", re.IGNORECASE)
_ENTERPRISE = re.compile(
    r"(?<![А-ЯЁа-яё])(?:ООО|АО|ПАО|ОАО|ЗАО|НАО|ФГУП|ИП)(?![А-ЯЁа-яё])|завод|комбинат|предприяти|корпораци|холдинг|общество с ограниченной|акционерное общество|генеральный директор",
    re.IGNORECASE,
)
_LAST = 80  # blocks: signatures stand at the end
_TOLD = 200  # characters of a section: fewer stand for no table
_ANNEX = re.compile(r"\s*приложение(?:\s*№?\s*\d{1,2})?\s*\.?\s*", re.IGNORECASE)


def _judged(examined: Examined) -> bool:
    """A PDF shows no tables, a scan no text."""
    return examined.paper.format == "docx" and not examined.unreadable and bool(examined.map.sections)


def _best(tables: list[Seen], wanted: WantedTable) -> Seen | None:
    scored = [(one.likeness(wanted), -at, one) for at, one in enumerate(tables)]
    like, _, best = max(scored, key=lambda each: each[:2], default=(0.0, 0, None))
    return best if like > 0 else None


@rule("V401")
def missing_table(examined: Examined) -> Findings:
    """Нет обязательной таблицы.

    Таблица ищется по подписи и по названиям столбцов; если нет самого раздела, об этом говорит V301. В PDF таблицы не распознаются, там правило не применяется.

    Плохо:   раздел о финансировании без таблицы по источникам и годам
    Хорошо:  таблица «Финансовое обеспечение программы по источникам»
    """
    if not _judged(examined):
        return
    for wanted in _missing(examined):
        if not _told_in_text(examined, wanted):
            yield Finding(
                examined.paper.whole(), f"нет таблицы «{wanted.wordings[0]}»", _with_columns(wanted)
            )


@rule("V405", Severity.WARNING)
def text_for_a_table(examined: Examined) -> Findings:
    """То, что макет ждёт таблицей, рассказано текстом.

    Участников, риски и статистику можно описать и словами, но таблицу легче сверить. План-график, показатели, источники
    финансирования и смету таблицей дают всегда: без неё это ошибка V401.

    Плохо:   «Риски: рост цен, недобор абитуриентов»
    Хорошо:  таблица со столбцами «Риск», «Меры по минимизации»
    """
    if not _judged(examined):
        return
    for wanted in _missing(examined):
        if _told_in_text(examined, wanted):
            heading = examined.map.sections[wanted.section].heading
            told = f"вместо таблицы «{wanted.wordings[0]}» в разделе только текст"
            yield Finding(
                examined.paper.span(examined.paper.blocks[heading.first]), told, _with_columns(wanted)
            )


def _missing(examined: Examined) -> Iterator[WantedTable]:
    tables = seen_tables(examined.paper)
    for wanted in examined.outline.tables:
        with_section = not wanted.section or wanted.section in examined.map.sections
        if with_section and _best(tables, wanted) is None:
            yield wanted


def _told_in_text(examined: Examined, wanted: WantedTable) -> bool:
    """Whether the section where a table belongs has text that may stand for it."""
    if not wanted.or_text or wanted.section not in examined.map.sections:
        return False
    blocks = (examined.paper.blocks[at] for at in examined.map.extent(wanted.section))
    return sum(len(block.text) for block in blocks if block.cell is None) >= _TOLD


def _with_columns(wanted: WantedTable) -> str:
    columns = ", ".join(f"«{one[0]}»" for one in wanted.columns)
    return f"добавьте таблицу со столбцами {columns}" if columns else "добавьте таблицу"


@rule("V402", Severity.WARNING)
def missing_column(examined: Examined) -> Findings:
    """В таблице нет нужного столбца.

    Таблица есть, но сведений, которых ждёт макет, в ней не найти.

    Плохо:   показатели региона без столбца «Источник»
    Хорошо:  все столбцы макета
    """
    if not _judged(examined):
        return
    tables = seen_tables(examined.paper)
    for wanted in examined.outline.tables:
        table = _best(tables, wanted)
        for column in wanted.columns if table is not None else ():
            if table is not None and table.column(column) is None:
                told = f"в таблице «{wanted.wordings[0]}» нет столбца «{column[0]}»"
                place = table.place(0, 0)
                span = examined.paper.span(place) if place else examined.paper.whole()
                yield Finding(span, told, "добавьте столбец или назовите его как в макете")


@rule("V403")
def sums(examined: Examined) -> Findings:
    """Итог в таблице не равен сумме строк или лет.

    Сверяются таблицы с деньгами: строки «Итого» и «Всего» – со строками выше, столбец «Итого» – с годами. Расхождение в
    пределах округления ошибкой не считается.

    Плохо:   100,0 + 50,0; итого 160,0
    Хорошо:  100,0 + 50,0; итого 150,0
    """
    if examined.paper.format != "docx":
        return
    for table in seen_tables(examined.paper):
        words = " ".join([*table.columns, *(block.text for block in table.captions)])
        if not _MONEY.search(words):
            continue
        for wrong in wrong_sums(table):
            told = f"итог {_shown(wrong.stated)} не равен сумме {_shown(wrong.sums)} ({wrong.what})"
            block = table.place(wrong.row, wrong.column)
            span = examined.paper.span(block) if block else examined.paper.whole()
            yield Finding(span, told, "пересчитайте итог или исправьте слагаемые")


def _shown(number: Decimal) -> str:
    return group(number)


@rule("V404")
def too_few_rows(examined: Examined) -> Findings:
    """В обязательной таблице почти нет строк.

    Таблица начата, но не заполнена.

    Плохо:   таблица показателей, в которой только заголовок
    Хорошо:  столько строк, сколько требует макет, или больше
    """
    if not _judged(examined):
        return
    tables = seen_tables(examined.paper)
    for wanted in examined.outline.tables:
        table = _best(tables, wanted)
        if table is None:
            continue
        filled = sum(sum(bool(cell.strip()) for cell in row) > 1 for row in table.grid[table.header :])
        if filled < wanted.rows:
            told = (
                f"в таблице «{wanted.wordings[0]}» заполнено строк: {filled}, а нужно не меньше {wanted.rows}"
            )
            place = table.place(0, 0)
            yield Finding(
                examined.paper.span(place) if place else examined.paper.whole(), told, "заполните таблицу"
            )


@rule("V411")
def no_signatures(examined: Examined) -> Findings:
    """Нет подписей участников.

    Программу подписывают все участники: субъект Российской Федерации (и учредитель федерального колледжа), колледж и
    предприятия. У каждой подписи – должность, место для подписи и фамилия с инициалами.

    Плохо:   программа обрывается на рисках
    Хорошо:  «Директор ГБПОУ … ________ И.И. Иванов» в конце
    """
    if examined.unreadable or not examined.map.sections or _signing(examined):
        return
    yield Finding(
        examined.paper.whole(), "в конце документа нет подписей участников", "добавьте лист подписей"
    )


@rule("V412", Severity.WARNING)
def missing_side(examined: Examined) -> Findings:
    """Среди подписей нет одной из сторон.

    Подписать должны стороны, которых требует макет: субъект Российской Федерации, колледж, хотя бы одно предприятие. Стороны
    узнаются по должностям и названиям организаций, поэтому это предупреждение.

    Плохо:   подписали только колледж и министерство
    Хорошо:  подписали министерство, колледж и завод
    """
    signing = _signing(examined)
    if examined.unreadable or not examined.map.sections or not signing:
        return
    text = " ".join(block.text for block in signing)
    first = next(block for block in signing if _INITIALS.search(block.text))
    for side, pattern, demanded in (
        ("субъекта Российской Федерации", _REGION, {"region"}),
        ("колледжа", _COLLEGE, {"base_college", "college"}),
        ("предприятия", _ENTERPRISE, {"enterprise"}),
    ):
        if demanded.intersection(examined.outline.signed_by) and not pattern.search(text):
            told = f"среди подписей не видно {side}"
            yield Finding(
                examined.paper.span(first), told, "добавьте подпись или назовите организацию полностью"
            )


def _signing(examined: Examined) -> list[Block]:
    """The paragraphs of the signatures: at the end, or before the annexes."""
    body = [block for block in examined.paper.body if block.text.strip()]
    if not examined.map.sections:
        return []
    start = max(found.heading.last for found in examined.map.sections.values())
    last = examined.paper.blocks[start]
    after = next((at for at, block in enumerate(body) if block is last), 0)
    annex = next((at for at in range(after, len(body)) if _ANNEX.fullmatch(body[at].text)), len(body))
    return _signed(body[-_LAST:]) or _signed(body[after + 1 : annex][-_LAST:])


def _signed(tail: list[Block]) -> list[Block]:
    """From the first name with initials and a post beside it."""
    last = 0
    for at, block in enumerate(tail):
        near = " ".join(one.text for one in tail[max(0, at - 4) : at + 2])
        short = len(block.text) < 200
        if short and _INITIALS.search(block.text) and _POST.search(near):
            last = last or max(0, at - 4) + 1
    return tail[last - 1 :] if last else []
