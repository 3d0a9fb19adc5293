"""A phrase cut into segments by dashes, commas and conjunctions, outside quotes and brackets."""

import re
from dataclasses import dataclass

from docgen.language.word_lists import word_set

_TOKEN = re.compile(
    r"""
      (?P<quoted>«(?:[^«»]|«[^«»]*»)*»|"[^"]*"|“[^”]*”|„[^“]*“)
    | (?P<bracketed>\([^()]*\))
    | (?P<word>[A-Za-zА-Яа-яЁё0-9№/.'’%+&]+(?:[-‑][A-Za-zА-Яа-яЁё0-9.]+)*)
    | (?P<mark>\s*[–—]\s*|\s+-\s+|\s*[,;:]\s*)
    | (?P<space>\s+)
    | (?P<other>.)
    """,
    re.VERBOSE,
)
_CONJUNCTIONS = word_set("и или либо а также да")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a quoted name, a bracketed remark, a space or a mark."""

    kind: str
    text: str

    @property
    def lower(self) -> str:
        """In small letters."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens between two top-level marks; `mark` is what stood before the segment, spaces included."""

    mark: str
    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        """The segment as written."""
        return "".join(token.text for token in self.tokens)

    @property
    def words(self) -> list[Token]:
        """The tokens that are not spaces."""
        return [token for token in self.tokens if token.kind != "space"]

    @property
    def kind(self) -> str:
        """What stands before: «start», «dash», «comma» or «and»."""
        mark = self.mark.strip().lower()
        if not mark:
            return "start"
        if mark.split()[-1].strip(",;:–—-") in _CONJUNCTIONS:
            return "and"
        return "dash" if mark[-1] in "–—-" else "comma"


def tokens_of(text: str) -> list[Token]:
    """Every character of the text in exactly one token."""
    return [Token(str(match.lastgroup), match.group()) for match in _TOKEN.finditer(text)]


def segments_of(text: str) -> list[Segment]:
    """The segments of a phrase; joined with their marks they give the phrase back."""
    found: list[Segment] = []
    mark, current = "", list[Token]()
    for token in tokens_of(text):
        cuts = token.kind == "mark" or (token.kind == "word" and token.lower in _CONJUNCTIONS)
        if not cuts:
            if token.kind == "space" and not current:
                mark += token.text
            else:
                current.append(token)
            continue
        if current:
            trailing = current.pop().text if current[-1].kind == "space" else ""
            found.append(Segment(mark, tuple(current)))
            mark, current = trailing + token.text, []
        else:
            mark += token.text
    if current or mark:
        found.append(Segment(mark, tuple(current)))
    return found
