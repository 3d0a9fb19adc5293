"""Running a command: whatever happens becomes an exit code and a sentence."""

import contextlib
import errno
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
        outside = _surroundings(error)
        if outside:
            _give_up_stdout()
        return _failed(console, outside) if outside else _bug(console, error)
    return code


def _invoke(console: Console, arguments: list[str]) -> int:
    instruction = os.environ.get(_COMPLETE)
    if instruction:
        from click.shell_completion import shell_complete

        return shell_complete(docgen, {"obj": console}, "docgen", _COMPLETE, instruction)
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


_RIGHTS = "закройте файл в другой программе, проверьте права на него и на папку"
_SPACE = "освободите место и повторите: то, что было готово, цело"
_PLACE = "проверьте путь"
_DISK = "проверьте диск или сетевую папку и повторите"
_REASONS = {
    errno.EACCES: ("нет доступа: файл открыт в другой программе или не хватает прав", _RIGHTS),
    errno.EPERM: ("не хватает прав", _RIGHTS),
    errno.EBUSY: ("файл занят другой программой", _RIGHTS),
    errno.ENOSPC: ("на диске нет места", _SPACE),
    getattr(errno, "EDQUOT", errno.ENOSPC): ("место, отведённое вам на диске, кончилось", _SPACE),
    errno.EFBIG: ("файл больше, чем здесь разрешено", _SPACE),
    errno.EROFS: ("диск только для чтения", "скопируйте папку туда, где можно писать"),
    errno.EIO: ("диск не отвечает как надо (ошибка ввода-вывода)", _DISK),
    getattr(errno, "ESTALE", errno.EIO): ("сетевая папка отключилась", _DISK),
    errno.EMFILE: ("открыто слишком много файлов", "закройте лишние программы и повторите"),
    errno.ENFILE: ("открыто слишком много файлов", "закройте лишние программы и повторите"),
    errno.ENOENT: ("нет такого файла или папки", _PLACE),
    errno.EISDIR: ("это папка, а нужен файл", _PLACE),
    errno.ENOTDIR: ("на месте папки лежит файл", _PLACE),
    errno.ELOOP: ("ссылка указывает сама на себя", _PLACE),
    errno.ENAMETOOLONG: ("слишком длинное имя", "переименуйте файл или папку короче"),
}


def _surroundings(error: Exception) -> Failure | None:
    """A file that cannot be used is no bug, even when a command did not foresee it."""
    if not isinstance(error, OSError) or error.errno not in _REASONS:
        return None
    reason, hint = _REASONS[error.errno]
    failure = Failure(": ".join(filter(None, (error.filename and str(error.filename), reason))), hint)
    failure.__cause__ = error
    return failure


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
