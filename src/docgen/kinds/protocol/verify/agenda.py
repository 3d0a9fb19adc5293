"""The agenda of a meeting: the questions listed under «Повестка», and which of them were considered."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from docgen.kinds.protocol.verify.lines import HEARD, heads_decisions, question_number, unnumbered
from docgen.papers.paper import Block
from docgen.papers.sections.words import likeness, phrase, plain

_TITLE = re.compile(r"\s*повестка(?:\s+дня)?(?:\s+(?:заседания|совещания))?\s*[:.]?\s*", re.IGNORECASE)
_NUMBER = re.compile(r"([IVXІХ]{1,6}|\d{1,2})\s*[.)]")
_SPEAKER = re.compile(
    r"[.,;]?\s*[(–—-]?\s*(?:доклад\w*|сообщени\w*|информаци\w*|содоклад\w*)\s*[:–—-]?\s+.{0,120}$"
    r"|\s*\([^()]{0,120}\)\s*[.;]?$",
    re.IGNORECASE,
)
_BY_QUESTION = re.compile(r"\s*По\s+(?:\w+\s+)?вопросу\b")
_SAME = 0.85
_LONGEST, _MOST = 700, 60  # characters of a question, questions of an agenda


@dataclass
class Agenda:
    """The questions listed, and the text without them."""

    questions: list[Block] = field(default_factory=list)
    rest: list[Block] = field(default_factory=list)

    def repeats(self, text: str) -> bool:
        """Whether a line is one of the questions listed, with its number or without."""
        if not self.questions or len(text) > _LONGEST:
            return False
        number, topic = question_number(text), _topic(text)
        if plain(topic) in self._topics:
            return True
        alike = self._numbered.get(number) if number is not None else None
        return alike is not None and likeness(phrase(topic), phrase(alike)) >= _SAME

    @cached_property
    def _topics(self) -> frozenset[str]:
        return frozenset(plain(_topic(one.shown)) for one in self.questions)

    @cached_property
    def _numbered(self) -> dict[int | None, str]:
        return {question_number(one.shown): _topic(one.shown) for one in self.questions}


def _topic(text: str) -> str:
    """«2. О плане работы. Докладчик – Иванов И.И.» is about «О плане работы»."""
    return _SPEAKER.sub("", unnumbered(text[:_LONGEST]))


def parted(lines: Iterable[Block]) -> Agenda:
    """Part the questions listed under «Повестка» from the text: they come again one by one, or are heard below."""
    agenda = Agenda()
    listing, first = False, ""
    for block in lines:
        text = block.shown.strip()
        if _TITLE.fullmatch(text):
            listing, first = True, ""
            continue
        number = _NUMBER.match(text)
        if listing and number and not re.search(r"СЛУШАЛИ|Слушали", text) and number[1] != first:
            first = first or number[1]
            if number[1].isdigit() == first.isdigit():
                agenda.questions.append(block)
                continue
        listing = listing and not number and not HEARD.match(text) and not heads_decisions(text)
        agenda.rest.append(block)
    return agenda


def unheard(agenda: Agenda, considered: Iterable[Block]) -> list[Block]:
    """The questions listed that were not considered: by their number and by their words."""
    found = list(considered)
    if not found or len(found) >= len(agenda.questions):
        return []
    numbers = ({question_number(one.shown) for one in found} | _named(agenda.rest)) - {None}
    topics = [phrase(_topic(one.shown)) for one in found[:_MOST]]
    return [
        one
        for one in agenda.questions
        if question_number(one.shown) not in numbers
        and all(likeness(topic, phrase(_topic(one.shown))) < _SAME for topic in topics)
    ]


def _named(blocks: Iterable[Block]) -> set[int | None]:
    """The questions named at the beginning of a line, wherever a page of a PDF has put it: «По вопросу 2 СЛУШАЛИ: …»."""
    lines = (line for block in blocks for line in block.shown.split("\n"))
    return {question_number(line) for line in lines if _BY_QUESTION.match(line)}
