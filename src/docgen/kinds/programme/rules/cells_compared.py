"""The funding table against the estimate: by source, direction and year."""

from collections.abc import Sequence
from decimal import Decimal

from docgen.diagnostics import Finding, Related, Span
from docgen.kinds.programme.rules.accounts import NOTHING, Accounts, Amount, Cell, Expense, possible_sums
from docgen.kinds.programme.rules.discrepancies import SCALES, Comparison, Discrepancy, differ
from docgen.kinds.programme.rules.walk import lacking
from docgen.language.numbers.numerals import group


def compare_cells(comparison: Comparison) -> None:
    """Hold every cell of the one against the other."""
    accounts = comparison.accounts
    if not accounts.expenses or not accounts.amounts:
        return
    given: dict[Cell, list[Amount]] = {}
    for amount in accounts.amounts:
        given.setdefault(amount.cell, []).append(amount)
    vague = [cell for cell in {*given, *accounts.spent} if not cell.is_known]
    vague += [expense.cell for expense in accounts.expenses if not expense.worth]
    open_ = {
        cell: difference
        for cell in dict.fromkeys([*given, *accounts.spent])
        if not any(cell.may_be(one) for one in vague)
        if (difference := _difference(given.get(cell, []), accounts.spent.get(cell, [])))
    }
    if _in_other_units(comparison, given, open_):
        return
    _told_of_moved(comparison, open_)
    for cell, difference in open_.items():
        _told_of_cell(comparison, cell, difference, given.get(cell, []))


def _in_other_units(
    comparison: Comparison, given: dict[Cell, list[Amount]], open_: dict[Cell, Decimal]
) -> bool:
    """Whether all cells differ by one scale: then that is the flaw, not each of them."""
    sums = {cell: sum((amount.value for amount in given.get(cell, ())), NOTHING) for cell in open_}
    for scale in (*SCALES, *(1 / scale for scale in SCALES)):
        if len(sums) > 2 and all(
            sums[cell] and sums[cell] * scale - sums[cell] == open_[cell] for cell in open_
        ):
            whole = sum(sums.values(), NOTHING)
            message = f"таблица финансирования ({group(whole)}) и смета ({group(whole * scale)}) – в разных единицах"
            span = lacking(comparison.accounts.programme, "funding")
            hint = "запишите суммы обеих таблиц в тысячах рублей"
            comparison.tell("D511", Finding(span, message, hint), NOTHING + 1)
            return True
    return False


def _difference(amounts: Sequence[Amount], expenses: Sequence[Expense]) -> Decimal:
    """By how much the estimate exceeds the funding table; nothing if one of its readings agrees."""
    given = sum((amount.value for amount in amounts), NOTHING)
    sums = possible_sums(expenses)
    return NOTHING if given in sums else sums[0] - given


def _told_of_moved(comparison: Comparison, open_: dict[Cell, Decimal]) -> None:
    """A line of the estimate in a wrong year, source or direction: too much here, too little there."""
    for here, much in list(open_.items()):
        for there, little in list(open_.items()):
            apart = [name for name in Cell._fields if getattr(here, name) != getattr(there, name)]
            if much <= 0 or much != -little or len(apart) != 1 or here not in open_:
                continue
            lines = [one for one in comparison.accounts.spent.get(here, ()) if one.value == much]
            if lines:
                _tell_moved(comparison, lines, apart[0], there)
                del open_[here], open_[there]


_WHAT = {"source": "источник", "direction": "направление", "year": "год"}


def _tell_moved(comparison: Comparison, expenses: Sequence[Expense], what: str, there: Cell) -> None:
    line, value = expenses[0].line, expenses[0].value
    message = (
        f"строка сметы «{line.name}» ({group(value)}) в таблице финансирования лишняя, а в"
        f" «{comparison.accounts.title(there)}» за {there.year} год столько же не хватает"
    )
    related = tuple(Related(one.line.at(what), "или эта строка") for one in expenses[1:])
    finding = Finding(line.at(what), message, f"проверьте {_WHAT[what]} в строке сметы", related)
    comparison.found.append(Discrepancy("D511", finding, NOTHING))


def _told_of_cell(comparison: Comparison, cell: Cell, difference: Decimal, amounts: Sequence[Amount]) -> None:
    accounts = comparison.accounts
    expenses = accounts.spent.get(cell, [])
    given = sum((amount.value for amount in amounts), NOTHING)
    values = [*(amount.value for amount in amounts), *(expense.value for expense in expenses)]
    if any(value < 0 for value in values):
        comparison.hush(difference)
        return
    where = f"«{accounts.title(cell)}», {cell.year} год"
    if not expenses:
        message = f"{where}: назначено {group(given)}, а в смете нет ни одной строки"
        finding = Finding(amounts[0].at(), message, "распишите сумму в смете")
        comparison.found.append(Discrepancy("D512", finding, difference))
        return
    message = f"{where}: в таблице финансирования {group(given)}, по смете {group(given + difference)}, {differ(given, given + difference)}"
    span, related = _suspect(comparison, expenses, difference, amounts)
    comparison.tell(
        "D511", Finding(span, message, "исправьте смету или сумму финансирования", related), difference
    )


def _suspect(
    comparison: Comparison, expenses: Sequence[Expense], difference: Decimal, amounts: Sequence[Amount]
) -> tuple[Span, tuple[Related, ...]]:
    """The line of the estimate that its measure disowns by just as much, otherwise the funding table's cell."""
    spent = [expense for expense in expenses if _overspent(comparison.accounts, expense) == difference]
    if len(spent) == 1 or not amounts:
        one = (spent or list(expenses))[0]
        related = tuple(Related(amount.at(), "в таблице финансирования") for amount in amounts)
        return one.line.at("sum") if one.line.sum is not None else one.line.at("name"), related
    related = tuple(Related(one.line.at("name"), "строка сметы") for one in expenses[:3])
    return amounts[0].at(), related


def _overspent(accounts: Accounts, expense: Expense) -> Decimal | None:
    """By how much the estimate exceeds what the plan says of the expense's measure."""
    code = expense.line.measure
    money = next((one.money for one in accounts.programme.measures if one.code == code), None)
    if money is None:
        return None
    return sum((one.value for one in accounts.expenses if one.line.measure == code), NOTHING) - money
