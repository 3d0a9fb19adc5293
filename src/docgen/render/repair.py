"""What loops and conditions leave behind, put right: tables without rows, cells without paragraphs, repeated ids.

The compiler says which of these a part can need at all; a part that needs none is not touched.
"""

import re
from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING

from lxml import etree

from docgen.render.package import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NO_CELLS = re.compile(r"<w:tr(?: [^>]*)?>(?:(?!<w:tc[ >]|</w:tr>).)*</w:tr>")
_NO_ROWS = re.compile(r"<w:tbl(?: [^>]*)?>(?:(?!<w:tr[ >]|</w:tbl>).)*</w:tbl>")
_CELL_END = re.compile(r"</w:tc>(?<!</w:p></w:tc>)(?<!</w:sdt></w:tc>)")
_ALL_FLOWS = ("body", "hdr", "ftr", "footnote", "endnote", "txbxContent")
_FLOWS = {  # what has to hold a paragraph, by the root of the part
    "<w:document": ("body", "txbxContent"),
    "<w:hdr": ("hdr", "txbxContent"),
    "<w:ftr": ("ftr", "txbxContent"),
    "<w:footnotes": ("footnote", "txbxContent"),
    "<w:endnotes": ("endnote", "txbxContent"),
}
_DRAWING = re.compile(r'(<wp:docPr\b[^>]*?\bid=")\d+(")')
_BOOKMARK = re.compile(r"<w:bookmark(Start|End)\b([^>]*)>")
_ID = re.compile(r'w:id="([^"]*)"')
_NAME = re.compile(r'w:name="([^"]*)"')


def repair(markup: str, needs: frozenset[str], drawings: "count[int]") -> str:
    """The markup with what it needs put right."""
    if "rows" in needs:
        markup = _without_empty(markup, "w:tr", "w:tc", _NO_CELLS)
    if "rows" in needs or "tables" in needs:
        markup = _without_empty(markup, "w:tbl", "w:tr", _NO_ROWS)
    if not needs.isdisjoint(("flow", "rows", "tables")):
        markup = _CELL_END.sub("<w:p></w:p></w:tc>", markup)
        for name in _FLOWS.get(markup[: markup.find(">")].partition(" ")[0], _ALL_FLOWS):
            markup = _with_paragraph(markup, name)
    if "bookmarks" in needs:
        markup = renumber_bookmarks(markup)
    if "drawings" in needs:
        markup = _DRAWING.sub(lambda found: f"{found[1]}{next(drawings)}{found[2]}", markup)
    return fit_grids(markup) if "grid" in needs else markup


def _without_empty(markup: str, name: str, wanted: str, empty: re.Pattern[str]) -> str:
    """Without the elements that have no ``wanted`` in them; only those that do not end with one are looked at."""
    opening, closing, full = f"<{name}", f"</{name}>", f"</{wanted}></{name}>"
    kept: list[str] = []
    done = 0
    at = markup.find(closing)
    while at >= 0:
        end = at + len(closing)
        if not markup.startswith(full, end - len(full)):
            start = markup.rfind(opening, done, at)
            while start >= 0 and markup[start + len(opening)] not in "> ":  # w:tblPr is no w:tbl
                start = markup.rfind(opening, done, start)
            if start >= 0:
                kept += (markup[done:start], empty.sub("", markup[start:end]))
                done = end
        at = markup.find(closing, end)
    return "".join((*kept, markup[done:])) if kept else markup


def _with_paragraph(markup: str, name: str) -> str:
    """With a paragraph in every element of that name that has nothing in it."""
    closing = f"</w:{name}>"
    at = markup.find(closing)
    while at >= 0:
        before = markup.rfind("<", 0, at)
        after = markup.find(">", before, at) + 1
        if markup.startswith((f"<w:{name}>", f"<w:{name} "), before) and not markup[after:at].strip():
            markup = f"{markup[:after]}<w:p></w:p>{markup[at:]}"
            at = after
        at = markup.find(closing, at + len(closing))
    return markup


def renumber_bookmarks(markup: str) -> str:
    """Every bookmark with a number and a name of its own; an end belongs to the last beginning of its number."""
    numbers: dict[str, int] = {}
    names: dict[str, int] = {}
    fresh = count()

    def put(found: re.Match[str]) -> str:
        old = _ID.search(found[2])
        if old is None:
            return found[0]
        if found[1] == "Start":
            numbers[old[1]] = next(fresh)
        number = numbers.get(old[1])
        if number is None:
            return ""
        rest = _ID.sub(f'w:id="{number}"', found[2])
        return f"<w:bookmark{found[1]}{_NAME.sub(rename, rest)}>"

    def rename(found: re.Match[str]) -> str:
        names[found[1]] = names.get(found[1], 0) + 1
        return found[0] if names[found[1]] == 1 else f'w:name="{found[1][:34]}_{names[found[1]]}"'

    return _BOOKMARK.sub(put, markup)


def fit_grids(markup: str) -> str:
    """As many grid columns as the widest row of each table has; the width of the table stays."""
    root = etree.fromstring(markup.encode())
    for table in root.iter(f"{W}tbl"):
        _fit_grid(table)
    return etree.tostring(root, encoding="unicode")


def _fit_grid(table: "Element") -> None:
    grid = table.find(f"{W}tblGrid")
    if grid is None:
        return
    columns = grid.findall(f"{W}gridCol")
    wanted = max((_columns_of(row) for row in table.iter(f"{W}tr") if _table_of(row) is table), default=0)
    if not wanted or wanted == len(columns):
        return
    widths = [int(float(column.get(f"{W}w") or 0)) for column in columns]
    for column in columns:
        grid.remove(column)
    for number, width in enumerate(_spread(widths, wanted)):
        grid.insert(number, etree.Element(f"{W}gridCol", {f"{W}w": str(width)}))


def _spread(widths: list[int], wanted: int) -> list[int]:
    total = sum(widths)
    if wanted < len(widths):
        extra = sum(widths[wanted:]) // wanted
        return [width + extra for width in widths[:wanted]]
    added = [total // wanted] * (wanted - len(widths))
    scale: Callable[[int], int] = lambda width: width * len(widths) // wanted  # noqa: E731
    return [scale(width) for width in widths] + added


def _columns_of(row: "Element") -> int:
    before = [int(one.get(f"{W}val") or 0) for one in row.iterfind(f"{W}trPr/{W}gridBefore")]
    after = [int(one.get(f"{W}val") or 0) for one in row.iterfind(f"{W}trPr/{W}gridAfter")]
    return (
        sum(before)
        + sum(after)
        + sum(_span(cell) for cell in row.iterfind(f".//{W}tc") if _row_of(cell) is row)
    )


def _span(cell: "Element") -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return int(span.get(f"{W}val") or 1) if span is not None else 1


def _row_of(cell: "Element") -> "Element | None":
    return next(cell.iterancestors(f"{W}tr"), None)


def _table_of(row: "Element") -> "Element | None":
    return next(row.iterancestors(f"{W}tbl"), None)
