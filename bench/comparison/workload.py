"""What the engines are given: the protocol of the examples as plain JSON, and its template in each tag language."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from bench.comparison.languages import LANGUAGES, Language
from bench.comparison.template_tree import Node, Place, evaluated, read
from lxml import etree

from docgen.build.dress import dress
from docgen.corpus import load
from docgen.kinds import KINDS, REFERENCES
from docgen.kinds.protocol import KIND

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "templates" / "protocol.docx"
PROTOCOL = "2023-11-08-mshrg-4"
BODY = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def view() -> Any:
    """The dressed view of the protocol: what docgen itself prints, links and all."""
    corpus = load(ROOT, KINDS, REFERENCES).corpus
    (document,) = (one for one in corpus.documents if one.id == PROTOCOL)
    return dress(KIND.view(document, corpus.only(KIND.reads)))


def plain(value: Any) -> Any:
    """A view as JSON: dictionaries, lists, texts."""
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type) and not type(value).__module__.endswith("inline"):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    return value if value is None or isinstance(value, bool | int | str) else str(value)


def lay_down(folder: Path) -> dict[str, tuple[Path, Path]]:
    """Template and data of every engine: the peers' own under their names, ours under ``docgen``."""
    data = plain(view())
    prepared = {"docgen": (TEMPLATE, _write(folder / "docgen.json", data))}
    for name, language in LANGUAGES.items():
        content, tree = translated(TEMPLATE.read_bytes(), language)
        template = folder / f"{name}.docx"
        template.write_bytes(content)
        prepared[name] = (template, _write(folder / f"{name}.json", evaluated(tree, data)))
    return prepared


def _write(path: Path, data: Any) -> Path:
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path


def translated(content: bytes, language: Language) -> tuple[bytes, list[Node]]:
    """A template of ours in another tag language, paragraph by paragraph, and the tree of its tags."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts[BODY])
    texts = [one for one in root.iter(f"{W}t") if _TAG.search(one.text or "")]
    tree, places = read(one.text or "" for one in texts)
    loops: list[Node] = []
    turned: set[int] = set()
    for text, here in zip(texts, places, strict=True):
        said = iter([_said(place, language, loops, turned) for place in here])
        text.text = _TAG.sub(lambda tag, said=said: next(said), text.text or "")
        text.set(_SPACE, "preserve")
        _settle(text, here, language)
    parts[BODY] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue(), tree


def _said(place: Place, language: Language, loops: list[Node], turned: set[int]) -> str:
    node = place.node
    if place.part == "value":
        return language.value(node, loops)
    if place.part == "set":
        return ""
    if place.part == "else":
        turned.add(id(node))
        return language.turned(node, loops, place.marker)
    if place.part == "close":
        if node.word == "for":
            loops.pop()
        return language.closed(node, loops, place.marker, id(node) in turned)
    tag = language.opened(node, loops, place.marker)
    if node.word == "for":
        loops.append(node)
    return tag


def _settle(text: Any, here: list[Place], language: Language) -> None:
    """A tag of paragraphs in paragraphs of its own, a tag of rows in a row or in the next row's cells."""
    paragraph = next(text.iterancestors(f"{W}p"))
    marker = here[0].marker
    if marker == "tr" and language.rows == "cells":
        _into_cells(text.text, here[0].part, next(text.iterancestors(f"{W}tr")))
    elif marker == "tr" and not text.text:
        row = next(text.iterancestors(f"{W}tr"))
        row.getparent().remove(row)
    elif marker == "p" and not text.text:
        paragraph.getparent().remove(paragraph)
    elif "\n" in text.text:  # else: the end and the beginning, each in a paragraph
        first, text.text = text.text.split("\n")
        before = deepcopy(paragraph)
        next(before.iter(f"{W}t")).text = first
        paragraph.addprevious(before)


def _into_cells(tag: str, part: str, row: Any) -> None:
    """Put the tag into the row after (at its beginning) or before (at its end), and drop the tag's own row."""
    beside = row.getnext() if part == "open" else row.getprevious()
    paragraphs = list(beside.iter(f"{W}p"))
    run = etree.Element(f"{W}r")
    etree.SubElement(run, f"{W}t", {_SPACE: "preserve"}).text = tag
    if part == "open":
        paragraph = paragraphs[0]
        paragraph.insert(1 if paragraph.find(f"{W}pPr") is not None else 0, run)
    else:
        paragraphs[-1].append(run)
    row.getparent().remove(row)


def text_of(content: bytes) -> list[str]:
    """The paragraphs of a document as a reader sees them."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read(BODY))
    return ["".join(_signs(paragraph)) for paragraph in root.iter(f"{W}p")]


def _signs(paragraph: Any) -> Iterator[str]:
    signs = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
    for one in paragraph.iter(*signs, f"{W}t"):
        if one.getparent().tag != f"{W}tabs":
            yield signs.get(one.tag) or one.text or ""
            if one.getparent().tag == f"{W}t":  # docx-templates puts line breaks into the text element
                yield one.tail or ""


def blocks(content: bytes) -> list[dict[str, Any]]:
    """A finished document as paragraphs (style and text) and tables of such, for an engine without templates."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        body = etree.fromstring(archive.read(BODY))[0]
        names = _style_names(archive.read("word/styles.xml"))
    made: list[dict[str, Any]] = []
    for block in body:
        if block.tag == f"{W}p":
            style, text = _styled(block, names)
            made.append({"style": style, "text": text})
        elif block.tag == f"{W}tbl":
            rows = [
                [_styled(next(cell.iter(f"{W}p")), names) for cell in row.iter(f"{W}tc")]
                for row in block.iter(f"{W}tr")
            ]
            made.append({"rows": rows})
    return made


def _styled(paragraph: Any, names: dict[str, str]) -> tuple[str, str]:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return names.get(style.get(f"{W}val") if style is not None else "", "Normal"), "".join(_signs(paragraph))


def _style_names(styles: bytes) -> dict[str, str]:
    """python-docx knows a style by its name."""
    root = etree.fromstring(styles)
    return {one.get(f"{W}styleId"): one.find(f"{W}name").get(f"{W}val") for one in root.iter(f"{W}style")}
