"""Running a command: whatever happens becomes an exit code and a sentence."""

import contextlib
import os
import sys
from collections.abc import Sequence

import click

from docgen.cli.complaint import complaint
from docgen.cli.console import Console
from docgen.cli.exits import Exit
from docgen.cli.program import docgen
from docgen.diagnostics import Failure

_COMPLETE = "_DOCGEN_COMPLETE"


def run(arguments: Sequence[str]) -> int:
    """Run docgen with these arguments; only ``SystemExit`` gets out of it."""
    console = Console()
    try:
        code = _invoke(console, list(arguments))
        sys.stdout.flush()
    except Failure as failure:
        return _failed(console, failure)
    except click.ClickException as error:
        console.complain(complaint(error))
        return Exit.USAGE
    except (KeyboardInterrupt, click.Abort):
        console.complain("\nПрервано")
        return Exit.INTERRUPTED
    except BrokenPipeError:
        return _reader_left()
    except Exception as error:
        from docgen.diagnostics.system import surroundings

        outside = surroundings(error)
        if outside:
            _give_up_stdout()
        return _failed(console, outside) if outside else _bug(console, error)
    return code


def _invoke(console: Console, arguments: list[str]) -> int:
    instruction = os.environ.get(_COMPLETE)
    if instruction:
        from docgen.cli.shells import answer

        return answer(console, instruction)
    try:
        with docgen.make_context("docgen", arguments, obj=console) as context:
            result = docgen.invoke(context)
    except click.exceptions.Exit as stop:
        result = stop.exit_code
    return int(result) if isinstance(result, int) else Exit.CLEAN


def _failed(console: Console, failure: Failure) -> int:
    console.complain(
        f"Ошибка: {failure.message}" + (f"\n  подсказка: {failure.hint}" if failure.hint else "")
    )
    if _debugging(console):
        console.complain(_story(failure))
    return Exit.SURROUNDINGS


def _bug(console: Console, error: Exception) -> int:
    story = _story(error)
    if _debugging(console):
        console.complain(story)
    console.complain(f"Сбой в самом docgen: {type(error).__name__}: {error}\n{_kept(story)}")
    return Exit.BUG


def _story(error: Exception) -> str:
    import traceback  # only when something went wrong, like tempfile below: they cost a tenth of the start

    return "".join(traceback.format_exception(error))


def _kept(story: str) -> str:
    import tempfile

    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="docgen-", suffix=".txt", delete=False, encoding="utf-8", errors="backslashreplace"
        ) as file:
            file.write(f"docgen {' '.join(sys.argv[1:])}\nPython {sys.version}\n\n{story}")
    except OSError:
        return story
    return f"  подробности: {file.name}\n  подсказка: пришлите этот файл тем, кто сопровождает docgen"


def _debugging(console: Console) -> bool:
    return console.verbose or bool(os.environ.get("DOCGEN_DEBUG"))


def _reader_left() -> int:
    """``docgen check | head``: not clean, since nobody knows what the rest would have said."""
    _give_up_stdout()
    return Exit.PROBLEMS


def _give_up_stdout() -> None:
    """What stdout could not take stays in its buffer: Python would try again at the end and complain once more."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115,PTH123  # the old one is flushed into nothing below
        with contextlib.suppress(OSError, ValueError):
            os.dup2(sys.stdout.fileno(), 1)
