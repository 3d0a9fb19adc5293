"""Marks within a paragraph, with the place of every word: markdown-it tells no places inside a line, so we note them."""

from collections.abc import Callable, Iterator
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token

from docgen.model.markdown.tree import Break, Emphasis, Link, Mention, Piece, Strong, Words

_AT = "at"
_MARKS = frozenset("\\`*_[]<&!\n")

Place = Callable[[int], int]


class _Located(StateInline):
    """Notes with each token the offset at which it begins."""

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta[_AT] = self.pos
        return token

    def pushPending(self) -> Token:  # noqa: N802 - their name
        token = super().pushPending()
        token.meta[_AT] = max(0, self.src.rfind(token.content, 0, self.pos))
        return token


class LocatedInline(ParserInline):
    """The parser of paragraphs, with places; text without marks goes straight through."""

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        """Tokens of a paragraph's text."""
        if _MARKS.isdisjoint(src):
            tokens.append(Token("text", "", 0, content=src, meta={_AT: 0}))
            return tokens
        state = _Located(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def pieces(tokens: list[Token], content: str, place: Place) -> tuple[Piece, ...]:
    """The pieces of a paragraph; ``place`` tells where a character of its ``content`` is written."""
    return tuple(_joined(_pieces(iter(tokens), content, place)))


def _pieces(tokens: Iterator[Token], content: str, place: Place) -> Iterator[Piece]:
    for token in tokens:
        at = token.meta.get(_AT, 0)
        if token.type == "softbreak":
            yield Words(" ", place(at), place(at) + 1)
        elif token.type == "hardbreak":
            yield Break()
        elif token.type in ("strong_open", "em_open"):
            inner = pieces(list(_until(tokens, token)), content, place)
            yield Strong(inner) if token.type == "strong_open" else Emphasis(inner)
        elif token.type == "link_open":
            yield _link(token, list(_until(tokens, token)), content, place)
        elif token.content and token.type != "html_inline":
            yield from _words(token, content, at, place)


def _words(token: Token, content: str, at: int, place: Place) -> Iterator[Words]:
    """A text; one that runs over several lines of the source never comes here, a line's end is a token."""
    length = len(token.markup) if token.type == "text_special" else len(token.content)
    if token.type == "code_inline":
        at = max(at, content.find(token.content, at))
    if length:
        yield Words(token.content, place(at), place(at + length - 1) + 1)


def _link(opening: Token, inside: list[Token], content: str, place: Place) -> Piece:
    url = str(opening.attrs.get("href", ""))
    if url.startswith("#"):
        start = content.rfind("[", 0, opening.meta[_AT] + 1)
        end = content.find(")", start) + 1
        return Mention(url[1:], place(max(0, start)), place(max(0, end - 1)) + 1)
    return Link(url, pieces(inside, content, place))


def _until(tokens: Iterator[Token], opening: Token) -> Iterator[Token]:
    """The tokens up to the one that closes."""
    closing = opening.type.replace("_open", "_close")
    depth = 1
    for token in tokens:
        depth += (token.type == opening.type) - (token.type == closing)
        if not depth:
            return
        yield token


def _joined(found: Iterator[Piece]) -> Iterator[Piece]:
    """Neighbouring words that are written side by side, as one."""
    last: Words | None = None
    for piece in found:
        if isinstance(piece, Words) and last is not None and _runs_on(last, piece):
            last = Words(last.text + piece.text, last.start, piece.end)
            continue
        if last is not None:
            yield last
        last = piece if isinstance(piece, Words) else None
        if last is None:
            yield piece
    if last is not None:
        yield last


def _runs_on(last: Words, piece: Words) -> bool:
    whole = len(last.text) == last.end - last.start and len(piece.text) == piece.end - piece.start
    return whole and last.end == piece.start
