"""Problems and quotations of a length that a person reads, whatever a file holds a million of."""

from collections.abc import Sequence
from dataclasses import replace

from docgen.diagnostics import Problem

MOST = 200
"""Problems of one file; who mends these looks again."""
_LONGEST = 80


def first_of(problems: Sequence[Problem], uncounted: int = 0) -> list[Problem]:
    """The gravest problems, no more than anyone reads; the last of them tells how many there are besides.

    ``uncounted`` is how many more there would have been.
    """
    more = max(0, len(problems) - MOST) + uncounted
    if not more:
        return list(problems)
    kept = sorted(problems, key=lambda one: one.severity.rank)[:MOST]
    message = f"{kept[-1].message}; других замечаний в этом файле, не показанных здесь: {more}"
    return [*kept[:-1], replace(kept[-1], message=message)]


def quoted(text: str) -> str:
    """What was written, in quotation marks: its beginning, if it is long."""
    return f"«{text}»" if len(text) <= _LONGEST else f"«{text[:_LONGEST]}…»"
