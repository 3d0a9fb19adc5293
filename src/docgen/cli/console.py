"""Where a command's words go: results to stdout, progress and complaints to stderr, colour if it is wanted."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from docgen.cli.exits import Exit
from docgen.diagnostics.harmless import harmless

if TYPE_CHECKING:  # the reports are loaded by the commands that need them, not at every start
    from docgen.diagnostics import Problem, Severity


@dataclass(slots=True)
class Console:
    """Carried as ``ctx.obj``; filled by the options that may stand before or after the command's name."""

    color: str = "auto"
    quiet: bool = False
    verbose: bool = False

    def colored(self, stream: TextIO) -> bool:
        """Whether to colour what goes to the stream."""
        if self.color != "auto":
            return self.color == "always"
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        return not plain and stream.isatty()

    def out(self, text: str, end: str = "\n") -> None:
        """A result, to stdout; what a terminal or a build server would obey is made visible."""
        self.paint(harmless(text), end)

    def paint(self, text: str, end: str = "\n") -> None:
        """A result that is harmless already and may have colours, to stdout."""
        click.echo(text + end, nl=False, color=self.colored(sys.stdout))

    def log(self, text: str) -> None:
        """Progress, to stderr; nothing with ``--quiet``."""
        if not self.quiet:
            self.complain(text)

    def detail(self, text: str) -> None:
        """What only ``--verbose`` tells, to stderr."""
        if self.verbose:
            self.complain(text)

    def complain(self, text: str) -> None:
        """What must be seen, to stderr; if nobody can be told, the work goes on and the exit code tells."""
        with suppress(OSError):
            click.echo(harmless(text), err=True)

    def report(
        self,
        problems: Sequence["Problem"],
        format_: str = "text",
        output_file: Path | None = None,
        waived: Sequence["Problem"] = (),
        folder: Path = Path(),  # what the problems name their files from
    ) -> None:
        """Show the problems by file and place, on stdout or in a file; how many are ``waived`` goes to stderr."""
        from docgen.diagnostics.report import FORMATS, text

        if output_file is None and format_ == "text":
            self._show(sorted(problems))
        else:
            from docgen.cli.repository import SERVERS, named_from_root

            shown = sorted([*problems, *waived])
            told = FORMATS[format_](named_from_root(shown, folder) if format_ in SERVERS else shown)
            self._hand_over(told, output_file, text.summary(problems))
        self.admit(waived)

    def admit(self, waived: Sequence["Problem"]) -> None:
        """What is waived, each with its reason where details are wanted."""
        if waived:
            self.log(
                f"Допущено замечаний: {len(waived)}"
                + ("" if self.verbose else " (какие и почему – с ключом -v)")
            )
        for one in sorted(waived):
            if one.waiver is not None:
                until = f"{one.waiver.until:%d.%m.%Y}"
                self.detail(f"{one.span}: {one.rule.code} допущено до {until}: {one.waiver.reason}")

    def _hand_over(self, told: str, output_file: Path | None, summary: str) -> None:
        """A report for programs; into a file, a person is told the summary."""
        if output_file is None:
            self.paint(told, end="")
        else:
            from docgen.build import atomic

            atomic.write_where_told(output_file, told.encode("utf-8", "backslashreplace"))
            self.log(summary)

    def _show(self, problems: Sequence["Problem"]) -> None:
        from docgen.diagnostics.report import text

        self.paint(text.render(problems, color=self.colored(sys.stdout)), end="")
        if not self.quiet:
            self.out(("\n" if problems else "") + text.summary(problems))


def exit_code(problems: Sequence["Problem"], fail_level: "Severity") -> Exit:
    """1 if anything is as grave as the level or graver."""
    failed = any(problem.severity.rank <= fail_level.rank for problem in problems)
    return Exit.PROBLEMS if failed else Exit.CLEAN
