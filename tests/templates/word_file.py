"""A Word file read for the tests: its paragraphs as text, its styles with what they inherit."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {f"{W}tab": "→", f"{W}br": "↵", f"{W}noBreakHyphen": "‑"}
_TWIPS_IN_MM = 1440 / 25.4


def in_mm(twips: str | None) -> int:
    """Twips as written in an attribute → millimetres."""
    return round(int(twips or 0) / _TWIPS_IN_MM)


class WordFile:
    """The parts of a DOCX that a person sees."""

    def __init__(self, content: bytes | Path) -> None:
        data = content.read_bytes() if isinstance(content, Path) else content
        with zipfile.ZipFile(BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.body = self.root("word/document.xml")[0]
        self.styles = {
            style.get(f"{W}styleId", ""): style for style in self.root("word/styles.xml").iter(f"{W}style")
        }

    def root(self, part: str) -> Element:
        """A part as a tree."""
        return ElementTree.fromstring(self.parts[part])

    def headers(self) -> dict[str, Element]:
        """The headers and footers: part → tree."""
        names = sorted(name for name in self.parts if name.startswith(("word/header", "word/footer")))
        return {name: self.root(name) for name in names}

    def style_name(self, paragraph: Element) -> str:
        """The name of a paragraph's style as Word shows it; «без стиля» if it has none."""
        used = paragraph.find(f"{W}pPr/{W}pStyle")
        return self.name_of(used.get(f"{W}val", "")) if used is not None else "без стиля"

    def name_of(self, style: str) -> str:
        """The name of a style by its id."""
        name = self.styles[style].find(f"{W}name")
        return name.get(f"{W}val", "") if name is not None else ""

    def inherited(self, style: str, path: str) -> Element | None:
        """A property of a style (``pPr/keepNext``), its own or of what it is based on."""
        element = self.styles[style]
        found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
        based = element.find(f"{W}basedOn")
        return found if found is not None or based is None else self.inherited(based.get(f"{W}val", ""), path)

    def keeps_with_next(self, paragraph: Element) -> bool:
        """Whether the paragraph is on the page of what follows it."""
        used = paragraph.find(f"{W}pPr/{W}pStyle")
        return used is not None and self.inherited(used.get(f"{W}val", ""), "pPr/keepNext") is not None

    def lines(self) -> Iterator[str]:
        """«Стиль | текст» for every paragraph; tables and headers are told apart."""
        yield "== текст =="
        yield from self._block_lines(self.body)
        for part, root in self.headers().items():
            yield f"== {Path(part).stem} =="
            yield from self._block_lines(root)

    def _block_lines(self, parent: Element) -> Iterator[str]:
        for child in parent:
            if child.tag == f"{W}p":
                yield f"{self.style_name(child)} | {text_of(child)}".rstrip()
                size = child.find(f"{W}pPr/{W}sectPr/{W}pgSz")
                if size is not None:
                    yield f"== конец страниц: {size.get(f'{W}orient', 'portrait')} =="
            elif child.tag == f"{W}sdt":
                yield from self._block_lines(child.find(f"{W}sdtContent") or child)
            elif child.tag == f"{W}tbl":
                yield from self._table_lines(child)

    def _table_lines(self, table: Element) -> Iterator[str]:
        widths = " + ".join(str(in_mm(column.get(f"{W}w"))) for column in table.iter(f"{W}gridCol"))
        style = table.find(f"{W}tblPr/{W}tblStyle")
        yield f"-- таблица «{self.name_of(style.get(f'{W}val', '')) if style is not None else ''}», {widths} мм"
        for row in table.iter(f"{W}tr"):
            yield "-- строка-шапка" if row.find(f"{W}trPr/{W}tblHeader") is not None else "-- строка"
            for cell in row.iter(f"{W}tc"):
                yield from (f"   {line}" for line in self._block_lines(cell))
        yield "-- конец таблицы"


def text_of(paragraph: Element) -> str:
    """The characters of a paragraph; a tab is «→», a new line «↵», a field its code in braces."""
    made = []
    for element in paragraph.iter():
        if element.tag == f"{W}t":
            made.append(element.text or "")
        elif element.tag == f"{W}instrText":
            made.append(f"{{{(element.text or '').strip()}}}")
        elif element.tag == f"{W}drawing":
            described = next(one.get("descr", "") for one in element.iter() if one.tag.endswith("}docPr"))
            made.append(f"[рисунок: {described}]")
        elif element.tag in _SIGNS and element.get(f"{W}pos") is None:
            made.append(_SIGNS[element.tag])
    return "".join(made)
