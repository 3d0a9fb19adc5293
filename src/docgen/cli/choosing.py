"""Which of the problems that were found are to be told: by code, and by an earlier report."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from docgen.cli.options import completing

if TYPE_CHECKING:
    from docgen.diagnostics import Problem

_F = TypeVar("_F", bound=Callable[..., Any])
_Key = tuple[str, str, str]

_LINE = re.compile(r"(?<=строке )\d+")


@dataclass(frozen=True)
class Choice:
    """``--select``, ``--ignore`` and ``--baseline``."""

    select: str | None = None
    ignore: str | None = None
    baseline: Path | None = None

    def chosen(self, problems: "list[Problem]") -> "list[Problem]":
        """Those whose codes were asked for."""
        return [problem for problem in problems if self._wanted(problem.rule.code)]

    def compared(self, problems: "list[Problem]") -> "Compared":
        """Those that the earlier report does not have, and what it had that is there no more."""
        if self.baseline is None:
            return Compared(problems)
        known = _known(self.baseline)
        new = []
        for problem in problems:
            key = (_steady_path(problem.span.source.path), problem.rule.code, _steady(problem.message))
            if known[key] > 0:
                known[key] -= 1
            else:
                new.append(problem)
        return Compared(new, [key for key in sorted(known.elements()) if self._wanted(key[1])])

    def _wanted(self, code: str) -> bool:
        return (self.select is None or _matches(code, self.select)) and not (
            self.ignore and _matches(code, self.ignore)
        )


@dataclass(frozen=True)
class Compared:
    """What is new since an earlier report, and path, code and message of what is ``gone``."""

    new: "list[Problem]"
    gone: list[_Key] = field(default_factory=list)


def choice_options(command: _F) -> _F:
    """``--select``, ``--ignore`` and ``--baseline``, given to the command as one ``choice``."""

    @wraps(command)
    def chosen(
        *given: Any, select: str | None, ignore: str | None, baseline: Path | None, **named: Any
    ) -> Any:
        return command(*given, choice=Choice(select, ignore, baseline), **named)

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


def _matches(code: str, codes: str) -> bool:
    from docgen.diagnostics.codes import typed

    return any(code.startswith(typed(part)) for part in codes.split(",") if part.strip())


def _known(baseline: Path) -> "Counter[_Key]":
    """How often an earlier report tells each problem; where in its file is of no account."""
    import json

    try:
        data: Any = json.loads(baseline.read_text(encoding="utf-8-sig"))
        return Counter(
            (_steady_path(p["path"]), str(p["code"]), _steady(p["message"])) for p in data["problems"]
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise click.BadParameter(f"это не отчёт docgen check --format json: {baseline}") from error


def _steady(message: str) -> str:
    """A message without the numbers of lines, which move."""
    return _LINE.sub("…", message)


def _steady_path(path: str) -> str:
    """A path without the number of a paragraph or page («x.docx#абзац 12»), which moves as lines do."""
    return path.rstrip("0123456789") if "#" in path else path
