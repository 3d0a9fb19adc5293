"""Words as the dictionary reads them, in a small form that is quick to compare."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from docgen.language.patterns import lazy
from docgen.language.proofreading.morphology import readings

_CASES = {"gen2": "gent", "gen1": "gent", "loc2": "loct", "loc1": "loct", "acc2": "accs", "voct": "nomn"}
_WORD = lazy(r"[А-ЯЁа-яё]+(?:-[А-ЯЁа-яё]+)*")


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a word."""

    part: str
    case: str | None = None
    number: str | None = None
    gender: str | None = None
    animate: bool = False
    pronoun: bool = False
    fixed: bool = False
    either: bool = False
    past: bool = False
    person: str | None = None

    def agrees(self, noun: "Form") -> bool:
        """Whether an adjective or a participle in this form may stand with the noun."""
        if noun.fixed:
            return True
        same = self.case == noun.case and self.number == noun.number
        return same and (
            self.number == "plur" or noun.gender is None or noun.either or self.gender in {None, noun.gender}
        )


@lru_cache(maxsize=20_000)
def forms(word: str) -> tuple[Form, ...]:
    """All readings of a word in small letters; none for a word that the dictionary does not know."""
    return tuple(dict.fromkeys(_form(parse.tag) for parse in readings(word) or _last_part(word)))


def _last_part(word: str) -> tuple[Any, ...]:
    """A compound with a hyphen is declined as its last part: «плана-графика»."""
    first, hyphen, last = word.rpartition("-")
    return tuple(readings(last)) if hyphen and len(first) > 2 else ()


def _form(tag: Any) -> Form:
    text = str(tag)
    case = _text(tag.case)
    return Form(
        part=str(tag.POS),
        case=_CASES.get(case, case) if case else None,
        number=_text(tag.number),
        gender=_text(tag.gender),
        animate="anim" in text,
        pronoun="Apro" in text or "Anum" in text,
        fixed="Fixd" in text,
        either="ms-f" in text or "GNdr" in text,
        past=tag.tense == "past",
        person=_text(tag.person),
    )


def _text(grammeme: Any) -> str | None:
    return str(grammeme) if grammeme else None


@lru_cache(maxsize=20_000)
def parts(word: str) -> frozenset[str]:
    """The parts of speech that a word may be."""
    return frozenset(form.part for form in forms(word))


def only(word: str, *wanted: str) -> bool:
    """Whether the word is known and can be nothing but these parts of speech."""
    found = parts(word)
    return bool(found) and found.issubset(wanted)


@lru_cache(maxsize=20_000)
def nouns(word: str, *cases: str) -> tuple[Form, ...]:
    """The readings as a noun, in these cases if any is given."""
    if len(word) < 3:  # the dictionary knows letters too
        return ()
    return tuple(form for form in forms(word) if form.part == "NOUN" and (not cases or form.case in cases))


@lru_cache(maxsize=20_000)
def full(word: str) -> tuple[Form, ...]:
    """The readings as a full adjective or participle."""
    return tuple(form for form in forms(word) if form.part in {"ADJF", "PRTF"})


class Token(NamedTuple):
    """A word or a sign of the text and its place.

    ``low`` is the word in small letters; ``is_word`` tells a Russian word from a sign, a number or a shortened name.
    """

    text: str
    start: int
    end: int
    low: str
    is_word: bool


def _looks(text: str) -> tuple[str, bool]:
    return text.lower(), bool(_WORD.fullmatch(text))


_TOKEN = lazy(
    r"[А-ЯЁ]\.(?:[ \u00a0]?[А-ЯЁ]\.)?|[А-ЯЁа-яёA-Za-z]+(?:-[А-ЯЁа-яёA-Za-z]+)*|\d[\d.,:/–-]*\d|\d|[^\s\w]|\ue000+"
)
_INITIALS_APART = lazy(r"[А-ЯЁ]\.[ \u00a0][А-ЯЁ]\.")
_CHUNK = lazy(r"\S+")
_SENTENCE = lazy(
    r"[.!?;\n](?:(?<=[.!?])(?=\s+[А-ЯЁ«\d])(?<![А-ЯЁ\d][.].)(?<!\b[а-яё][.].)(?<!\b[а-яё]{2}[.].)(?<!тыс\..)(?<!руб\..)(?<!см\..)"
    r"|(?<=\n)\s*\n|(?<=;)(?=\s))"
)


_LETTERS = lazy(r"[А-ЯЁа-яёA-Za-z]+(?:-[А-ЯЁа-яёA-Za-z]+)*")


def words_in(chunk: str) -> list[str]:
    """The words of what stands between two blanks, in small letters: «отчёт,утверждённый» holds two."""
    return _LETTERS.findall(chunk.lower())


@lru_cache(maxsize=4)
def sentences(masked: str) -> tuple[tuple[Token, ...], ...]:
    """The text cut into sentences, each a row of words and signs; what stands in quotes or brackets is left out."""
    found: list[tuple[Token, ...]] = []
    start = 0
    for cut in (*[match.end() for match in _SENTENCE.finditer(masked)], len(masked)):
        row = _outside(_tokens(masked, start, cut))
        start = cut
        if len(row) > 1:
            found.append(tuple(row))
    return tuple(found)


def _tokens(masked: str, start: int, end: int) -> list[Token]:
    if _INITIALS_APART.search(masked, start, end):  # a token with a blank inside
        return [Token(m[0], *m.span(), *_looks(m[0])) for m in _TOKEN.finditer(masked, start, end)]
    found: list[Token] = []
    for chunk in _CHUNK.finditer(masked, start, end):
        at = chunk.start()
        found += [
            Token(text, at + first, at + last, low, is_word)
            for text, first, last, low, is_word in _cut(chunk[0])
        ]
    return found


@lru_cache(maxsize=20_000)
def _cut(chunk: str) -> tuple[Token, ...]:
    """The tokens of what stands between two blanks, and their places in it; the same chunks come again."""
    return tuple(Token(m[0], *m.span(), *_looks(m[0])) for m in _TOKEN.finditer(chunk))


def _outside(row: list[Token]) -> list[Token]:
    kept: list[Token] = []
    depth = 0
    for token in row:
        if token.text in {"«", "(", "„"}:
            depth += 1
        elif token.text in {"»", ")", "“"}:
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(token)
    return kept
