"""The last touch on what is printed: typography, links that can be clicked, gaps that can be seen."""

import re
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, TypeVar

from docgen.language.typography import typeset
from docgen.language.typography.profile import Profile
from docgen.render.inline import Gap, Inline, Link, Text

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
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, tuple):
        return tuple(_dressed(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {
            field.name: (_plain if field.metadata.get("verbatim") else _dressed)(getattr(value, field.name))
            for field in fields(value)
        }
        return replace(value, **changes)
    return value


def _plain(value: Any) -> Any:
    """As it is; only what is not written yet is seen here too."""
    gap = _PIECE.fullmatch(value) if isinstance(value, str) else None
    return Gap(gap["gap"]) if gap is not None and gap["gap"] is not None else value


@lru_cache(maxsize=4096)
def _text(text: str) -> str | Inline:
    """Typeset; a text with links or gaps in it becomes pieces."""
    typeset_text = typeset(text, PAPER)
    if "⟦" not in typeset_text and "@" not in typeset_text and "://" not in typeset_text:
        return typeset_text
    pieces: list[str | Inline] = []
    start = 0
    for match in _PIECE.finditer(typeset_text):
        pieces.append(typeset_text[start : match.start()])
        pieces.append(Gap(match["gap"]) if match["gap"] is not None else Link(match["link"]))
        start = match.end()
    if not pieces:
        return typeset_text
    pieces.append(typeset_text[start:])
    return Text.of(*(piece for piece in pieces if piece != ""))
