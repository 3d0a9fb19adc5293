"""From what Word saved to what jinja can read: every tag whole in one place, tags of paragraphs and rows instead of them.

The work is done on the tree, not on its text, so formatting, bookmarks and hyperlinks around a tag survive.
A tag becomes a numbered placeholder first and its text only at the very end: nothing on the way can spoil it.
What docxtpl alone knows (``{%-``, colspan, cellbg, vm, hm) is left to docxtpl's own ``patch_xml``.
"""

import re
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from docgen.render.archive import UnsafeArchive
from docgen.render.formatting import in_schema_order
from docgen.render.package import W
from docgen.render.source import Page
from docgen.render.tags import HIDDEN_TAG, Tag, make_tag

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_PLACEHOLDER = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_STRAY = re.compile(rf"(?!\{{[{{%][-+]?(?: (?:colspan|cellbg) )?{_OPEN}|\{{% (?:vm|hm) %\}})\{{(?=[{{%#])")
_DECLARATION = re.compile(r' xmlns(?::\w+)?="[^"]*"')
_PATCHED = re.compile(r"\{%-|-%\}|\{% *(?:colspan|cellbg|vm|hm)\b")
_EMPTY_RUN = re.compile(
    r"<w:r>(?:<w:rPr/>|<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?(?:<w:t(?: [^>]*)?(?:/>|></w:t>))?</w:r>"
)
_RANGES = {f"{W}bookmarkStart", f"{W}bookmarkEnd"}
_CHANGES = tuple(f"{W}{one}Change" for one in ("rPr", "pPr", "tblPr", "trPr", "tcPr", "sectPr", "tblGrid"))
_OWNERS = {"p": f"{W}p", "tr": f"{W}tr", "tc": f"{W}tc"}
_SPECIAL = frozenset({"colspan", "cellbg"})
_ALONE = frozenset({"vm", "hm"})


@dataclass
class Mended:
    """A part ready for jinja: its source, the tag of every line of it, the look of the places of block tags."""

    source: str
    tags: list[Tag]
    looks: dict[int, tuple[str, str]] = field(default_factory=dict)


def mend(root: "Element", page: Page, tags: list[Tag]) -> Mended:
    """Change the tree and write it out."""
    if not {_OPEN, _CLOSE}.isdisjoint(etree.tostring(root, encoding="unicode")):
        raise UnsafeArchive("в тексте шаблона знаки, которых нет в письменности")
    tags = tags + _hidden_tags(root, page, len(tags))
    _clean(root)
    for number in range(len(tags) - 1, -1, -1):
        if tags[number].line:
            _hide(tags[number], number)
    looks: dict[int, tuple[str, str]] = {}
    for number, tag in enumerate(tags):
        if tag.line and tag.marker:
            looks[number] = _look(tag)
            _unwrap(tag, number)
    written = etree.tostring(root, encoding="unicode").replace("\n", " ")
    source = _patch(_STRAY.sub("{_", written))  # what is no tag of ours is no tag of jinja's
    return _written_out(source, tags, looks)


def _hidden_tags(root: "Element", page: Page, first: int) -> list[Tag]:
    """Tags in attributes, field codes and drawings: they are in no paragraph's text, and docxtpl fills them too."""
    found: list[Tag] = []

    def put(match: re.Match[str]) -> str:
        found.append(make_tag(page, None, 0, match[0]))
        number = first + len(found) - 1
        return f"{match[0][:2]}{_OPEN}{number}{_CLOSE}{match[0][-2:]}"

    shown = {piece.element for line in page.lines for piece in line.pieces}
    for element in root.iter(etree.Element):
        for key, value in element.attrib.items():
            if "{" in str(value):
                element.set(key, HIDDEN_TAG.sub(put, str(value)))
        if element not in shown and "{" in (element.text or ""):
            element.text = HIDDEN_TAG.sub(put, element.text or "")
        if "{" in (element.tail or ""):
            element.tail = HIDDEN_TAG.sub(put, element.tail or "")
    return found


def _clean(root: "Element") -> None:
    """Drop what must not be printed twice (paragraph ids) or at all (history of formatting, revision marks)."""
    etree.strip_elements(root, *_CHANGES, with_tail=False)
    for element in root.iter(f"{W}p", f"{W}r", f"{W}tr", f"{W}sectPr"):
        for key in list(element.attrib):
            if str(key).startswith((f"{W}rsid", _W14)):
                del element.attrib[key]
    for paragraph in root.iter(f"{W}p"):
        if paragraph.text is None and len(paragraph) == 0:
            paragraph.text = ""


