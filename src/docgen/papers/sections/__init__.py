"""Finding the sections of an outline in a finished document, however its headings are made."""

from docgen.papers.sections.finding import Found, Map, find_sections

__all__ = ["Found", "Map", "find_sections"]
