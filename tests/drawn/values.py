"""Every text that a view holds: it must be found again in what is printed."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from docgen.render import Picture
from docgen.render.inline import Inline
from tests.drawn.readers import letters

_UNPRINTED = {
    "document_title": "a property of the file",
    "document_date": "a property of the file",
    "reference": "stands in the heads of annexes, where there are any",
    "styles": "the look of a table",
    "style": "the look of a paragraph",
    "align": "the look of a paragraph",
    "bookmark": "a name within the file",
    "url": "an address behind a text",
    "target": "an address behind a text",
    "description": "what is said to who cannot see a picture",
}


def values(view: Any) -> Iterator[tuple[str, str]]:
    """The path and the letters of every text of a view that is meant for paper."""
    yield from _under(view, "")


def _under(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Picture):
        return
    if isinstance(value, str | Inline):
        told = letters(str(value))
        if told:
            yield path, told
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _UNPRINTED:
                yield from _under(getattr(value, field.name), f"{path}.{field.name}")
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _under(one, f"{path}[{number}]")
