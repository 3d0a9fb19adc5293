"""Noun phrases of the office in six cases: organisations and groups, and the words of posts.

A phrase is cut at the top level (outside «…» and brackets) into segments by dashes, commas and
conjunctions. In the first segment the head noun and what agrees with it change; a later segment
changes only if it is itself in the nominative (an apposition, another member of the list, a
participle that agrees with the head). All else — dependants, quoted names, abbreviations — stays.
"""

from dataclasses import replace
from functools import lru_cache

from docgen.language.cases import Certainty, Declension, joined, unchanged
from docgen.language.phrases.counted import decline_counted
from docgen.language.phrases.lexicon import nominatives
from docgen.language.phrases.segments import Segment, segments_of
from docgen.language.phrases.word_groups import Group, decline_first, decline_later


@lru_cache(maxsize=16384)
def decline_phrase(text: str, person: bool = False) -> Declension:
    """A noun phrase; `person` says that the head names people (a post), which settles animacy."""
    segments = [segment for segment in segments_of(text) if segment.words]
    if not segments or "".join(s.mark + s.text for s in segments) != text:
        return unchanged(text, Certainty.UNSURE)
    if _shouted(segments[0]):
        quiet = decline_phrase(text.lower(), person)
        return replace(quiet, text=text, forms=tuple(form.upper() for form in quiet.forms))
    counted = decline_counted(segments[0].tokens)
    if counted is not None:
        rest = "".join(segment.mark + segment.text for segment in segments[1:])
        return joined([counted, unchanged(rest)], [""])
    done = [group.declined for group in _groups(segments, person)]
    marks = [segment.mark for segment in segments]
    return joined([unchanged(marks[0]), *done], ["", *marks[1:]])


def _shouted(segment: Segment) -> bool:
    """Whether words, not abbreviations, are in capitals («ДИРЕКТОР ДЕПАРТАМЕНТА»)."""
    first = segment.words[0].text
    known = any(reading.known for reading in nominatives(first.lower()))
    return len(first) > 4 and first.isupper() and segment.text.isupper() and known


def _groups(segments: list[Segment], person: bool) -> list[Group]:
    head = previous = decline_first(segments[0], person, segments[1] if len(segments) > 1 else None)
    groups = [head]
    for segment in segments[1:]:
        if previous.freezes:
            group = Group(unchanged(segment.text), freezes=True)
        else:
            group = decline_later(segment, head, previous, person)
        groups.append(group)
        previous = group
    return groups


def decline_organisation(text: str) -> Declension:
    """The name of an organisation, a public authority or a region."""
    return decline_phrase(text)


def decline_group(text: str) -> Declension:
    """A collective addressee: «региональные координаторы», «колледжи и предприятия-партнёры»."""
    return decline_phrase(text)
