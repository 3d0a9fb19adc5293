"""The last touch on what is printed: typography, links that can be clicked, gaps that can be seen."""

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache, lru_cache
from operator import is_
from typing import Any, TypeVar

from docgen.build.spreading import spread
from docgen.language.typography import typeset
from docgen.language.typography.profile import Profile
from docgen.render.inline import Bold, Gap, Inline, Italic, Link, Text
from docgen.render.references import Bookmark

V = TypeVar("V")

# A link ends before the sign that closes the sentence: «…/JJgT5jcBBB_O0g.» leads to «…/JJgT5jcBBB_O0g».
_PIECE = re.compile(
    r"⟦(?P<gap>[^⟦⟧]*)⟧"
    r"|(?P<link>https?://[^\s«»<>\"]*[^\s«»<>\".,;:!?)\]]"
    r"|(?<![\w.+-])[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,})"
)


# Word and LibreOffice do not stretch a no-break space in a justified line: glued to every «в» and «и» it makes the
# line look uneven. On paper only what must not part is glued: numbers, dates, initials, abbreviations.
PAPER = Profile(short_words=0)


def dress(view: V) -> V:
    """The view with every text typeset; ``verbatim`` fields (stamp anchors, file properties) stay as they are."""
    return _dressed(view)  # type: ignore[no-any-return]


def _dressed(value: Any) -> Any:
    """A programme has thousands of cells, most of them as they should be: what does not change is not made again."""
    kind = type(value)
    if kind is str:
        return _text(value) if _FIGURE.fullmatch(value) is None else value
    if kind is tuple:
        items = tuple(map(_dressed, value))
        return value if all(map(is_, items, value)) else items
    if isinstance(value, Inline):
        return _inline(value)
    if isinstance(value, str):
        return _text(value)
    if hasattr(kind, "__dataclass_fields__"):
        return _with_dressed(value, kind)
    return value


def _with_dressed(value: Any, kind: type) -> Any:
    changes = {}
    for name, verbatim in _fields(kind):
        old = getattr(value, name)
        new = _plain(old) if verbatim else _dressed(old)
        if new is not old and not (type(new) is str and new == old):
            changes[name] = new
    return replace(value, **changes) if changes else value


_FIGURE = re.compile(r"(?:\d{1,3}(?:\N{NO-BREAK SPACE}\d{3})*(?:,\d+)?|–)?")
"""What a table of figures is full of; there is nothing to typeset in it."""


@cache
def _fields(kind: Any) -> tuple[tuple[str, bool], ...]:
    return tuple((field.name, bool(field.metadata.get("verbatim"))) for field in fields(kind))


@lru_cache(maxsize=4096)
def _inline(value: Inline) -> Inline:
    """Running text of several pieces is typeset as one: a quotation mark may open in one and close in another."""
    pieces = list(_leaves(value))
    whole = "".join(map(str, pieces))
    dressed = iter(spread([str(piece) for piece in pieces], whole, typeset(whole, PAPER)))
    rebuilt: Inline = _rebuilt(value, dressed)
    return rebuilt


def _leaves(value: str | Inline) -> Iterator[str | Inline]:
    """The texts of a value in their order, and what stands between them as it is: links, gaps, fields."""
    if isinstance(value, Text):
        for piece in value.pieces:
            yield from _leaves(piece)
    elif isinstance(value, Bold | Italic | Bookmark):
        yield from _leaves(value.content)
    else:
        yield value


def _rebuilt(value: Any, dressed: Iterator[str]) -> Any:
    """The value with its texts replaced in their order."""
    if isinstance(value, str):
        return _set_apart(next(dressed))
    if isinstance(value, Text):
        return Text(tuple(_rebuilt(piece, dressed) for piece in value.pieces))
    if isinstance(value, Bold | Italic | Bookmark):
        return replace(value, content=_rebuilt(value.content, dressed))
    next(dressed)
    return value


def _plain(value: Any) -> Any:
    """As it is; only what is not written yet is seen here too."""
    gap = _PIECE.fullmatch(value) if isinstance(value, str) and value.startswith("⟦") else None
    return Gap(gap["gap"]) if gap is not None and gap["gap"] is not None else value


@lru_cache(maxsize=16384)
def _text(text: str) -> str | Inline:
    """Typeset; a text with links or gaps in it becomes pieces."""
    return _set_apart(typeset(text, PAPER))


def _set_apart(text: str) -> str | Inline:
    """A typeset text with its links and gaps as pieces."""
    if "⟦" not in text and "@" not in text and "://" not in text:
        return text
    pieces: list[str | Inline] = []
    start = 0
    for match in _PIECE.finditer(text):
        pieces.append(text[start : match.start()])
        pieces.append(Gap(match["gap"]) if match["gap"] is not None else Link(match["link"]))
        start = match.end()
    if not pieces:
        return text
    pieces.append(text[start:])
    return Text.of(*(piece for piece in pieces if piece != ""))
