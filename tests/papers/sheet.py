"""PDF files drawn in a few signs, for tests: the same lines as in ``page.py``, tables drawn as different programs do.

Letters are Russian and all of one width (half their size), so that a test can say where they stand.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
)

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 595.0, 842.0, 60.0, 535.0, 760.0, 70.0
SIZE, STEP, PADDING = 12.0, 15.0, 5.0
WAYS = ("strokes", "rectangles", "rings", "dashes", "form", "tags")
"""How tables are drawn: by LibreOffice and Cairo, by Word, by WeasyPrint, in dots, within a form; only told by tags."""

_CODES = "\n".join(
    f"<{code:02x}> <{ord(bytes([code]).decode('cp1251', 'replace')):04x}>" for code in range(32, 256)
)
_TO_UNICODE = f"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
100 beginbfchar {chr(10).join(_CODES.splitlines()[:100])} endbfchar
100 beginbfchar {chr(10).join(_CODES.splitlines()[100:200])} endbfchar
24 beginbfchar {chr(10).join(_CODES.splitlines()[200:])} endbfchar
endcmap CMapName currentdict /CMap defineresource pop end end"""


@dataclass
class _Tag:
    """A cell of a table told by tags: its page, its row and column in the table, the number of its marked contents."""

    page: int
    table: int
    row: int
    column: int
    content: int


@dataclass
class Sheet:
    """Pages that are drawn one after another; places are in points from the lower left corner.

    ``stem`` is how heavy the file calls its fonts, if it says so.
    """

    pages: list[str] = field(default_factory=lambda: [""])
    y: float = TOP
    rotated: int = 0
    stem: int = 0
    _tags: list[_Tag] = field(default_factory=list)
    _tables: int = 0

    def text(self, shown: str, x: float, y: float, font: str = "F", size: float = SIZE) -> None:
        """A line of text."""
        codes = shown.encode("cp1251").hex()
        self.draw(f"BT /{font} {size} Tf {x} {y} Td <{codes}> Tj ET")

    def draw(self, operators: str) -> None:
        """Operators of the page's language."""
        self.pages[-1] += f"{operators}\n"

    def line(self, shown: str, font: str = "F", size: float = SIZE) -> None:
        """A paragraph below what is there, on as many lines as it takes."""
        for part in wrapped(shown, int((RIGHT - LEFT) / (size / 2))):
            if self.y < BOTTOM:
                self.new_page()
            self.text(part, LEFT, self.y, font, size)
            self.y -= STEP * size / SIZE
        self.y -= 4

    def new_page(self) -> None:
        """Begin a page."""
        self.pages.append("")
        self.y = TOP

    def table(
        self,
        rows: Sequence[Sequence[str]],
        way: str = "strokes",
        widths: Sequence[float] = (),
        goes_on: int = 0,
    ) -> None:
        """A table below what is there; ``goes_on`` counts the rows that tags say stand before these in the same table."""
        count = max(len(row) for row in rows)
        widths = widths or [(RIGHT - LEFT) / count] * count
        xs = [LEFT + sum(widths[:at]) for at in range(count + 1)]
        ys = [self.y + STEP]
        self._tables += not goes_on
        for number, row in enumerate(rows, goes_on):
            cells = [
                wrapped(cell, int((width - 2 * PADDING) / (SIZE / 2)))
                for cell, width in zip(row, widths, strict=False)
            ]
            for column, cell in enumerate(cells):
                self._cell(cell, xs[column] + PADDING, (number, column) if way == "tags" else None)
            self.y -= STEP * max(len(cell) for cell in cells) + 3
            ys.append(self.y + STEP)
        self.draw(_borders(xs, ys, way))
        self.y -= 8

    def _cell(self, lines: Sequence[str], x: float, place: tuple[int, int] | None) -> None:
        if place is not None and any(lines):
            content = len(self._tags)
            self._tags.append(_Tag(len(self.pages) - 1, self._tables - 1, *place, content))
            self.draw(f"/P <</MCID {content}>> BDC")
        for at, line in enumerate(lines):
            self.text(line, x, self.y - at * STEP)
        if place is not None and any(lines):
            self.draw("EMC")

    def bytes(self) -> bytes:
        """The file."""
        writer = PdfWriter()
        fonts = {
            key: _font(writer, name, self.stem) for key, name in (("F", "Helvetica"), ("B", "Helvetica-Bold"))
        }
        for operators in self.pages:
            page = writer.add_blank_page(WIDTH, HEIGHT)
            resources = DictionaryObject({NameObject("/Font"): _dictionary(fonts)})
            page[NameObject("/Contents")] = _stream(writer, operators)
            page[NameObject("/Resources")] = resources
            if self.rotated:
                page[NameObject("/Rotate")] = NumberObject(self.rotated)
        if self._tags:
            _tag(writer, self._tags)
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue()


def sheet(text: str, way: str = "strokes") -> bytes:
    """A PDF of lines written as in ``page.py``."""
    return written(text, way).bytes()


def written(text: str, way: str) -> Sheet:
    """The pages of lines written as in ``page.py``."""
    made = Sheet()
    rows: list[list[str]] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
            continue
        if rows:
            made.table(rows, way)
            rows = []
        if line.startswith("#"):
            made.line(line.lstrip("# "), "B", 16 if line.startswith("# ") else 14)
        elif line.strip():
            made.line(line.replace("**", ""), "B" if line.startswith("**") else "F")
        made.y -= STEP / 2
    return made


