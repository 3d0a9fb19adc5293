"""The sieve before the rules of proofreading: it may let too much through, never too little."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.language.patterns import lazy
from docgen.language.proofreading import RULES
from docgen.language.proofreading.needles import kept_needles, key_of, needles_of
from docgen.language.proofreading.pattern_pieces import read_needles
from docgen.language.proofreading.reading import SIEVE
from docgen.language.proofreading.seeking import patterns_of
from docgen.language.proofreading.sieve import Index, Sieve

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
def test_no_slip_is_sieved_away(way: str) -> None:
    for line in map(WAYS[way], LINES):
        passed = set(SIEVE.passed(line))
        missed = [rule.code for rule in RULES if rule not in passed and any(True for _ in rule.find(line))]
        assert not missed, (missed, line)


def test_most_rules_are_spared_on_a_clean_text() -> None:
    text = "направить отчёт об итогах практики"
    assert len(list(SIEVE.passed(text))) < len(RULES) / 4


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
    ways = needles_of(re.compile(pattern, re.IGNORECASE))
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


def test_things_without_needles_always_pass() -> None:
    sieve = sieve_of(("any", (re.compile(r"\w+"),)), ("none", ()), ("one", (re.compile("шило"),)))
    assert list(sieve.passed("мыло")) == ["any", "none"]


def test_what_is_kept_is_what_would_be_read() -> None:
    patterns = {pattern for rule in RULES for pattern in (*rule.seeks, *patterns_of(rule.find))}
    kept = [pattern for pattern in patterns if key_of(pattern) in kept_needles()]
    assert len(kept) > len(patterns) * 0.8, "python bench/needles.py"
    for pattern in kept:
        assert needles_of(pattern) == read_needles(pattern)


def test_a_lazy_pattern_is_like_a_compiled_one() -> None:
    late, now = lazy(r"(\w)б", re.IGNORECASE), re.compile(r"(\w)б", re.IGNORECASE)
    text = "АБ аб"
    assert [m[0] for m in late.finditer(text, 1)] == [m[0] for m in now.finditer(text, 1)]
    assert late.findall(text) == now.findall(text)
    assert late.split(text) == now.split(text)
    assert late.sub(r"\1", text) == now.sub(r"\1", text)
    for way in ("search", "match", "fullmatch"):
        assert bool(getattr(late, way)(text)) == bool(getattr(now, way)(text))
    assert (late.pattern, needles_of(late)) == (now.pattern, needles_of(now))
