"""The blocks of a part in the order in which they are read: paragraphs, tables, boxes."""

from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from docgen.papers import problems
from docgen.papers.limits import LIMITS, Limits
from docgen.papers.paper import Block, Cell, Mark, MarkKind, Table, TableCell, Where
from docgen.papers.refusal import Refusal
from docgen.papers.word.drawn import chosen
from docgen.papers.word.inline import Inline, Line
from docgen.papers.word.names import MC, W, attribute, value, whole
from docgen.papers.word.numbering import Numbers
from docgen.papers.word.styles import Style, Styles, is_filled

_THROUGH = frozenset(
    f"{W}{name}" for name in ("customXml", "sdtContent", "smartTag", "ins", "moveTo", "footnote", "endnote")
)
_CHANGES = (MarkKind.INSERTED, MarkKind.DELETED, MarkKind.MOVED, MarkKind.REFORMATTED, MarkKind.OBJECT)


class Body:
    """Gathers the blocks, tables and marks of a document, part by part."""

    def __init__(self, styles: Styles, numbers: Numbers, limits: Limits) -> None:
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.marks: list[Mark] = []
        self.inline = Inline(styles)
        self._styles = styles
        self._numbers = numbers
        self._left = limits.text
        self._counted = dict.fromkeys(Where, 0)

    def read(self, root: etree._Element, where: Where) -> None:
        """All blocks of a part."""
        self._children(root, where, None, contents=False, shaded=False)

    def unprinted(self, root: etree._Element) -> None:
        """A part that is nowhere printed: its changes are told of as those of the file, its text is not read."""
        aside = Body(self._styles, Numbers(), replace(LIMITS, text=self._left))
        aside.read(root, Where.HEADER)
        self.marks += [replace(mark, block=None) for mark in aside.marks if mark.kind in _CHANGES]

    def _children(
        self, root: Iterable[etree._Element], where: Where, cell: Cell | None, contents: bool, shaded: bool
    ) -> None:
        for child in root:
            tag = child.tag
            if tag == f"{W}p":
                self._paragraph(child, where, cell, contents, shaded)
            elif tag == f"{W}tbl":
                self._table(child, where, contents, None if cell is None else cell.table)
            elif tag == f"{W}sdt":
                inner = child.find(f"{W}sdtContent")
                if inner is not None:
                    self._children(inner, where, cell, contents or _is_contents(child), shaded)
            elif tag in _THROUGH:
                self._children(child, where, cell, contents, shaded)
            elif tag == f"{MC}AlternateContent":
                way = chosen(child)
                self._children(way if way is not None else (), where, cell, contents, shaded)
            elif tag == f"{W}altChunk":
                self.marks.append(Mark(MarkKind.OBJECT, detail="вставленный файл другого формата"))

    def _paragraph(
        self, element: etree._Element, where: Where, cell: Cell | None, contents: bool, shaded: bool
    ) -> None:
        properties = element.find(f"{W}pPr")
        style = self._styles.style(value(properties, f"{W}pStyle"))
        base = style.run.over(self._styles.default_run)
        ground = shaded or _filled(properties)
        line = self.inline.read(element, base, ground)
        self._left -= line.length
        if self._left < 0:
            raise _too_much()
        label, level, bullet = self._number(properties, style)
        text = "".join(line.texts)
        self._counted[where] += 1
        block = Block(
            number=self._counted[where],
            text=text,
            where=where,
            label="" if bullet else label,
            level=None if where is not Where.BODY else _heading(properties, style),
            style=style.name,
            look=line.look(_centred(properties, style)),
            list_level=level,
            contents=contents or style.contents or line.contents,
            picture=line.picture,
            cell=cell,
        )
        self._keep(block, line, properties)
        for box in line.boxes:
            self._children(box, Where.BOX if where is Where.BODY else where, None, contents, shaded=True)
        for drawn in line.drawn:
            self.picture(drawn, where)

    def picture(self, text: str, where: Where = Where.BODY) -> None:
        """A text that is drawn."""
        place = where if where is Where.HEADER else Where.PICTURE
        self._left -= len(text)
        if self._left < 0:
            raise _too_much()
        self._counted[place] += 1
        self.blocks.append(Block(self._counted[place], text, place))

    def _keep(self, block: Block, line: Line, properties: etree._Element | None) -> None:
        at = len(self.blocks)
        self.blocks.append(block)
        self.marks += [replace(mark, block=at) for mark in line.marks]
        if properties is None:
            return
        for path, kind in (
            ("pPrChange", MarkKind.REFORMATTED),
            (f"rPr/{W}ins", MarkKind.INSERTED),
            (f"rPr/{W}del", MarkKind.DELETED),
        ):
            if properties.find(f"{W}{path}") is not None:
                self.marks.append(
                    Mark(kind, "¶" if kind is not MarkKind.REFORMATTED else "", at, len(block.text))
                )

    def _number(self, properties: etree._Element | None, style: Style) -> tuple[str, int | None, bool]:
        """The number that Word prints, the level in the list, and whether it is a mere bullet."""
        key, level = style.number
        numbered = None if properties is None else properties.find(f"{W}numPr")
        if numbered is not None:
            own = value(numbered, f"{W}numId")
            key, level = own or key, whole(value(numbered, f"{W}ilvl"), level or 0)
        if key is None or key == "0":
            return "", None, False
        label, bullet = self._numbers.next(key, level or 0)
        return label, level or 0, bullet

    def _table(self, element: etree._Element, where: Where, contents: bool, parent: int | None) -> None:
        number = len(self.tables)
        self.tables.append(Table((), len(self.blocks), parent))  # its place among the tables; rows come below
        styled = value(element.find(f"{W}tblPr"), f"{W}tblStyle") is not None
        rows: list[tuple[TableCell, ...]] = []
        for row in _rows(element):
            cells: list[TableCell] = []
            column = whole(value(row.find(f"{W}trPr"), f"{W}gridBefore"))
            for one in _cells(row):
                cell = self._cell(one, Cell(number, len(rows), column), where, contents, styled)
                cells.append(cell)
                column += cell.columns
            rows.append(tuple(cells))
        self.tables[number] = replace(self.tables[number], rows=tuple(rows))

    def _cell(
        self, element: etree._Element, place: Cell, where: Where, contents: bool, styled: bool
    ) -> TableCell:
        properties = element.find(f"{W}tcPr")
        merge = None if properties is None else properties.find(f"{W}vMerge")
        first = len(self.blocks)
        self._children(element, where, place, contents, shaded=styled or _filled(properties))
        own = (block for block in self.blocks[first:] if block.cell == place)
        return TableCell(
            text="\n".join(block.shown for block in own if block.text or block.label),
            column=place.column,
            columns=min(max(1, whole(value(properties, f"{W}gridSpan"), 1)), 200),
            continued=merge is not None and attribute(merge, "val", "continue") != "restart",
        )


