"""Words that a narrow cell has broken without a hyphen: «Показател», «ь»."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from docgen.papers.pdf.lines import PdfLine

_ALONE = re.compile(r"[«„\"(]?([А-Яа-яЁё]+)")
_FIRST = re.compile(r"[А-Яа-яЁё]+")
_NO_WORD = {"Name", "Surn", "Patr", "Geox", "Abbr"}  # what is written with a capital, or short
_FULL = 1.5  # letters: a line that has room for more is not broken within a word


def unbroken(lines: Iterable[PdfLine], edge: float) -> list[PdfLine]:
    """The lines of a cell; ``edge`` is how far they can go."""
    whole: list[PdfLine] = []
    for line in lines:
        if whole and _is_broken(whole[-1], line, edge):
            last = whole[-1]
            text = f"{last.text}{line.text}"
            right, bold = max(last.right, line.right), last.bold and line.bold
            begun = len(last.text) + line.bold_start if last.bold else last.bold_start
            whole[-1] = replace(last, text=text, right=right, bottom=line.bottom, bold=bold, bold_start=begun)
        else:
            whole.append(line)
    return whole


def _is_broken(last: PdfLine, line: PdfLine, edge: float) -> bool:
    """Whether a line is the beginning of a word alone, fills its column, and the next line has the word's end."""
    alone, first = _ALONE.fullmatch(last.text), _FIRST.match(line.text)
    if alone is None or first is None or not (first[0].islower() or last.text.isupper()):
        return False
    letter = (last.right - last.left) / len(last.text)
    return edge - last.right < _FULL * letter and _is_a_word(alone[1].lower(), first[0].lower())


@lru_cache(maxsize=4096)
def _is_a_word(one: str, other: str) -> bool:
    """Whether the dictionary knows the two together, and not each."""
    from docgen.language.phrases.dictionary import analyzer  # a dictionary of megabytes, rarely needed here

    known = analyzer().word_is_known
    return known(f"{one}{other}") and not (known(one) and _stands_alone(other))


def _stands_alone(word: str) -> bool:
    """Whether small letters at a line's beginning may be a word: «и», not the name Ия nor «м» for metres."""
    from docgen.language.phrases.dictionary import analyzer

    return analyzer().word_is_known(word) and any(
        not _NO_WORD.intersection(one.tag.grammemes) for one in analyzer().parse(word)
    )
