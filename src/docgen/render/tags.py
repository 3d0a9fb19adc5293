"""The tags of a template as they stand in the text: where they are, what they say, what Word made of their quotes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.diagnostics import Source, Span
from docgen.render.source import Line, Page

# A tag holds no other and is not endless: a stranger's paragraph of a million brackets is searched once, not a million times.
_BODY = r"(?:(?!\{[{%#]|[}%#]\}).){0,2000}"
_TAG = re.compile(rf"\{{\{{{_BODY}\}}\}}|\{{%{_BODY}%\}}|\{{#{_BODY}#\}}")
HIDDEN_TAG = re.compile(rf"\{{\{{{_BODY}\}}\}}|\{{%{_BODY}%\}}")
"""What is filled in attributes and field codes, where comments are text."""
MAX_TAGS = 5_000
_OPENED = re.compile(r"\{[{%#]|[}%#]\}")
_INSIDE = re.compile(
    r"(?P<marker>(?:tr|tc|p|r)(?=\s))?(?P<dash>[-+]?)(?P<inner>.*?)(?P<dash2>[-+]?)", re.DOTALL
)
NOWHERE = -1
_WORD = re.compile(r"\s*([^\W\d]\w*)")
_CLOSING = {"«": "»", "„": "“”", "“": "”", "‟": "”", "‘": "’", "‚": "‘’", '"': '"', "'": "'"}
_DOUBLE, _SINGLE = "«»„“”‟", "‘’‚"
_PLAIN = {ord(sign): "-" for sign in "\u2010\u2011\u2012\u2013\u2014\u2212"}
_PLAIN |= {ord(sign): " " for sign in "\u00a0\u202f\u2009\t\n\r"}
_PLAIN |= {ord(sign): '"' for sign in _DOUBLE} | {ord(sign): "'" for sign in _SINGLE}


@dataclass(frozen=True)
class Tag:
    """A tag: ``{{``, ``{%`` or ``{#``; marker (p, tr, tc, r or none); what stands inside, with plain quotes.

    ``base`` is where its paragraph begins in the source (:data:`NOWHERE` for one that is in no text), ``line`` that
    paragraph while the template is being taken apart. ``inner`` starts ``offset`` characters after the tag's own start,
    sign for sign as the person wrote it.
    """

    source: Source
    base: int
    start: int
    end: int
    kind: str
    marker: str
    inner: str
    offset: int
    dashes: tuple[str, str] = ("", "")
    line: Line | None = field(default=None, repr=False)

    @property
    def span(self) -> Span:
        """The whole tag."""
        if self.base == NOWHERE:
            return self.source.span(0, 0)
        return Span(self.source, self.base + self.start, self.base + self.end)

    @property
    def word(self) -> str:
        """The command of a ``{%`` tag."""
        found = _WORD.match(self.inner)
        return found[1] if found and self.kind == "{%" else ""

    @property
    def text(self) -> str:
        """The tag as it was written."""
        return self.span.text

    def part(self, start: int, end: int) -> Span:
        """The place of some characters of ``inner``."""
        whole = self.span
        return whole if self.base == NOWHERE else whole.part(self.offset + start, self.offset + end)

    def find(self, name: str) -> Span:
        """The place of a dotted name inside; the whole tag if it is not there as written."""
        dotted = r"\s*\.\s*".join(map(re.escape, name.split(".")))
        found = re.search(rf"(?<![\w.]){dotted}(?!\w)", self.inner)
        return self.part(found.start(), found.end()) if found else self.span

    def path_to(self, name: str) -> str:
        """The dotted name inside that ends with a field: ``chair.name`` for ``name``."""
        found = re.search(rf"(?<![\w.])(?:[^\W\d][\w.]*\.)?{re.escape(name)}(?!\w)", self.inner)
        return found[0] if found else name


def find_tags(page: Page) -> list[Tag]:
    """All tags of a part in the order of the document, comments too."""
    return [tag for line in page.lines for tag in _tags_of(page, line)]


def _tags_of(page: Page, line: Line) -> Iterator[Tag]:
    if "{" in line.text:
        for found in _TAG.finditer(line.text):
            yield make_tag(page, line, found.start(), found[0])


def make_tag(page: Page, line: Line | None, start: int, text: str) -> Tag:
    """A tag of its text."""
    body = text[2:-2]
    parts = _INSIDE.fullmatch(body)
    assert parts
    marker = parts["marker"] or ""
    inner = plain(parts["inner"])
    dashes = ("", "") if text.startswith("{#") else (parts["dash"], parts["dash2"])
    base, offset = line.start if line else NOWHERE, 2 + parts.start("inner")
    end, kind = start + len(text), text[:2]
    return Tag(page.source, base, start, end, kind, marker, inner, offset, dashes, line)


def loose_brackets(page: Page) -> Iterator[Span]:
    """Brackets that belong to no whole tag of their paragraph."""
    for line in page.lines:
        if "{" in line.text or "}" in line.text:
            rest = _TAG.sub(lambda found: "\0" * len(found[0]), line.text)
            for found in _OPENED.finditer(rest):
                yield page.span(line, found.start(), found.end())


def plain(inner: str) -> str:
    """The inside of a tag with straight quotes, hyphens and spaces, sign for sign; text in quotes stays as it is."""
    made: list[str] = []
    position = 0
    while position < len(inner):
        sign = inner[position]
        end = _closing(inner, position) if sign in _CLOSING else -1
        if end == -1:
            made.append(sign.translate(_PLAIN))
            position += 1
            continue
        quote = "'" if sign in _SINGLE or sign == "'" else '"'
        made += (quote, inner[position + 1 : end].replace("\n", " "), quote)
        position = end + 1
    return "".join(made)


def _closing(inner: str, start: int) -> int:
    """Where the quotation that starts here ends; nested quotes of the same kind are counted."""
    opening, closing = inner[start], _CLOSING[inner[start]]
    depth = 0
    for position in range(start + 1, len(inner)):
        sign = inner[position]
        if sign in closing:
            if not depth:
                return position
            depth -= 1
        elif sign == opening:
            depth += 1
    return -1


def had_typography(tag: Tag) -> bool:
    """Whether Word's autocorrection got into the tag (a no-break space does no harm and is not told)."""
    written = tag.text[tag.offset : tag.offset + len(tag.inner)]
    return any(old != new and new in "-\"'" for old, new in zip(written, tag.inner, strict=False))
