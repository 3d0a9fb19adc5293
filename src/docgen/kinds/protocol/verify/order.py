"""A decision of a meeting as it is found in somebody's text: who is to do it, until when."""

import re
from dataclasses import dataclass, field

from docgen.kinds.protocol.verify.order_tables import Row
from docgen.kinds.protocol.verify.told import (
    infinitives,
    is_dative,
    is_infinitive,
    names_responsible,
    names_somebody,
    tells_when,
)
from docgen.language.proofreading.grammar import forms
from docgen.papers.paper import Block

_CONTROL = re.compile(
    r"\s*контроль\b.{0,200}?\b(?:возложить|оставить|оставляю|возлагается|осуществлять)", re.IGNORECASE
)
_ASKS = frozenset(["поручить", "рекомендовать", "предложить", "возложить"])
_COLLEGIAL = _ASKS | frozenset(
    [
        "принять",
        "утвердить",
        "одобрить",
        "согласовать",
        "признать",
        "считать",
        "снять",
        "избрать",
        "перенести",
        "отметить",
        "назначить",
        "включить",
        "исключить",
        "продолжить",
        "установить",
        "отложить",
        "поддержать",
        "создать",
        "внести",
        "определить",
        "оставить",
        "выразить",
        "констатировать",
        "отклонить",
        "поблагодарить",
        "обратить",
        "наградить",
        "присвоить",
        "присудить",
        "объявить",
        "премировать",
        "поощрить",
        "допустить",
        "зачислить",
        "отчислить",
        "аттестовать",
        "согласиться",
        "сохранить",
        "продлить",
        "прекратить",
        "отменить",
        "подтвердить",
        "удовлетворить",
        "отказать",
        "заслушать",
        "рассмотреть",
        "закрыть",
        "выдвинуть",
        "ходатайствовать",
        "образовать",
        "выдать",
    ]
)
_JUDGES = frozenset(
    [
        "признать",
        "считать",
        "принять",
        "утвердить",
        "одобрить",
        "снять",
        "перенести",
        "отложить",
        "избрать",
        "оставить",
        "включить",
        "исключить",
        "объявить",
        "наградить",
        "продлить",
    ]
)  # «Работу … признать удовлетворительной»: what is judged may come first


@dataclass
class Order:
    """A decision: its paragraph, its number, the lines that belong to it; ``inline``: it stands after «Решили:»."""

    block: Block
    number: str
    text: str
    lines: list[Block] = field(default_factory=list)
    parts: int = 0
    parent: "Order | None" = None
    row: Row | None = None
    inline: bool = False

    @property
    def first_word(self) -> str:
        """Its first word in small letters."""
        match = re.match(r"[А-ЯЁа-яё-]+", self.text)
        return match[0].lower() if match else ""

    @property
    def leads(self) -> bool:
        """Whether parts of it follow in a list: «Колледжам:»."""
        return self.text.rstrip().endswith(":")

    @property
    def collegial(self) -> bool:
        """Whether the meeting decides itself: «Утвердить план», «Работу комиссии признать удовлетворительной»."""
        if self.row is not None and self.row.when:
            return False
        if _CONTROL.match(self.text) or (self.inline and not self.due and not self.addressed):
            return True
        if self.first_word in _COLLEGIAL:
            return not (self.first_word in _ASKS and self.asks)
        verbs = infinitives(self.text)
        judged = bool(verbs) and verbs[0][1] in _JUDGES and self._begins_with_object
        return judged and (self.parent is None or not self.parent.addressed or self.parent.collegial)

    @property
    def _begins_with_object(self) -> bool:
        """«Работу …», «План …»: a word that is known and names nobody who is told to do something."""
        return bool(forms(self.first_word)) and not is_dative(self.first_word)

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
        told = tells_when([self.text, *(line.text for line in self.lines)])
        return told or (self.parent is not None and self.parent.due)

    @property
    def addressed(self) -> bool:
        """Whether somebody is told to do it: it does not begin with the verb."""
        if self.row is not None and self.row.who is not None:
            return bool(self.row.who)
        if names_responsible(self.text, [line.text for line in self.lines]):
            return True
        return self._names_doer or (
            self.parent is not None and self.parent.addressed and not self.parent.collegial
        )

    @property
    def _names_doer(self) -> bool:
        """Whether somebody is named before what is to be done."""
        verbs = infinitives(self.text)
        if not verbs:
            return True
        at, verb = verbs[0]
        if verb in _ASKS and verb != "возложить":
            until = verbs[1][0] if len(verbs) > 1 else len(self.text)
            return names_somebody(self.text[at + len(verb) : until]) or (at > 0 and self._told_before(at))
        return verb == "возложить" or self._told_before(at)

    def _told_before(self, verb: int) -> bool:
        return names_somebody(self.text[:verb], begins=True)
