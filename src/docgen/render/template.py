"""A Word template: compiled once, rendered often.

``Template("templates/protocol.docx").render(view)`` is all that a caller needs; a plain dictionary will do for a view.
"""

from collections.abc import Mapping
from functools import cached_property
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from docgen.diagnostics import Failure, Problem, Severity, Source
from docgen.render.access import readable
from docgen.render.cache import keep, kept
from docgen.render.compiled import Assembly
from docgen.render.environment import bounded_range
from docgen.render.error import RenderError
from docgen.render.kept import as_bytes, from_bytes
from docgen.render.making import make
from docgen.render.properties import DocumentProperties

_COMPILED = "template"


class Template:
    """A DOCX with tags. ``name`` is what problems call it, the path if there is one."""

    def __init__(self, source: str | PathLike[str] | bytes, name: str = "") -> None:
        self.name = name or ("template.docx" if isinstance(source, bytes) else fspath(source))
        self._content = source if isinstance(source, bytes) else _read(source)

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), (self._content, self.name)  # code does not travel between processes, the file does

    @cached_property
    def _assembly(self) -> Assembly:
        """Everything that does not depend on a document; compiled once for all runs."""
        known = kept(_COMPILED, self._content)
        if known is not None:
            return from_bytes(known, self.name)
        from docgen.render.assembly import (
            assemble,
        )  # what reads and compiles is not loaded where nothing is compiled

        assembly = assemble(self._content, self.name)
        if not assembly.problems:
            keep(as_bytes(assembly, self.name), _COMPILED, self._content)
        return assembly

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the template itself, before any data."""
        return self._assembly.problems

    @property
    def sources(self) -> tuple[Source, ...]:
        """The texts of the parts, a line per paragraph; the body first."""
        return tuple(self._assembly.sources)

    def render(self, context: Any, properties: DocumentProperties | None = None) -> bytes:
        """The document, or :class:`RenderError`. ``context`` is a dictionary or a dataclass instance."""
        assembly = self._assembly
        if any(one.severity is Severity.ERROR for one in assembly.problems):
            raise RenderError(assembly.problems)
        return make(assembly, names_of(context), properties)

    def proof(self, view: type) -> list[Problem]:
        """What is wrong with the template, and with the names in it if its view is of this type; no data needed."""
        from docgen.render.proof import prove

        found = set(self._assembly.problems)
        for tags in self._assembly.groups:
            found.update(prove(view, tags)[0])
        return sorted(found)

    def names(self) -> list[str]:
        """The dotted names that the template uses: ``chair.name``, ``orders[].text``."""
        from docgen.render.proof import prove

        return sorted({name for tags in self._assembly.groups for name in prove(Any, tags)[1]})


def names_of(context: Any) -> dict[str, Any]:
    """The names that a template may use: the keys of a dictionary, the fields of a dataclass or a record."""
    if isinstance(context, Mapping):
        return {"range": bounded_range, **{str(name): value for name, value in context.items()}}
    names = {name: getattr(context, name) for name in readable(type(context))}
    if not names:
        raise TypeError(f"a dictionary or a dataclass instance is wanted, not {type(context).__name__}")
    return {"range": bounded_range, **names}


def _read(path: str | PathLike[str]) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        message = f"шаблон «{fspath(path)}» не прочитан: {error.strerror}"
        raise Failure(message, "проверьте, есть ли такой файл и не занят ли он") from error
