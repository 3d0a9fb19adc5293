"""Writing approved case forms into ``content/reference/forms.yaml``, leaving the rest of the file as it is."""

from collections.abc import Mapping as Forms
from pathlib import Path

from docgen.build import atomic
from docgen.diagnostics import Failure
from docgen.model.forms import approved_as, key_of
from docgen.sources import Mapping, parse, read_source

_NEW = "# Утверждённые формы: сильнее любых правил.\n"


def approve(path: Path, text: str, forms: Forms[str, str]) -> None:
    """Put the forms of a text at the end of the file, or to those that are approved already."""
    if not path.is_file():
        atomic.write_where_told(path, f"{_NEW}\n{approved_as(text, forms)}\n".encode())
        return
    source, problems = read_source(path, path.name)
    tree = None if problems else parse(source)[0]
    old = source.text
    if tree is None and (problems or any(line.strip() and line[0] != "#" for line in old.splitlines())):
        raise Failure(f"файл не читается: {path}", "исправьте ошибки в нём: docgen check")
    entry = tree.get(key_of(text)) if tree is not None else None
    if isinstance(entry, Mapping) and entry:
        new = _added(old, entry, approved_as(text, forms).splitlines()[1:])
    else:
        new = f"{old.rstrip()}\n\n{approved_as(text, forms)}\n"
    data = path.read_bytes()
    end = "\r\n" if b"\r\n" in data else "\n"
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    atomic.write_where_told(path, mark + new.replace("\n", end).encode())


def _added(text: str, entry: Mapping, lines: list[str]) -> str:
    """The text with more forms after the last one of an entry."""
    end = max(value.end for value in entry.values())
    first = min(name.start for name in entry.names.values())
    if text[entry.start : entry.start + 1] == "{":
        return f"{text[:end]}, {', '.join(line.strip() for line in lines)}{text[end:]}"
    indent = " " * (first - text.rfind("\n", 0, first) - 1)
    return text[:end] + "".join(f"\n{indent}{line.strip()}" for line in lines) + text[end:]
