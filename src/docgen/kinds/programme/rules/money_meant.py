"""What a figure of money is about, told by the words around it and the wordings of the layout.

Only what leaves no doubt is understood: every word beside a figure must be the name of a source or a direction, a year,
or a word that says nothing («направляется», «составляет»). One unknown word, and the figure may be about anything.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from docgen.kinds.programme.rules.accounts import Accounts
from docgen.language.word_lists import word_set
from docgen.model.layout.layout import Layout

_WORD = re.compile(r"[А-ЯЁа-яё]+")
_YEARS = re.compile(r"\b(20\d\d)(?:\s*[–—-]\s*(20\d\d))?")
_REGIONAL = re.compile(r"\b(?:област|краев|республиканск|окружн|региональн)\w*(?=\s+бюджет)", re.IGNORECASE)
_OF_STATE = re.compile(r"\s+(?:Российской Федерации|РФ)\b")
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_SUPPLY = re.compile(r"финансов\w+ обеспечени\w+", re.IGNORECASE)
_SILENT = word_set(
    "в во на по из за для и а или том числе их них нее всего итого также это есть будет будут этого его ее он она "
    "счет счета лет год года году годы годах годов гг г три трех весь все период срок размер размере тыс млн "
    "приходится составляет составит составляют составят равен равна равно предусмотрено предусмотрены предусматривается "
    "направляется направлено направляются направят выделено выделяется потребует потребуется потребуются планируется "
    "запланировано заложено расходуется израсходуют назначено"
)
_EMPTY = tuple(
    "сред объе сумм финанс прогр реализ источ направл расх общи обще обща клас разви меропри".split()  # noqa: SIM905
)


@dataclass(frozen=True)
class Meant:
    """A figure's subject: each of ``sources`` and ``directions`` is a set it may stand for; nothing means all."""

    sources: tuple[frozenset[str], ...] = ()
    directions: tuple[frozenset[str], ...] = ()
    years: frozenset[int] = frozenset()
    is_whole: bool = False
    is_grant: bool = False

    @property
    def is_clear(self) -> bool:
        """Whether anything is named."""
        return bool(self.sources or self.directions or self.years or self.is_whole)

    @property
    def is_only_year(self) -> bool:
        """Whether a year is all that is named."""
        return bool(self.years) and not (self.sources or self.directions or self.is_whole)

    def within(self, other: "Meant") -> "Meant":
        """A part of what the figure before was about: «в том числе в 2022 году»."""
        return replace(
            self, sources=self.sources or other.sources, directions=self.directions or other.directions
        )


def stem(word: str) -> str:
    """A word without what cases change."""
    flat = word.lower().replace("ё", "е")
    return flat if len(flat) <= 4 else flat[: max(4, len(flat) - 3)]


def _has(stems: Iterable[str], wanted: str) -> bool:
    """Whether a word is among others, whatever cases they stand in."""
    short = len(wanted) < 4
    for one in stems:
        if one == wanted or (
            not short and len(one) >= 4 and (one.startswith(wanted) or wanted.startswith(one))
        ):
            return True
    return False


@dataclass(frozen=True)
class _Name:
    """A wording of a source or a direction, as stems; a shortening («ПО») is itself."""

    key: str
    stems: tuple[str, ...]


