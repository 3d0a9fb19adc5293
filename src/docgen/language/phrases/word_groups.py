"""One segment of a phrase in six cases: what stands in the nominative changes, the rest stays."""

from dataclasses import dataclass, replace

from docgen.language.cases import Certainty, Declension, joined, unchanged
from docgen.language.names.person import decline_person
from docgen.language.phrases.brackets import decline_bracketed
from docgen.language.phrases.clipped import (
    decline_agency,
    is_abbreviation,
    is_clipped_ministry,
    stands_for_post,
)
from docgen.language.phrases.compounds import decline_word
from docgen.language.phrases.head_words import FIXED_NAMES, NAMED_CITY, NAMED_PERSON
from docgen.language.phrases.lexicon import Reading, nominatives, readings
from docgen.language.phrases.nominative_words import Nominatives, agrees, head_phrase, lives, skipped
from docgen.language.phrases.segments import Segment, Token

SURE, RULE, UNSURE = Certainty.SURE, Certainty.RULE, Certainty.UNSURE
_CLAUSE_OPENERS = ("котор", "чей", "чья", "чьё", "чьи", "где", "включая", "кроме", "чтобы", "если")

_ACCUSATIVE_PREPOSITIONS = frozenset(("в", "во", "на", "за", "про", "через", "о", "об", "по", "под"))


@dataclass(frozen=True, slots=True)
class Group:
    """A declined segment and what later segments must know of it."""

    declined: Declension
    head: Reading | None = None
    animate: bool = False
    bare: bool = False
    """Nothing stands after the head."""
    clause: bool = False
    """A participle's clause: what follows «и» may be its object."""
    governed: bool = False
    """A preposition stands here, so that what follows «и» may be in its accusative."""
    freezes: bool = False
    """A clause begins here: nothing after it changes."""


def decline_first(segment: Segment, person: bool, following: Segment | None = None) -> Group:
    """The segment that opens the phrase: it holds the head, or shares it with the next («малый и средний бизнес»)."""
    words = segment.words
    first = words[0]
    if first.kind != "word" or stands_for_post(words):
        return Group(unchanged(segment.text), animate=person)
    if first.lower in NAMED_PERSON | NAMED_CITY and len(words) > 1 and first.text[-1] in ".П":
        return _named(segment, segment.tokens.index(words[1]), Nominatives({}), person)
    if is_abbreviation(first.text) or is_clipped_ministry(first.text) or first.lower in FIXED_NAMES:
        return Group(unchanged(segment.text), animate=person, bare=len(words) == 1)
    agency = decline_agency(first.text)
    if agency is not None:
        rest = segment.text[len(first.text) :]
        return Group(joined([agency, unchanged(rest)], [""]), bare=not rest.strip())
    found = head_phrase(segment.tokens, person)
    if not found.chosen:
        return Group(unchanged(segment.text, UNSURE), animate=person)
    shared = _shared_noun(segment, found, following)
    if shared is not None:
        adjective, noun = shared
        chosen = {**found.chosen, found.head or 0: adjective}
        return _declined(
            segment, Nominatives(chosen, found.head), not noun.noun or lives(noun.word, noun, person)
        )
    return _built(segment, found, person)


def _shared_noun(
    segment: Segment, found: Nominatives, following: Segment | None
) -> tuple[Reading, Reading] | None:
    """The last adjective here and the noun after «и» that it belongs to as well."""
    if following is None or following.kind != "and" or found.head is None or segment.words[-1].kind != "word":
        return None
    after = head_phrase(following.tokens)
    if after.noun is None or len(after.chosen) < 2 or after.certainty is UNSURE:
        return None
    number = after.chosen[min(after.chosen)].number
    word = segment.words[-1]
    adjectives = [r for r in nominatives(word.lower) if r.adjectival and r.number == number]
    if not adjectives or word is not segment.tokens[found.head]:
        return None
    return adjectives[0], after.noun


def decline_later(segment: Segment, head: Group, previous: Group, person: bool) -> Group:
    """A segment after the first: declined only if it is in the nominative itself."""
    words = segment.words
    inside = previous.clause and segment.kind == "and" and "," not in segment.mark
    kept = Group(unchanged(segment.text), clause=inside)
    if not words or words[0].kind != "word":
        return kept
    if _begins_clause(words):
        return replace(kept, freezes=True)
    if segment.mark.strip() and previous.declined.text.endswith("Северная Осетия"):
        return kept
    detached = _detached(segment, head, previous)
    if detached is not None:
        return detached
    if is_abbreviation(words[0].text) or stands_for_post(words) or inside:
        return kept
    found = head_phrase(segment.tokens, person)
    if found.noun is None:
        return kept
    verdict = _in_nominative(segment, found, head, previous)
    if verdict is not None:
        return _built(segment, replace(found, certainty=min(found.certainty, verdict, key=_trust)), person)
    return kept


def _trust(certainty: Certainty) -> int:
    return (UNSURE, RULE, SURE).index(certainty)


def _begins_clause(words: list[Token]) -> bool:
    first = words[0].lower
    return first.startswith(_CLAUSE_OPENERS) or (
        first == "в" and len(words) > 2 and words[1].lower == "том" and words[2].lower == "числе"
    )


