"""The markup of a part as the compiler walks through it: where it is, what surrounds it, what it will need.

A stack of open elements is all there is to it. A branch that leaves the stack as it found it cannot break the markup.
"""

import re
from dataclasses import dataclass, field

from docgen.render.escape import NO_BREAK_HYPHEN
from docgen.render.formatting import paragraph_properties

_ELEMENT = re.compile(r"<(?P<end>/?)(?P<name>[\w:.-]+)[^>]*?(?P<empty>/?)>|<[?!][^>]*>")
_RUN = re.compile(r"<w:rPr>.*?</w:rPr>")
_PARAGRAPH = re.compile(r"<w:pPr>.*?</w:pPr>")
_SEE_THROUGH = frozenset({"w:sdtContent", "w:sdt", "w:customXml", "w:ins", "w:smartTag", "w:moveTo"})
_FLOW = frozenset({"w:body", "w:tc", "w:hdr", "w:ftr", "w:footnote", "w:endnote", "w:txbxContent"})
_NEEDS = {"w:tbl": "tables", "w:tr": "rows"} | dict.fromkeys(_FLOW, "flow")
_WANTED = {"w:tbl": ("w:tr",), "w:tr": ("w:tc",)} | dict.fromkeys(_FLOW, ("w:p", "w:sectPr"))


@dataclass
class Markup:
    """The open elements; for each, whether it surely has the row, cell or last paragraph that it must have."""

    stack: list[str] = field(default_factory=list)
    sure: list[bool] = field(default_factory=list)
    branches: list[int] = field(default_factory=list)
    pending: str = ""
    run: str = ""
    paragraph: str = ""
    loops: int = 0
    repairs: set[str] = field(default_factory=set)

    def begin(self) -> tuple[list[str], list[bool], bool]:
        """A branch begins; what :meth:`end` wants to know of this moment."""
        if self.pending or self.surroundings() == "w:tr":
            self.repairs.add("grid")
        self.branches.append(len(self.stack))
        return list(self.stack), list(self.sure), bool(self.pending)

    def end(self, before: tuple[list[str], list[bool], bool]) -> bool:
        """A branch ends; whether everything is as it was."""
        self.branches.pop()
        if self.stack == before[0] and bool(self.pending) == before[2]:
            return True
        self.stack, self.sure, self.pending = before[0], before[1], ""
        return False

    def data(self, data: str) -> str:
        """Go through a piece of markup; the piece with no-break hyphens as elements."""
        made: list[str] = []
        whole = self.pending + data
        position = 0
        for one in _ELEMENT.finditer(whole):
            made += (self._between(whole[position : one.start()]), one[0])
            position = one.end()
            if one["name"]:
                self._element(one, whole)
        rest = whole[position:]
        cut = rest.rfind("<")
        before = len(self.pending)
        if cut == -1:
            self.pending, text = "", "".join(made) + self._between(rest)
        else:
            self.pending, text = rest[cut:], "".join(made) + self._between(rest[:cut]) + rest[cut:]
        return text[before:]

    def _between(self, text: str) -> str:
        if "\u2011" in text and self.stack and self.stack[-1] == "w:t":
            return text.replace("\u2011", NO_BREAK_HYPHEN)
        return text

    def _element(self, one: re.Match[str], whole: str) -> None:
        name = one["name"]
        if one["end"]:
            self._close(name)
        elif one["empty"]:
            self._put(name)
        else:
            self.stack.append(name)
            self.sure.append(False)
        if name == "w:r" and not one["end"]:
            found = _RUN.match(whole, one.end())
            self.run = found[0] if found else ""
        elif name == "w:p" and not one["end"]:
            found = _PARAGRAPH.match(whole, one.end())
            self.paragraph = paragraph_properties(found[0]) if found else ""
        elif name.endswith(":docPr"):
            self.repairs.add("drawings")
        elif name == "w:bookmarkStart" and self.loops:
            self.repairs.add("bookmarks")

    def _close(self, name: str) -> None:
        if not self.stack or self.stack[-1] != name:
            self.stack.append(f"/{name}")
            self.sure.append(False)
            return
        self.stack.pop()
        sure = self.sure.pop()
        if not sure and name in _NEEDS:
            self.repairs.add(_NEEDS[name])
        self._put(name)

    def _put(self, name: str) -> None:
        """An element is finished: its parent is sure of a row, a cell, a paragraph at its end if no branch is between."""
        parent = len(self.stack) - 1
        while parent >= 0 and self.stack[parent] in _SEE_THROUGH:
            parent -= 1
        if parent < 0 or self.stack[parent] not in _NEEDS:
            return
        always = not any(depth > parent for depth in self.branches)
        if name in _WANTED[self.stack[parent]]:
            self.sure[parent] = self.sure[parent] or always
        elif name == "w:tbl":
            self.sure[parent] = False

    def surroundings(self) -> str:
        """The innermost element that says what may stand here."""
        return next((one for one in reversed(self.stack) if one not in _SEE_THROUGH), "")

    def hole(self) -> str:
        """A value is printed here: the name of its printer."""
        if self.pending:
            self.pending += "0"
            return "_attribute"
        top = self.stack[-1] if self.stack else ""
        if top == "w:t":
            return "_linked" if "w:hyperlink" in self.stack else "_text"
        top = self.surroundings()
        if top in ("w:p", "w:hyperlink"):
            return "_run"
        if top in _FLOW:
            self._put("w:tbl")
            return "_paragraphs"
        if top in ("w:tr", "w:tbl"):
            self.repairs |= {"tables", "grid"}
            return "_rows"
        return "_plain"
