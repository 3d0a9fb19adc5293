"""The sieve before the rules of proofreading: it may let too much through, never too little."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.language.patterns import lazy
from docgen.language.proofreading import RULES, Slip
from docgen.language.proofreading.index import Index
from docgen.language.proofreading.needles import Kept, kept_needles, key_of
from docgen.language.proofreading.pattern_pieces import read_needles
from docgen.language.proofreading.reading import SIEVE
from docgen.language.proofreading.rule import prose
from docgen.language.proofreading.sieve import Sieve
from docgen.language.proofreading.sought import INDEX
from docgen.language.proofreading.telltale import DOUBLED, Telltale

CASES = sorted(Path(__file__).with_name("proofreading").glob("*.txt"))
TEXTS = [rule.manual for rule in RULES] + [path.read_text(encoding="utf-8") for path in CASES]
LINES = [line for text in TEXTS for line in text.splitlines() if line.strip()]
WAYS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "in capitals": str.upper,
    "a word in each line": lambda text: text.replace(" ", "\n"),
    "with double spaces": lambda text: text.replace(" ", "  "),
    "with no-break spaces": lambda text: text.replace(" ", "\N{NO-BREAK SPACE}"),
}


@pytest.mark.parametrize("way", WAYS)
def test_no_slip_is_sieved_away(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = list(map(WAYS[way], LINES[:: 2 if way == "as it is" else 6]))
    sieved = [found_in(line) for line in lines]
    monkeypatch.setattr(Index, "able", lambda index, text: -1)
    for line, found in zip(lines, sieved, strict=True):
        assert found_in(line) == found, line


def found_in(line: str) -> set[tuple[str, Slip]]:
    return {(rule.code, slip) for rule in SIEVE.passed(line, prose(line)) for slip in rule.find(line)}


def test_most_rules_are_spared_on_a_clean_text() -> None:
    text = "направить отчёт об итогах практики"
    assert len(list(SIEVE.passed(text))) < len(RULES) / 20


@pytest.mark.parametrize(
    ("pattern", "needles"),
    [
        (r"в течени[ие] \w+", {"в течение ", "в течении "}),
        (r"\bв\s+течении\b", {"в течении"}),
        (r"(?:отч[её]т|доклад)\w*", {"отчет", "отчёт", "доклад"}),
        (r"\d{1,2}\.\d\d\b", {"0.00"}),
        (r"(?<=по)[–—](?=то)", {"по–то", "по—то"}),
        (r"№?\w+", set()),
        (r"(?:без|с)?\s*\w*", set()),
        (r"[XV]{2}\.", {"xx.", "xv.", "vx.", "vv."}),
        (r"(а|\w)б", {"б"}),
        (r"\d+(?:ый|ой)\b", {"0ый", "0ой"}),
        (r"(?<!\w)3(?=а[^а]{4})", {"0а"}),
        (r"(?:ab+)+,", {"b,"}),
    ],
)
def test_needles(pattern: str, needles: set[str]) -> None:
    ways = read_needles(re.compile(pattern, re.IGNORECASE))
    assert {needle for sets in ways for needle in next(iter(sets), ())} == needles


def sieve_of(*things: tuple[str, tuple[re.Pattern[str], ...]]) -> Sieve[str]:
    index = Index()
    for _, patterns in things:
        for pattern in patterns:
            index.add(pattern)
    return Sieve(things, index)


def test_letters_that_only_case_makes_equal() -> None:
    sieve = sieve_of(("s", (re.compile("русский", re.IGNORECASE),)))
    assert list(sieve.passed("руᲃᲃкий")) == ["s"]


def test_what_a_word_shows_is_asked_of_words() -> None:
    index = Index()
    glued = re.compile(r"\d[а-я]")
    index.add(glued, Telltale(lazy("0[а-я]").search))
    assert index.may_match(glued, "в 2023году")
    assert not index.may_match(glued, "в 2023 году")


def test_what_two_neighbours_show_is_asked_of_both() -> None:
    index = Index()
    twice = re.compile(r"(\w+)\s\1")
    index.add(twice, Telltale(str.isalpha, str.__eq__))
    assert index.may_match(twice, "не в\nв этот день")
    assert not index.may_match(twice, "не в этот день в")
    assert not index.may_match(twice, "5 5")


@pytest.mark.parametrize(
    ("text", "doubled"), [("а  б", True), ("а\n б", True), (" а б\n", False), ("  а б", True), ("", False)]
)
def test_blanks_in_a_row_are_seen(text: str, doubled: bool) -> None:
    index = Index()
    gap = re.compile(r"\s\s")
    index.add(gap, Telltale(DOUBLED.__eq__))
    assert index.may_match(gap, text) == doubled


def test_a_blank_that_is_a_hidden_sign_lets_all_pass() -> None:
    assert len(list(SIEVE.passed("отчёт\x1cсрок"))) == len(RULES)


def test_things_without_needles_always_pass() -> None:
    sieve = sieve_of(("any", (re.compile(r"\w+"),)), ("none", ()), ("one", (re.compile("шило"),)))
    assert list(sieve.passed("мыло")) == ["any", "none"]


def test_what_is_kept_is_what_would_be_read() -> None:
    kept = kept_needles()
    sets = sets_of(kept)
    patterns = [pattern for pattern in INDEX.patterns if key_of(pattern) in kept.ways]
    assert len(patterns) > len(INDEX.patterns) * 0.8, "python bench/needles.py"
    for pattern in patterns:
        ways = [frozenset(sets[number] for number in way) for way in kept.ways[key_of(pattern)]]
        exact = not pattern.flags & re.IGNORECASE
        read = [frozenset((needles, exact) for needles in way) for way in read_needles(pattern)]
        assert ways == read, pattern.pattern


def sets_of(kept: Kept) -> dict[int, tuple[frozenset[str], bool]]:
    """The sets of needles by their numbers, with whether capitals count."""
    needles: dict[int, set[str]] = {}
    in_capitals: dict[int, bool] = {}
    for same in kept.parts.values():
        for text, exact, numbers in same:
            for number in numbers:
                needles.setdefault(number, set()).add(text)
                assert in_capitals.setdefault(number, bool(exact)) == exact
    assert needles.keys() == set(range(kept.size))
    return {number: (frozenset(words), in_capitals[number]) for number, words in needles.items()}


def test_an_index_made_of_what_is_kept_is_like_a_new_one() -> None:
    one, words = re.compile("в течени[ие] (?:часа|дня)"), re.compile("Мск|мск")
    new = Index()
    for pattern in (one, words):
        new.add(pattern)
    kept = new.to_keep()
    again, late = Index(lambda: kept), re.compile("шило|мыло", re.IGNORECASE)
    for pattern in (late, words, one):
        again.add(pattern)
    for text in ("в течение дня", "в течение года", "мск", "МСК", "Шило", ""):
        for pattern in (one, words):
            assert again.may_match(pattern, text) == new.may_match(pattern, text)
        assert again.may_match(late, text) == (text == "Шило")


def test_nothing_kept_only_costs_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for content in (None, "{", "[]", '{"size": 1, "colour": 2}'):
        path = tmp_path / "needles.json"
        if content is not None:
            path.write_text(content, encoding="utf-8")
        monkeypatch.setattr("docgen.language.proofreading.needles.KEPT", path)
        assert kept_needles() == Kept()


def test_a_lazy_pattern_is_like_a_compiled_one() -> None:
    late, now = lazy(r"(\w)б", re.IGNORECASE), re.compile(r"(\w)б", re.IGNORECASE)
    text = "АБ аб"
    assert [m[0] for m in late.finditer(text, 1)] == [m[0] for m in now.finditer(text, 1)]
    assert late.findall(text) == now.findall(text)
    assert late.split(text) == now.split(text)
    assert late.sub(r"\1", text) == now.sub(r"\1", text)
    for way in ("search", "match", "fullmatch"):
        assert bool(getattr(late, way)(text)) == bool(getattr(now, way)(text))
    assert (late.pattern, read_needles(late)) == (now.pattern, read_needles(now))
