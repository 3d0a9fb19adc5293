"""``docgen`` and ``python -m docgen``: run a command, turn whatever happens into an exit code."""

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from docgen.cli.front import show, wanted

# A command makes little rubbish that refers to itself; looking for it as often as Python does by itself takes a tenth of
# the time of one document.
_COLLECT = (50_000, 20, 100)


def main() -> NoReturn:
    """The installed command."""
    _speak_utf8()
    gc.set_threshold(*_COLLECT)
    arguments = sys.argv[1:]
    code = run(_expanded(arguments) if os.name == "nt" else arguments)
    gc.freeze()  # a Python that ends looks through all it holds for rubbish, several times
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run docgen with these arguments; only ``SystemExit`` gets out of it."""
    if wanted(arguments) and show():
        return 0
    from docgen.cli.running import run  # click alone takes longer to load than the help to print

    return run(arguments)


def _speak_utf8() -> None:
    """A Windows console or pipe may be in cp1251 or cp866, where «…» and «^» of a report do not exist."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _expanded(arguments: Sequence[str]) -> list[str]:
    """``content\\*.yaml``: on Windows the shell leaves this to the program."""
    return [found for each in arguments for found in _glob(each)]


def _glob(pattern: str) -> list[str]:
    from glob import glob

    found = sorted(glob(pattern)) if set(pattern) & set("*?") else []  # noqa: PTH207  # keeps the folder as typed
    return found or [pattern]


if __name__ == "__main__":
    main()
