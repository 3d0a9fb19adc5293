"""For build servers: JUnit XML, one suite for each file.

An error is a failed test; a gap, a warning or a remark is a passed one with its text in ``system-out``: whether
they stop the build is decided by the exit code, not by the report. What is waived is a skipped test.
"""

import re
from collections.abc import Sequence
from itertools import groupby
from xml.etree import ElementTree as ET

from docgen.diagnostics.problem import Problem, Severity
from docgen.diagnostics.report import text

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(problems: Sequence[Problem]) -> str:
    """An XML document; one passed test if nothing was found, as servers call an empty report broken."""
    root = ET.Element("testsuites", {"name": "docgen", **_counts(problems)})
    for path, group in groupby(problems, key=lambda problem: problem.span.source.path):
        _suite(root, path, list(group))
    if not problems:
        suite = ET.SubElement(root, "testsuite", {"name": "docgen", **_counts([]), "skipped": "0"})
        ET.SubElement(suite, "testcase", classname="docgen", name="Замечаний нет")
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(root: ET.Element, path: str, problems: Sequence[Problem]) -> None:
    skipped = sum(problem.waiver is not None for problem in problems)
    counts = {**_counts(problems), "skipped": str(skipped)}
    suite = ET.SubElement(root, "testsuite", {"name": _clean(path), **counts})
    for problem in problems:
        _case(suite, problem)


def _counts(problems: Sequence[Problem]) -> dict[str, str]:
    failures = sum(p.severity is Severity.ERROR for p in problems if p.waiver is None)
    return {"tests": str(len(problems) or 1), "failures": str(failures), "errors": "0"}


def _case(suite: ET.Element, problem: Problem) -> None:
    span = problem.span
    name = f"{problem.rule.code} {span.cell or f'{span.line}:{span.column}'}"
    case = ET.SubElement(suite, "testcase", classname=_clean(span.source.path), name=name)
    if problem.waiver is not None:
        reason = f"{problem.waiver.reason} (до {problem.waiver.until:%d.%m.%Y})"
        told = ET.SubElement(case, "skipped", message=_clean(reason))
    elif problem.severity is Severity.ERROR:
        told = ET.SubElement(case, "failure", type=problem.rule.code, message=_clean(problem.message))
    else:
        told = ET.SubElement(case, "system-out")
    told.text = _clean(f"\n{text.render([problem])}")


def _clean(value: str) -> str:
    """XML 1.0 has no way at all to write most control characters, not even escaped."""
    return _FORBIDDEN.sub("\ufffd", value)
