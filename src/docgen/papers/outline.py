"""What is looked for in a finished document: sections, their points, tables; neutral, a kind makes it of its layout."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Point:
    """A required part of a section. ``wordings``: its title first, then everything that counts as the same.

    ``choices`` are the ways of which exactly one is taken, each with its wordings.
    """

    key: str
    wordings: tuple[str, ...]
    required: bool = True
    hint: str = ""
    choices: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A required section."""

    key: str
    wordings: tuple[str, ...]
    points: tuple[Point, ...] = ()
    hint: str = ""

    @property
    def title(self) -> str:
        """What the layout calls it."""
        return self.wordings[0]


@dataclass(frozen=True, slots=True)
class WantedTable:
    """A table that the layout asks for: its caption and its columns, each with other wordings.

    ``section`` is where it belongs; with ``or_text`` a description there will do, though a table is better.
    """

    key: str
    wordings: tuple[str, ...]
    columns: tuple[tuple[str, ...], ...] = ()
    rows: int = 1
    section: str = ""
    or_text: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """What a document of a layout must hold, in order; ``years`` is the period that it is made for."""

    title: str = ""
    sections: tuple[Section, ...] = ()
    tables: tuple[WantedTable, ...] = field(default=())
    signed_by: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
