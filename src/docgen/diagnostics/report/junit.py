"""For build servers: JUnit XML, one suite for each file.

An error is a failed test; a gap, a warning or a remark is a passed one with its text in ``system-out``: whether
they stop the build is decided by the exit code, not by the report. What is waived is a skipped test. A test is
called by what is wrong, not by the line, so a server knows it again when lines have moved.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from xml.etree import ElementTree as ET

from docgen.diagnostics.harmless import clean, harmless
from docgen.diagnostics.identity import identity
from docgen.diagnostics.problem import Problem, Severity
from docgen.diagnostics.report import text
from docgen.diagnostics.report.excerpt import shorten
from docgen.diagnostics.report.path import split

_NONCHARACTERS = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}  # XML 1.0 cannot write them


def render(problems: Sequence[Problem]) -> str:
    """An XML document; one passed test if nothing was found, as servers call an empty report broken."""
    root = ET.Element("testsuites", {"name": "docgen", **_counts(problems)})
    for path, group in groupby(problems, key=lambda problem: split(problem.span)[0]):
        _suite(root, path, list(group))
    if not problems:
        suite = ET.SubElement(root, "testsuite", {"name": "docgen", **_counts([]), "skipped": "0"})
        ET.SubElement(suite, "testcase", classname="docgen", name="Замечаний нет")
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(root: ET.Element, path: str, problems: Sequence[Problem]) -> None:
    skipped = sum(problem.waiver is not None for problem in problems)
    counts = {**_counts(problems), "skipped": str(skipped)}
    suite = ET.SubElement(root, "testsuite", {"name": _line(path), **counts})
    turns: Counter[str] = Counter()
    for problem in problems:
        _, code, message = identity(problem)
        name = shorten(f"{code}: {message}")
        turns[name] += 1
        _case(suite, problem, _line(path), name + (f" ({turns[name]})" if turns[name] > 1 else ""))


def _counts(problems: Sequence[Problem]) -> dict[str, str]:
    failures = sum(p.severity is Severity.ERROR for p in problems if p.waiver is None)
    return {"tests": str(len(problems) or 1), "failures": str(failures), "errors": "0"}


def _case(suite: ET.Element, problem: Problem, path: str, name: str) -> None:
    case = ET.SubElement(suite, "testcase", classname=path, name=_line(name))
    if problem.waiver is not None:
        reason = f"{problem.waiver.reason} (до {problem.waiver.until:%d.%m.%Y})"
        told = ET.SubElement(case, "skipped", message=_line(reason))
    elif problem.severity is Severity.ERROR:
        told = ET.SubElement(case, "failure", type=problem.rule.code, message=_line(problem.message))
    else:
        told = ET.SubElement(case, "system-out")
    told.text = harmless(f"\n{text.render([problem])}").translate(_NONCHARACTERS)


def _line(value: str) -> str:
    return harmless(clean(value)).translate(_NONCHARACTERS)
