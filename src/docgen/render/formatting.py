"""Properties of runs and paragraphs as markup, with one more property put where the schema wants it."""

import re
from functools import lru_cache

_RUN = [
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "caps",
    "smallCaps",
    "strike",
    "dstrike",
    "outline",
    "shadow",
    "emboss",
    "imprint",
    "noProof",
    "snapToGrid",
    "vanish",
    "webHidden",
    "color",
    "spacing",
    "w",
    "kern",
    "position",
    "sz",
    "szCs",
    "highlight",
    "u",
    "effect",
    "bdr",
    "shd",
    "fitText",
    "vertAlign",
    "rtl",
    "cs",
    "em",
    "lang",
    "eastAsianLayout",
    "specVanish",
    "oMath",
]
_PARAGRAPH = [
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "framePr",
    "widowControl",
    "numPr",
    "suppressLineNumbers",
    "pBdr",
    "shd",
    "tabs",
    "suppressAutoHyphens",
    "kinsoku",
    "wordWrap",
    "overflowPunct",
    "topLinePunct",
    "autoSpaceDE",
    "autoSpaceDN",
    "bidi",
    "adjustRightInd",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
    "divId",
    "cnfStyle",
    "rPr",
    "sectPr",
    "pPrChange",
]
_CELL = [
    "cnfStyle",
    "tcW",
    "gridSpan",
    "hMerge",
    "vMerge",
    "tcBorders",
    "shd",
    "noWrap",
    "tcMar",
    "textDirection",
    "tcFitText",
    "vAlign",
    "hideMark",
]
_RUNS = re.compile(r"<w:rPr>.*?</w:rPr>")
_CELLS = re.compile(r"<w:tcPr>.*?</w:tcPr>")
_ELEMENT = re.compile(r"<(/?)([\w:]+)[^>]*?(/?)>")


def run_properties(existing: str, **properties: str) -> str:
    """``w:rPr`` with the properties set; ``run_properties(rpr, b="", highlight="yellow")``."""
    return _with("w:rPr", existing, tuple(_simple(properties)), tuple(_RUN))


def paragraph_properties(existing: str, **elements: str) -> str:
    """``w:pPr`` with the whole elements set; a section break is never taken over."""
    return _with("w:pPr", existing, (*elements.items(), ("sectPr", "")), tuple(_PARAGRAPH))


def in_schema_order(markup: str) -> str:
    """docxtpl's own markup with properties in the order that the schema wants, and nothing of them missing."""
    markup = markup.replace("<w:shd w:fill=", '<w:shd w:val="clear" w:fill=')
    markup = _RUNS.sub(lambda found: run_properties(found[0]), markup)
    return _CELLS.sub(lambda found: _with("w:tcPr", found[0], (), tuple(_CELL)), markup)


def _simple(properties: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (name, f'<w:{name} w:val="{value}"/>' if value else f"<w:{name}/>")
        for name, value in properties.items()
    ]


@lru_cache(maxsize=1_000)
def _with(tag: str, existing: str, elements: tuple[tuple[str, str], ...], order: tuple[str, ...]) -> str:
    found = dict(children(existing)) | {f"w:{name}": markup for name, markup in elements}
    place = {f"w:{name}": number for number, name in enumerate(order)}
    inner = "".join(found[name] for name in sorted(found, key=lambda name: place.get(name, len(order))))
    return f"<{tag}>{inner}</{tag}>" if inner else ""


def children(markup: str) -> list[tuple[str, str]]:
    """The elements inside the outermost one: (name, markup)."""
    found: list[tuple[str, str]] = []
    depth = start = 0
    for one in _ELEMENT.finditer(markup):
        closing, name, empty = one.groups()
        if depth == 1 and not closing:
            start = one.start()
        depth += -1 if closing else 0 if empty else 1
        if depth == 1 and (closing or empty):
            found.append((name, markup[start : one.end()]))
    return found
