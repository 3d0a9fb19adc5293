"""The examples of a rule's manual."""

import re
import textwrap
from typing import NamedTuple

from docgen.diagnostics import Rule

_EXAMPLES = re.compile(
    r"^Плохо:\n(?P<bad>(?:    .*\n|\n)+)Хорошо:\n(?P<good>(?:    .*(?:\n|$)|\n)+)\Z", re.MULTILINE
)


class Examples(NamedTuple):
    """A fragment that the rule complains of, and one that it does not."""

    bad: str
    good: str


def examples(rule: Rule) -> Examples:
    """The two fragments of YAML at the end of the manual."""
    match = _EXAMPLES.search(rule.explanation + "\n")
    assert match is not None, f"{rule.code}: no examples"
    return Examples(*(textwrap.dedent(match[name]).rstrip() + "\n" for name in ("bad", "good")))
