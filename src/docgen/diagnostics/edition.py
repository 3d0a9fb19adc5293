"""Which docgen this is, to the letter: what one edition has made or found out, another does not trust."""

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_ENGINES = ("docxtpl", "jinja2", "lxml", "openpyxl", "pydantic", "pymorphy3", "pymorphy3-dicts-ru")
_READ = (".py", ".json", ".tsv", ".txt")
_INSTALLED = re.compile(r"(?P<name>.+?)-(?P<version>[^-]+)\.dist-info")


@cache
def own_code() -> str:
    """The hash of docgen's code and of the engines' versions: another docgen may print another text."""
    package = str(Path(__file__).parent.parent)
    total = hashlib.sha256()
    for name in sorted(_files(package, "")):
        with open(f"{package}/{name}", "rb") as file:  # noqa: PTH123  # hundreds of files at every start
            total.update(name.encode() + b"\0" + file.read())
    for engine in _ENGINES:
        total.update(f"{engine}={_version(engine)}".encode())
    return total.hexdigest()


def _files(folder: str, inside: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(_READ):
                yield inside + entry.name
            elif entry.name != "__pycache__" and entry.is_dir():
                yield from _files(entry.path, f"{inside}{entry.name}/")


def _version(engine: str) -> str:
    found = _installed().get(engine)
    if found is None:  # installed in some other way; slow to import
        from importlib.metadata import version

        found = version(engine)
    return found


@cache
def _installed() -> dict[str, str]:
    """Versions by the names of the folders that installers leave; the first on the search path counts."""
    found: dict[str, str] = {}
    for folder in filter(os.path.isdir, sys.path):
        for name in os.listdir(folder):  # noqa: PTH208  # names are all that is wanted
            match = _INSTALLED.fullmatch(name)
            if match:
                found.setdefault(match["name"].lower().replace("_", "-"), match["version"])
    return found