def wrapped(text: str, most: int) -> list[str]:
    """A text on lines of so many letters; «/» breaks a line too."""
    lines = [""]
    for word in text.replace("/", " \n ").split(" "):
        if word == "\n" or (lines[-1] and len(lines[-1]) + 1 + len(word) > most):
            lines.append("")
        if word not in ("", "\n"):
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _borders(xs: Sequence[float], ys: Sequence[float], way: str) -> str:
    left, right, top, bottom = xs[0], xs[-1], ys[0], ys[-1]
    if way == "strokes":
        return "\n".join(
            [*(f"{left} {y} m {right} {y} l S" for y in ys), *(f"{x} {top} m {x} {bottom} l S" for x in xs)]
        )
    if way == "form":
        return f"q 2 0 0 2 0 0 cm {_borders([x / 2 for x in xs], [y / 2 for y in ys], 'strokes')} Q"
    cells = [(x, low, u - x, high - low) for x, u in pairwise(xs) for high, low in pairwise(ys)]
    if way == "rectangles":
        sides = (
            (
                f"{x} {y} {w} 0.5 re",
                f"{x} {y} 0.5 {h} re",
                f"{x} {y + h} {w} 0.5 re",
                f"{x + w} {y} 0.5 {h} re",
            )
            for x, y, w, h in cells
        )
        return "\n".join(f"{' '.join(four)} f" for four in sides)
    if way == "rings":
        return "\n".join(
            f"{x + 0.5} {y + 0.5} {w - 1} {h - 1} re {x + 1.5} {y + 1.5} {w - 3} {h - 3} re f*"
            for x, y, w, h in cells
        )
    if way == "dashes":
        return f"[2 2] 0 d {_borders(xs, ys, 'strokes')} [] 0 d"
    return ""


def _font(writer: PdfWriter, name: str, stem: int) -> PdfObject:
    descriptor = {
        "Type": NameObject("/FontDescriptor"),
        "FontName": NameObject(f"/{name}"),
        "Flags": NumberObject(32),
        "StemV": NumberObject(stem),
    }
    codes = _stream(writer, _TO_UNICODE)
    widths = ArrayObject([NumberObject(500)] * 256)
    entries = {
        "Type": NameObject("/Font"),
        "Subtype": NameObject("/Type1"),
        "BaseFont": NameObject(f"/{name}"),
        "Encoding": NameObject("/WinAnsiEncoding"),
        "FirstChar": NumberObject(0),
        "LastChar": NumberObject(255),
        "Widths": widths,
        "ToUnicode": codes,
        **({"FontDescriptor": writer._add_object(_dictionary(descriptor))} if stem else {}),
    }
    return writer._add_object(_dictionary(entries))


def _stream(writer: PdfWriter, operators: str) -> PdfObject:
    stream = DecodedStreamObject()
    stream.set_data(operators.encode("latin-1"))
    return writer._add_object(stream)


def _dictionary(entries: dict[str, PdfObject]) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


def _tag(writer: PdfWriter, tags: Sequence[_Tag]) -> None:
    """The tree of tags: tables of rows of cells, and which contents are whose."""
    root = DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot")})
    top = writer._add_object(root)
    tables: dict[int, DictionaryObject] = {}
    rows: dict[tuple[int, int], DictionaryObject] = {}
    cells: dict[tuple[int, int, int], DictionaryObject] = {}
    of_page: dict[int, list[PdfObject]] = {}
    document = _element(writer, "Document", root, top)
    for tag in tags:
        table = tables.get(tag.table) or _element(writer, "Table", document)
        tables[tag.table] = table
        row = rows.get((tag.table, tag.row)) or _element(writer, "TR", table)
        rows[tag.table, tag.row] = row
        key = (tag.table, tag.row, tag.column)
        cell = cells.get(key) or _element(writer, "TD", row)
        cells[key] = cell
        page = writer.pages[tag.page]
        page[NameObject("/StructParents")] = NumberObject(tag.page)
        entries = {
            "Type": NameObject("/MCR"),
            "Pg": page.indirect_reference,
            "MCID": NumberObject(tag.content),
        }
        cell[NameObject("/K")].append(_dictionary({k: v for k, v in entries.items() if v is not None}))  # type: ignore[attr-defined]
        owners = of_page.setdefault(tag.page, [])
        owners += [NumberObject(0)] * (tag.content - len(owners)) + [cell.indirect_reference or cell]
    numbers = ArrayObject()
    for number, owners in of_page.items():
        numbers += [NumberObject(number), writer._add_object(ArrayObject(owners))]
    root[NameObject("/ParentTree")] = writer._add_object(_dictionary({"Nums": numbers}))
    writer.root_object[NameObject("/StructTreeRoot")] = top
    writer.root_object[NameObject("/MarkInfo")] = _dictionary({"Marked": FloatObject(1)})


def _element(
    writer: PdfWriter, kind: str, parent: DictionaryObject, at: PdfObject | None = None
) -> DictionaryObject:
    entries = {
        "Type": NameObject("/StructElem"),
        "S": NameObject(f"/{kind}"),
        "P": parent.indirect_reference or at,
        "K": ArrayObject(),
    }
    element = _dictionary({key: value for key, value in entries.items() if value is not None})
    reference = writer._add_object(element)
    kids = parent.setdefault(NameObject("/K"), ArrayObject())
    kids.append(reference)
    return element
