"""What costs time to find out and is always the same: kept on disk between runs, by the hash of all it depends on.

A compiled template is code, and loading it is running it. So it is treated as Python treats its own ``.pyc`` files: it
lies in a folder of the user's own (never in a workspace, which may have come from a stranger), and an entry counts only
if folder and file belong to this user, nobody else may write to them, neither is a link, and the entry says of itself
which edition of docgen, which Python and which content it is for, with a checksum over all that. Whoever can forge such
an entry can change docgen itself. Whatever is wrong with an entry, it is made anew; whatever is wrong with the folder,
nothing is kept.

``DOCGEN_CACHE`` names another folder; ``off`` keeps nothing.
"""

import hashlib
import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.util import MAGIC_NUMBER
from pathlib import Path

from docgen.diagnostics.edition import own_code

OFF = "off"
MAX_ENTRIES = 256
MAX_BYTES = 64 << 20
_NOT_FOLLOWED = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_SIGNED = 32


def kept(kind: str, *depends_on: bytes) -> bytes | None:
    """What was kept for this; None if nothing, or nothing that can be trusted."""
    folder = _folder()
    if folder is None or not _ours(folder):
        return None
    key = _key(kind, depends_on)
    try:
        handle = os.open(folder / key.hex(), os.O_RDONLY | _NOT_FOLLOWED)
        with os.fdopen(handle, "rb") as file:
            if not _private(os.fstat(file.fileno()), stat.S_ISREG):
                return None
            content = file.read(MAX_BYTES)
    except OSError:
        return None
    signed, data = content[:_SIGNED], content[_SIGNED:]
    return data if signed == _signature(key, data) else None


def keep(data: bytes, kind: str, *depends_on: bytes) -> None:
    """Keep it for the next run, in one step. That it cannot be kept is no misfortune."""
    folder = _folder()
    if folder is None or len(data) + _SIGNED > MAX_BYTES:
        return
    key = _key(kind, depends_on)
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _ours(folder):
            return
        _make_room(folder)
        temporary = folder / f".{key.hex()}.{os.getpid()}.tmp"
        try:
            handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NOT_FOLLOWED, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(_signature(key, data) + data)
            temporary.replace(folder / key.hex())
        finally:
            temporary.unlink(missing_ok=True)


def _folder() -> Path | None:
    """The folder of this user; None where there is none or nothing is to be kept."""
    chosen = os.environ.get("DOCGEN_CACHE", "")
    if chosen == OFF:
        return None
    if chosen:
        return Path(chosen)
    variable = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"
    stated = os.environ.get(variable, "")
    try:
        base = Path(stated) if Path(stated).is_absolute() else Path.home() / ".cache"
    except RuntimeError:  # a user without a home
        return None
    return base / "docgen"


def _ours(folder: Path) -> bool:
    try:
        return _private(os.lstat(folder), stat.S_ISDIR)
    except OSError:
        return False


def _private(found: os.stat_result, is_kind: Callable[[int], bool]) -> bool:
    """Whether it is what it should be, belongs to this user, and nobody else may write to it."""
    if not is_kind(found.st_mode):
        return False
    if os.name != "posix":  # the folder of a Windows user is closed to others by its access list
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _key(kind: str, depends_on: tuple[bytes, ...]) -> bytes:
    total = hashlib.sha256()
    for part in (kind.encode(), own_code().encode(), sys.version.encode(), MAGIC_NUMBER, *depends_on):
        total.update(len(part).to_bytes(8, "big") + part)
    return total.digest()


def _signature(key: bytes, data: bytes) -> bytes:
    return hashlib.sha256(key + data).digest()


def _make_room(folder: Path) -> None:
    """The oldest go first; so do files that a killed run left."""
    entries = list(folder.iterdir())
    if len(entries) >= MAX_ENTRIES:
        with suppress(OSError):
            for entry in sorted(entries, key=lambda one: one.lstat().st_mtime)[: MAX_ENTRIES // 2]:
                entry.unlink(missing_ok=True)
