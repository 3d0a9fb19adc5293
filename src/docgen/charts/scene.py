"""A picture before it is painted: marks at places in pixels, 200 to the inch."""

from dataclasses import dataclass, replace

from docgen.charts.letters import LEADING, width

DPI = 200
WIDTH = 1299
"""165 mm: the text of an A4 page with the margins of an office document."""

INK = 0
GREY = 102
PALE = 204
WHITE = 255


def mm(length: float) -> int:
    """Millimetres in pixels."""
    return round(length * DPI / 25.4)


@dataclass(frozen=True, slots=True)
class Fill:
    """How an area is filled: a shade (0 is black, 255 white), over it perhaps a hatch of another shade."""

    shade: int
    hatch: str = ""
    over: int = INK


@dataclass(frozen=True, slots=True)
class Text:
    """One line of letters; ``x`` and ``y`` are the left top corner of its box. Upright letters run from below."""

    x: float
    y: float
    words: str
    size: float
    bold: bool = False
    shade: int = INK
    upright: bool = False

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        long, high = width(self.words, self.size, bold=self.bold), self.size * LEADING
        if self.upright:
            long, high = high, long
        return (self.x, self.y, self.x + long, self.y + high)


@dataclass(frozen=True, slots=True)
class Box:
    """An area with straight sides; the outline lies inside it."""

    left: float
    top: float
    right: float
    bottom: float
    fill: Fill | None = None
    outline: int | None = None
    thick: int = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line; ``dashed`` only if it is level or plumb."""

    x0: float
    y0: float
    x1: float
    y1: float
    shade: int = GREY
    thick: int = 2
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """A disc or a diamond around a point."""

    x: float
    y: float
    radius: int
    shape: str = "disc"
    shade: int = INK


Mark = Text | Box | Line | Sign


@dataclass(frozen=True, slots=True)
class Scene:
    """The marks of a picture in the order they are painted."""

    height: int
    marks: tuple[Mark, ...]
    width: int = WIDTH

    @property
    def texts(self) -> tuple[Text, ...]:
        """All the letters."""
        return tuple(mark for mark in self.marks if isinstance(mark, Text))


def moved(text: Text, x: float, y: float) -> Text:
    """The same letters elsewhere."""
    return replace(text, x=text.x + x, y=text.y + y)
