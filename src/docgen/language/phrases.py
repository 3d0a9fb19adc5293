"""Noun phrases of the office in six cases: organisations and groups, and the words of posts.

A phrase is cut at the top level (outside «…» and brackets) into segments by dashes, commas and
conjunctions. In the first segment the head noun and what agrees with it change; a later segment
changes only if it is itself in the nominative (an apposition, another member of the list, a
participle that agrees with the head). All else — dependants, quoted names, abbreviations — stays.
"""

from functools import lru_cache

from docgen.language.cases import Certainty, Declension, joined, unchanged
from docgen.language.segments import Segment, segments_of
from docgen.language.word_groups import Group, decline_group


@lru_cache(maxsize=16384)
def decline_phrase(text: str, person: bool = False) -> Declension:
    """A noun phrase; `person` says that the head names people (a post), which settles animacy."""
    parts: list[Declension] = []
    separators: list[str] = []
    head: Group | None = None
    previous: Group | None = None
    frozen = False
    for segment in segments_of(text):
        if frozen:
            group = Group(unchanged(segment.text))
        else:
            group = decline_group(segment, head, previous, person)
            frozen = group.freezes
        if head is None:
            head = group
        previous = group if group.declined.forms[0] != "" else previous
        parts.append(group.declined)
        separators.append(segment.mark)
    if not parts:
        return unchanged(text, Certainty.UNSURE)
    lead, *marks = separators
    return joined([unchanged(lead), *parts], ["", *marks]) if lead else joined(parts, marks)


def decline_organisation(text: str) -> Declension:
    """The name of an organisation, a public authority or a region."""
    return decline_phrase(text)


def decline_group_of_people(text: str) -> Declension:
    """A collective addressee: «региональные координаторы», «колледжи и предприятия-партнёры»."""
    return decline_phrase(text)


__all__ = ["Segment", "decline_group_of_people", "decline_organisation", "decline_phrase"]
