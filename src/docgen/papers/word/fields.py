"""Fields of Word: what they say is code, what they last showed is text."""

import re
from dataclasses import dataclass, field

from lxml import etree

from docgen.papers.word.names import attribute

_WORD = re.compile(r'\s*\\?"?([A-Za-z]+)')
FETCHING = frozenset(("INCLUDETEXT", "INCLUDEPICTURE", "DDE", "DDEAUTO", "LINK", "IMPORT", "DATABASE", "RD"))
LIVE = frozenset(("DATE", "TIME", "SAVEDATE", "PRINTDATE", "FILENAME", "USERNAME"))
_DEEPEST = 50


def name_of(code: str) -> str:
    """The first word of a field's code, in capitals: «TOC», «PAGE»."""
    match = _WORD.match(code)
    return match[1].upper() if match else ""


@dataclass(slots=True)
class _Open:
    code: list[str] = field(default_factory=list)
    shown: bool = False


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

    def mark(self, element: etree._Element) -> str | None:
        """A ``w:fldChar``; the name of a field whose code has just been read."""
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            if len(self._open) < _DEEPEST:
                self._open.append(_Open())
        elif self._open and kind == "separate":
            return self._show(self._open[-1])
        elif self._open and kind == "end":
            ended = self._open.pop()
            return None if ended.shown else self._show(ended)
        return None

    def code(self, text: str) -> None:
        """A piece of a field's code."""
        if self._open:
            self._open[-1].code.append(text)

    def _show(self, one: _Open) -> str:
        one.shown = True
        code = "".join(one.code)
        self.codes.append(code)
        return name_of(code)
