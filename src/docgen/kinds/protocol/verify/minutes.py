"""The minutes of a meeting as they are found in somebody's text: items, decisions, orders, deadlines, names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.kinds.protocol.verify.agenda import Agenda, parted
from docgen.kinds.protocol.verify.lines import (
    DUE_LINE,
    HEARD,
    ORDER_NUMBER,
    begins_item,
    bullet,
    ends_decisions,
    ends_in_decisions,
    heads_decisions,
    heads_joint_decisions,
    inline_decision,
    question_number,
    spelt_number,
    unnumbered,
)
from docgen.kinds.protocol.verify.order import Order
from docgen.kinds.protocol.verify.order_tables import OrderTables, Row
from docgen.kinds.protocol.verify.told import infinitives, is_dative, is_infinitive
from docgen.papers.examined import Examined
from docgen.papers.paper import Block, Where

_NAME = re.compile(r"[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+|[А-ЯЁ][а-яё]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\.")
_LONGEST_LINE = 400


@dataclass
class Item:
    """An item of the agenda. ``joint``: what is decided under it is decided on all questions together.

    ``by_look``: it is set like a heading, but may be no question that needs a decision.
    """

    block: Block | None
    decided: bool = False
    joint: bool = False
    by_look: bool = False
    orders: list[Order] = field(default_factory=list)


_last: tuple[Examined, Agenda, list[Item]] | None = None


def items(examined: Examined) -> list[Item]:
    """The items with their decisions, in order; decisions before any item stand in one without a heading."""
    return _read(examined)[2]


def agenda(examined: Examined) -> Agenda:
    """The questions listed under «Повестка», and the lines of the text without them."""
    return _read(examined)[1]


def _read(examined: Examined) -> tuple[Examined, Agenda, list[Item]]:
    """The minutes are read once for all rules."""
    global _last
    if _last is None or _last[0] is not examined:
        tables = OrderTables(examined)
        listed = parted(_lines(examined, tables))
        _last = (examined, listed, _Minutes(tables, listed).read())
    return _last


def _lines(examined: Examined, tables: OrderTables) -> Iterator[Block]:
    """The text, the rows of tables of orders, and of other tables the names that end them: signatures."""
    for block in examined.text:
        if block.where is Where.BODY and (block.cell is None or block in tables or _is_signed(block)):
            yield block


def _is_signed(block: Block) -> bool:
    return bool(_NAME.fullmatch(block.text.strip()))


class _Minutes:
    """Reads the lines one by one into items."""

    def __init__(self, tables: OrderTables, agenda: Agenda) -> None:
        self._tables = tables
        self._agenda = agenda
        self._found: list[Item] = []

    def read(self) -> list[Item]:
        """All items."""
        for block in self._agenda.rest:
            if not self._take(block, block.shown.strip()):
                break
        return self._found

    def _take(self, block: Block, text: str) -> bool:
        """Put a line where it belongs; ``False``: the decisions are over."""
        if block in self._tables:
            self._row(self._tables.row(block))
        elif heads_decisions(text):
            self._decided(block, text)
        elif rest := inline_decision(text):
            self._decided(block, text.partition(":")[0])
            _decision(self._last, block, rest)
            self._last.orders[-1].inline = True
        elif self._is_item(block, text):
            self._begin(block, text)
        elif ends_in_decisions(text):
            self._last.decided = True
        elif self._found and self._is_next_question(block, text):
            self._found.append(Item(block, by_look=True))
        elif self._found and (self._found[-1].decided or _reads_as_decision(text)):
            if ends_decisions(block, text):
                return False
            self._last.decided = True
            _decision(self._last, block, text)
        return True

    @property
    def _last(self) -> Item:
        if not self._found:
            self._found.append(Item(None))
        return self._found[-1]

    def _row(self, row: Row | None) -> None:
        """An order of a table; its other cells tell nothing by themselves."""
        if row is None:
            return
        alone = not any(item.orders for item in self._found)
        self._last.joint = self._last.joint or alone
        self._last.decided = True
        self._last.orders.append(Order(row.block, "", row.block.text.strip(), row=row))

    def _decided(self, block: Block, text: str) -> None:
        """«По второму вопросу решили:» is an item of its own if the second question has not begun yet."""
        number = spelt_number(text)
        known = self._found and self._found[-1].block is not None
        if number is not None and not (known and _number(self._found[-1]) in (None, number)):
            self._found.append(Item(block))
        self._last.decided = True
        self._last.joint = self._last.joint or heads_joint_decisions(text)

    def _is_item(self, block: Block, text: str) -> bool:
        if begins_item(block, text):
            return True
        numbered = ORDER_NUMBER.match(text)
        nested = numbered is not None and "." in numbered[1]
        question = block.cell is None and not nested and self._agenda.repeats(text)
        return question and not _is_decision(unnumbered(text))

    def _is_next_question(self, block: Block, text: str) -> bool:
        """«3. РАЗНОЕ» after decisions 2.1 and 2.2: a heading that counts on from them."""
        match = ORDER_NUMBER.match(text)
        stands_out = block.look.bold or block.look.centred or text.isupper() or bool(block.level)
        numbers = [order.number for order in self._found[-1].orders if order.number]
        if match is None or not stands_out or not match[1].isdigit() or not numbers:
            return False
        return all(one.startswith(f"{int(match[1]) - 1}.") for one in numbers)

    def _begin(self, block: Block, text: str) -> None:
        """A new item, unless the line goes on with the last one."""
        last = self._found[-1] if self._found else None
        heard = last is not None and HEARD.match(text) and _is_open(last)
        spelt = spelt_number(text)
        again = last is not None and spelt is not None and _number(last) == spelt
        if not heard and not again:
            self._found.append(Item(block))
        if ends_in_decisions(text):
            self._last.decided = True


def _number(item: Item) -> int | None:
    return question_number(item.block.shown.strip()) if item.block is not None else None


def _is_open(item: Item) -> bool:
    """Whether an item has only its heading so far, so that «СЛУШАЛИ» belongs to it."""
    heading = item.block is not None and not HEARD.match(item.block.shown)
    return heading and not item.decided and not item.orders


def _reads_as_decision(text: str) -> bool:
    """Whether a numbered line decides something though no «РЕШИЛИ» stands above: «1.2. Колледжам: …»."""
    match = ORDER_NUMBER.match(text)
    return match is not None and _is_decision(text[match.end() :])


def _is_decision(text: str) -> bool:
    """«Принять к сведению …», «Колледжам представить …», «Колледжам:»."""
    first = re.match(r"[А-ЯЁа-яё-]+", text)
    if first is None:
        return False
    to_somebody = is_dative(first[0]) and bool(infinitives(text) or text.rstrip().endswith(":"))
    return is_infinitive(first[0]) or to_somebody


def _decision(item: Item, block: Block, text: str) -> None:
    match = ORDER_NUMBER.match(text)
    sign = bullet(block)
    last = item.orders[-1] if item.orders else None
    if match and not _is_counted_part(last, match):
        _numbered(item, block, match[1], text[match.end() :])
    elif match:
        _bulleted(item, block, text[match.end() :])
    elif sign is not None and (last is None or last.leads or _is_bullet(last)):
        _bulleted(item, block, block.text[sign:])
    elif last is None or (not last.number and last.parent is None and _is_decision(text)):
        item.orders.append(Order(block, "", text))
    elif DUE_LINE.match(text) or len(text) < _LONGEST_LINE:
        last.lines.append(block)
        if last.parent is not None and not last.number and DUE_LINE.match(text):
            last.parent.lines.append(block)


def _is_counted_part(last: Order | None, match: re.Match[str]) -> bool:
    """«1) …» under «2. Колледжам:» is a part of it, though its number is not «2.1»."""
    if last is None or "." in match[1] or match[0].rstrip()[-1] != ")":
        return False
    own = ORDER_NUMBER.match(last.block.shown)
    leads = last.leads and own is not None and own[0].rstrip()[-1] != ")"
    return leads or (last.parent is not None and not last.number)


def _numbered(item: Item, block: Block, number: str, text: str) -> None:
    parent = next(
        (one for one in reversed(item.orders) if one.number and number.startswith(f"{one.number}.")), None
    )
    if parent is not None:
        parent.parts += 1
    item.orders.append(Order(block, number, text, parent=parent))


def _bulleted(item: Item, block: Block, text: str) -> None:
    """An item of a list without numbers: a part of what leads it, or a decision of its own."""
    last = item.orders[-1] if item.orders else None
    parent = last if last is not None and last.leads else last.parent if last is not None else None
    if parent is not None:
        parent.parts += 1
    item.orders.append(Order(block, "", text, parent=parent))


def _is_bullet(order: Order) -> bool:
    return bullet(order.block) is not None and not order.number
