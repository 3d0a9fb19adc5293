"""Lists as an office types them: with dashes and bullets that CommonMark does not know.

A line of running text may begin with a dash by chance, where an editor wrapped it. Such a dash continues the sentence;
an item begins after a blank line, after a line that ends a sentence or leads to a list, or beside another item.
"""

import re

_DASH = re.compile(r"([ \t]*)[–—•−](?=[ \t])")
_ITEM = re.compile(r"([ \t]*)(?:[-*+]|\d{1,9}[.)])(?=[ \t])")
_ENDS = re.compile(r"(?:[:;!?…]|(?<!\d\sг)(?<!\bгг)(?<!\bруб)(?<!\bтыс)(?<!\b[а-яё]\.[а-яё])\.)[»)*_]*\s*$")


def hyphened(text: str) -> str:
    """The text with a hyphen in the place of each sign that begins an item."""
    lines: list[str] = []
    indents: set[str] = set()
    before = ""
    for line in text.split("\n"):
        found = _DASH.match(line)
        if found is not None and (not before.strip() or found[1] in indents or _ENDS.search(before)):
            line = f"{found[1]}-{line[found.end() :]}"
        if not line.strip():
            indents.clear()
        elif (item := _ITEM.match(line)) is not None:
            indents.add(item[1])
        lines.append(line)
        before = line
    return "\n".join(lines)