def _detached(segment: Segment, head: Group, previous: Group) -> Group | None:
    """A participle or adjective after a comma («участвующие в проекте») that agrees with the head."""
    if head.head is None or not (segment.kind == "comma" or (segment.kind == "and" and previous.clause)):
        return None
    place = next((i for i, t in enumerate(segment.tokens) if t.kind == "word" and not skipped(t.lower)), None)
    if place is None:
        return None
    options = [r for r in nominatives(segment.tokens[place].lower) if r.adjectival and agrees(r, head.head)]
    substantive = any(r.noun for r in nominatives(segment.tokens[place].lower))
    if not options or (substantive and all(r.pos != "PRTF" for r in options)):
        return None
    if _leads_noun(head_phrase(segment.tokens), place, options):
        return None
    done = [
        decline_word(t.text, options[0], head.animate) if i == place else unchanged(t.text)
        for i, t in enumerate(segment.tokens)
    ]
    return Group(joined(done, [""] * (len(done) - 1)), None, head.animate, clause=True)


def _governed(tokens: tuple[Token, ...]) -> bool:
    return any(token.lower in _ACCUSATIVE_PREPOSITIONS for token in tokens)


def _leads_noun(whole: Nominatives, place: int, options: list[Reading]) -> bool:
    """Whether a noun of the segment is what the adjective belongs to («заслуженный учитель»), not its object."""
    noun = whole.noun
    if noun is None or whole.head == place or not noun.noun or not any(agrees(r, noun) for r in options):
        return False
    return noun.animate or not any(r.pos == "PRTF" and r.parse.tag.voice == "actv" for r in options)


def _in_nominative(segment: Segment, found: Nominatives, head: Group, previous: Group) -> Certainty | None:
    """How sure it is that a segment is in the nominative; None for a dependant that merely looks so."""
    noun = found.noun
    assert noun is not None
    first = readings(segment.tokens[min(found.chosen)].lower)
    oblique = any(r.case in ("gent", "datv", "ablt", "loct") and (r.noun or r.adjectival) for r in first)
    accusative = any(r.case == "accs" for r in first) and not noun.animate
    if segment.kind == "dash":
        if oblique and head.head is not None and noun.number != head.head.number:
            return None
        return UNSURE if oblique and not noun.animate else SURE
    if previous.clause and accusative and "и" not in segment.mark.split():
        return None
    same_number = head.head is None or noun.number == head.head.number
    if not oblique:
        if noun.animate or not accusative or not previous.governed:
            return SURE
        return UNSURE if same_number or segment.kind == "comma" else None
    if previous.bare and same_number:
        return SURE
    if len(segment.words) == 1:
        return None
    if same_number and noun.number == "plur" and not head.animate and not noun.animate:
        return UNSURE
    return None


def _built(segment: Segment, found: Nominatives, person: bool) -> Group:
    noun, head = found.noun, found.head
    assert noun is not None
    assert head is not None
    animate = lives(segment.tokens[head].lower, noun, person) if noun.noun else True
    if noun.adjectival and segment.tokens[head].text[:1].isupper() and not person:
        animate = animate and noun.number == "plur"
    rest = next((i for i in range(head + 1, len(segment.tokens)) if segment.tokens[i].kind != "space"), None)
    lemma = segment.tokens[head].lower
    if (
        rest is not None
        and lemma.split("-")[0] in NAMED_CITY | NAMED_PERSON
        and _is_name(segment.tokens[rest])
    ):
        return _named(segment, rest, found, animate)
    return _declined(segment, found, animate)


def _declined(segment: Segment, found: Nominatives, animate: bool) -> Group:
    head = found.head or 0
    done = [_token(segment.tokens, index, found, animate) for index in range(len(segment.tokens))]
    bare = all(token.kind in ("space", "bracketed") for token in segment.tokens[head + 1 :])
    declined = joined(done, [""] * (len(done) - 1)).doubted(found.certainty)
    return Group(declined, found.noun, animate, bare, governed=_governed(segment.tokens))


def _is_name(token: Token) -> bool:
    return token.kind == "word" and token.text[:1].isupper()


def _token(tokens: tuple[Token, ...], index: int, found: Nominatives, animate: bool) -> Declension:
    token = tokens[index]
    if index in found.chosen:
        return decline_word(token.text, found.chosen[index], animate)
    if token.kind == "bracketed" and found.head is not None and found.noun is not None:
        return decline_bracketed(token, found.noun, animate, index - found.head)
    return unchanged(token.text)


def _named(segment: Segment, rest: int, found: Nominatives, animate: bool) -> Group:
    """A head with the name that follows it: «город Москва», «индивидуальный предприниматель Иванов И.И.»."""
    head = [_token(segment.tokens, index, found, animate) for index in range(rest)]
    name = "".join(token.text for token in segment.tokens[rest:])
    city = any(token.lower.split("-")[0] in NAMED_CITY for token in segment.tokens[:rest])
    declined = _city(name) if city else decline_person(name).doubted(RULE)
    whole = joined([*head, declined], [""] * len(head))
    return Group(whole, found.noun, animate)


def _city(name: str) -> Declension:
    """Cities decline after «город» unless they end in -о, -е or are plural (города Мытищи)."""
    first, space, rest = name.partition(" ")
    nouns = [r for r in nominatives(first.lower()) if r.noun and r.number == "sing" and r.gender != "neut"]
    places = [r for r in nouns if "Geox" in r.parse.tag] or nouns
    if not places:
        return unchanged(name, UNSURE)
    done = decline_word(first, places[0], animate=False)
    return joined([done, unchanged(rest)], [space]) if space else done
