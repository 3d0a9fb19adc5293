"""Lines of comment in a new source."""

import textwrap
from collections.abc import Iterator

Lines = Iterator[str]

_WIDTH = 116


def said(text: str, lead: str = "") -> Lines:
    """A text as lines of comment, after ``lead``."""
    yield from textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=f"{lead}# ",
        subsequent_indent=f"{lead}# ",
        break_long_words=False,
        break_on_hyphens=False,
    )
