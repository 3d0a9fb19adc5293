"""Pages turned on their side for wide tables, in a document whose other pages stand upright.

A block only marks where such pages begin and end: the sections themselves are copies of the template's own last one, so
margins and running heads are set in Word, in one place.
"""

import re
from dataclasses import dataclass

from docgen.render.blocks import Block, blocks
from docgen.render.rendering import CURRENT

_BEGIN, _END = "<!--turned-->", "<!--/turned-->"
_SECTION = re.compile(r"<w:sectPr\b(?:(?!<w:sectPr\b).)*?</w:sectPr>", re.DOTALL)
_ONCE = re.compile(r"<w:(?:titlePg|pgNumType|type)\b[^>]*/>")
_SIZE = re.compile(r"<w:pgSz\b[^>]*/>")
_MARGINS = re.compile(r"<w:pgMar\b[^>]*/>")
_ATTRIBUTE = re.compile(r'w:(\w+)="([^"]*)"')
_TURN = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}
_SLIVER = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>{}</w:pPr></w:p>'


@dataclass(frozen=True, slots=True)
class Turned(Block):
    """Blocks on pages of their own, turned on their side; neighbours share their pages."""

    blocks: tuple[Block, ...]

    def markup(self, paragraph: str, run: str) -> str:
        """The blocks between two marks."""
        CURRENT.get().turned = True
        return f"{_BEGIN}{blocks(self.blocks, paragraph, run)}{_END}"


def with_sections(markup: str) -> str:
    """The part with section breaks in the places of the marks."""
    sections = _SECTION.findall(markup)
    if not sections:
        return markup.replace(_BEGIN, "").replace(_END, "")
    first, rest = sections[-1], _ONCE.sub("", sections[-1])
    turned = _turned(rest)
    before, _, after = markup.replace(f"{_END}{_BEGIN}", "").rpartition(first)
    made = ""
    upright = first  # only the section that begins where the template's own began has a first page of its own
    for piece in re.split(f"({_BEGIN}|{_END})", before):
        if piece == _BEGIN:
            made, upright = _closed(made, upright), rest
        elif piece == _END:
            made = _closed(made, turned)
        else:
            made += piece
    return f"{made}{upright}{after}"


def _closed(markup: str, section: str) -> str:
    """The markup with the break in its last paragraph; in one hardly to be seen if it ends with something else.

    LibreOffice forgets the bookmarks of a paragraph that bears a break: references to them would lead nowhere.
    """
    start = max(markup.rfind("<w:p>"), markup.rfind("<w:p "))
    last = markup[start:]
    if not markup.endswith("</w:p>") or "<w:sectPr" in last or "<w:bookmarkStart" in last:
        return markup + _SLIVER.format(section)
    if "</w:pPr>" in last:
        return markup[:start] + last.replace("</w:pPr>", f"{section}</w:pPr>", 1)
    return f"{markup[:start]}{last.replace('>', f'><w:pPr>{section}</w:pPr>', 1)}"


def _turned(section: str) -> str:
    """The same section on its side: what was the left margin, where the sheet is bound, comes to the top."""
    size = dict(_ATTRIBUTE.findall(next(iter(_SIZE.findall(section)), "")))
    margins = dict(_ATTRIBUTE.findall(next(iter(_MARGINS.findall(section)), "")))
    if not size or not margins:
        return section
    sides = {side: margins[_TURN.get(side, side)] for side in margins}
    across = f'<w:pgSz w:w="{size["h"]}" w:h="{size["w"]}" w:orient="landscape"/>'
    around = f"<w:pgMar {' '.join(f'w:{side}={chr(34)}{value}{chr(34)}' for side, value in sides.items())}/>"
    return _MARGINS.sub(around, _SIZE.sub(across, section))
