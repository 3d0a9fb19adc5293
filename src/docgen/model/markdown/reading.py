"""CommonMark → blocks with places. The only module that drives markdown-it."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from docgen.model.markdown.dashes import hyphened
from docgen.model.markdown.inline import LocatedInline, Place, pieces
from docgen.model.markdown.tree import (
    Block,
    Figure,
    Grid,
    Heading,
    Listing,
    Paragraph,
    Pieces,
    Quote,
    Reading,
    Unprintable,
)

HIGHEST = 3
"""Sections and points have the first two levels of headings; a text begins with the third."""


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table").disable(["code", "lheading"])
    parser.inline = LocatedInline()
    parser.enable(["balance_pairs", "emphasis"])
    parser.inline.ruler.disable(["linkify", "strikethrough"])
    parser.inline.ruler2.disable(["strikethrough", "fragments_join"])
    return parser.disable("text_join")


def reading(text: str) -> Reading:
    """The blocks of a text and the marks that cannot be printed."""
    builder = _Builder(text)
    blocks = tuple(builder.blocks(iter(_parser().parse(hyphened(text)))))
    return Reading(blocks, tuple(builder.unprintable))


class _Builder:
    """Turns tokens into blocks."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = [match.start() for match in re.finditer(r"^", text, re.MULTILINE)]
        self.unprintable: list[Unprintable] = []

    def blocks(self, tokens: Iterator[Token], closing: str = "") -> Iterator[Block]:
        """Blocks up to a closing token."""
        makers: dict[str, Callable[[Token, Iterator[Token]], Iterator[Block]]] = {
            "paragraph_open": self._paragraph,
            "heading_open": self._heading,
            "bullet_list_open": self._listing,
            "ordered_list_open": self._listing,
            "blockquote_open": lambda _, rest: iter((Quote(tuple(self.blocks(rest, "blockquote_close"))),)),
            "table_open": self._grid,
        }
        for token in tokens:
            if token.type == closing:
                return
            if token.type in makers:
                yield from makers[token.type](token, tokens)
            elif token.type in _REFUSED:
                self._refuse(token)

    def _paragraph(self, opening: Token, tokens: Iterator[Token]) -> Iterator[Block]:
        inline = next(tokens)
        next(tokens)
        place = self._places(inline)
        self._refuse_html(inline, place)
        words: list[Token] = []
        for token in inline.children or []:
            if token.type != "image":
                words.append(token)
                continue
            yield from self._text(words, inline.content, place)
            words = []
            yield self._figure(token, inline.content, place)
        yield from self._text(words, inline.content, place)

    def _text(self, tokens: list[Token], content: str, place: Place) -> Iterator[Block]:
        while tokens and tokens[0].type in ("softbreak", "hardbreak"):
            tokens = tokens[1:]
        while tokens and tokens[-1].type in ("softbreak", "hardbreak"):
            tokens = tokens[:-1]
        if found := pieces(tokens, content, place):
            yield Paragraph(found)

    def _figure(self, token: Token, content: str, place: Place) -> Figure:
        start = token.meta["at"]
        end = content.find(")", start + len(token.content)) + 1
        inner = start + 2  # after «![»
        caption = pieces(token.children or [], token.content, lambda offset: place(inner + offset))
        return Figure(str(token.attrs.get("src", "")), caption, place(start), place(max(start, end - 1)) + 1)

    def _heading(self, opening: Token, tokens: Iterator[Token]) -> Iterator[Block]:
        inline = next(tokens)
        next(tokens)
        place = self._places(inline)
        level = int(opening.tag[1:])
        self._refuse_html(inline, place)
        if level < HIGHEST:
            start, _ = self._line(opening)
            hint = f"начните строку с «{'#' * HIGHEST} »"
            message = "такие заголовки – у разделов и пунктов макета"
            self.unprintable.append(Unprintable(start, start + level, message, hint))
        yield Heading(max(level, HIGHEST), pieces(inline.children or [], inline.content, place))

    def _listing(self, opening: Token, tokens: Iterator[Token]) -> Iterator[Block]:
        items = []
        for token in tokens:
            if token.type == opening.type.replace("_open", "_close"):
                break
            items.append(tuple(self.blocks(tokens, "list_item_close")))
        numbered = opening.markup if opening.type == "ordered_list_open" else ""
        yield Listing(tuple(items), numbered, int(opening.attrs.get("start", 1)))

    def _grid(self, opening: Token, tokens: Iterator[Token]) -> Iterator[Block]:
        rows: list[list[Pieces]] = []
        aligns: list[str] = []
        start = 0
        for token in tokens:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append([])
                start, _ = self._line(token)
            elif token.type in ("th_open", "td_open"):
                inline = next(tokens)
                start = max(start, self.text.find(inline.content, start))
                place = _shifted(start)
                self._refuse_html(inline, place)
                rows[-1].append(pieces(inline.children or [], inline.content, place))
                start += len(inline.content)
                if len(rows) == 1:
                    aligns.append(str(token.attrs.get("style", "")).removeprefix("text-align:"))
        yield Grid(tuple(rows[0]), tuple(map(tuple, rows[1:])), tuple(aligns))

    def _line(self, token: Token) -> tuple[int, int]:
        """Where the first of a token's lines begins (after its indent) and the last one ends."""
        first, last = token.map or (0, 1)
        start = self.lines[min(first, len(self.lines) - 1)]
        end = self.lines[last] if last < len(self.lines) else len(self.text)
        while start < end and self.text[start] in " \t":
            start += 1
        return start, len(self.text[:end].rstrip())

    def _places(self, inline: Token) -> Place:
        """Where each character of a paragraph is written: its lines lost their indents and list marks."""
        first, _ = inline.map or (0, 1)
        columns: list[int] = []
        for number, line in enumerate(inline.content.split("\n"), first):
            begin = self.lines[min(number, len(self.lines) - 1)]
            end = self.text.find("\n", begin)
            written = self.text[begin : end if end >= 0 else len(self.text)]
            at = begin + max(0, written.rfind(line.rstrip()))
            columns += range(at, at + len(line) + 1)
        last = columns[-1]
        return lambda offset: columns[offset] if offset < len(columns) else last

    def _refuse_html(self, inline: Token, place: Place) -> None:
        for token in inline.children or []:
            if token.type == "html_inline":
                start = place(token.meta["at"])
                self.unprintable.append(
                    Unprintable(start, start + len(token.content), *_REFUSED["html_inline"])
                )

    def _refuse(self, token: Token) -> None:
        start, end = self._line(token)
        self.unprintable.append(Unprintable(start, end, *_REFUSED[token.type]))


_REFUSED = {
    "html_inline": ("разметка HTML в документе не печатается", "уберите её или напишите знаками Markdown"),
    "html_block": ("разметка HTML в документе не печатается", "уберите её или напишите знаками Markdown"),
    "fence": (
        "программный код в документе не печатается",
        "уберите строки с ``` или запишите обычным текстом",
    ),
    "hr": ("черта из дефисов в документе не печатается", "уберите её"),
}


def _shifted(start: int) -> Place:
    return lambda offset: start + offset
