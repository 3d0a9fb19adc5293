"""Which years a programme is about. Where its period is not the layout's, D111 tells of it, once, and no other rule does:
what both admit must be there, what either admits may be there."""

from dataclasses import dataclass

from docgen.corpus import Corpus, Document
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.walk import layout_of
from docgen.model.layout.layout import Layout


@dataclass(frozen=True)
class Years:
    """The years that must be filled in, and those that may be."""

    demanded: range
    admitted: range

    def __str__(self) -> str:
        return f"{self.admitted[0]}–{self.admitted[-1]}"


def years_by(programme: Programme, layout: Layout | None) -> Years | None:
    """The years of a programme by its own word and by its layout's; ``None`` if neither says."""
    said = [one.period for one in (programme, layout) if one is not None and one.period is not None]
    if not said:
        return None
    firsts, lasts = [one.first for one in said], [one.last for one in said]
    return Years(range(max(firsts), min(lasts) + 1), range(min(firsts), max(lasts) + 1))


def years_of(document: Document[Programme], corpus: Corpus) -> Years | None:
    """The years of a programme; while it has none, those of its layout."""
    return years_by(document.record, layout_of(document, corpus))
