"""Finished files of anybody, DOCX and PDF, read safely into one neutral structure.

:func:`read_paper` makes a :class:`Paper` of bytes or raises a :class:`Refusal`; :class:`Children` do it in processes
that may die; :func:`~docgen.papers.sections.find_sections` finds the sections of an :class:`~docgen.papers.outline.Outline`.
Nothing here knows kinds, layouts or the makers of Word files.
"""

from docgen.papers.children import Children
from docgen.papers.limits import LIMITS, Limits
from docgen.papers.paper import Block, Mark, MarkKind, Paper, Table, Where
from docgen.papers.reading import read_paper
from docgen.papers.refusal import Refusal

__all__ = [
    "LIMITS",
    "Block",
    "Children",
    "Limits",
    "Mark",
    "MarkKind",
    "Paper",
    "Refusal",
    "Table",
    "Where",
    "read_paper",
]
