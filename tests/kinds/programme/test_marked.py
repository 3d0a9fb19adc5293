"""The prose of a programme: its words are proofread where they are written, its marks are not words."""

from pathlib import Path

import pytest

from docgen.diagnostics import Rule
from docgen.kinds import every, programme
from tests.kinds.case import merged, problems_of
from tests.kinds.manual import examples

BASE = (Path(__file__).parent / "base.yaml").read_text(encoding="utf-8")
TEXT = """\
sections:
  general:
    economy: |
      Регион **ростет** быстрее страны; см. [сайт](https://example.ru/a_b?c=d--e).

      | Показатель | 2022 |
      |---|---|
      | Рост , процентов | 5 |

      – первый  пункт
"""


def test_slips_are_found_at_their_words_and_marks_are_no_slips() -> None:
    text = merged(TEXT, BASE)
    found = [problem for problem in problems_of(text, programme.KIND) if problem.rule.code.startswith("L")]
    own = [(p.rule.code, p.span.text) for p in found if "economy: |" in text[: p.span.start][-700:]]
    assert ("L025", " ") in own or ("L025", " ,") in own
    assert any(code == "L024" for code, _ in own)
    assert not any("https" in part or "|" in part or "*" in part for _, part in own)


@pytest.mark.parametrize("rule", every.MARKED_RULES, ids=lambda rule: rule.code)
def test_manual_examples_of_marks(rule: Rule) -> None:
    bad, good = examples(rule)
    found = [p for p in problems_of(merged(bad, BASE), programme.KIND) if p.rule.code == rule.code]
    assert [(p.span.text, bool(p.hint)) for p in found] == [("<b>", True), ("</b>", True)]
    assert rule.code not in {p.rule.code for p in problems_of(merged(good, BASE), programme.KIND)}
