"""Money in the tables of a finished programme, and in its text (V403, V406, V407)."""

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.kinds.programme.rules.money_said import Said, figures
from docgen.language.numbers.numerals import group
from docgen.papers.examined import Examined
from docgen.papers.sums import WrongSum, grand_totals, wrong_products, wrong_sums
from docgen.papers.tables import Seen, seen_tables

_MONEY = re.compile(r"руб|финанс|смет|средств|бюджет|расход|источник|стоимост|сумм", re.IGNORECASE)
_FUNDING = re.compile(r"финансов|финансиров|источник", re.IGNORECASE)
_UNITS = (("млрд", Decimal(1000000)), ("млн", Decimal(1000)), ("тыс", Decimal(1)), ("руб", Decimal("0.001")))
_WHOLE = re.compile(
    r"общ(?:ий|его|ему|им)\s+объ[её]м\w*\s+(?:средств|расход\w*|затрат|финанс\w*)(?:\s+обеспечени\w+)?(?:[^.;:]{0,80})$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"сч[её]т|бюджет|работодател|предприяти|грант|софинанс|(?<![–-])\b20\d\d\s*г(?:оду|\.)", re.IGNORECASE
)
_SMALLEST = Decimal(10)  # thousand roubles: less is no programme


@rule("V403")
def sums(examined: Examined) -> Findings:
    """Итог в таблице не равен сумме строк или лет.

    Сверяются таблицы с деньгами: строки «Итого» и «Всего» – со строками выше, «Всего, в том числе» – со строками ниже,
    столбец «Итого» – с годами. Расхождение в пределах округления ошибкой не считается.

    Плохо:   100,0 + 50,0; итого 160,0
    Хорошо:  100,0 + 50,0; итого 150,0
    """
    for table, wrong in _wrong(examined, wrong_sums):
        told = f"итог {group(wrong.stated)} не равен сумме {group(wrong.sums)} ({wrong.what})"
        yield _finding(examined, table, wrong, told, "пересчитайте итог или исправьте слагаемые")


@rule("V406")
def products(examined: Examined) -> Findings:
    """Сумма в строке сметы не равна произведению количества и цены.

    Сверяются таблицы, в которых есть столбцы количества, цены и суммы; цена может быть в рублях, а сумма – в тысячах.

    Плохо:   количество 4, цена 7350,0; сумма 29 000,0
    Хорошо:  количество 4, цена 7250,0; сумма 29 000,0
    """
    for table, wrong in _wrong(examined, wrong_products):
        told = f"сумма {group(wrong.stated)} не равна количеству, умноженному на цену: {group(wrong.sums)} ({wrong.what})"
        yield _finding(examined, table, wrong, told, "пересчитайте сумму или исправьте цену и количество")


def _wrong(
    examined: Examined, check: Callable[[Seen], Iterable[WrongSum]]
) -> Iterator[tuple[Seen, WrongSum]]:
    for table in seen_tables(examined.paper):
        if _MONEY.search(_words(table)):
            for wrong in check(table):
                yield table, wrong


def _finding(examined: Examined, table: Seen, wrong: WrongSum, told: str, hint: str) -> Finding:
    block = table.place(wrong.row, wrong.column)
    return Finding(examined.paper.span(block) if block else examined.paper.whole(), told, hint)


def _words(table: Seen) -> str:
    return " ".join([*table.columns, *(block.text for block in table.captions)])


@rule("V407", Severity.WARNING)
def total_in_text(examined: Examined) -> Findings:
    """Общий объём финансирования в тексте не тот, что в таблицах.

    Сверяется сумма, которая названа общим объёмом финансирования всей программы, с итогами таблиц, у которых сказано, в чём
    они: в тысячах, миллионах или рублях. «Около», «более» и округление до названных знаков ошибкой не считаются.

    Плохо:   «Общий объём финансирования – 253,2 млн рублей», а в таблице всего 174 116,0 тыс. рублей
    Хорошо:  «Общий объём финансирования – 174,1 млн рублей»
    """
    if examined.unreadable or not examined.map.sections:
        return
    totals = sorted(set(_totals(examined)))
    for block in examined.text if totals else ():
        for said in (one for sentence in figures(block.text) for one in sentence):
            if _is_whole(said) and all(abs(said.value - one) > said.half for one in totals):
                told = f"общий объём в тексте – «{block.text[said.start : said.end]}», а в таблицах – {_listed(totals)}"
                span = examined.paper.span(block, said.start, said.end)
                yield Finding(span, told, "исправьте сумму в тексте или таблицу")


def _totals(examined: Examined) -> Iterator[Decimal]:
    """The grand totals of tables of funding whose unit is told, in thousand roubles."""
    for table in seen_tables(examined.paper):
        words = _words(table).lower()
        unit = next((worth for name, worth in _UNITS if name in words), None)
        if unit is not None and _FUNDING.search(words):
            yield from (total * unit for total in grand_totals(table))


def _is_whole(said: Said) -> bool:
    """Whether a figure is the total of the programme, not of a source or a year."""
    whole = None if said.is_share or not said.is_exact else _WHOLE.search(said.before)
    if whole is None or said.value < _SMALLEST:
        return False
    after = re.split(r"[,;:.(]", said.after)[0]
    return not _PART.search(whole[0]) and not _PART.search(after)


def _listed(totals: list[Decimal]) -> str:
    return ", ".join(group(one) for one in totals[:3]) + " тыс. рублей"
