"""Programs that are started as a group and end as a group.

LibreOffice starts helpers that outlive the program that was asked for: ending that one alone leaves an
office running. So each is started in a session of its own and the whole group is ended.
"""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence


def start(
    command: Sequence[str], *, environment: Mapping[str, str] | None = None, talk: bool = False
) -> subprocess.Popen[str]:
    """Start a program in a group of its own; with ``talk`` its input and output are pipes of text lines."""
    channel = subprocess.PIPE if talk else subprocess.DEVNULL
    return subprocess.Popen(
        list(command),
        stdin=channel,
        stdout=channel,
        stderr=subprocess.DEVNULL,
        env=None if environment is None else dict(environment),
        encoding="utf-8",
        start_new_session=True,
    )


def end(process: subprocess.Popen[str]) -> None:
    """End a program and everything that it started; at once, nothing of value is in it."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()
    process.wait()
