"""Values that print as running text with some of it set apart: gaps, links, bold and italic.

A view gives ``Text.of("Срок: ", Gap("нет даты"))`` to an ordinary ``{{ }}`` tag; what surrounds keeps its look.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlsplit, urlunsplit

from docgen.render.escape import OPEN_TEXT, in_attribute, in_text
from docgen.render.formatting import run_properties
from docgen.render.rendering import CURRENT

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
_SAFE = "/?#[]@!$&'()*+,;=:%~"


class Inline:
    """Something that prints as runs inside a paragraph."""

    __slots__ = ()

    def runs(self, run: str, linked: bool = False) -> str:
        """The runs, formatted like ``run`` (a ``w:rPr`` or nothing) and more; ``linked`` if already in a link."""
        raise NotImplementedError


def runs(content: "str | Inline", run: str, linked: bool = False) -> str:
    """The runs of a text or of an inline value."""
    if isinstance(content, str):
        return f"<w:r>{run}{OPEN_TEXT}{in_text(content)}</w:t></w:r>" if content else ""
    return content.runs(run, linked)


@dataclass(frozen=True, slots=True)
class Gap(Inline):
    """What is not written yet: «⟦нет даты⟧» on yellow."""

    text: str

    def __str__(self) -> str:
        return f"⟦{self.text}⟧"

    def runs(self, run: str, linked: bool = False) -> str:
        """One highlighted run."""
        return runs(str(self), run_properties(run, highlight="yellow"))


@dataclass(frozen=True, slots=True)
class Bold(Inline):
    """Bold text."""

    content: str | Inline

    def __str__(self) -> str:
        return str(self.content)

    def runs(self, run: str, linked: bool = False) -> str:
        """The content in bold."""
        return runs(self.content, run_properties(run, b="", bCs=""), linked)


@dataclass(frozen=True, slots=True)
class Italic(Inline):
    """Italic text."""

    content: str | Inline

    def __str__(self) -> str:
        return str(self.content)

    def runs(self, run: str, linked: bool = False) -> str:
        """The content in italics."""
        return runs(self.content, run_properties(run, i="", iCs=""), linked)


@dataclass(frozen=True, slots=True)
class Link(Inline):
    """A link that shows ``text`` unchanged; without an address the text is the address."""

    text: str
    url: str = ""

    def __str__(self) -> str:
        return self.text

    @property
    def target(self) -> str:
        """The address as a relation wants it; empty if there is none to go to."""
        return address(self.url or self.text)

    def runs(self, run: str, linked: bool = False) -> str:
        """A hyperlink; plain text where a link cannot stand or leads nowhere."""
        target = self.target
        rendering = CURRENT.get()
        if linked or not target or not rendering.linkable:
            return runs(self.text, run)
        style = rendering.styles.get("hyperlink", "")
        look = {"rStyle": style} if style else {"color": "0563C1", "u": "single"}
        inside = runs(self.text, run_properties(run, **look))
        identifier = in_attribute(rendering.link(target))
        return f'<w:hyperlink xmlns:r="{_RELATIONS}" r:id="{identifier}" w:history="1">{inside}</w:hyperlink>'


@dataclass(frozen=True, slots=True)
class Text(Inline):
    """Pieces of running text, one after another."""

    pieces: tuple[str | Inline, ...] = ()

    @classmethod
    def of(cls, *pieces: str | Inline) -> "Text":
        """``Text.of("Срок: ", Gap("нет даты"))``."""
        return cls(pieces)

    def __str__(self) -> str:
        return "".join(map(str, self.pieces))

    def __bool__(self) -> bool:
        return any(map(bool, self.pieces))

    def runs(self, run: str, linked: bool = False) -> str:
        """The runs of all pieces."""
        return "".join(runs(piece, run, linked) for piece in self.pieces)


@lru_cache(maxsize=1_000)
def address(written: str) -> str:
    """A web or mail address as written in a text → a URI; empty if it is none that a document may lead to."""
    written = written.strip()
    if _MAIL.fullmatch(written):
        return f"mailto:{written}"
    if written.startswith("www."):
        written = f"https://{written}"
    try:
        parts = urlsplit(written)
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https", "mailto") or not (host or parts.scheme == "mailto"):
        return ""
    rest = (quote(one, safe=_SAFE) for one in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, host, *rest))
