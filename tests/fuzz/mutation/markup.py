"""Spoiling XML as a tree: elements lost, repeated, moved, put into one another; odd attributes and texts."""

import re
from random import Random

from tests.fuzz.mutation import plain

_TOKEN = re.compile(rb"<[^>]*>|[^<]+")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_VALUES = (b"", b"-1", b"0", b"1", b"99999999999999999999", b"0x10", b"NaN", b"true", b"x", b"1.5", b"  ", b"&#9;", b"\xd0\x81",
           b"none", b"rId1", b"../../etc/passwd", b"file:///etc/passwd", b"%00", b"#", b"/", b"\xf0\x9f\x98\x80", b"A" * 9999)  # fmt: skip
_TEXTS = (b"", b" ", b"&amp;", b"&#x202E;", b"<![CDATA[<w:p>]]>", b"<!-- x -->", b"<?x y?>", b"]]&gt;", "Итого".encode(),
          b"1 000,00", b"PAGE \\* MERGEFORMAT", b"TOC \\o", b"{{ x }}", b"1.1.1.", "ё".encode() * 5000, b"<w:tab/>", b"<w:p/>")  # fmt: skip
_BROKEN = (
    b"&#0;",
    b"&#xFFFE;",
    b"&nope;",
    b"<!--",
    b"]]>",
    b"\x0b",
    b"\xed\xa0\x80",
    b"<",
    b"</w:p>",
    b"<!DOCTYPE x>",
)
_DEEP = 300


def spoilt(data: bytes, chance: Random, others: list[bytes]) -> bytes:
    """A part with a few changes of its tree; now and then of its bytes."""
    tokens = _TOKEN.findall(data)
    if not tokens or chance.random() < 0.04:
        return plain.spoilt(data, chance, others)
    for _ in range(chance.choice((1, 1, 2, 4))):
        if tokens:
            _change(tokens, chance)
    return b"".join(tokens)


def _change(tokens: list[bytes], chance: Random) -> None:
    at = chance.randrange(len(tokens))
    if tokens[at].startswith((b"</", b"<?", b"<!")):
        at = chance.randrange(len(tokens))  # once more: markup that does not parse is soon refused
    if not tokens[at].startswith(b"<"):
        tokens[at] = chance.choice(_TEXTS if chance.random() < 0.95 else _BROKEN)
    elif chance.random() < 0.4:
        tokens[at] = _with_odd_attribute(tokens[at], chance)
    else:
        _move(tokens, at, _end_of(tokens, at), chance)


def _move(tokens: list[bytes], at: int, end: int, chance: Random) -> None:
    element = tokens[at:end]
    way = chance.randrange(16)
    if way < 3:
        del tokens[at:end]
    elif way < 6:
        tokens[at:at] = element * chance.choice((1, 1, 2, 40))
    elif way < 9:
        target = chance.randint(min(3, len(tokens)), max(3, len(tokens) - 2))
        tokens[target:target] = element
    elif way < 12 and end - at > 2:
        tokens[at:end] = element[1:-1]
    elif way < 15:
        depth = chance.choice((1, 1, 2, 2, 60, _DEEP))
        opening, closing = element[0], b"</" + _name(element[0]) + b">"
        if not opening.endswith(b"/>") and len(element) > 1:
            tokens[at:end] = [opening] * depth + element + [closing] * depth
    else:
        del tokens[chance.randint(at, end - 1)]


def _end_of(tokens: list[bytes], at: int) -> int:
    """Behind the element that begins at a token, as far as that can be told."""
    depth = 0
    for number in range(at, min(len(tokens), at + 4000)):
        token = tokens[number]
        if token.startswith(b"</"):
            depth -= 1
        elif token.startswith(b"<") and not token.endswith((b"/>", b"?>")) and not token.startswith(b"<!"):
            depth += 1
        if depth <= 0:
            return number + 1
    return at + 1


def _name(tag: bytes) -> bytes:
    return re.split(rb"[\s/>]", tag[1:], maxsplit=1)[0]


def _with_odd_attribute(tag: bytes, chance: Random) -> bytes:
    found = [one for one in _ATTRIBUTE.finditer(tag) if not one[1].startswith(b"xmlns")]
    if not found:
        return tag
    one = chance.choice(found)
    if chance.random() < 0.15:
        return tag[: one.start()] + tag[one.end() :]
    return tag[: one.start(2)] + chance.choice(_VALUES) + tag[one.end(2) :]