def _too_much() -> Refusal:
    return Refusal(problems.TOO_LARGE, "в документе слишком много текста", "разделите документ")


def _rows(table: etree._Element) -> Iterable[etree._Element]:
    return _nested(table, f"{W}tr")


def _cells(row: etree._Element) -> Iterable[etree._Element]:
    return _nested(row, f"{W}tc")


def _nested(element: etree._Element, tag: str) -> Iterable[etree._Element]:
    """Rows or cells, those in content controls too; a deleted row is no row."""
    for child in element:
        if child.tag == tag:
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            yield from _nested(child, tag)


def _heading(properties: etree._Element | None, style: Style) -> int | None:
    """The level of a heading: by its own outline level, by its style; ``None`` for text. The document's title is 0."""
    said = value(properties, f"{W}outlineLvl")
    if said is not None:
        return whole(said) + 1 if 0 <= whole(said, 9) <= 8 else None
    return style.outline


def _centred(properties: etree._Element | None, style: Style) -> bool:
    aligned = value(properties, f"{W}jc")
    return bool(style.centred) if aligned is None else aligned == "center"


def _filled(properties: etree._Element | None) -> bool:
    shade = None if properties is None else properties.find(f"{W}shd")
    return shade is not None and is_filled(shade)


def _is_contents(control: etree._Element) -> bool:
    gallery = value(control, f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.casefold() in ("table of contents", "оглавление")
