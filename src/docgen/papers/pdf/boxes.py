"""Where the letters of a page stand, and how they look: PDFium asked for a few at a time."""

import ctypes
import math
import re
from typing import Any

from docgen.papers.pdf.turn import Turn

_BOLD_NAME = re.compile(r"bold|black|heavy|demi|semibold|-bd|полужирный", re.IGNORECASE)
_SPEAKING = re.compile(r"(?!(?:CID)?Font)(?<![^\W\d_])[^\W\d_]{4,}")  # a name that would say so
_BOLD_WEIGHT = 600

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, as the reader sees the page."""


class Boxes:
    """Asks PDFium for a few characters of a line instead of all: a page has thousands."""

    def __init__(self, raw: Any, textpage: Any, turn: Turn) -> None:
        self._raw = raw
        self._page = textpage
        self._turn = turn
        self._doubles = [ctypes.c_double() for _ in range(4)]
        self._name = ctypes.create_string_buffer(256)
        self._flags = ctypes.c_int()
        self._matrix = raw.FS_MATRIX()
        self._rect = raw.FS_RECTF()

    def box(self, at: int) -> Box:
        """The box of a character."""
        left, right, bottom, top = self._doubles
        self._raw.FPDFText_GetCharBox(self._page, at, left, right, bottom, top)
        return self._turn.box(left.value, bottom.value, right.value, top.value)

    def size(self, at: int) -> float:
        """The size of a character as it is seen: that of its font, scaled as its text is."""
        matrix = self._matrix
        scale = (
            math.hypot(matrix.c, matrix.d) if self._raw.FPDFText_GetMatrix(self._page, at, matrix) else 1.0
        )
        size = float(self._raw.FPDFText_GetFontSize(self._page, at)) * scale
        if size:
            return size
        _, bottom, _, top = self.box(at)
        return top - bottom

    def gap(self, one: int, other: int) -> float:
        """How far apart two characters of a line stand, each with the room that its font gives it."""
        return self._room(other)[0] - self._room(one)[2]

    def _room(self, at: int) -> Box:
        room = self._rect
        self._raw.FPDFText_GetLooseCharBox(self._page, at, room)
        return self._turn.box(room.left, room.bottom, room.right, room.top)

    def font(self, at: int) -> tuple[str, bool]:
        """The name of a character's font, and whether it is bold."""
        self._raw.FPDFText_GetFontInfo(self._page, at, self._name, 256, self._flags)
        name = self._name.value.decode("utf-8", "replace").rpartition("+")[2]
        if _SPEAKING.search(
            name
        ):  # what the file says of weights is often made up: Ghostscript calls all fonts heavy
            return name, bool(_BOLD_NAME.search(name))
        return name, self._raw.FPDFText_GetFontWeight(self._page, at) >= _BOLD_WEIGHT

    def marked(self, at: int) -> int:
        """The number of the marked contents in which a character stands; -1: in none."""
        return int(self._raw.FPDFPageObj_GetMarkedContentID(self._raw.FPDFText_GetTextObject(self._page, at)))
