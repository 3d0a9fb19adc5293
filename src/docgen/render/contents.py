"""The table of contents: Word's own field with every line written in."""

from dataclasses import dataclass, field

from docgen.render.blocks import Block, style_id
from docgen.render.escape import in_attribute
from docgen.render.inline import Inline, runs
from docgen.render.references import PageNumber, bookmark_name, field_end, field_start

UNKNOWN = ""
"""What stands for the number of a page until the pages are counted."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: the heading's level and text, and the bookmark that it carries."""

    level: int
    text: str | Inline
    bookmark: str = field(metadata={"verbatim": True})


@dataclass(frozen=True, slots=True)
class Contents(Block):
    """A table of contents; lines take the template's styles «toc 1», «toc 2»…"""

    entries: tuple[Entry, ...]

    def markup(self, paragraph: str, run: str) -> str:
        """The lines in a TOC field, in the frame that Word's button «Обновить таблицу» belongs to."""
        if not self.entries:
            return ""
        deepest = max(entry.level for entry in self.entries)
        lines = [_line(entry) for entry in self.entries]
        lines[0] = lines[0].replace(_START, field_start(rf'TOC \o "1-{deepest}" \h \z \u', ""), 1)
        lines[-1] = lines[-1].replace(_END, field_end(""), 1)
        inside = "".join(lines).replace(_START, "").replace(_END, "")
        return f"<w:sdt>{_FRAME}<w:sdtContent>{inside}</w:sdtContent></w:sdt>"


_START, _END = "<start/>", "<end/>"
_FRAME = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'


def _line(entry: Entry) -> str:
    style = f'<w:pPr><w:pStyle w:val="{style_id(f"toc {entry.level}")}"/></w:pPr>'
    name = in_attribute(bookmark_name(entry.bookmark))
    number = PageNumber(entry.bookmark, UNKNOWN).runs("")
    inside = f"{runs(entry.text, '', linked=True)}<w:r><w:tab/></w:r>{number}"
    return (
        f'<w:p>{style}{_START}<w:hyperlink w:anchor="{name}" w:history="1">{inside}</w:hyperlink>{_END}</w:p>'
    )
