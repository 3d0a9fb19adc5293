"""Texts of charts and SmartArt: they are seen in the document and stand in parts of their own."""

from collections.abc import Iterable, Iterator

from lxml import etree

from docgen.papers import problems
from docgen.papers.package import Package
from docgen.papers.refusal import Refusal

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_NAMES = (f"{_C}strCache", f"{_C}multiLvlStrCache")


def picture_texts(package: Package, parts: Iterable[str]) -> Iterator[str]:
    """What is written in the charts and the SmartArt of these parts."""
    for part in parts:
        links = [one for one in package.relationships(part).values() if not one.external]
        for one in links:
            if one.kind == "chart":
                yield from _chart(_root(package, one.target))
        kinds = {one.kind for one in links}
        drawn = "diagramDrawing" if "diagramDrawing" in kinds else "diagramData"
        for one in links:
            if one.kind == drawn:
                yield from _paragraphs(_root(package, one.target))


def _root(package: Package, name: str) -> etree._Element | None:
    """A part that Word can do without: a broken one holds no text."""
    try:
        return package.xml(name) if name in package else None
    except Refusal as refusal:
        if refusal.rule is not problems.BROKEN:
            raise
        return None


def _chart(root: etree._Element | None) -> Iterator[str]:
    """Titles and labels, then the names of rows and categories, each once."""
    yield from _paragraphs(root)
    names: dict[str, None] = {}
    for cache in () if root is None else root.iter(*_NAMES):
        names.update(dict.fromkeys((one.text or "").strip() for one in cache.iter(f"{_C}v")))
    yield from filter(None, names)


def _paragraphs(root: etree._Element | None) -> Iterator[str]:
    for paragraph in () if root is None else root.iter(f"{_A}p"):
        text = "".join(one.text or "" for one in paragraph.iter(f"{_A}t"))
        if text.strip():
            yield text
