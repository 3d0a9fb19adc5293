"""Bytes of a stranger's file → a :class:`~docgen.papers.paper.Paper`, or a :class:`~docgen.papers.refusal.Refusal`."""

from docgen.papers import problems
from docgen.papers.limits import LIMITS, Limits
from docgen.papers.paper import Paper
from docgen.papers.refusal import Refusal
from docgen.papers.signature import kind_of


def read_paper(data: bytes, path: str, limits: Limits = LIMITS) -> Paper:
    """Read a DOCX or a PDF, told apart by what it is; ``path`` is how problems call it."""
    if len(data) > limits.file:
        raise Refusal(
            problems.TOO_LARGE,
            f"файл больше {limits.file >> 20} МБ",
            "уменьшите рисунки или разделите документ",
        )
    if kind_of(data) == "pdf":
        from docgen.papers.pdf.reading import read_pdf

        return read_pdf(data, path, limits)
    from docgen.papers.word.reading import read_docx

    return read_docx(data, path, limits)
