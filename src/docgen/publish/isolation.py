"""LibreOffice in a room without windows: no network, no files but the program, the fonts and its own folder.

A document can point at other files and servers, and not all of that is stopped by settings (a picture within
an embedded SVG is not). Where Linux and ``bwrap`` allow it, LibreOffice simply cannot reach them.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

_NEEDED = ("/usr", "/lib", "/lib64", "/bin", "/sbin")
_SETTINGS = (
    "/etc/fonts",
    "/etc/libreoffice",
    "/etc/alternatives",
    "/etc/ld.so.cache",
    "/var/cache/fontconfig",
    "/usr/share/fonts",
)


def isolated(command: Sequence[str], folder: Path, readable: Sequence[Path] = ()) -> list[str]:
    """The command that runs ``command`` with ``folder`` to write in and only ``readable`` beside the system."""
    home = Path.home()
    fonts = (home / ".fonts", home / ".local/share/fonts")
    shown = [*_NEEDED, *_SETTINGS, *map(str, fonts), *map(str, readable)]
    binds = [part for path in shown for part in ("--ro-bind-try", path, path)]
    return [
        *(
            "bwrap",
            "--unshare-all",
            "--die-with-parent",
            "--proc",
            "/proc",
            "--dev",
            "/dev",
            "--tmpfs",
            "/tmp",
        ),
        *binds,
        *("--bind", str(folder), str(folder), "--chdir", str(folder), "--"),
        *command,
    ]


@cache
def isolation_works() -> bool:
    """Whether this machine lets us run a program isolated (a container often does not)."""
    if os.name != "posix" or shutil.which("bwrap") is None:
        return False
    command = isolated(["/usr/bin/env", "true"], Path("/tmp"))
    try:
        return subprocess.run(command, capture_output=True, timeout=20, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
