"""One segment of a phrase in six cases: its modifiers, its head, and the untouched rest."""

import re
from dataclasses import dataclass

from docgen.language.cases import Certainty, Declension, joined, unchanged
from docgen.language.head_words import (
    ABBREVIATED_POSTS,
    FIXED_WORDS,
    LIFELESS,
    LIVING,
    SUBSTANTIVES,
)
from docgen.language.lexicon import (
    FIXED_FIRST,
    Reading,
    is_abbreviation,
    nominatives,
    put_into_cases,
    readings,
)
from docgen.language.segments import Segment, Token, tokens_of

SURE, RULE, UNSURE = Certainty.SURE, Certainty.RULE, Certainty.UNSURE


@dataclass(frozen=True, slots=True)
class Group:
    """A declined segment and what later segments must know of it."""

    declined: Declension
    head: Reading | None = None
    animate: bool = False
    bare: bool = False
    """Nothing stands after the head."""
    freezes: bool = False
    """A clause begins here: nothing after it changes."""


@dataclass(frozen=True, slots=True)
class _Analysis:
    """The nominative words of a segment by token index, the place of the head, and the doubt."""

    chosen: dict[int, Reading]
    head: int | None
    certainty: Certainty = SURE


def decline_group(segment: Segment, head: Group | None, previous: Group | None, person: bool) -> Group:
    """The segment, given the phrase's head group and the group before it (both None at the start)."""
    words = segment.words
    if not words:
        return Group(unchanged(""))
    if _begins_clause(words):
        return Group(unchanged(segment.text), freezes=True)
    if head is None:
        return _first(segment, person)
    analysis = _analysed(segment.tokens, head)
    if not analysis.chosen or not _nominative_here(segment, analysis, head, previous):
        return Group(unchanged(segment.text, analysis.certainty if not analysis.chosen else SURE), head.head)
    return _built(segment, analysis, person or head.animate, head)


def _begins_clause(words: list[Token]) -> bool:
    first = words[0].lower
    return first.startswith(("котор", "чей", "чья", "чье", "где", "включая", "кроме")) or (
        first == "в" and len(words) > 2 and words[1].lower == "том" and words[2].lower == "числе"
    )


def _first(segment: Segment, person: bool) -> Group:
    words = segment.words
    first = words[0].lower.rstrip(".")
    if words[0].kind != "word" or is_abbreviation(words[0].text) or _stands_for_post(words):
        return Group(unchanged(segment.text), None, person, len(words) == 1)
    if first in FIXED_WORDS:
        return Group(unchanged(segment.text), None, person, len(words) == 1)
    analysis = _analysed(segment.tokens, None)
    if not analysis.chosen:
        return Group(unchanged(segment.text, UNSURE), None, person)
    return _built(segment, analysis, person, None)


def _stands_for_post(words: list[Token]) -> bool:
    """«врио», «и.о.», «и. о.»."""
    start = "".join(word.text for word in words[:2]).lower().replace(".", "")
    return words[0].lower.replace(".", "") in ABBREVIATED_POSTS or (
        words[0].text.endswith(".") and start in ABBREVIATED_POSTS
    )


def _analysed(tokens: tuple[Token, ...], head: Group | None) -> _Analysis:
    """Modifiers from the left, then the noun that agrees with them; or a noun; or modifiers alone."""
    chosen: dict[int, Reading] = {}
    modifiers: list[tuple[int, list[Reading]]] = []
    for index, token in enumerate(tokens):
        if token.kind == "space":
            continue
        if token.kind != "word":
            break
        word = token.lower
        found = nominatives(word)
        noun = _head_noun(found, modifiers, word)
        if noun is not None and not (word in SUBSTANTIVES and not modifiers):
            _agree(modifiers, noun, chosen)
            chosen[index] = noun
            return _Analysis(chosen, index, SURE if noun.known or _compound_known(word) else RULE)
        adjectives = [r for r in found if r.adjectival]
        if adjectives and not _possessive(word):
            modifiers.append((index, adjectives))
            continue
        if _skipped(word) or _possessive(word):
            continue
        break
    return _headless(modifiers, head)


def _possessive(word: str) -> bool:
    return word in ("их", "его", "ее", "её")


def _skipped(word: str) -> bool:
    """An adverb or particle before a modifier («временно исполняющий», «не имеющие»)."""
    return word in ("не", "временно") or all(r.pos in ("ADVB", "PRCL") for r in readings(word)[:1])


def _head_noun(found: list[Reading], modifiers: list[tuple[int, list[Reading]]], word: str) -> Reading | None:
    nouns = [r for r in found if r.noun]
    if modifiers:
        last = modifiers[-1][1]
        nouns = [r for r in nouns if any(_agrees(a, r) for a in last)]
    elif any(r.adjectival for r in found):
        return None
    if not nouns:
        return None
    return max(
        nouns,
        key=lambda r: (r.known, _wanted_life(word, r), r.number == "plur" and word.endswith("ы"), r.score),
    )


def _wanted_life(word: str, reading: Reading) -> bool:
    first = re.split(r"[-‑]", word)[0]
    if any(first.startswith(stem) for stem in LIFELESS):
        return not reading.animate
    return reading.animate or not any(first.startswith(stem) for stem in LIVING)


