"""All rules over one text."""

from collections.abc import Collection

from docgen.language.proofreading import (
    addresses,
    agreement,
    capitals,
    commas,
    days,
    figures,
    government,
    letters,
    lines,
    office,
    pairs,
    spacing,
    spelling,
    style,
)
from docgen.language.proofreading.rule import Slip, TextRule, text_rules_in

RULES = text_rules_in(
    letters,
    addresses,
    spacing,
    pairs,
    lines,
    days,
    figures,
    spelling,
    government,
    style,
    commas,
    agreement,
    capitals,
    office,
)


def proofread(text: str, select: Collection[str] | None = None) -> list[tuple[TextRule, Slip]]:
    """What the rules (all, or those with the codes of ``select``) find, in the order of the text."""
    found = [
        (rule, slip)
        for rule in RULES
        if select is None or rule.code in select
        for slip in dict.fromkeys(rule.find(text))
    ]
    return sorted(found, key=lambda pair: (pair[1].start, pair[1].end, pair[0].code))


def mend(text: str) -> str:
    """The text with the suggestions of the safe rules in their places; of two that overlap the first wins."""
    parts: list[str] = []
    last = 0
    for rule, slip in proofread(text):
        if rule.safe and slip.suggestion is not None and slip.start >= last:
            parts += (text[last : slip.start], slip.suggestion)
            last = slip.end
    return "".join((*parts, text[last:]))
