"""The minutes of a meeting as they are found in somebody's text: items, decisions, orders, deadlines, names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.language.proofreading.grammar import forms
from docgen.papers.examined import Examined
from docgen.papers.paper import Block, Where

_ITEM = re.compile(
    r"\s*(?:[IVXІХ]{1,6}\s*[.)]|(?:\d{1,2}\s*[.)]\s*)?(?:СЛУШАЛИ|Слушали|По\s+(?:\w+\s+)?вопросу)\b)\s*"
)
_HEARD = re.compile(r"\s*(?:СЛУШАЛИ|Слушали)\b")
_ROMAN = re.compile(r"\s*([IVXІХ]{1,6})\s*[.)]")
_DECIDED = re.compile(
    r"\s*(?:\d{1,2}\s*[.)]\s*)?(?:р\s*е\s*ш\s*и\s*л\s*и|п\s*о\s*с\s*т\s*а\s*н\s*о\s*в\s*и\s*л\s*и|решение|решено|поручения|постановлено)\s*:?\s*",
    re.IGNORECASE,
)
_DECIDED_LATE = re.compile(r"(?:РЕШИЛИ|ПОСТАНОВИЛИ|Р\s?Е\s?Ш\s?И\s?Л\s?И)\s*:?\s*$")
_NUMBER = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2}){0,3}(?=\s*[.)])|\d{1,2}(?:\.\d{1,2}){1,3})\s*[.)]?\s+(?=\S)")
_DUE_LINE = re.compile(r"\s*срок[иа]?(?:\s+исполнения)?\s*[:–—-]", re.IGNORECASE)
_DUE = re.compile(
    r"\bсрок(?:и|ом|а|у)?\b|\bне позднее\b|\bдо\s+(?:\d|конца|начала)|\bв течение\b|\bк\s+\d{1,2}\b|\bпостоянно\b|\bнезамедлительно\b"
    r"|\bеже(?:дневно|недельно|месячно|квартально|годно)\b|\bв\s+(?:\w+\s+)?(?:месячный|недельный|дневный|дневный)\s+срок|\b\d{1,2}\.\d{1,2}\.\d{4}"
    r"|\b(?:с|со)\s+\d{1,2}\s+(?:по|до)\b|\bв\s+\w+\s+20\d\d\s*г|\bв\s+(?:I{1,3}|IV)\s+квартале|\bкажд(?:ый|ую|ого)\b",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"^\s*(?:председатель|секретарь|директор|заместитель|министр|руководитель|начальник|ректор)\b[^.;]{0,200}?(?:[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+|[А-ЯЁ][а-яё]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\.)?\s*$",
    re.IGNORECASE,
)
_COLLEGIAL = frozenset(
    [
        "принять",
        "утвердить",
        "одобрить",
        "согласовать",
        "признать",
        "считать",
        "снять",
        "избрать",
        "рекомендовать",
        "поручить",
        "перенести",
        "отметить",
        "возложить",
        "назначить",
        "включить",
        "исключить",
        "продолжить",
        "установить",
        "отложить",
        "поддержать",
        "избрать",
        "создать",
        "внести",
        "определить",
        "оставить",
        "выразить",
        "констатировать",
        "отклонить",
        "поблагодарить",
        "предложить",
        "обратить",
    ]
)
_ASKS = frozenset(["поручить", "рекомендовать", "предложить", "возложить"])


@dataclass
class Order:
    """A decision: its paragraph, its number, the lines that belong to it."""

    block: Block
    number: str
    text: str
    lines: list[Block] = field(default_factory=list)
    parts: int = 0
    parent: "Order | None" = None

    @property
    def first_word(self) -> str:
        """Its first word in small letters."""
        match = re.match(r"[А-ЯЁа-яё-]+", self.text)
        return match[0].lower() if match else ""

    @property
    def collegial(self) -> bool:
        """Whether the meeting decides itself: «Утвердить план», «Принять к сведению»."""
        return self.first_word in _COLLEGIAL and not (self.first_word in _ASKS and self.asks)

    @property
    def asks(self) -> bool:
        """Whether something is to be done by somebody: an infinitive stands in it."""
        words = re.findall(r"[А-ЯЁа-яё]+", self.text)
        return any(is_infinitive(word) for word in words[1:]) or is_infinitive(self.first_word)

    @property
    def due(self) -> bool:
        """Whether a deadline is told, in it, under it or in what it is a part of."""
        told = " ".join([self.text, *(line.text for line in self.lines)])
        return bool(_DUE.search(told)) or (self.parent is not None and self.parent.due)

    @property
    def addressed(self) -> bool:
        """Whether somebody is told to do it: it does not begin with the verb."""
        own = not is_infinitive(self.first_word) or self.first_word in _ASKS
        return own or (self.parent is not None and self.parent.addressed and not self.parent.collegial)


@dataclass
class Item:
    """An item of the agenda."""

    block: Block | None
    decided: bool = False
    orders: list[Order] = field(default_factory=list)


def is_infinitive(word: str) -> bool:
    """«направить», «обеспечить»."""
    return word.lower().endswith(("ть", "ти", "чь", "ться", "тись", "чься")) and any(
        form.part == "INFN" for form in forms(word.lower())
    )


def items(examined: Examined) -> list[Item]:
    """The items with their decisions, in order; decisions before any item stand in one without a heading."""
    found: list[Item] = []
    for block in _lines(examined):
        text = block.shown.strip()
        if _is_item(block, text):
            if not (found and _HEARD.match(text) and _is_open(found[-1])):
                found.append(Item(block))
            if _DECIDED_LATE.search(text):
                found[-1].decided = True
        elif _DECIDED.fullmatch(text) or _DECIDED_LATE.search(text):
            found = found or [Item(None)]
            found[-1].decided = True
        elif found and found[-1].decided:
            if _SIGNATURE.match(text) and not _NUMBER.match(text):
                break
            _decision(found[-1], block, text)
    return found


def _is_open(item: Item) -> bool:
    """Whether an item has only its heading so far, so that «СЛУШАЛИ» belongs to it."""
    heading = item.block is not None and not _HEARD.match(item.block.shown)
    return heading and not item.decided and not item.orders


def _lines(examined: Examined) -> Iterator[Block]:
    return (block for block in examined.text if block.where is Where.BODY and block.cell is None)


def _is_item(block: Block, text: str) -> bool:
    if _ITEM.match(text) and len(text) < 700:
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
