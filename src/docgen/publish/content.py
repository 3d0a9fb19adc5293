"""What a page draws: pieces of text with their places, in the order in which they are drawn.

A small interpreter of the text part of the page language. pypdf's own extraction is made for any file and
takes fifty milliseconds a page; this one reads what office programs write in a fifth of that.
"""

import contextlib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from docgen.publish.fonts import Font, Fonts
from docgen.publish.strings import NUMBER, STRING, taken_apart

_TOKEN = re.compile(
    rb"(?P<operand>\[(?:" + STRING + rb"|[^\]()<])*\]|" + STRING + rb"|/[^\s<>\[\]()/%{}]*|" + NUMBER + rb")"
    rb"|(?P<image>\bBI\s.*?\sEI\b)|(?P<operator>[A-Za-z]+[0-9*]*|['\"])",
    re.DOTALL,
)
_DEPTH = 5  # forms within forms

Matrix = tuple[float, float, float, float, float, float]
_UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Fragment:
    """Text drawn in one go: from ``x`` to ``end`` on the base line ``y``; an ``artifact`` is no part of the body."""

    text: str
    x: float
    end: float
    y: float
    size: float
    font: str
    artifact: bool


@dataclass(frozen=True, slots=True)
class _State:
    """What ``q`` saves and ``Q`` restores."""

    matrix: Matrix = _UNIT
    font: Font | None = None
    size: float = 0.0
    leading: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    stretch: float = 1.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a page draws: its text, and whether there are pictures."""

    fragments: list[Fragment]
    has_pictures: bool


def drawn_on(page: Any, fonts: Fonts) -> Drawn:
    """All text of a page. Pictures count where they are drawn: LibreOffice lists them all for every page."""
    contents = page.get_contents()
    if contents is None or "/Resources" not in page:
        return Drawn([], has_pictures=False)
    run = _Run(fonts, page["/Resources"].get_object(), _State())
    run.read(contents.get_data())
    return Drawn(run.found, run.pictures)


class _Run:
    """One stream of content: the page's own, or that of a form on it."""

    def __init__(
        self, fonts: Fonts, resources: Any, state: _State, depth: int = 0, artifact: bool = False
    ) -> None:
        self.fonts, self.resources, self.state, self.depth = fonts, resources, state, depth
        self.found: list[Fragment] = []
        self.pictures = False
        self._saved: list[_State] = []
        self._marks = [artifact]
        self._operands: list[bytes] = []
        self._text = self._line = _UNIT

    def read(self, content: bytes) -> None:
        operands = self._operands
        for token in _TOKEN.finditer(content):
            kind = token.lastgroup
            if kind == "operand":
                operands.append(token[0])
                continue
            self.pictures = self.pictures or kind == "image"
            act = _ACTS.get(token[0]) if kind == "operator" else None
            if act is not None:
                # a damaged instruction draws nothing; the rest of the page still does
                with contextlib.suppress(IndexError, ValueError, KeyError):
                    act(self)
            operands.clear()

    def _numbers(self, count: int) -> list[float]:
        return [float(operand) for operand in self._operands[-count:]]

    def _change(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)

    def save(self) -> None:
        self._saved.append(self.state)

    def restore(self) -> None:
        self.state = self._saved.pop()

    def transform(self) -> None:
        a, b, c, d, e, f = self._numbers(6)
        self._change(matrix=_times((a, b, c, d, e, f), self.state.matrix))

    def begin(self) -> None:
        self._text = self._line = _UNIT

    def matrix(self) -> None:
        a, b, c, d, e, f = self._numbers(6)
        self._text = self._line = (a, b, c, d, e, f)

    def move(self) -> None:
        x, y = self._numbers(2)
        self._text = self._line = _times((1, 0, 0, 1, x, y), self._line)

    def move_with_leading(self) -> None:
        self._change(leading=-self._numbers(1)[0])
        self.move()

    def next_line(self) -> None:
        self._text = self._line = _times((1, 0, 0, 1, 0, -self.state.leading), self._line)

    def font(self) -> None:
        name, size = self._operands[-2].decode("latin-1"), float(self._operands[-1])
        self._change(font=self.fonts.named(self.resources, name), size=size)

    def leading(self) -> None:
        self._change(leading=self._numbers(1)[0])

    def spacing(self) -> None:
        self._change(spacing=self._numbers(1)[0])

    def word_spacing(self) -> None:
        self._change(word_spacing=self._numbers(1)[0])

    def stretch(self) -> None:
        self._change(stretch=self._numbers(1)[0] / 100)

    def mark(self) -> None:
        self._marks.append(self._marks[-1] or self._operands[0] == b"/Artifact")

    def unmark(self) -> None:
        if len(self._marks) > 1:
            self._marks.pop()

    def show_on_next_line(self) -> None:
        self.next_line()
        self.show()

    def show(self) -> None:
        state = self.state
        if state.font is None:
            return
        for strings, shifts in taken_apart(self._operands[-1]):
            text, width, count = state.font.read(strings)
            spaces = count * state.spacing + text.count(" ") * state.word_spacing
            start = _times(self._text, state.matrix)
            end = _times((1, 0, 0, 1, (width * state.size / 1000 + spaces) * state.stretch, 0), self._text)
            self._text = _times((1, 0, 0, 1, -shifts * state.size / 1000 * state.stretch, 0), end)
            self._found(text, start, _times(end, state.matrix))

    def _found(self, text: str, start: Matrix, end: Matrix) -> None:
        if text and self.state.font is not None:
            size = self.state.size * (abs(start[3]) or abs(start[1]))
            piece = Fragment(text, start[4], end[4], start[5], size, self.state.font.name, self._marks[-1])
            self.found.append(piece)

    def form(self) -> None:
        drawn = self.resources["/XObject"][self._operands[-1].decode("latin-1")].get_object()
        if drawn.get("/Subtype") != "/Form" or self.depth >= _DEPTH:
            self.pictures = True
            return
        a, b, c, d, e, f = (float(number) for number in drawn.get("/Matrix", _UNIT))
        state = replace(self.state, matrix=_times((a, b, c, d, e, f), self.state.matrix))
        resources = drawn["/Resources"].get_object() if "/Resources" in drawn else self.resources
        inner = _Run(self.fonts, resources, state, self.depth + 1, self._marks[-1])
        inner.read(drawn.get_data())
        self.found += inner.found
        self.pictures = self.pictures or inner.pictures or not inner.found


_ACTS: dict[bytes, Callable[[_Run], None]] = {
    b"q": _Run.save,
    b"Q": _Run.restore,
    b"cm": _Run.transform,
    b"BT": _Run.begin,
    b"Tm": _Run.matrix,
    b"Td": _Run.move,
    b"TD": _Run.move_with_leading,
    b"T*": _Run.next_line,
    b"Tf": _Run.font,
    b"TL": _Run.leading,
    b"Tc": _Run.spacing,
    b"Tw": _Run.word_spacing,
    b"Tz": _Run.stretch,
    b"Tj": _Run.show,
    b"TJ": _Run.show,
    b"'": _Run.show_on_next_line,
    b'"': _Run.show_on_next_line,
    b"BMC": _Run.mark,
    b"BDC": _Run.mark,
    b"EMC": _Run.unmark,
    b"Do": _Run.form,
}


def _times(left: Matrix, right: Matrix) -> Matrix:
    a, b, c, d, e, f = left
    g, h, i, j, k, m = right
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)
