"""Problems as text: one file per format, each with ``render(problems) -> str``.

A format is added by a file and its name in :data:`FORMATS`. Nothing here prints, sorts or decides; problems come
out in the order they came in. What is waived is told by the formats that have a way to say so, and left out by the others.
Only :mod:`.text` knows colour and the closing :func:`.text.summary`.
"""

from collections.abc import Callable, Sequence
from importlib import import_module

from docgen.diagnostics.problem import Problem

Render = Callable[[Sequence[Problem]], str]


_TELL_WAIVED = ("json", "sarif", "junit")


def _format(name: str) -> Render:
    """The format of a file, which is loaded by the first report that is written so."""

    def render(problems: Sequence[Problem]) -> str:
        told = problems if name in _TELL_WAIVED else [one for one in problems if one.waiver is None]
        written: str = import_module(f"{__name__}.{name}").render(told)
        return written

    return render


FORMATS: dict[str, Render] = {
    name: _format(name) for name in ("text", "short", "json", "sarif", "junit", "github", "gitlab")
}

__all__ = ["FORMATS"]
