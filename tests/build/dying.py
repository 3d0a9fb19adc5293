"""Builds that are killed: ``python -m tests.build.dying WARM ROOT…``.

In each folder a build is started and killed when it touches ``out/`` for the first, the second, … time, until one
gets to its end; how many were killed is printed. Everything is loaded once, in ``WARM``, and every build is a fork.
"""

import os
import signal
import sys
from typing import Any

from docgen.__main__ import run

_TOUCHES = ("open", "os.rename", "os.remove", "os.mkdir", "os.chmod")
_BUILD = ["-q", "build", "-t", "docx"]


def _die_at(number: int) -> None:
    left = number

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        if event in _TOUCHES and any(f"{os.sep}out{os.sep}" in str(each) for each in arguments):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def _killed(root: str, number: int) -> bool:
    child = os.fork()
    if child == 0:
        os.chdir(root)
        _die_at(number)
        os._exit(run(_BUILD))
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def main(warm: str, *roots: str) -> None:
    """Kill a build in each root, one touch later each time."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115,PTH123
    os.chdir(warm)
    run([*_BUILD, "--force"])
    killed = 0
    for number, root in enumerate(roots, 1):
        if not _killed(root, number):
            break
        killed = number
    os.write(1, str(killed).encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
