"""Values that print whole paragraphs: what a view makes of prose, and a template prints with ``{{p … }}``.

A block without a style of its own looks like the paragraph that the tag stands in.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from docgen.render.escape import in_attribute
from docgen.render.formatting import paragraph_properties, run_properties
from docgen.render.images import fitted
from docgen.render.inline import Inline, runs
from docgen.render.problems import UNPRINTABLE
from docgen.render.rendering import CURRENT

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_EMU, TWIPS = 36_000, 1_440 / 25.4  # in a millimetre
_FORMATS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}


class Block:
    """Something that prints as paragraphs and tables."""

    __slots__ = ()

    def markup(self, paragraph: str, run: str) -> str:
        """The elements; ``paragraph`` and ``run`` are the properties of the paragraph of the tag."""
        raise NotImplementedError


Content = str | Inline


@dataclass(frozen=True, slots=True)
class Paragraph(Block):
    """A paragraph; ``style`` is the name of a style of the template, ``align`` one of left, center, right, both."""

    content: Content = ""
    style: str = field(default="", metadata={"verbatim": True})
    align: str = field(default="", metadata={"verbatim": True})
    keep_with_next: bool = False
    page_break_before: bool = False
    bold: bool = False

    def markup(self, paragraph: str, run: str) -> str:
        """One ``w:p``."""
        elements: dict[str, str] = {}
        if self.style:
            paragraph, run = "", ""
            elements["pStyle"] = f'<w:pStyle w:val="{style_id(self.style)}"/>'
        if self.bold:
            run = run_properties(run, b="", bCs="")
        if self.keep_with_next:
            elements["keepNext"] = "<w:keepNext/>"
        if self.page_break_before:
            elements["pageBreakBefore"] = "<w:pageBreakBefore/>"
        if self.align:
            elements["jc"] = f'<w:jc w:val="{in_attribute(self.align)}"/>'
        return f"<w:p>{paragraph_properties(paragraph, **elements)}{runs(self.content, run)}</w:p>"


@dataclass(frozen=True, slots=True)
class ListItem(Block):
    """A paragraph with a number or a dash before it, written as text: paper and register show the same number."""

    content: Content
    number: str = field(default="–", metadata={"verbatim": True})
    level: int = 0
    style: str = field(default="", metadata={"verbatim": True})
    indent_mm: float = 12.5
    offset_mm: float = 0.0

    def markup(self, paragraph: str, run: str) -> str:
        """One ``w:p`` with a hanging indent."""
        left = round((self.offset_mm + self.indent_mm * (self.level + 1)) * TWIPS)
        hanging = round(self.indent_mm * TWIPS)
        elements = {
            "tabs": f'<w:tabs><w:tab w:val="left" w:pos="{left}"/></w:tabs>',
            "ind": f'<w:ind w:left="{left}" w:hanging="{hanging}"/>',
        }
        if self.style:
            paragraph, run = "", ""
            elements["pStyle"] = f'<w:pStyle w:val="{style_id(self.style)}"/>'
        body = runs(f"{self.number}\t", run) + runs(self.content, run)
        return f"<w:p>{paragraph_properties(paragraph, **elements)}{body}</w:p>"


@dataclass(frozen=True, slots=True)
class PageBreak(Block):
    """What follows starts on a new page."""

    def markup(self, paragraph: str, run: str) -> str:
        """A paragraph with nothing but the break."""
        return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


@dataclass(frozen=True, slots=True)
class Picture(Inline):
    """A PNG or JPEG picture of the given size; ``description`` is read aloud to those who cannot see it.

    ``data`` may be a function that draws it: pictures are drawn when they are printed, not when they are planned.
    One that is to ``fit`` is as large as it can be within the size without being stretched.
    """

    data: bytes | Callable[[], bytes]
    width_mm: float
    height_mm: float
    description: str = ""
    fit: bool = False

    def __str__(self) -> str:
        """Nothing: there are no words for typography to look at."""
        return ""

    def runs(self, run: str, linked: bool = False) -> str:
        """One run with the drawing."""
        rendering = CURRENT.get()
        data = self.data if isinstance(self.data, bytes) else self.data()
        extension = next((name for start, name in _FORMATS.items() if data.startswith(start)), "")
        if not extension:
            rendering.note(UNPRINTABLE, "картинка не PNG и не JPEG", "сохраните её как PNG")
            return ""
        identifier = rendering.picture(hashlib.sha256(data).hexdigest(), data, extension)
        width, height = (
            fitted(data, self.width_mm, self.height_mm) if self.fit else (self.width_mm, self.height_mm)
        )
        size = f'cx="{round(width * _EMU)}" cy="{round(height * _EMU)}"'
        names = f'name="{identifier}" descr="{in_attribute(self.description)}"'
        return _PICTURE.format(id=identifier, size=size, names=names, number=next(rendering.drawings))


_PICTURE = (
    f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent {size}/><wp:docPr id="{number}" {names}/>'
    f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
    f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="0" {{names}}/><pic:cNvPicPr/></pic:nvPicPr>'
    f'<pic:blipFill><a:blip xmlns:r="{_RELATIONS}" r:embed="{{id}}"/><a:stretch><a:fillRect/></a:stretch>'
    '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)


def blocks(values: Sequence[object], paragraph: str, run: str) -> str:
    """The markup of several blocks; a text is a paragraph per line, two tables are kept apart."""
    made: list[str] = []
    for value in values:
        markup = block(value, paragraph, run)
        if made and markup.startswith("<w:tbl>") and made[-1].endswith("</w:tbl>"):
            made.append("<w:p></w:p>")
        made += [markup] if markup else []
    return "".join(made)


def block(value: object, paragraph: str, run: str) -> str:
    """The markup of one block."""
    if isinstance(value, Block):
        return value.markup(paragraph, run)
    if isinstance(value, str):
        return "".join(Paragraph(line).markup(paragraph, run) for line in value.splitlines() or [""])
    if isinstance(value, Inline):
        return Paragraph(value).markup(paragraph, run)
    CURRENT.get().note(UNPRINTABLE, f"абзацев из такого значения не сделать: {type(value).__name__}")
    return ""


def style_id(name: str) -> str:
    """The id of a style of the template by the name that Word shows."""
    rendering = CURRENT.get()
    found = rendering.styles.get(name.casefold(), "")
    if not found:
        rendering.note(
            UNPRINTABLE, f"в шаблоне нет стиля «{name}»", "добавьте стиль в шаблон или возьмите другой"
        )
    return in_attribute(found)
