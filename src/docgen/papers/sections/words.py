"""How alike a heading and a title are: other case, small misspellings, other order, ё/е, hyphens, spaced letters."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler, Levenshtein

_LATIN = str.maketrans("aceopxykmthbABCEHKMOPTXY", "асеорхукмтнвАВСЕНКМОРТХУ")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_WORD = re.compile(r"\w+")
_BROKEN = re.compile(r"(?<=\w)[-\N{SOFT HYPHEN}\N{NON-BREAKING HYPHEN}]\s*\n\s*(?=[а-яё])")
_ASIDE = re.compile(r"[«“„\"][^»”“\"\n]{0,120}[»”“\"]|\([^()\n]{0,120}\)")
_SPACED = re.compile(r"(?<!\w)(?:\w[ \N{NO-BREAK SPACE}]){3,}\w(?!\w)")
_WIDE_GAP = re.compile(r"[ \N{NO-BREAK SPACE}]{2,}|\n")
_STOP = frozenset(
    [
        "и",
        "в",
        "во",
        "на",
        "о",
        "об",
        "по",
        "с",
        "со",
        "к",
        "для",
        "от",
        "до",
        "из",
        "за",
        "при",
        "или",
        "а",
        "также",
        "его",
        "ее",
        "их",
        "на",
        "том",
        "числе",
    ]
)
_GENERIC = frozenset(
    [
        "программа",
        "развитие",
        "кластер",
        "центр",
        "образовательный",
        "производственный",
        "образовательнопроизводственный",
        "регион",
        "реализация",
        "субъект",
        "российский",
        "федерация",
        "создание",
        "проект",
        "профессионалитет",
        "федеральный",
    ]
)
_GENERIC_WEIGHT, _STOP_WEIGHT = 0.35, 0.1
_ALIKE = 0.86
_SHORT = 4


@lru_cache(maxsize=16384)
def plain(text: str) -> str:
    """Small letters and single spaces; hyphens, quotes and look-alikes of another alphabet make no difference."""
    text = _BROKEN.sub("", text).replace("\N{SOFT HYPHEN}", "")
    text = _SPACED.sub(lambda m: re.sub(r"\s", "", m[0]), _spaced_words(text))
    text = _WORD.sub(lambda m: m[0].translate(_LATIN) if _CYRILLIC.search(m[0]) else m[0], text)
    text = text.replace("-", "").replace("\N{NON-BREAKING HYPHEN}", "").lower().replace("ё", "е")
    return " ".join(_WORD.findall(text))


def _spaced_words(text: str) -> str:
    """«О б щ и е   п о л о ж е н и я»: words of spaced letters are parted by wider gaps."""
    tokens = text.split()
    single = sum(len(token) == 1 for token in tokens)
    if len(tokens) < 5 or single < 0.6 * len(tokens):
        return text
    words = ["".join(part.split()) for part in _WIDE_GAP.split(text) if part.strip()]
    return " ".join(words)


@dataclass(frozen=True)
class Phrase:
    """A heading or a title, made ready for comparing."""

    text: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words without what is set aside in quotes and brackets."""
        return tuple(plain(_ASIDE.sub(" ", self.text)).split()) or tuple(plain(self.text).split())

    @cached_property
    def starts(self) -> frozenset[str]:
        """The beginnings of its telling words, for a quick look whether two phrases can be alike."""
        return frozenset(word[:3] for word in self.words if word not in _STOP)

    @cached_property
    def joined(self) -> str:
        """All letters without gaps."""
        return plain(self.text).replace(" ", "")


@lru_cache(maxsize=16384)
def phrase(text: str) -> Phrase:
    """A phrase made ready once, however often it is compared."""
    return Phrase(text)


@lru_cache(maxsize=65536)
def _alike(one: str, other: str) -> float:
    """Whether two words are forms or misspellings of one: 0 or 0.8 to 1."""
    if one == other:
        return 1.0
    shorter = min(len(one), len(other))
    if shorter <= 2 or one.isdigit() or other.isdigit():
        return 0.0
    same = sum(1 for a, b in zip(one, other, strict=False) if a == b) if shorter <= _SHORT else 0
    if shorter <= _SHORT:
        return 0.9 if one[:3] == other[:3] and abs(len(one) - len(other)) <= 2 and same >= 3 else 0.0
    stem = max(4, math.ceil(0.7 * shorter))
    if one[:stem] == other[:stem] and abs(len(one) - len(other)) <= 4:
        return 0.95
    ratio = fuzz.ratio(one, other) / 100
    return ratio if ratio >= 0.8 and JaroWinkler.similarity(one, other) >= _ALIKE else 0.0


def _weight(word: str) -> float:
    if word in _STOP or len(word) == 1 or word.isdigit() or word in ("год", "годы", "гг", "года"):
        return _STOP_WEIGHT
    return _GENERIC_WEIGHT if any(_alike(word, generic) for generic in _GENERIC) else 1.0


@lru_cache(maxsize=65536)
def weight(word: str) -> float:
    """How much a word tells: little for those that stand in every heading of a programme."""
    return _weight(word)


def covered(words: Iterable[str], by: Iterable[str]) -> float:
    """Which share of the words' weight is found among others."""
    others = tuple(by)
    total = found = 0.0
    for word in words:
        own = weight(word)
        total += own
        found += own * max((_alike(word, other) for other in others), default=0.0)
    return found / total if total else 0.0


@lru_cache(maxsize=65536)
def likeness(heading: Phrase, title: Phrase) -> float:
    """How alike, 0 to 1: all words of the title must be there, a few more may."""
    if not heading.joined or not title.joined:
        return 0.0
    letters = fuzz.ratio(heading.joined, title.joined) / 100
    if letters < 0.75 and not heading.starts & title.starts:
        return 0.0
    there = covered(title.words, heading.words)
    needed = covered(heading.words, title.words)
    if not there or not needed:
        return letters if letters >= 0.88 else 0.0
    both = 1.0 / (0.62 / there + 0.38 / needed)
    return max(both, letters if letters >= 0.88 else 0.0)


def distance(one: str, other: str) -> int:
    """How many letters differ."""
    return int(Levenshtein.distance(one, other))