def _hide(tag: Tag, number: int) -> None:
    """Put the placeholder where the tag begins and take the rest of the tag out of the paragraph."""
    assert tag.line
    first = True
    for piece in tag.line.pieces:
        if piece.end <= tag.start or piece.start >= tag.end:
            continue
        if not piece.editable:
            _remove(piece.element)
            continue
        text = piece.element.text or ""
        before = text[: max(0, tag.start - piece.start)]
        after = text[min(tag.end, piece.end) - piece.start :]
        piece.element.text = before + (_placeholder(tag, number) if first else "") + after
        piece.element.set(_SPACE, "preserve")
        if not piece.element.text:
            _remove(piece.element)
        first = False


def _placeholder(tag: Tag, number: int) -> str:
    left, right = tag.dashes
    if tag.kind == "{#":
        return "" if not tag.marker else f"{_OPEN}{number}{_CLOSE}"
    if tag.word in _ALONE:
        return f"{{% {tag.word} %}}"
    word = f" {tag.word} " if tag.word in _SPECIAL else ""
    return f"{tag.kind}{left}{word}{_OPEN}{number}{_CLOSE}{right}{_closing(tag)}"


def _closing(tag: Tag) -> str:
    return "}}" if tag.kind == "{{" else "%}"


def _remove(element: "Element") -> None:
    """Take an element out; its run too, if nothing is left to print in it."""
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
    if parent.tag == f"{W}r" and all(child.tag == f"{W}rPr" for child in parent):
        grandparent = parent.getparent()
        if grandparent is not None:
            grandparent.remove(parent)


def owner(tag: Tag) -> "Element | None":
    """The element that a tag stands for: its paragraph, row or cell; the paragraph for one inside the text."""
    assert tag.line
    wanted = _OWNERS.get(tag.marker, f"{W}p")
    element: Element | None = tag.line.element
    while element is not None and element.tag != wanted:
        element = element.getparent()
    return element


def _look(tag: Tag) -> tuple[str, str]:
    """The run and paragraph properties of the place of the tag."""
    assert tag.line
    piece = next(one for one in tag.line.pieces if one.start <= tag.start < one.end)
    run = piece.element.getparent()
    return (
        _properties(run.find(f"{W}rPr") if run is not None else None),
        _properties(tag.line.element.find(f"{W}pPr")),
    )


def _properties(element: "Element | None") -> str:
    if element is None:
        return ""
    return _DECLARATION.sub("", etree.tostring(element, encoding="unicode", with_tail=False))


def _unwrap(tag: Tag, number: int) -> None:
    """Put the tag in the place of the element that it stands for; bookmarks of that element stay."""
    text = f"{tag.kind}{_OPEN}{number}{_CLOSE}{_closing(tag)}" if tag.kind != "{#" else ""
    if tag.marker == "r":
        _split_run(tag, number, text)
        return
    element = owner(tag)
    parent = element.getparent() if element is not None else None
    if element is None or parent is None:
        return
    for bookmark in list(element.iter(*_RANGES)):
        element.addprevious(bookmark)
    _put_before(element, text)
    parent.remove(element)


def _put_before(element: "Element", text: str) -> None:
    text += element.tail or ""
    element.tail = None
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text


def _split_run(tag: Tag, number: int, text: str) -> None:
    """``A {{r x }} B`` in one run becomes a run, the tag, and a run of the same look."""
    mark = _placeholder(tag, number)
    assert tag.line
    element = next(one for one in tag.line.element.iter(f"{W}t") if mark in (one.text or ""))
    run = element.getparent()
    assert run is not None
    before, after = (element.text or "").split(mark, 1)
    rest = deepcopy(run)
    place = list(run).index(element)
    for child in list(run)[place + 1 :]:
        run.remove(child)
    for child in [one for one in list(rest)[: place + 1] if one.tag != f"{W}rPr"]:
        rest.remove(child)
    if after:
        first = etree.Element(f"{W}t", {_SPACE: "preserve"})
        first.text = after
        rest.insert(1 if rest.find(f"{W}rPr") is not None else 0, first)
    element.text = before
    tail, run.tail = run.tail, None
    run.addnext(rest)
    run.tail, rest.tail = text, tail


def _patch(source: str) -> str:
    """docxtpl's own repairs, where the template uses what only docxtpl knows (its import is slow)."""
    if _PATCHED.search(source):
        from docxtpl import DocxTemplate

        source = in_schema_order(DocxTemplate.patch_xml(None, source).replace("\n", " "))
    return _EMPTY_RUN.sub("", source)


def _written_out(source: str, tags: list[Tag], looks: dict[int, tuple[str, str]]) -> Mended:
    """Put the texts of the tags in; each ends its line, so that the line number says which tag it is."""
    order: list[int] = []

    def put(match: re.Match[str]) -> str:
        order.append(int(match[1]))
        tag = tags[order[-1]]
        inner = tag.inner.replace(tag.word, "", 1) if tag.word in _SPECIAL else tag.inner
        return f" {inner}\n"

    written = _PLACEHOLDER.sub(put, source)
    lines = {line: looks[number] for line, number in enumerate(order, 1) if number in looks}
    return Mended(written, [tags[number] for number in order], lines)
