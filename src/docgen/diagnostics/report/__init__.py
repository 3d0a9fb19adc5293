"""Problems as text: one file per format, each with ``render(problems) -> str``.

A format is added by a file and a line in :data:`FORMATS`. Nothing here prints, sorts or decides; problems come
out in the order they came in. Only :mod:`.text` knows colour and the closing :func:`.text.summary`.
"""

from collections.abc import Callable, Sequence

from docgen.diagnostics.problem import Problem
from docgen.diagnostics.report import github, gitlab, json, junit, sarif, short, text

FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": text.render,
    "short": short.render,
    "json": json.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "github": github.render,
    "gitlab": gitlab.render,
}

__all__ = ["FORMATS"]