class Wordings:
    """How the sources and directions of a layout may be called."""

    def __init__(self, layout: Layout, region: str) -> None:
        self.sources = [name for part in layout.sources for name in _names(part.key, part.wordings)]
        self.directions = [name for part in layout.directions for name in _names(part.key, part.wordings)]
        self.grant = frozenset(part.key for part in layout.sources if part.grant)
        self.cofunding = frozenset(part.key for part in layout.sources if part.cofunding)
        by_law = any("субъек" in name.stems for name in self.sources)
        self.regional = "субъекта" if by_law else "региональный"
        self.region = re.compile(
            r"\s+".join(re.escape(word[: max(4, len(word) - 3)]) + r"\w*" for word in region.split())
            or r"(?!)",
            re.IGNORECASE,
        )

    def meant(self, words: str, accounts: Accounts) -> Meant | None:
        """What words are about; ``None`` if some of them are not understood."""
        years = _years(words, accounts)
        words = _SUPPLY.sub("финансирования", words)
        text = self.region.sub(self.regional, _REGIONAL.sub(self.regional, _YEARS.sub(" ", words)))
        said = [word for word in _WORD.findall(text) if word.lower().replace("ё", "е") not in _SILENT]
        stems = [stem(word) for word in said]
        content = [one for one in stems if not one.startswith(_EMPTY)]
        if not content:
            flat = words.lower().replace("ё", "е")
            programme = "финансир" in flat or ("объем" in flat and "общ" in flat) or "на программу" in flat
            return Meant(years=years, is_whole=programme or _is_bare_total(flat))
        if "софинанс" in "".join(content) and self.cofunding:
            return self._cofunding(content, years)
        return self._named(stems, content, said, years)

    def _cofunding(self, content: Sequence[str], years: frozenset[int]) -> Meant | None:
        known = ("софинансир", "предприят", "партнер", "работодат", "внебюдж")
        if not all(_has(known, one) for one in content):
            return None
        return Meant((self.cofunding,), (), years, is_grant=True)

    def _named(
        self, stems: Sequence[str], content: Sequence[str], said: Sequence[str], years: frozenset[int]
    ) -> Meant | None:
        sources, left = _found(self.sources, stems, content, said)
        directions, left = _found(self.directions, stems, left, said)
        if "грант" in [word.lower()[:5] for word in said] and self.grant and not sources:
            sources, left = [self.grant], [one for one in left if not one.startswith("гран")]
        if left or not (sources or directions):
            return None
        is_grant = bool(sources) and sources[0] <= self.grant and not directions
        return Meant(tuple(sources), tuple(directions), years, is_grant=is_grant)


def _is_bare_total(flat: str) -> bool:
    return re.fullmatch(r"\W*(?:всего|итого)\W*", flat) is not None


def _names(key: str, wordings: Sequence[str]) -> list[_Name]:
    shorter = [_OF_STATE.sub("", wording) for wording in wordings]
    forms = dict.fromkeys([*wordings, *shorter, *(_BRACKETS.sub("", wording) for wording in wordings)])
    return [_Name(key, _stems(form)) for form in forms]


@lru_cache(maxsize=512)
def _stems(wording: str) -> tuple[str, ...]:
    words = [word for word in _WORD.findall(wording) if word.isupper() or len(word) > 2]
    return tuple(word if word.isupper() else stem(word) for word in words)


def _years(words: str, accounts: Accounts) -> frozenset[int]:
    """The years that are named; all years of the programme are as good as none."""
    found: set[int] = set()
    for match in _YEARS.finditer(words):
        found.update(range(int(match[1]), int(match[2] or match[1]) + 1))
    years = accounts.years
    return frozenset() if years is not None and found == set(years.admitted) else frozenset(found)


def _found(
    names: Sequence[_Name], stems: Sequence[str], content: Sequence[str], said: Sequence[str]
) -> tuple[list[frozenset[str]], list[str]]:
    """Which parts are named: all that share the wording, all together, each alone; and the words left over."""
    full = [
        name
        for name in names
        if all(one in said if one.isupper() else _has(stems, one) for one in name.stems)
    ]
    if not full and len(content) > 0:
        full = _shortened(names, stems, content)
    full = [name for name in full if not any(set(name.stems) < set(other.stems) for other in full)]
    if not full:
        return [], list(content)
    words = {one for name in full for one in name.stems}
    left = [one for one in content if not _has([word.lower() for word in words], one)]
    keys = list(dict.fromkeys(name.key for name in full))
    sharing = {name.key for name in names if any(set(one.stems) < set(name.stems) for one in full)}
    options = [frozenset({*keys, *sharing}), frozenset(keys), *(frozenset({key}) for key in keys)]
    return list(dict.fromkeys(options)), left


def _shortened(names: Sequence[_Name], stems: Sequence[str], content: Sequence[str]) -> list[_Name]:
    """«Подготовка кадров» for «Подготовка и повышение квалификации кадров»: if no other wording has these words."""
    fitting = [
        name
        for name in names
        if all(_has(name.stems, one) for one in content) and sum(_has(stems, one) for one in name.stems) > 1
    ]
    return fitting if len({name.key for name in fitting}) == 1 else []
