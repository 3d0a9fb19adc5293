"""Finding the sections of an outline in a finished document, however its headings are made."""

from docgen.papers.sections.finding import find_sections
from docgen.papers.sections.found import Found, Map

__all__ = ["Found", "Map", "find_sections"]
