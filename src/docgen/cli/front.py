"""``docgen --help`` without click, which takes three times as long to load as the page to print.

A test holds every line of the page against the one that click would print, at every width.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from shutil import get_terminal_size
from textwrap import wrap

from docgen.cli import CODES, COLOR, COMMANDS, HELP, QUIET, TITLE, VERBOSE, VERSION

WIDEST, NARROWEST = 100, 50
_USAGE, _ARGUMENTS = "Использование: docgen ", "[ПАРАМЕТРЫ] КОМАНДА [АРГУМЕНТЫ]..."
_OPTIONS = (
    ("--version", VERSION),
    ("--color КОГДА", COLOR),
    ("-q, --quiet", QUIET),
    ("-v, --verbose", VERBOSE),
    ("-h, --help", HELP),
)


def wanted(arguments: Sequence[str]) -> bool:
    """Whether nothing but this page is asked for."""
    return list(arguments) in (["--help"], ["-h"]) and not os.environ.get("_DOCGEN_COMPLETE")


def show() -> bool:
    """Print the page; false if the reader has left, which is for others to deal with."""
    try:
        sys.stdout.write(page(max(min(get_terminal_size().columns, WIDEST) - 2, NARROWEST)))
        sys.stdout.flush()
    except OSError:
        return False
    return True


def page(width: int) -> str:
    """The help at a width."""
    commands = [(name, told) for name, (_, told) in COMMANDS.items()]
    lines = wrap(_ARGUMENTS, width, initial_indent=_USAGE, subsequent_indent=" " * len(_USAGE))
    lines += ["", *_indented(TITLE, width)]
    lines += ["", "Параметры:", *_table(_OPTIONS, width), "", "Команды:", *_table(commands, width)]
    return "\n".join([*lines, "", *_indented(CODES, width), ""])


def _indented(text: str, width: int) -> list[str]:
    return wrap(text, width, initial_indent="  ", subsequent_indent="  ")


def _table(rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    column = max(len(name) for name, _ in rows) + 2
    for name, told in rows:
        first, *more = wrap(told, width - column - 2)
        yield f"  {name:{column}}{first}"
        yield from (" " * (column + 2) + line for line in more)
