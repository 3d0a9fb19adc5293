"""Remarks in brackets beside a head noun: «центры (кластеры)», «(фермерское) хозяйство»."""

from docgen.language.cases import Declension, joined, unchanged
from docgen.language.phrases.compounds import decline_word
from docgen.language.phrases.lexicon import Reading, readings
from docgen.language.phrases.nominative_words import Nominatives, agrees, head_phrase
from docgen.language.phrases.segments import Token, tokens_of


def decline_bracketed(token: Token, noun: Reading, animate: bool, distance: int) -> Declension:
    """A remark in brackets: «центры (кластеры)», «(фермерское) хозяйство» change, «(Якутия)» does not.

    Far from the head only a living noun may still stand for it: «глава района (мэр)».
    """
    inner = tuple(tokens_of(token.text[1:-1]))
    found = head_phrase(inner) if inner else Nominatives({})
    if found.noun is None or found.noun.number != noun.number:
        return unchanged(token.text)
    before_head = distance < 0 and found.noun.adjectival and agrees(found.noun, noun)
    after_head = distance == 2 and found.noun.noun and token.text[1].islower()
    far = distance > 2 and animate and found.noun.animate and _only_nominative(inner[0])
    if not (before_head or after_head or far):
        return unchanged(token.text)
    done = [
        decline_word(t.text, found.chosen[i], animate) if i in found.chosen else unchanged(t.text)
        for i, t in enumerate(inner)
    ]
    return joined([unchanged("("), *done, unchanged(")")], [""] * (len(done) + 1))


def _only_nominative(token: Token) -> bool:
    return all(r.case in ("nomn", "accs") for r in readings(token.lower) if r.known and r.case)
