"""The rules of proofreading: their cases, their manuals, the real protocol, and the laws all of them keep."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.language.proofreading import RULES, TextRule, fix, mend, proofread

HERE = Path(__file__).parent / "proofreading"
CODES = [rule.code for rule in RULES]
_DRAWN = re.compile(r"^ *(\^+) (L\d{3})$")


def cases(code: str) -> list[tuple[str, set[tuple[int, int, str]]]]:
    """The lines of a case file, each with what is drawn under it; «⏎» in a line is a line's end."""
    found: list[tuple[str, set[tuple[int, int, str]]]] = []
    for line in (HERE / f"{code}.txt").read_text(encoding="utf-8").split("\n"):
        drawn = _DRAWN.match(line)
        if drawn:
            found[-1][1].add((drawn.start(1), drawn.end(1), drawn[2]))
        elif line and not line.startswith("# "):
            found.append((line.replace("⏎", "\n"), set()))
    return found


def examples(rule: TextRule, kind: str) -> list[str]:
    """The texts that the manual calls «Плохо» or «Хорошо»."""
    lines = [line.strip() for line in rule.manual.split("\n")]
    return [
        line.removeprefix(f"{kind}: ").replace("⏎", "\n") for line in lines if line.startswith(f"{kind}: ")
    ]


def test_there_are_many_rules_and_each_has_cases() -> None:
    assert len(RULES) >= 45
    assert len(set(CODES)) == len(CODES)
    assert {path.stem for path in HERE.glob("L*.txt")} == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_what_is_drawn_is_what_is_found(code: str) -> None:
    lines = cases(code)
    assert any(code in {drawn[2] for drawn in expected} for _, expected in lines)
    assert any(not expected for _, expected in lines)
    for text, expected in lines:
        found = {(slip.start, slip.end, rule.code) for rule, slip in proofread(text)}
        assert found == expected, text


@pytest.mark.parametrize("rule", RULES, ids=CODES)
def test_the_manual_tells_the_truth(rule: TextRule) -> None:
    assert rule.title
    assert not rule.title.endswith(".")
    assert rule.severity in {"error", "warning", "info"}
    bad, good = examples(rule, "Плохо"), examples(rule, "Хорошо")
    assert bad
    assert good
    for text in bad:
        assert list(rule.find(text)), text
    for text in good:
        assert not proofread(text), text


@pytest.mark.parametrize("rule", RULES, ids=CODES)
def test_a_slip_speaks_one_polite_sentence(rule: TextRule) -> None:
    for text in examples(rule, "Плохо"):
        for slip in rule.find(text):
            assert slip.message
            assert not slip.message.endswith(".") or slip.message.endswith(("г.", "т.д."))
            assert 0 <= slip.start < slip.end <= len(text)
            assert slip.suggestion != text[slip.start : slip.end]


def test_only_the_chosen_rules_speak() -> None:
    assert {rule.code for rule, _ in proofread("в 2023году №5", {"L020"})} == {"L020"}
    assert proofread("в 2023году", ()) == []


def test_slips_come_in_the_order_of_the_text() -> None:
    found = [slip.start for _, slip in proofread("№5 в 2023году , да")]
    assert found == sorted(found)
    assert len(found) == 3


def test_mending() -> None:
    assert mend("агенство , в 2023году №5") == "агентство, в 2023 году № 5"
    assert (
        fix('Срок - до 05 июля 2023году, "Профессионалитет"')
        == "Срок – до 5 июля 2023 году, «Профессионалитет»"
    )
    assert fix("в т.д.") == "в т.д."


_PIECES = [
    "2023году",
    "№5",
    " , ",
    "агенство",
    "- ",
    " -",
    '"',
    "«",
    "»",
    "(",
    ")",
    "в ",
    "в ",
    "05 июля ",
    "Д05-84",
    "т.д",
    "..",
    "85%",
    "\n",
    "сa",
    "1-ый",
]
_texts = st.one_of(st.text(), st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))


@settings(deadline=None, max_examples=60)
@given(_texts)
def test_any_text_can_be_read(text: str) -> None:
    for _, slip in proofread(text):
        assert 0 <= slip.start < slip.end <= len(text)


@settings(deadline=None, max_examples=60)
@given(_texts)
def test_fixing_twice_is_once(text: str) -> None:
    once = fix(text)
    assert fix(once) == once
    assert once.count("\u00a0") <= text.count("\u00a0")
    assert once.count("\u2011") <= text.count("\u2011")