def _agrees(modifier: Reading, noun: Reading) -> bool:
    if modifier.number != noun.number:
        return False
    return modifier.number == "plur" or noun.gender is None or modifier.gender == noun.gender or noun.animate


def _agree(modifiers: list[tuple[int, list[Reading]]], noun: Reading, chosen: dict[int, Reading]) -> None:
    for index, options in modifiers:
        chosen[index] = next((r for r in options if _agrees(r, noun)), options[0])


def _headless(modifiers: list[tuple[int, list[Reading]]], head: Group | None) -> _Analysis:
    """No noun: a substantivised participle («исполняющий …»), or one that agrees with the head before."""
    if not modifiers:
        return _Analysis({}, None)
    if head is None or head.head is None:
        last = modifiers[-1][1][0]
        chosen = {
            index: next(
                (r for r in options if (r.number, r.gender) == (last.number, last.gender)), options[0]
            )
            for index, options in modifiers
        }
        return _Analysis(chosen, modifiers[-1][0])
    chosen = {}
    for index, options in modifiers:
        match = next((r for r in options if _agrees(r, head.head)), None)
        if match is None:
            break
        chosen[index] = match
    return _Analysis(chosen, None)


def _compound_known(word: str) -> bool:
    parts = re.split(r"[-‑]", word)
    return len(parts) > 1 and all(readings(part)[0].known for part in parts)


def _nominative_here(segment: Segment, analysis: _Analysis, head: Group, previous: Group | None) -> bool:
    """Whether a later segment is in the nominative, or a dependant that merely looks so."""
    first = min(analysis.chosen)
    if analysis.head is None:
        return True
    noun = analysis.chosen[analysis.head]
    opening = readings(segment.tokens[first].lower)
    other = [r for r in opening if r.case in ("gent", "datv", "ablt", "loct") and (r.noun or r.adjectival)]
    if segment.kind == "dash" or not other:
        return not (
            head.head is not None
            and noun.number != head.head.number
            and segment.kind == "and"
            and not noun.animate
        )
    return (
        previous is not None and previous.bare and head.head is not None and head.head.number == noun.number
    )


def _built(segment: Segment, analysis: _Analysis, person: bool, head: Group | None) -> Group:
    noun = analysis.chosen.get(analysis.head) if analysis.head is not None else None
    if noun is not None and noun.noun:
        animate = noun.animate
    elif noun is not None:
        animate = True
    else:
        animate = bool(head and head.animate)
    done = [
        _word(token.text, analysis.chosen[index], animate, index == analysis.head)
        if index in analysis.chosen
        else _rest(token, noun, analysis, index, animate)
        for index, token in enumerate(segment.tokens)
    ]
    declined = joined(done, [""] * (len(done) - 1)).doubted(analysis.certainty)
    bare = analysis.head is not None and all(
        token.kind in ("space", "bracketed") for token in segment.tokens[analysis.head + 1 :]
    )
    return Group(declined, noun, animate, bare)


def _word(text: str, reading: Reading, animate: bool, is_head: bool) -> Declension:
    parts = re.split(r"([-‑])", text)
    if len(parts) > 1 and reading.noun:
        return _compound(parts, reading, animate)
    if len(parts) > 1 and reading.adjectival:
        tail = [r for r in nominatives(parts[-1].lower()) if r.adjectival and r.gender == reading.gender]
        tail = [r for r in tail if r.number == reading.number]
        if tail:
            return joined([unchanged("".join(parts[:-1])), put_into_cases(parts[-1], tail[0], animate)], [""])
    return put_into_cases(text, reading, animate)


def _compound(parts: list[str], reading: Reading, animate: bool) -> Declension:
    """A noun with a hyphen: both halves change, but вице-, пресс-, премьер- and their like do not."""
    words, marks = parts[0::2], parts[1::2]
    done = []
    for place, word in enumerate(words):
        nouns = [r for r in nominatives(word.lower()) if r.noun and r.number == reading.number]
        last = place == len(words) - 1
        if (not last and word.lower() in FIXED_FIRST) or not nouns:
            done.append(unchanged(word, SURE if not last else UNSURE))
        else:
            best = max(nouns, key=lambda r: (r.known, r.animate is animate, r.score))
            done.append(put_into_cases(word, best, animate))
    return joined(done, marks)


def _rest(token: Token, noun: Reading | None, analysis: _Analysis, index: int, animate: bool) -> Declension:
    """What is left alone, but for a bracketed apposition right after the head: «центры (кластеры)»."""
    if token.kind != "bracketed" or noun is None or analysis.head is None or index != analysis.head + 2:
        return unchanged(token.text)
    inner = tuple(tokens_of(token.text[1:-1]))
    if not inner or not token.text[1].islower():
        return unchanged(token.text)
    found = _analysed(inner, None)
    if not found.chosen or found.head is None or found.chosen[found.head].number != noun.number:
        return unchanged(token.text)
    group = _built(Segment("", inner), found, animate, None)
    return joined([unchanged("("), group.declined, unchanged(")")], ["", ""])
