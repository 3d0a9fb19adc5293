"""Cases of the rules for finished documents: a page in the signs of ``page.py`` with the problems drawn under its lines.

    срок – до XX.XX.2026
              ^^^^^^^^^^ V207

A problem of the file as a whole is drawn above the first line. Lines that begin with «@» say what is asked
(``@ stage: to_sign``); cases are parted by ``---``. In a line with unseen things only the code is compared.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from docgen.diagnostics import Problem, Rule
from docgen.papers import read_paper
from docgen.papers.examined import Examined
from docgen.papers.outline import Outline
from tests.papers.page import page

_DRAWN = re.compile(r"\s*(\^+) ([A-Z]\d{3})\s*")
_ASKED = re.compile(r"@ (\w+): (\w+)")


@dataclass
class Case:
    """A page, what is asked, and the problems as (line, code, marked text)."""

    name: str
    lines: list[str] = field(default_factory=list)
    asked: dict[str, str] = field(default_factory=dict)
    expected: list[tuple[int, str, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The page without drawings."""
        return "\n".join(self.lines)


def cases_in(path: Path) -> list[Case]:
    """The cases of a file."""
    parts = path.read_text(encoding="utf-8").split("\n---\n")
    return [_case(f"{path.stem}-{number}", part) for number, part in enumerate(parts, 1)]


def _case(name: str, part: str) -> Case:
    case = Case(name)
    for line in part.rstrip("\n").split("\n"):
        drawn, asked = _DRAWN.fullmatch(line), _ASKED.fullmatch(line)
        if asked:
            case.asked[asked[1]] = asked[2]
        elif drawn:
            above = case.lines[-1] if case.lines else ""
            text = "" if "{" in above else above[drawn.start(1) : drawn.end(1)]
            case.expected.append((len(case.lines), drawn[2], text))
        else:
            case.lines.append(line)
    case.expected.sort()
    return case


def found(case: Case, rules: tuple[Rule, ...], outline: Outline) -> list[tuple[int, str, str]]:
    """What the rules find in a case, as it is drawn; text rules only where they are drawn."""
    paper = read_paper(page(case.text), "case.docx")
    examined = Examined(paper, "to_sign" if case.asked.get("stage") == "to_sign" else "final", outline)
    wanted = {code for _, code, _ in case.expected}
    problems = [
        p
        for rule in rules
        if rule.check
        for p in rule(examined)
        if p.rule.code[0] == "V" or p.rule.code in wanted
    ]
    return sorted(_seen(case, problem) for problem in problems)


def _seen(case: Case, problem: Problem) -> tuple[int, str, str]:
    where, _, number = problem.span.source.path.partition("#абзац ")
    assert where == "case.docx"
    if not number:
        return (0, problem.rule.code, "")
    line = _lines_of_paragraphs(case.lines)[int(number) - 1]
    shown = case.lines[line - 1]
    return (line, problem.rule.code, "" if "{" in shown else problem.span.text)


def _lines_of_paragraphs(lines: list[str]) -> list[int]:
    """The line of each paragraph: a row of a table holds several."""
    found = []
    for number, line in enumerate(lines, 1):
        found += [number] * (len(line.strip("|").split("|")) if line.startswith("|") else 1)
    return found
