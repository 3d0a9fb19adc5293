"""Fields that Word keeps alive: numbers of captions, references to them, page numbers; each with its value written in.

Word shows the written value until somebody updates the fields, so nothing has to be asked when the file is opened.
"""

import hashlib
import re
from dataclasses import dataclass, field
from typing import ClassVar

from docgen.render.escape import OPEN_TEXT, in_attribute, in_plain, in_text
from docgen.render.inline import Inline, runs
from docgen.render.rendering import CURRENT

_NOT_IN_NAMES = re.compile(r"\W", re.ASCII)
_LONGEST = 40  # Word refuses longer names of bookmarks


def bookmark_name(key: str) -> str:
    """A name that Word takes for a bookmark: letters, figures, no more than forty; a hidden one begins with «_»."""
    name = _NOT_IN_NAMES.sub("_", key)
    if len(name) <= _LONGEST and name == key.replace("-", "_"):
        return name
    return f"{name[: _LONGEST - 9]}_{hashlib.sha256(key.encode()).hexdigest()[:8]}"


@dataclass(frozen=True, slots=True)
class Bookmark(Inline):
    """Content that references and the contents lead to."""

    name: str = field(metadata={"verbatim": True})
    content: str | Inline

    def __str__(self) -> str:
        return str(self.content)

    def runs(self, run: str, linked: bool = False) -> str:
        """The content between the ends of a bookmark."""
        number = next(CURRENT.get().bookmarks)
        name = in_attribute(bookmark_name(self.name))
        inside = runs(self.content, run, linked)
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="{number}"/>'


@dataclass(frozen=True, slots=True)
class _Live(Inline):
    """A field: what Word reckons, and the value that it shows meanwhile."""

    target: str = field(metadata={"verbatim": True})
    value: str = field(metadata={"verbatim": True})
    instruction: ClassVar[str] = ""

    def __str__(self) -> str:
        return self.value

    def runs(self, run: str, linked: bool = False) -> str:
        """The runs of a field."""
        instruction = self.instruction.format(in_plain(self.name))
        return field_runs(instruction, self.value, run)

    @property
    def name(self) -> str:
        """What the field names."""
        return bookmark_name(self.target)


@dataclass(frozen=True, slots=True)
class Reference(_Live):
    """The content of a bookmark, said again."""

    instruction: ClassVar[str] = r"REF {} \h"


@dataclass(frozen=True, slots=True)
class PageNumber(_Live):
    """The page that a bookmark stands on."""

    instruction: ClassVar[str] = r"PAGEREF {} \h"


@dataclass(frozen=True, slots=True)
class Count(_Live):
    """The next number of a row of captions; ``target`` is the row's name: «Таблица»."""

    instruction: ClassVar[str] = r"SEQ {} \* ARABIC"

    @property
    def name(self) -> str:
        """The row's name, as Word writes it in captions."""
        return self.target


def field_runs(instruction: str, value: str, run: str) -> str:
    """A field with its value: begin, code, value, end."""
    return "".join(
        (
            field_start(instruction, run),
            f"<w:r>{run}{OPEN_TEXT}{in_text(value)}</w:t></w:r>",
            field_end(run),
        )
    )


def field_start(instruction: str, run: str) -> str:
    """What stands before the value of a field."""
    code = f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>'
    return (
        f'<w:r>{run}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{run}{code}</w:r>'
        f'<w:r>{run}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end(run: str) -> str:
    """What stands after it."""
    return f'<w:r>{run}<w:fldChar w:fldCharType="end"/></w:r>'
