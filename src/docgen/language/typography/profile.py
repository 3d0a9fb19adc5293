"""What a house may decide about its typography, and the defaults of a Russian ministry."""

from dataclasses import dataclass
from typing import Literal

NBSP = "\u00a0"
JOINT = "\u2011"
"""Stands for a hyphen that must not break; the Word renderer turns it into ``w:noBreakHyphen``."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Choices of a house style; every default is what ministry documents do.

    ``dash``           the dash with spaces around it: en (Word's own replacement, default) or em (books).
    ``inner_quotes``   what straight quotes inside quotes become: ``laptop`` „…“ (default) or ``guillemets`` «…».
                       Quotes already typed as «…«…»» are never rewritten, for they belong to legal names.
    ``short_words``    longest word glued to the next one: 1 (default), 2, or 0 for none.
    ``particles``      glue бы, же, ли to the word before them.
    ``thousands``      split figures of five and more digits into groups.
    ``spaced_abbreviations``  «т. д.» (default, the printed norm) or «т.д.» (some offices).
    ``colon_in_time``  12.00 becomes 12:00 where it can only be a time.
    ``yo``             ``preserve`` (default) or ``remove`` (ё becomes е).
    ``glue``, ``joint``  what stands for the space and the hyphen that must not break.
    """

    dash: Literal["–", "—"] = "–"
    inner_quotes: Literal["laptop", "guillemets"] = "laptop"
    short_words: Literal[0, 1, 2] = 1
    particles: bool = True
    thousands: bool = True
    spaced_abbreviations: bool = True
    colon_in_time: bool = True
    yo: Literal["preserve", "remove"] = "preserve"
    glue: str = NBSP
    joint: str = JOINT


OFFICE = Profile()
SOURCE = Profile(glue=" ", joint="-")
"""For source files: ordinary spaces and hyphens, so that people can go on editing and searching."""
