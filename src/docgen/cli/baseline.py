"""What is new since an earlier report: neither lines that moved nor files that were renamed make a problem new."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from docgen.diagnostics import Problem
from docgen.diagnostics.identity import Identity, identity, told_identity
from docgen.diagnostics.report.json import VERSION
from docgen.diagnostics.report.path import file_and_part


def since(
    baseline: Path, problems: Sequence[Problem], root: Path, wanted: Callable[[str], bool]
) -> tuple[list[Problem], list[Identity]]:
    """The problems that the report does not tell, and what it tells of that is there no more.

    The files that reports name lie in ``root``; only codes that are ``wanted`` are compared.
    """
    known = Counter({each: count for each, count in _known(baseline).items() if wanted(each[1])})
    removed = {path for path, _, _ in known if not (root / file_and_part(path)[0]).exists()}
    renamed = _renamed(known, problems, removed) if removed else {}
    new = []
    for problem in sorted(problems):
        path, code, message = identity(problem)
        told = (renamed.get(path, path), code, message)
        if known[told] > 0:
            known[told] -= 1
        else:
            new.append(problem)
    return new, sorted(known.elements())


def _renamed(known: "Counter[Identity]", problems: Sequence[Problem], removed: set[str]) -> dict[str, str]:
    """The earlier names of files: a new one that has most of the problems of one that was removed."""
    before, now = _by_path(known), _by_path(Counter(map(identity, problems)))
    gone = {path: told for path, told in sorted(before.items()) if path in removed}
    found: dict[str, str] = {}
    for path in sorted(now.keys() - before.keys()):
        shared = {old: (now[path] & told).total() for old, told in gone.items()}
        best = max(shared, key=shared.__getitem__, default=None)
        if best is not None and shared[best] * 2 > gone[best].total():
            found[path] = best
            del gone[best]
    return found


def _by_path(counted: "Counter[Identity]") -> "dict[str, Counter[tuple[str, str]]]":
    found: dict[str, Counter[tuple[str, str]]] = {}
    for (path, code, message), count in counted.items():
        found.setdefault(path, Counter())[code, message] = count
    return found


def _known(baseline: Path) -> "Counter[Identity]":
    """How often an earlier report tells each problem; where in its file is of no account."""
    try:
        data: Any = json.loads(baseline.read_text(encoding="utf-8-sig"))
        if data["version"] == VERSION:
            return Counter(told_identity(p["path"], str(p["code"]), p["message"]) for p in data["problems"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _refused("это не отчёт docgen check --format json", baseline) from error
    raise _refused(f"отчёт другой версии docgen, нужна версия {VERSION}", baseline)


def _refused(why: str, baseline: Path) -> click.BadParameter:
    return click.BadParameter(f"{why}: {baseline}", param_hint="--baseline")
