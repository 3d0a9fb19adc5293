"""A decision of a meeting as it is found in somebody's text: who is to do it, until when."""

import re
from dataclasses import dataclass, field

from docgen.kinds.protocol.verify.order_tables import Row
from docgen.language.proofreading.grammar import forms
from docgen.papers.paper import Block

_DUE = re.compile(
    r"\bсрок(?:и|ом|а|у)?\b|\bне позднее\b|\bдо\s+(?:\d|конца|начала)|\bв течение\b|\bк\s+\d{1,2}\b|\bпостоянно\b|\bнезамедлительно\b"
    r"|\bеже(?:дневно|недельно|месячно|квартально|годно)\b|\bв\s+(?:\w+\s+)?(?:месячный|недельный|дневный|дневный)\s+срок|\b\d{1,2}\.\d{1,2}\.\d{4}"
    r"|\b(?:с|со)\s+\d{1,2}\s+(?:по|до)\b|\bв\s+\w+\s+20\d\d\s*г|\bв\s+(?:I{1,3}|IV)\s+квартале|\bкажд(?:ый|ую|ого)\b",
    re.IGNORECASE,
)
_WHO_LINE = re.compile(
    r"\s*(?:ответственн|исполнител)\w*(?:\s+исполнител\w+)?(?:\s+за\s+[^:–—]{1,60})?\s*[:–—-]\s*\S",
    re.IGNORECASE,
)
_WHO_WITHIN = re.compile(
    r"\b(?:ответственн\w+|исполнител\w+)(?:\s+исполнител\w+)?\s*[:–—-]\s*\S", re.IGNORECASE
)
_CONTROL = re.compile(
    r"\s*контроль\b.{0,200}?\b(?:возложить|оставить|оставляю|возлагается|осуществлять)", re.IGNORECASE
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
    row: Row | None = None

    @property
    def first_word(self) -> str:
        """Its first word in small letters."""
        match = re.match(r"[А-ЯЁа-яё-]+", self.text)
        return match[0].lower() if match else ""

    @property
    def collegial(self) -> bool:
        """Whether the meeting decides itself: «Утвердить план», «Принять к сведению»."""
        own = self.first_word in _COLLEGIAL and not (self.first_word in _ASKS and self.asks)
        return own or bool(_CONTROL.match(self.text))

    @property
    def asks(self) -> bool:
        """Whether something is to be done by somebody: an infinitive stands in it."""
        if self.row is not None and (self.row.who or self.row.when):
            return True
        words = re.findall(r"[А-ЯЁа-яё]+", self.text)
        return any(is_infinitive(word) for word in words[1:]) or is_infinitive(self.first_word)

    @property
    def due(self) -> bool:
        """Whether a deadline is told, in it, under it or in what it is a part of."""
        if self.row is not None and self.row.when:
            return True
        told = " ".join([self.text, *(line.text for line in self.lines)])
        return bool(_DUE.search(told)) or (self.parent is not None and self.parent.due)

    @property
    def addressed(self) -> bool:
        """Whether somebody is told to do it: it does not begin with the verb."""
        if self.row is not None and self.row.who is not None:
            return bool(self.row.who)
        if _WHO_WITHIN.search(self.text) or any(_WHO_LINE.match(line.text) for line in self.lines):
            return True
        own = not is_infinitive(self.first_word) or self.first_word in _ASKS
        return own or (self.parent is not None and self.parent.addressed and not self.parent.collegial)


def is_infinitive(word: str) -> bool:
    """«направить», «обеспечить»."""
    return word.lower().endswith(("ть", "ти", "чь", "ться", "тись", "чься")) and any(
        form.part == "INFN" for form in forms(word.lower())
    )
