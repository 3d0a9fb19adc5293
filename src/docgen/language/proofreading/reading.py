"""All rules over one text."""

from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import islice

from docgen.language import typography
from docgen.language.proofreading import (
    addresses,
    agreement,
    amounts,
    attributes,
    capitals,
    cases,
    clauses,
    commas,
    concord,
    days,
    extra,
    figures,
    genitives,
    gerunds,
    giving,
    government,
    habits,
    heard,
    hidden,
    hours,
    initials,
    introductory,
    joining,
    letters,
    lines,
    misspelt,
    office,
    orthography,
    pairs,
    papers,
    pleonasms,
    references,
    spacing,
    spelling,
    style,
    vague,
    verbs,
    years,
)
from docgen.language.proofreading.rule import Slip, TextRule, prose, text_rules_in
from docgen.language.proofreading.seeking import patterns_of
from docgen.language.proofreading.sieve import Sieve
from docgen.language.proofreading.sought import INDEX

RULES = text_rules_in(
    *(letters, hidden, addresses, spacing, pairs, lines, days, hours, years, figures, amounts, initials),
    *(
        misspelt,
        spelling,
        joining,
        orthography,
        government,
        giving,
        cases,
        genitives,
        style,
        pleonasms,
        commas,
        introductory,
        clauses,
        gerunds,
        extra,
        verbs,
        agreement,
        concord,
        attributes,
        heard,
        papers,
        habits,
        capitals,
        office,
        vague,
        references,
    ),
)
SIEVE = Sieve(((rule, rule.seeks or patterns_of(rule.find)) for rule in RULES), INDEX)
_SAFE = frozenset(rule.code for rule in RULES if rule.safe)
_TURNS = 8
_MOST = 1_000
"""Slips of one kind in one text: who mends so many looks again."""


def proofread(text: str, select: Collection[str] | None = None) -> list[tuple[TextRule, Slip]]:
    """What the rules (all, or those with the codes of ``select``) find, in the order of the text."""
    if select is None:
        return list(_everything(str(text)))
    return _found(text, [rule for rule in _able(text) if rule.code in select])


@lru_cache(maxsize=4096)
def _everything(text: str) -> tuple[tuple[TextRule, Slip], ...]:
    """What all rules find; the same names and phrases come again in many documents."""
    return tuple(_found(text, _able(text)))


def _able(text: str) -> Iterable[TextRule]:
    """The rules that may find something in the text, or in what is left of it without addresses."""
    masked = prose(text)
    return SIEVE.passed(text) if masked is text else SIEVE.passed(text, masked)


def _found(text: str, rules: Iterable[TextRule]) -> list[tuple[TextRule, Slip]]:
    found = [(rule, slip) for rule in rules for slip in dict.fromkeys(islice(rule.find(text), _MOST))]
    return sorted(found, key=lambda pair: (pair[1].start, pair[1].end, pair[0].code))


def mend(text: str) -> str:
    """The text with the suggestions of the safe rules in their places, again until none is left."""
    for _ in range(_TURNS):
        mended = _mended(text)
        if mended == text:
            break
        text = mended
    return text


def fix(text: str) -> str:
    """What is safe to mend in a source: suggestions and typography with ordinary spaces; twice is the same as once."""
    for _ in range(_TURNS):
        fixed = typography.fix(mend(text))
        if fixed == text:
            break
        text = fixed
    return text


def _mended(text: str) -> str:
    """Of two suggestions that overlap the first wins."""
    parts: list[str] = []
    last = 0
    for _, slip in proofread(text, _SAFE):
        if slip.suggestion is not None and slip.start >= last:
            parts += (text[last : slip.start], slip.suggestion)
            last = slip.end
    return "".join((*parts, text[last:]))
