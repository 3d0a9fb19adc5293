"""Names of WordprocessingML, spelt once."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

VAL = f"{W}val"
_OFF = frozenset(("0", "false", "off", "none"))


def on(element: etree._Element | None) -> bool | None:
    """What a switch says: ``None`` if it is not there."""
    return None if element is None else element.get(VAL, "1").lower() not in _OFF


def value(element: etree._Element | None, path: str) -> str | None:
    """The ``w:val`` of a child."""
    found = None if element is None else element.find(path)
    return None if found is None else found.get(VAL)


def whole(text: str | None, default: int = 0) -> int:
    """A whole number of an attribute; the default for what is none."""
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default


def attribute(element: etree._Element, name: str, default: str = "") -> str:
    """An attribute of the main namespace."""
    return element.get(W + name, default)
