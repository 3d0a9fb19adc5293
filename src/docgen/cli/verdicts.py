"""The summary of many verified files: a line for each, widths fitted."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from docgen.diagnostics import Problem, Severity

_HEAD = ("файл", "вердикт", "ошибок", "предупреждений", "замечаний")
_REFUSED = "V1"
_NO_TEXT = ("V601", "V602")


def verdict(problems: Sequence[Problem]) -> str:
    """One word on a file: «отказ» was not read, «не проверен» has no text, then by the gravest problem."""
    codes = {problem.rule.code for problem in problems}
    if any(code.startswith(_REFUSED) for code in codes):
        return "отказ"
    if codes & set(_NO_TEXT):
        return "не проверен"
    gravest = min((problem.severity.rank for problem in problems), default=Severity.INFO.rank)
    if gravest <= Severity.GAP.rank:
        return "ошибки"
    return "замечания" if gravest == Severity.WARNING.rank else "годен"


def table(by_file: Mapping[Path, Sequence[Problem]]) -> str:
    """The table, then one line that counts the verdicts."""
    rows = [_HEAD, *(_row(file, problems) for file, problems in by_file.items())]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    lines = [_line(row, widths) for row in rows]
    counts: dict[str, int] = {}
    for problems in by_file.values():
        word = verdict(problems)
        counts[word] = counts.get(word, 0) + 1
    told = ", ".join(f"{word} – {count}" for word, count in sorted(counts.items()))
    return "\n".join([*lines, "", f"Файлов: {len(by_file)}; {told}"])


def _row(file: Path, problems: Sequence[Problem]) -> tuple[str, ...]:
    counted = [sum(problem.severity is each for problem in problems) for each in Severity]
    errors, gaps, warnings, infos = counted
    return (str(file), verdict(problems), str(errors + gaps), str(warnings), str(infos))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first = [cell.ljust(width) for cell, width in zip(row[:2], widths[:2], strict=True)]
    rest = [cell.rjust(width) for cell, width in zip(row[2:], widths[2:], strict=True)]
    return "  ".join([*first, *rest]).rstrip()
