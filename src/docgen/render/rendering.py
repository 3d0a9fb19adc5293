"""One document being made: what was noted, what was spent, what was referred to."""

import sys
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import count
from typing import Any, Protocol

from jinja2.utils import missing

from docgen.diagnostics import Problem, Rule, Span
from docgen.render.access import readable
from docgen.render.error import RenderError
from docgen.render.problems import TOO_MUCH, UNKNOWN_NAME

MAX_SIGNS = 64 << 20  # of finished XML; a document of a thousand pages has ten times less
_LOOK_ALIKE = str.maketrans("асеорхукмтнвАСЕОРХУКМТНВі", "aceopxykmtnbACEOPXYKMTNBi")


class Place(Protocol):
    """A tag, as far as it is needed here."""

    @property
    def span(self) -> Span:
        """The whole tag."""

    def find(self, name: str) -> Span:
        """The place of a dotted name inside."""

    def path_to(self, name: str) -> str:
        """The dotted name that ends with a field."""


@dataclass
class Rendering:
    """The state of one rendering; made per document, never shared."""

    names: Iterable[str]
    styles: dict[str, str]
    nowhere: Span
    problems: list[Problem] = field(default_factory=list)
    left: int = MAX_SIGNS
    drawings: "count[int]" = field(default_factory=lambda: count(1001))
    bookmarks: "count[int]" = field(default_factory=lambda: count(1001))
    media: dict[str, bytes] = field(default_factory=dict)
    place: Callable[[int], Place | None] = lambda line: None
    foreign: bool = False
    drawn: bool = False
    turned: bool = False
    linkable: bool = True
    links: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)

    def enter(self, place: Callable[[int], Place | None], nowhere: Span, *, linkable: bool = True) -> None:
        """Begin the next part: relations belong to parts; in one that is not ``linkable`` links are plain text."""
        self.place, self.nowhere, self.linkable = place, nowhere, linkable
        self.foreign = self.drawn = self.turned = False
        self.links, self.pictures = {}, {}

    def note(self, rule: Rule, message: str, hint: str = "", name: str = "") -> None:
        """Remember a problem at the tag that is being printed."""
        tag = self.tag()
        span = (tag.find(name) if name else tag.span) if tag else self.nowhere
        self.problems.append(rule.at(span, message, hint))

    def tag(self) -> Place | None:
        """The tag that is being printed."""
        return self.place(_line_of_template())

    def spend(self, signs: int) -> None:
        """Count what is going to be printed, and stop before it is too much."""
        self.left -= signs
        if self.left < 0:
            self.note(TOO_MUCH, "документ получается слишком большим", "проверьте, нет ли цикла в цикле")
            raise RenderError(self.problems)

    def link(self, url: str) -> str:
        """The relation id of an external link of the part that is being printed."""
        return self.links.setdefault(url, f"rIdLink{len(self.links) + 1}")

    def picture(self, digest: str, data: bytes, extension: str) -> str:
        """The relation id of a picture of the part; the same picture is stored once."""
        name = f"{digest[:16]}.{extension}"
        self.media[name] = data
        self.drawn = True
        return self.pictures.setdefault(name, f"rIdPicture{len(self.pictures) + 1}")


CURRENT: ContextVar[Rendering] = ContextVar("rendering")


def _line_of_template() -> int:
    """The line of the template that the interpreter is at: compiled templates carry their file name."""
    frame = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_filename.startswith("<docgen template"):
            return frame.f_lineno
        frame = frame.f_back  # type: ignore[assignment]
    return 0


def note_missing(name: str | None, owner: Any, hint: str | None) -> None:
    """A name was used that is not there."""
    rendering = CURRENT.get(None)
    if rendering is None or name is None:
        return
    if hint:
        rendering.note(UNKNOWN_NAME, hint)
    elif owner is missing:
        available = [one for one in rendering.names if one != "range"]
        message = f"имени «{name}» нет среди полей документа"
        rendering.note(UNKNOWN_NAME, message, may_be(name, available), name)
    else:
        tag = rendering.tag()
        whole = tag.path_to(name) if tag else name
        before = whole.rpartition(".")[0]
        available = [str(key) for key in owner] if isinstance(owner, dict) else list(readable(type(owner)))
        message = f"у «{before}» нет поля «{name}»" if before else f"поля «{name}» нет"
        rendering.note(UNKNOWN_NAME, message, may_be(name, available), whole)


def may_be(name: str, available: Iterable[str]) -> str:
    """«может быть, chair?» if something like the name exists, else the names that there are."""
    names = sorted(available)
    latin = name.translate(_LOOK_ALIKE)
    near = [latin] if latin in names else get_close_matches(latin, names, 1, 0.6)
    if not near:
        near = [one for one in names if len(latin) > 2 and (one.startswith(latin) or latin.startswith(one))][
            :1
        ]
    if near:
        return f"может быть, {near[0]}?"
    return f"есть: {', '.join(names[:12])}{'…' if len(names) > 12 else ''}" if names else ""
