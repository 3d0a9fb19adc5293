"""Styles: what a paragraph and a run look like when all that they inherit is counted."""

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from docgen.papers.word.names import VAL, W, attribute, on, value, whole

_HEADING = re.compile(r"(?:heading|заголовок|überschrift|titre|h)\s*(\d)", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|название|заглавие)", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc\s*(?:\d|heading)|оглавление\s*\d|contents\s*\d)", re.IGNORECASE)
_NEAR_WHITE = re.compile(r"(?:F[0-9A-F]){3}", re.IGNORECASE)
_DEEPEST = 20  # a chain of styles longer than this is a loop


@dataclass(frozen=True, slots=True)
class RunLook:
    """How characters are set; ``None`` is «not said here»."""

    bold: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    color: str | None = None
    highlight: str | None = None
    font: str | None = None

    def over(self, below: "RunLook") -> "RunLook":
        """This where it says something, what lies below elsewhere."""
        return RunLook(
            bold=below.bold if self.bold is None else self.bold,
            caps=below.caps if self.caps is None else self.caps,
            hidden=below.hidden if self.hidden is None else self.hidden,
            size=below.size if self.size is None else self.size,
            color=below.color if self.color is None else self.color,
            highlight=below.highlight if self.highlight is None else self.highlight,
            font=below.font if self.font is None else self.font,
        )


NOTHING_SAID = RunLook()


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it inherits."""

    name: str = ""
    run: RunLook = NOTHING_SAID
    centred: bool | None = None
    outline: int | None = None
    number: tuple[str | None, int | None] = (None, None)
    contents: bool = False


def is_white(color: str | None) -> bool:
    """Whether a colour, six hexadecimal digits, is white or too near to it to be told from it."""
    return color is not None and _NEAR_WHITE.fullmatch(color) is not None


def is_filled(shade: etree._Element) -> bool:
    """Whether a ``w:shd`` makes a ground on which white is seen."""
    fill = attribute(shade, "fill", "auto")
    return fill.casefold() not in ("auto", "") and not is_white(fill)


def run_look(properties: etree._Element | None) -> RunLook:
    """What ``w:rPr`` says itself."""
    if properties is None:
        return NOTHING_SAID
    said: dict[str, str | bool | float | None] = {}
    for child in properties:
        tag = child.tag
        if tag == f"{W}b":
            said["bold"] = on(child)
        elif tag == f"{W}caps":
            said["caps"] = on(child)
        elif tag in (f"{W}vanish", f"{W}specVanish"):
            said["hidden"] = on(child) if tag == f"{W}vanish" else None
        elif tag == f"{W}sz":
            said["size"] = whole(child.get(VAL), 0) / 2 or None
        elif tag == f"{W}color":
            said["color"] = (child.get(VAL) or "").upper() or None
        elif tag == f"{W}highlight":
            said["highlight"] = child.get(VAL)
        elif tag == f"{W}rFonts":
            said["font"] = child.get(f"{W}ascii") or child.get(f"{W}hAnsi") or child.get(f"{W}cs")
    return RunLook(**said) if said else NOTHING_SAID  # type: ignore[arg-type]


@dataclass
class Styles:
    """All styles of a document by id, resolved when first asked for."""

    elements: dict[str, etree._Element] = field(default_factory=dict)
    default_run: RunLook = NOTHING_SAID
    default_paragraph: str | None = None
    _resolved: dict[str, Style] = field(default_factory=dict)

    @classmethod
    def of(cls, root: etree._Element | None) -> "Styles":
        """From the root of ``styles.xml``."""
        if root is None:
            return cls()
        styles = cls({}, run_look(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")))
        for element in root.iter(f"{W}style"):
            key = attribute(element, "styleId")
            styles.elements.setdefault(key, element)
            if attribute(element, "type") == "paragraph" and attribute(element, "default") in (
                "1",
                "true",
                "on",
            ):
                styles.default_paragraph = key
        return styles

    def style(self, key: str | None) -> Style:
        """A style by its id, with what it inherits; an unknown one says nothing."""
        key = key or self.default_paragraph or ""
        if key not in self._resolved:
            self._resolved[key] = self._resolve(key)
        return self._resolved[key]

    def _resolve(self, key: str) -> Style:
        chain: list[str] = []
        at: str | None = key
        while at and at in self.elements and len(chain) < _DEEPEST and at not in chain:
            chain.append(at)
            at = value(self.elements[at], f"{W}basedOn")
        style = Style()
        for one in reversed(chain):
            style = _specialised(style, self.elements[one])
        return style


def _specialised(base: Style, element: etree._Element) -> Style:
    """A style over the one that it is based on."""
    name = value(element, f"{W}name") or attribute(element, "styleId")
    properties = element.find(f"{W}pPr")
    outline = _outline(properties)
    by_name = heading_level(name)
    aligned = value(properties, f"{W}jc")
    return replace(
        base,
        name=name,
        run=run_look(element.find(f"{W}rPr")).over(base.run),
        centred=base.centred if aligned is None else aligned == "center",
        outline=outline if outline is not None else by_name if by_name is not None else base.outline,
        number=_number(properties, base.number),
        contents=base.contents or bool(_CONTENTS.match(name)),
    )


def heading_level(name: str) -> int | None:
    """«heading 2», «Заголовок 2» → 2; «Title», «Название» → 0 (the document's own title); ``None`` for other names."""
    match = _HEADING.match(name.strip())
    if match:
        return int(match[1])
    return 0 if _TITLE.fullmatch(name.strip()) else None


def _outline(properties: etree._Element | None) -> int | None:
    said = value(properties, f"{W}outlineLvl")
    return None if said is None or not 0 <= whole(said, 9) <= 8 else whole(said) + 1


def _number(
    properties: etree._Element | None, base: tuple[str | None, int | None]
) -> tuple[str | None, int | None]:
    numbered = None if properties is None else properties.find(f"{W}numPr")
    if numbered is None:
        return base
    number, level = value(numbered, f"{W}numId"), value(numbered, f"{W}ilvl")
    return (number or base[0], base[1] if level is None else whole(level))
