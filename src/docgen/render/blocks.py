"""Values that print whole paragraphs: what a view makes of prose, and a template prints with ``{{p … }}``.

A block without a style of its own looks like the paragraph that the tag stands in.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from docgen.render.escape import in_attribute
from docgen.render.formatting import paragraph_properties, run_properties
from docgen.render.inline import Inline, runs
from docgen.render.problems import UNPRINTABLE
from docgen.render.rendering import CURRENT

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_EMU, _TWIPS = 36_000, 1_440 / 25.4  # in a millimetre
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
    style: str = ""
    align: str = ""
    keep_with_next: bool = False
    page_break_before: bool = False

    def markup(self, paragraph: str, run: str) -> str:
        """One ``w:p``."""
        elements: dict[str, str] = {}
        if self.style:
            paragraph, run = "", ""
            elements["pStyle"] = f'<w:pStyle w:val="{style_id(self.style)}"/>'
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
    number: str = "–"
    level: int = 0
    style: str = ""
    indent_mm: float = 12.5

    def markup(self, paragraph: str, run: str) -> str:
        """One ``w:p`` with a hanging indent."""
        left = round(self.indent_mm * (self.level + 1) * _TWIPS)
        hanging = round(self.indent_mm * _TWIPS)
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
class Cell:
    """A cell that takes ``span`` columns; its content is a text or several blocks."""

    content: Content | tuple[Block, ...] = ""
    span: int = 1
    align: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Table(Block):
    """A table: rows of cells, column widths in millimetres, how many rows repeat as a header on every page."""

    rows: tuple[tuple[Cell | Content, ...], ...]
    widths: tuple[float, ...]
    header: int = 0
    style: str = ""

    def markup(self, paragraph: str, run: str) -> str:
        """One ``w:tbl``; nothing at all if there are no rows."""
        if not self.rows:
            return ""
        widths = [round(width * _TWIPS) for width in self.widths]
        look = f'<w:tblStyle w:val="{style_id(self.style)}"/>' if self.style else ""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = "".join(
            self._row(row, widths, number < self.header, paragraph, run)
            for number, row in enumerate(self.rows)
        )
        size = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        borders = "" if self.style else _BORDERS
        layout = '<w:tblLayout w:type="fixed"/>'
        return f"<w:tbl><w:tblPr>{look}{size}{borders}{layout}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"

    def _row(
        self, row: Sequence[Cell | Content], widths: list[int], header: bool, paragraph: str, run: str
    ) -> str:
        properties = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>"
        cells, column = [], 0
        for one in row:
            cell = one if isinstance(one, Cell) else Cell(one)
            width = sum(widths[column : column + cell.span])
            cells.append(_cell(cell, width, paragraph, run))
            column += cell.span
        return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


_BORDERS = (
    "<w:tblBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)


def _cell(cell: Cell, width: int, paragraph: str, run: str) -> str:
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    run = run_properties(run, b="", bCs="") if cell.bold else run
    content = (
        cell.content if isinstance(cell.content, tuple) else (Paragraph(cell.content, align=cell.align),)
    )
    inside = blocks(content, paragraph, run)
    if not inside.endswith("</w:p>"):
        inside += "<w:p></w:p>"
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{inside}</w:tc>'


@dataclass(frozen=True, slots=True)
class Picture(Inline):
    """A PNG or JPEG picture of the given size; ``description`` is read aloud to those who cannot see it."""

    data: bytes
    width_mm: float
    height_mm: float
    description: str = ""

    @property
    def extension(self) -> str:
        """``png`` or ``jpeg``; empty for what is neither."""
        return next((name for start, name in _FORMATS.items() if self.data.startswith(start)), "")

    def runs(self, run: str, linked: bool = False) -> str:
        """One run with the drawing."""
        rendering = CURRENT.get()
        if not self.extension:
            rendering.note(UNPRINTABLE, "картинка не PNG и не JPEG", "сохраните её как PNG")
            return ""
        identifier = rendering.picture(hashlib.sha256(self.data).hexdigest(), self.data, self.extension)
        size = f'cx="{round(self.width_mm * _EMU)}" cy="{round(self.height_mm * _EMU)}"'
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
