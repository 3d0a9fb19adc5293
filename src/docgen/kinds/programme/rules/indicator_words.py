"""By which words a text speaks of an indicator, and how near two numbers are to each other."""

import re
from dataclasses import dataclass
from decimal import Decimal

from docgen.kinds.programme.rules.stated_numbers import Sentence, Stated, plain_words
from docgen.kinds.programme.rules.units import PEOPLE, PIECES, unit_of
from docgen.model.programme import Indicator

_WHOLE = re.compile(r",?\s+(?:в|от|к)\s+(?:их\s+)?(?:общ\w+\s+)?(?:численност|количеств|числ)\w*\b.*")
_IDLE = frozenset(
    [
        "численность",
        "количество",
        "число",
        "доля",
        "удельный",
        "вес",
        "процент",
        "общей",
        "общего",
        "общий",
        "их",
        "его",
        "ее",
        "том",
        "или",
        "для",
        "при",
        "над",
        "под",
        "из",
        "от",
        "по",
        "на",
        "во",
        "со",
        "не",
        "и",
        "в",
        "с",
        "к",
        "о",
        "об",
        "кластера",
        "кластер",
    ]
)
_COMMON = (
    "программ",
    "федпроект",
    "колледж",
    "област",
    "регион",
    "отрасл",
    "получен",
    "образовател",
    "субъект",
)
_SAME = {
    "трудоустр": ("работающ", "работают", "работать"),
    "обучающ": ("обуча", "обучит", "обучены", "студент", "учащ"),
    "прошедш": ("прошл", "пройд", "прошел"),
}

Beginnings = tuple[str, ...]
"""How the words begin that count as one: «обуча…», «студент…»."""


@dataclass(frozen=True)
class Wording:
    """An indicator and the words of its name: its own, and those that many names share."""

    indicator: Indicator
    own: tuple[Beginnings, ...]
    common: tuple[Beginnings, ...]
    any: Beginnings
    unit: str

    def heard(self, sentence: Sentence) -> tuple[int, int]:
        """How many of its own words and of the common ones a sentence has."""
        return _heard(self.own, sentence), _heard(self.common, sentence)

    def counts(self, one: Stated) -> bool:
        """Whether a number may be a value of the indicator by what it counts."""
        if one.unit:
            return one.unit == self.unit
        return self.unit in (PEOPLE, PIECES) and any(noun.startswith(self.any) for noun in one.nouns)

    def is_counted_by(self, one: Stated) -> bool:
        """Whether the word after a number is the one that the indicator counts by its name: «агроклассов»."""
        return bool(self.own and one.nouns) and one.nouns[0].startswith(self.own[0])

    def value(self, year: int | None) -> Decimal | None:
        """The value of a year, the base's included."""
        if year is not None and year == self.indicator.base_year:
            return self.indicator.base
        return self.indicator.values.get(year or 0)

    def has(self, one: Stated) -> bool:
        """Whether a number is the value of some year."""
        return one.value in self.indicator.values.values()

    def agrees(self, one: Stated) -> bool:
        """Whether a number is the value of its year; of a cumulative indicator also what that year adds."""
        value = self.value(one.year)
        if value is None or value == one.value:
            return value is not None
        before = self.value(one.year - 1) if one.year is not None else None
        return self.indicator.cumulative and before is not None and value - before == one.value


def wording(indicator: Indicator) -> Wording:
    """The words of an indicator's name; those of the whole that a share is of do not count."""
    name = _WHOLE.sub("", " ".join(plain_words(indicator.name, keep=",")))
    words = dict.fromkeys(word for word in re.findall(r"[а-я]{3,}", name) if word not in _IDLE)
    own = tuple(_beginnings(word) for word in words if not word.startswith(_COMMON))
    common = tuple(_beginnings(word) for word in words if word.startswith(_COMMON))
    every = tuple(beginning for one in (*own, *common) for beginning in one)
    return Wording(indicator, own, common, every, unit_of(indicator.unit))


def _beginnings(word: str) -> Beginnings:
    length = len(word)
    kept = min(max(length - 5, 5), 9) if length > 8 else max(length - 3, 4)
    others = (said for stem, said in _SAME.items() if word.startswith(stem))
    return (word[:kept], *next(others, ()))


def _heard(words: tuple[Beginnings, ...], sentence: Sentence) -> int:
    return sum(any(f" {beginning}" in sentence.words for beginning in word) for word in words)


def is_slip(said: Decimal, right: Decimal) -> bool:
    """Whether one number is the other with its digits in another order, one digit of four wrong, or a lost comma."""
    if said == right or not said or not right:
        return False
    one, other = (f"{abs(value.normalize()):f}" for value in (said, right))
    if one.replace(".", "").strip("0") == other.replace(".", "").strip("0"):
        return True
    if len(one) != len(other) or one.find(".") != other.find("."):
        return False
    differing = sum(first != second for first, second in zip(one, other, strict=True))
    return sorted(one) == sorted(other) or (differing == 1 and len(one) >= 4)
