"""Where LibreOffice is, which Python can speak to it, and how to get it when it is missing."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from docgen.diagnostics import Failure

_HINTS = {
    "win32": "скачайте LibreOffice с официального сайта ru.libreoffice.org и установите; если он стоит в "
    "необычной папке, укажите путь к soffice.exe в переменной DOCGEN_SOFFICE",
    "darwin": "установите LibreOffice с официального сайта или командой «brew install --cask libreoffice»",
    "linux": "в Debian и Ubuntu: sudo apt-get install --no-install-recommends "
    "libreoffice-writer-nogui python3-uno fonts-liberation",
}


@dataclass(frozen=True, slots=True)
class Installation:
    """A LibreOffice on this machine: ``program`` is what is started. Nothing is started to know it."""

    program: Path

    @property
    def python(self) -> Path | None:
        """A Python that can import ``uno``, or ``None``: then the slower way of one command per batch is taken."""
        return _python_for(self.program)

    @property
    def version(self) -> str:
        """What LibreOffice says of itself, e.g. ``LibreOffice 7.4.7.2``; empty if it says nothing."""
        return _version(self.program)

    @property
    def edition(self) -> str:
        """What changes with every update: a digest of what is written about the build and of the sizes of its files.

        Asking the program for its version takes a third of a second, and an update of a distribution often keeps it.
        """
        return _edition(self.program.parent)


def find_office() -> Installation:
    """The LibreOffice to use: ``DOCGEN_SOFFICE``, then the search path, then the usual folders."""
    for candidate in _programs():
        if candidate.is_file():
            program = _without_launcher(candidate.resolve())
            return Installation(program)
    hint = _HINTS.get(sys.platform, _HINTS["linux"])
    raise Failure("не найден LibreOffice, без него не сделать PDF", hint)


def _programs() -> Iterator[Path]:
    chosen = os.environ.get("DOCGEN_SOFFICE")
    if chosen:
        yield Path(chosen)
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found:
            yield Path(found)
    yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
    yield from (Path("/usr/lib/libreoffice/program/soffice"), Path("/usr/lib64/libreoffice/program/soffice"))
    yield Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)"):
        if variable in os.environ:
            yield Path(os.environ[variable], "LibreOffice", "program", "soffice.exe")


def _without_launcher(program: Path) -> Path:
    """The program itself: the launcher before it may ignore a request to end."""
    direct = program.with_name("soffice.bin")
    return direct if direct.is_file() else program


@cache
def _python_for(program: Path) -> Path | None:
    return next(
        (python for python in _pythons(program.parent) if python.is_file() and _has_uno(python)), None
    )


def _pythons(folder: Path) -> Iterator[Path]:
    yield from (folder / "python.exe", folder / "python", folder.parent / "Resources" / "python")
    yield from (Path("/usr/bin/python3"), Path(sys.executable))
    found = shutil.which("python3")
    if found:
        yield Path(found)


def _has_uno(python: Path) -> bool:
    try:
        answer = subprocess.run([python, "-c", "import uno"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


@cache
def _version(program: Path) -> str:
    try:
        answer = subprocess.run(
            [program, "--version"], capture_output=True, text=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return " ".join(answer.stdout.split()[:2])


def _edition(folder: Path) -> str:
    total = hashlib.sha256()
    for build in ("versionrc", "version.ini", "../Resources/versionrc"):
        with suppress(OSError):
            total.update((folder / build).read_bytes())
    with suppress(OSError), os.scandir(folder) as files:
        sizes = sorted((file.name, file.stat().st_size) for file in files if file.is_file())
        total.update("".join(f"{name} {size}\n" for name, size in sizes).encode("utf-8", "surrogateescape"))
    return total.hexdigest()[:16]
