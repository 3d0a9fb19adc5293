"""Text in, text out: a Python string as characters of a Word document.

What XML itself cannot say as it is becomes its Word element: a new line, a tab, a no-break hyphen.
What XML forbids is noted as a problem and not printed.
"""

import re

from docgen.render.problems import ILLEGAL_CHARACTER
from docgen.render.rendering import CURRENT

OPEN_TEXT = '<w:t xml:space="preserve">'
# All but plain characters, said as "none of these" because that is the faster way to look.
_special = re.compile("[^ -%'-;=?-\u2010\u2012-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]").search
_ILLEGAL = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\ud800-\udfff\ufffe\uffff]")
NO_BREAK_HYPHEN = f"</w:t><w:noBreakHyphen/>{OPEN_TEXT}"
_BREAK = f"</w:t><w:br/>{OPEN_TEXT}"
_TAB = f"</w:t><w:tab/>{OPEN_TEXT}"


def in_text(value: str) -> str:
    """The value inside ``<w:t xml:space="preserve">``."""
    if _special(value) is None:
        return value
    return layout(_markup(_legal(value)))


def layout(markup: str) -> str:
    """Finished markup inside ``w:t`` with its line ends, tabs and no-break hyphens as elements."""
    markup = markup.replace("\r\n", "\n").replace("\r", "\n")
    return markup.replace("\n", _BREAK).replace("\t", _TAB).replace("\u2011", NO_BREAK_HYPHEN)


def in_plain(value: str) -> str:
    """The value as the text of an element that is not ``w:t``: a property, a field code."""
    return _markup(_legal(value)) if _special(value) else value


def in_attribute(value: str) -> str:
    """The value between double quotes."""
    return re.sub(r"[\n\r\t]+", " ", in_plain(value)).replace('"', "&quot;")


def _markup(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _legal(value: str) -> str:
    found = _ILLEGAL.search(value)
    if found is None:
        return value
    around = _ILLEGAL.sub("\ufffd", value[max(0, found.start() - 20) : found.start() + 20])
    message = f"в значении знак U+{ord(found[0]):04X}, которого не бывает в документе: «{around}»"
    CURRENT.get().note(ILLEGAL_CHARACTER, message, "удалите этот знак в исходных данных")
    return _ILLEGAL.sub("", value)
