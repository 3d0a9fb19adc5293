"""What ``docgen build`` says when it is done."""

from pathlib import Path
from typing import TYPE_CHECKING

from docgen.cli.console import Console
from docgen.cli.exits import Exit

if TYPE_CHECKING:
    from docgen.build.outcome import Report
    from docgen.diagnostics import Problem


_WORDS = {
    "built": "собран",
    "failed": "НЕ СОБРАН",
    "signed": "подписан, не изменяется",
    "fresh": "без изменений",
}


def tell_unchanged(
    console: Console, names: list[str], *, why: bool, format_: str = "text", output_file: Path | None = None
) -> int:
    """What :func:`tell` would say of a build with nothing to do."""
    if format_ != "text" or output_file is not None:
        console.report([], format_, output_file)
    for name in names if why else ():
        console.log(f"{name}: без изменений")
    console.log(f"Документов: {len(names)}; собрано 0, без изменений {len(names)}")
    return Exit.CLEAN


def _only_noticed(problem: "Problem") -> bool:
    """What is merely noticed is told by ``docgen check``; a weekly build would repeat it each time."""
    return problem.severity.value == "info" and problem.rule.code != "C204"


def tell(
    console: Console,
    report: "Report",
    folder: Path,
    *,
    why: bool,
    format_: str = "text",
    output_file: Path | None = None,
) -> int:
    """Problems (which name their files from ``folder``) on stdout, what was made on stderr; the exit code."""
    shown = [problem for problem in report.problems if console.verbose or not _only_noticed(problem)]
    if shown or format_ != "text" or output_file is not None:
        console.report(shown, format_, output_file, report.waived, folder)
    else:
        console.admit(report.waived)
    if len(shown) < len(report.problems):
        console.log(f"Ещё замечаний: {len(report.problems) - len(shown)} (их покажет docgen check)")
    for outcome in report.outcomes:
        if why or outcome.state == "failed":
            console.log(
                f"{outcome.target.name}: {_WORDS[outcome.state]}"
                + (f" – {outcome.reason}" if outcome.reason else "")
            )
    counts = {state: sum(o.state == state for o in report.outcomes) for state in _WORDS}
    told = [f"собрано {counts['built']}", f"без изменений {counts['fresh']}"]
    told += [f"подписано {counts['signed']}"] if counts["signed"] else []
    told += [f"не собрано {counts['failed']}"] if counts["failed"] else []
    console.log(f"Документов: {len(report.outcomes)}; {', '.join(told)}")
    for failure in report.failures:
        console.complain(
            f"Ошибка: {failure.message}" + (f"\n  подсказка: {failure.hint}" if failure.hint else "")
        )
    if report.failures:
        return Exit.SURROUNDINGS
    failed = counts["failed"] or any(problem.severity.value == "error" for problem in report.problems)
    return Exit.PROBLEMS if failed else Exit.CLEAN
