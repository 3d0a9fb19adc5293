"""Which of the problems that were found are to be told: by code, and by an earlier report."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from docgen.cli.options import completing

if TYPE_CHECKING:
    from docgen.diagnostics import Problem
    from docgen.diagnostics.identity import Identity

_F = TypeVar("_F", bound=Callable[..., Any])

_PARTED = re.compile(r"[,;\s]+")


@dataclass(frozen=True)
class Choice:
    """``--select``, ``--ignore`` and ``--baseline``."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    baseline: Path | None = None

    def chosen(self, problems: "list[Problem]") -> "list[Problem]":
        """Those whose codes were asked for."""
        return [problem for problem in problems if self._wanted(problem.rule.code)]

    def compared(self, problems: "list[Problem]", root: Path) -> "Compared":
        """Those that the earlier report does not have, and what it had that is there no more.

        The files that reports name lie in ``root``.
        """
        if self.baseline is None:
            return Compared(problems)
        from docgen.cli.baseline import since

        return Compared(*since(self.baseline, problems, root, self._wanted))

    def _wanted(self, code: str) -> bool:
        return (self.select is None or code.startswith(self.select)) and not code.startswith(self.ignore)


@dataclass(frozen=True)
class Compared:
    """What is new since an earlier report, and path, code and message of what is ``gone``."""

    new: "list[Problem]"
    gone: "list[Identity]" = field(default_factory=list)


def choice_options(command: _F) -> _F:
    """``--select``, ``--ignore`` and ``--baseline``, given to the command as one ``choice``."""

    @wraps(command)
    def chosen(
        *given: Any, select: str | None, ignore: str | None, baseline: Path | None, **named: Any
    ) -> Any:
        return command(*given, choice=_choice(select, ignore, baseline), **named)

    for option in (
        click.option(
            "--baseline",
            metavar="ФАЙЛ",
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            help="Отчёт JSON прошлой проверки: показать только новое.",
        ),
        click.option(
            "--ignore",
            metavar="КОДЫ",
            shell_complete=lambda *asked: completing("code_list", *asked),
            help="Кроме этих кодов или их начал, через запятую.",
        ),
        click.option(
            "--select",
            metavar="КОДЫ",
            shell_complete=lambda *asked: completing("code_list", *asked),
            help="Только эти коды или их начала, через запятую: P1,L012.",
        ),
    ):
        chosen = option(chosen)
    return chosen  # type: ignore[return-value]


def _choice(select: str | None, ignore: str | None, baseline: Path | None) -> Choice:
    return Choice(
        None if select is None else _starts(select, "--select"),
        () if ignore is None else _starts(ignore, "--ignore"),
        baseline,
    )


def _starts(text: str, option: str) -> tuple[str, ...]:
    """The codes and beginnings of codes in a list; wrong usage where there is none, or no rule is called so."""
    from docgen.cli.kinds import code_start

    found = tuple(code_start(part, option) for part in _PARTED.split(text) if part)
    if not found:
        raise click.BadParameter("не назван ни один код: P104 или P1,L012", param_hint=option)
    return found
