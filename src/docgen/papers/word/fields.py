"""Fields of Word: what they say is code, what they last showed is text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from docgen.papers.word.names import W, attribute, on, value, whole

_BUTTON = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(.*\S)", re.IGNORECASE | re.DOTALL)
_WORD = re.compile(r'\s*\\?"?([A-Za-z]+)')
FETCHING = frozenset(("INCLUDETEXT", "INCLUDEPICTURE", "DDE", "DDEAUTO", "LINK", "IMPORT", "DATABASE", "RD"))
LIVE = frozenset(("DATE", "TIME", "SAVEDATE", "PRINTDATE", "FILENAME", "USERNAME"))
_DEEPEST = 50


def name_of(code: str) -> str:
    """The first word of a field's code, in capitals: «TOC», «PAGE»."""
    match = _WORD.match(code)
    return match[1].upper() if match else ""


def invitation(code: str) -> str:
    """What a button in the text invites to: it is shown though it is code."""
    match = _BUTTON.match(code)
    return match[1] if match else ""


@dataclass(slots=True)
class _Open:
    code: list[str] = field(default_factory=list)
    shown: bool = False
    answered: bool = False
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What a mark of a field tells: the code that has just been read, the answer that stands in no text."""

    code: str = ""
    choice: str = ""

    @property
    def name(self) -> str:
        """The field whose code has just been read."""
        return name_of(self.code)


class Fields:
    """Which fields are open while a text is read; a field may span paragraphs."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self.codes: list[str] = []

    @property
    def in_code(self) -> bool:
        """Whether what is read now is code and not seen on paper."""
        return any(not one.shown for one in self._open)

    @property
    def in_contents(self) -> bool:
        """Whether what is read now is a table of contents."""
        return any(name_of("".join(one.code)) == "TOC" for one in self._open)

    def mark(self, element: etree._Element) -> Told:
        """A ``w:fldChar``."""
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            if len(self._open) < _DEEPEST:
                self._open.append(_Open(choice=_choice(element)))
        elif self._open and kind == "separate":
            return Told(self._show(self._open[-1]))
        elif self._open and kind == "end":
            ended = self._open.pop()
            code = "" if ended.shown else self._show(ended)
            return Told(code, "" if ended.answered else ended.choice)
        return Told()

    def answer(self) -> None:
        """Text is read that the field shows itself."""
        if self._open:
            self._open[-1].answered = True

    def code(self, text: str) -> None:
        """A piece of a field's code."""
        if self._open:
            self._open[-1].code.append(text)

    def _show(self, one: _Open) -> str:
        one.shown = True
        code = "".join(one.code)
        self.codes.append(code)
        return code


def _choice(begin: etree._Element) -> str:
    """What is chosen in a field of a form: an entry of a list, a tick."""
    form = begin.find(f"{W}ffData")
    if form is None:
        return ""
    box, entries = form.find(f"{W}checkBox"), form.find(f"{W}ddList")
    if box is not None:
        ticked = on(box.find(f"{W}checked"))
        return "☒" if (on(box.find(f"{W}default")) if ticked is None else ticked) else "☐"
    return "" if entries is None else _entry(entries, entries.findall(f"{W}listEntry"))


def _entry(chosen: etree._Element, entries: Sequence[etree._Element]) -> str:
    at = whole(value(chosen, f"{W}result") or value(chosen, f"{W}default"))
    return attribute(entries[at], "val") if 0 <= at < len(entries) else ""
