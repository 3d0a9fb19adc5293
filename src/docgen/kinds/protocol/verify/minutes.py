"""The minutes of a meeting as they are found in somebody's text: items, decisions, orders, deadlines, names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from docgen.kinds.protocol.verify.order import Order
from docgen.kinds.protocol.verify.order_tables import OrderTables, Row
from docgen.papers.examined import Examined
from docgen.papers.paper import Block, Where

_ITEM = re.compile(
    r"\s*(?:[IVXІХ]{1,6}\s*[.)]|(?:\d{1,2}\s*[.)]\s*)?(?:СЛУШАЛИ|Слушали|По\s+(?:\w+\s+)?вопросу)\b)\s*"
)
_HEARD = re.compile(r"\s*(?:СЛУШАЛИ|Слушали)\b")
_ABOUT = re.compile(r"\s*(\d{1,2})\s*[.)]\s*Об?о?\s+[«а-яёА-ЯЁ]")
_AGENDA = re.compile(r"\s*повестка(?:\s+дня)?(?:\s+(?:заседания|совещания))?\s*[:.]?\s*", re.IGNORECASE)
_END = re.compile(
    r"\s*(?:лист\s+(?:рассылки|согласования|ознакомления)|приложени[ея](?:\s*№?\s*\d{1,2})?\s*(?:$|[:.])|исп\.\s|разослать:|список\s+(?:участников|присутств))",
    re.IGNORECASE,
)
_NAME = re.compile(r"[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+|[А-ЯЁ][а-яё]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\.")
_ROMAN = re.compile(r"\s*([IVXІХ]{1,6})\s*[.)]")
_DECIDED = re.compile(
    r"\s*(?:\d{1,2}\s*[.)]\s*)?(?:р\s*е\s*ш\s*и\s*л\s*и|п\s*о\s*с\s*т\s*а\s*н\s*о\s*в\s*и\s*л\s*и|решение|решено|поручения|постановлено)\s*:?\s*",
    re.IGNORECASE,
)
_DECIDED_LATE = re.compile(r"(?:РЕШИЛИ|ПОСТАНОВИЛИ|Р\s?Е\s?Ш\s?И\s?Л\s?И)\s*:?\s*$")
_NUMBER = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2}){0,3}(?=\s*[.)])|\d{1,2}(?:\.\d{1,2}){1,3})\s*[.)]?\s+(?=\S)")
_DUE_LINE = re.compile(r"\s*срок[иа]?(?:\s+исполнения)?\s*[:–—-]", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"^\s*(?:председатель|секретарь|директор|заместитель|министр|руководитель|начальник|ректор)\b[^.;]{0,200}?(?:[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+|[А-ЯЁ][а-яё]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\.)?\s*$",
    re.IGNORECASE,
)


@dataclass
class Item:
    """An item of the agenda."""

    block: Block | None
    decided: bool = False
    orders: list[Order] = field(default_factory=list)


def items(examined: Examined) -> list[Item]:
    """The items with their decisions, in order; decisions before any item stand in one without a heading."""
    tables = OrderTables(examined)
    found: list[Item] = []
    for block in _without_agenda(_lines(examined, tables)):
        text = block.shown.strip()
        if block in tables:
            found = found or [Item(None)]
            _row(found[-1], tables.row(block))
        elif _is_item(block, text):
            if not (found and _HEARD.match(text) and _is_open(found[-1])):
                found.append(Item(block))
            if _DECIDED_LATE.search(text):
                found[-1].decided = True
        elif _DECIDED.fullmatch(text) or _DECIDED_LATE.search(text):
            found = found or [Item(None)]
            found[-1].decided = True
        elif found and found[-1].decided:
            if _is_end(block, text):
                break
            _decision(found[-1], block, text)
    return found


def _row(item: Item, row: Row | None) -> None:
    """An order of a table; its other cells tell nothing by themselves."""
    if row is not None:
        item.decided = True
        item.orders.append(Order(row.block, "", row.block.text.strip(), row=row))


def _is_end(block: Block, text: str) -> bool:
    """Whether the decisions are over: the signature, or what is filed after it."""
    signature = _SIGNATURE.match(text) and not _NUMBER.match(text)
    return bool(signature or _END.match(text) or block.cell is not None)


def _without_agenda(lines: Iterable[Block]) -> Iterator[Block]:
    """Without the questions listed under «Повестка»: they come again one by one, or are heard below."""
    listing, first = False, ""
    for block in lines:
        text = block.shown.strip()
        if _AGENDA.fullmatch(text):
            listing, first = True, ""
            continue
        number = re.match(r"([IVXІХ]{1,6}|\d{1,2})\s*[.)]", text)
        if listing and number and not re.search(r"СЛУШАЛИ|Слушали", text) and number[1] != first:
            first = first or number[1]
            if number[1].isdigit() == first.isdigit():
                continue
        listing = listing and not number and not _HEARD.match(text) and not _DECIDED.fullmatch(text)
        yield block


def _is_open(item: Item) -> bool:
    """Whether an item has only its heading so far, so that «СЛУШАЛИ» belongs to it."""
    heading = item.block is not None and not _HEARD.match(item.block.shown)
    return heading and not item.decided and not item.orders


def _lines(examined: Examined, tables: OrderTables) -> Iterator[Block]:
    """The text, the rows of tables of orders, and of other tables the names that end them: signatures."""
    for block in examined.text:
        if block.where is Where.BODY and (block.cell is None or block in tables or _is_signed(block)):
            yield block


def _is_signed(block: Block) -> bool:
    return bool(_NAME.fullmatch(block.text.strip()))


def _is_item(block: Block, text: str) -> bool:
    if block.cell is not None:
        return False
    if (_ITEM.match(text) or _ABOUT.match(text)) and len(text) < 700:
        return True
    return block.level is not None and block.level > 0 and bool(re.match(r"(?:\d+\.\s*)?Об?о?\s", text))


def _decision(item: Item, block: Block, text: str) -> None:
    match = _NUMBER.match(text)
    if match:
        number = match[1]
        parent = next((one for one in reversed(item.orders) if number.startswith(f"{one.number}.")), None)
        if parent is not None:
            parent.parts += 1
        item.orders.append(Order(block, number, text[match.end() :], [], 0, parent))
    elif item.orders and (_DUE_LINE.match(text) or len(text) < 400):
        item.orders[-1].lines.append(block)
    elif not item.orders:
        item.orders.append(Order(block, "", text))


def roman_number(block: Block) -> str | None:
    """The Roman number of an item, Latin letters or not."""
    match = _ROMAN.match(block.shown)
    return match[1] if match else None
