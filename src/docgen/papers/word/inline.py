"""What stands in a paragraph: the text that is seen, how it is set, and what is in it unseen."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lxml import etree

from docgen.papers.paper import Look, Mark, MarkKind
from docgen.papers.word.drawn import boxes, chosen, drawn_texts
from docgen.papers.word.fields import FETCHING, LIVE, Fields, invitation, name_of
from docgen.papers.word.names import MC, M, W, attribute, value
from docgen.papers.word.styles import NOTHING_SAID, RunLook, Styles, is_filled, is_white, run_look
from docgen.papers.word.symbols import symbol

_THROUGH = frozenset(
    f"{W}{name}"
    for name in ("hyperlink", "smartTag", "customXml", "dir", "bdo", "sdtContent", "ruby", "rubyBase")
)
_ADDED = {f"{W}ins": MarkKind.INSERTED, f"{W}moveTo": MarkKind.MOVED}
_REMOVED = {f"{W}del": MarkKind.DELETED, f"{W}moveFrom": MarkKind.MOVED}
_PLAIN = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SPACES = " \t"
_LINE_ENDS = {0x0A: " ", 0x0D: " "}
_TINY = 3.0
_MOST_KEPT = 200


@dataclass(slots=True)
class Line:
    """A paragraph as it is being read."""

    texts: list[str] = field(default_factory=list)
    looks: list[RunLook] = field(default_factory=list)
    length: int = 0
    marks: list[Mark] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)
    picture: bool = False
    contents: bool = False

    def add(self, text: str, look: RunLook) -> None:
        """More text."""
        if text:
            self.texts.append(text)
            self.looks.append(look)
            self.length += len(text)

    def mark(self, kind: MarkKind, text: str = "", detail: str = "", start: int | None = None) -> None:
        """Something to tell of at this place."""
        at = self.length if start is None else start
        self.marks.append(Mark(kind, text[:_MOST_KEPT], None, at, detail))

    def look(self, centred: bool) -> Look:
        """How the whole is set: judged by its letters."""
        lettered = [(text, look) for text, look in zip(self.texts, self.looks, strict=True) if text.strip()]
        bold_start = 0
        for text, look in zip(self.texts, self.looks, strict=True):
            if not look.bold and text.strip():
                break
            bold_start += len(text)
        sizes = [look.size for _, look in lettered if look.size]
        return Look(
            bold=bool(lettered) and all(look.bold for _, look in lettered),
            bold_start=bold_start,
            centred=centred,
            size=max(sizes, default=None),
            caps=bool(lettered) and all(look.caps or text.isupper() for text, look in lettered),
        )


class Inline:
    """Reads the content of paragraphs, one after the other; fields may stay open between them."""

    def __init__(self, styles: Styles) -> None:
        self.fields = Fields()
        self.fonts: dict[str, int] = {}
        self._styles = styles
        self._readers: dict[str, Callable[[etree._Element, Line, RunLook], None]] = {
            f"{W}r": self._run,
            f"{W}fldSimple": self._simple_field,
            f"{W}sdt": self._control,
            f"{MC}AlternateContent": self._alternative,
            f"{M}oMath": self._formula,
            f"{M}oMathPara": self._formula,
        }

    def read(self, paragraph: etree._Element, base: RunLook, shaded: bool) -> Line:
        """The content of a ``w:p`` whose style looks like ``base``; on a ``shaded`` ground white letters are seen."""
        line = Line(contents=self.fields.in_contents)
        self._shaded = shaded
        self._children(paragraph, line, base)
        line.contents = line.contents or self.fields.in_contents
        return line

    def _children(self, element: etree._Element, line: Line, base: RunLook) -> None:
        for child in element:
            tag = child.tag
            reader = self._readers.get(tag)
            if reader is not None:
                reader(child, line, base)
            elif tag in _THROUGH:
                self._children(child, line, base)
            elif tag in _ADDED:
                start, first = line.length, len(line.texts)
                self._children(child, line, base)
                text = "".join(line.texts[first:])
                line.mark(_ADDED[tag], text, attribute(child, "author"), start)
            elif tag in _REMOVED:
                gone = "".join(one.text or "" for one in child.iter(f"{W}delText", f"{W}t"))
                line.mark(_REMOVED[tag], gone, attribute(child, "author"))

    def _run(self, run: etree._Element, line: Line, base: RunLook) -> None:
        look = self._look(run, base, line)
        for child in run:
            tag = child.tag
            if tag == f"{W}t":
                self._text(_written(child), line, look)
            elif tag in _PLAIN:
                self._text(_PLAIN[tag], line, look)
            elif tag == f"{W}br":
                if attribute(child, "type") not in ("page", "column"):
                    self._text("\n", line, look)
            elif tag == f"{W}sym":
                self._text(symbol(attribute(child, "char")), line, look)
            elif tag == f"{W}fldChar":
                self._field(child, line, look)
            elif tag == f"{W}instrText":
                self.fields.code(child.text or "")
            else:
                self._thing(child, line, look)

    def _look(self, run: etree._Element, base: RunLook, line: Line) -> RunLook:
        properties = run.find(f"{W}rPr")
        if properties is None:
            return base
        if properties.find(f"{W}rPrChange") is not None:
            line.mark(MarkKind.REFORMATTED)
        style = value(properties, f"{W}rStyle")
        below = self._styles.style(style).run.over(base) if style else base
        look = run_look(properties).over(below)
        shade = properties.find(f"{W}shd")
        if shade is not None and is_filled(shade):
            return replace(look, color=None)
        return look

    def _field(self, mark: etree._Element, line: Line, look: RunLook) -> None:
        told = self.fields.mark(mark)
        self._tell_field(told.name, line)
        if told.choice:
            self._text(told.choice, line, look)
        invited = invitation(told.code)
        if invited and not self.fields.in_code:
            line.mark(MarkKind.PLACEHOLDER, invited)
            line.add(invited, look)

    def _text(self, text: str, line: Line, look: RunLook) -> None:
        if self.fields.in_code:
            return
        self.fields.answer()
        if look.hidden:
            if text.strip():
                line.mark(MarkKind.HIDDEN, text)
            return
        if text.strip():
            self._tell_look(text, line, look)
        line.add(text, look)

    def _tell_look(self, text: str, line: Line, look: RunLook) -> None:
        if look.font:
            self.fonts[look.font] = self.fonts.get(look.font, 0) + len(text)
        if is_white(look.color) and not self._shaded and look.highlight in (None, "none", "white"):
            line.mark(MarkKind.PALE, text)
        if look.size is not None and look.size < _TINY:
            line.mark(MarkKind.TINY, text, f"{look.size:g}")
        if look.highlight not in (None, "none", "white"):
            line.mark(MarkKind.HIGHLIGHTED, text, look.highlight or "")

    def _thing(self, element: etree._Element, line: Line, look: RunLook) -> None:
        """What a run may hold besides text: pictures, objects, boxes, a formula, a choice for newer programs."""
        tag = element.tag
        if tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            line.picture = True
            line.boxes += boxes(element)
            line.drawn += (text for text in drawn_texts(element) if text.strip())
            if tag == f"{W}object":
                line.mark(MarkKind.OBJECT, detail="объект OLE")
        elif tag == f"{MC}AlternateContent":
            way = chosen(element)
            for child in way if way is not None else ():
                self._thing(child, line, look)
        elif tag == f"{W}ruby":
            self._children(element, line, look)

    def _simple_field(self, element: etree._Element, line: Line, base: RunLook) -> None:
        code = attribute(element, "instr")
        self.fields.codes.append(code)
        self._tell_field(name_of(code), line)
        line.contents = line.contents or name_of(code) == "TOC"
        self._children(element, line, base)

    def _tell_field(self, name: str, line: Line) -> None:
        if name in FETCHING or name in LIVE:
            line.mark(MarkKind.FIELD, detail=name)

    def _control(self, element: etree._Element, line: Line, base: RunLook) -> None:
        """A content control; what only invites to type is told of."""
        start, first = line.length, len(line.texts)
        content = element.find(f"{W}sdtContent")
        if content is not None:
            self._children(content, line, base)
        if element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            line.mark(MarkKind.PLACEHOLDER, "".join(line.texts[first:]), start=start)

    def _alternative(self, element: etree._Element, line: Line, base: RunLook) -> None:
        way = chosen(element)
        if way is not None:
            self._children(way, line, base)

    def _formula(self, element: etree._Element, line: Line, base: RunLook) -> None:
        line.add("".join(one.text or "" for one in element.iter(f"{M}t")), NOTHING_SAID)


def _written(element: etree._Element) -> str:
    """The text of a ``w:t`` as Word shows it: a line's end is a space, and outer spaces count only where it is said so."""
    text = (element.text or "").translate(_LINE_ENDS)
    if text == text.strip(_SPACES):
        return text
    said = (one.get(_SPACE) for one in (element, *element.iterancestors()))
    return text if next(filter(None, said), "") == "preserve" else text.strip(_SPACES)
