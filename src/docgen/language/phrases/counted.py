"""Counted nouns in six cases: «89 региональных координаторов», «2 предприятия»."""

from docgen.language.cases import CASES, Case, Certainty, Declension, joined, unchanged
from docgen.language.endings import recased
from docgen.language.phrases.lexicon import Reading, readings
from docgen.language.phrases.segments import Token


def decline_counted(tokens: tuple[Token, ...]) -> Declension | None:
    """A figure and what it counts; None if there is no figure, or it ends in one («21 кластер»)."""
    if len(tokens) < 3 or not tokens[0].text.isdecimal() or len(tokens[0].text) > 9:
        return None
    number = int(tokens[0].text)
    if number % 10 == 1 and number % 100 != 11:
        return None
    few = number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14)
    found = _counted_words(tokens, few)
    if not found:
        return unchanged("".join(token.text for token in tokens), Certainty.UNSURE)
    alive = found[max(found)].animate
    done = [
        _plural(token.text, found[index], few and alive) if index in found else unchanged(token.text)
        for index, token in enumerate(tokens)
    ]
    return joined(done, [""] * (len(done) - 1))


def _counted_words(tokens: tuple[Token, ...], few: bool) -> dict[int, Reading]:
    """Adjectives and the noun after the figure, in the genitive; empty if there is no such noun."""
    found: dict[int, Reading] = {}
    for index, token in enumerate(tokens):
        if index == 0 or token.kind == "space":
            continue
        genitive = [r for r in readings(token.lower) if r.case == "gent" and (r.noun or r.adjectival)]
        adjectives = [r for r in genitive if r.adjectival and r.number == "plur"]
        nouns = [r for r in genitive if r.noun and r.number == ("sing" if few else "plur")]
        if nouns and not adjectives:
            return {**found, index: nouns[0]}
        if not adjectives:
            return {}
        found[index] = adjectives[0]
    return {}


def _plural(text: str, reading: Reading, alive: bool) -> Declension:
    """Plural forms; the accusative is the nominative's, but «двух экспертов» for two to four living beings."""
    forms = []
    for case in CASES:
        like_nominative = case is Case.NOMINATIVE or (case is Case.ACCUSATIVE and not alive)
        wanted = Case.GENITIVE if case is Case.ACCUSATIVE else case
        form = text if like_nominative else reading.plural(wanted.index)
        if form is None:
            return unchanged(text, Certainty.UNSURE)
        forms.append(text if like_nominative or form == reading.word else recased(text, form))
    return Declension(text, tuple(forms), None, Certainty.RULE)
