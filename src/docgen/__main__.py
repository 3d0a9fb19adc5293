"""``docgen`` and ``python -m docgen``: run a command, turn whatever happens into an exit code."""

import gc
import os
import signal
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
    heed_signals()
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


def heed_signals() -> None:
    """Whoever ends us, or closes our window, gets what Ctrl-C gets: LibreOffice ends, temporary files go."""
    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:  # not under nohup
            signal.signal(number, signal.default_int_handler)


def _speak_utf8() -> None:
    """A Windows console or pipe may be in cp1251 or cp866, where «…» and «^» of a report do not exist."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by who called us: «docgen check >&-»
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115,PTH123
        reconfigure = getattr(getattr(sys, name), "reconfigure", None)
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
