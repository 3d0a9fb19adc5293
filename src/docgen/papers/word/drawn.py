"""Text within drawings: boxes, and what is seen but stands in no paragraph of Word – WordArt, shapes, lines to sign."""

from collections.abc import Iterator

from lxml import etree

from docgen.papers.word.names import MC, W

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_O = "{urn:schemas-microsoft-com:office:office}"
_SIGNERS = ("suggestedsigner", "suggestedsigner2")
_UNDERSTOOD = (
    "http://schemas.microsoft.com/",
    "http://schemas.openxmlformats.org/",
    "urn:schemas-microsoft-com:",
)


def chosen(element: etree._Element) -> etree._Element | None:
    """What Word shows of a choice: the first way whose names it understands, or the fallback."""
    for choice in element.findall(f"{MC}Choice"):
        if len(choice) and _is_understood(choice):
            return choice
    return element.find(f"{MC}Fallback")


def _is_understood(choice: etree._Element) -> bool:
    known = choice.nsmap
    spaces = (known.get(name) for name in (choice.get("Requires") or "").split())
    return all(space is None or space.startswith(_UNDERSTOOD) for space in spaces)


def boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The contents of text boxes, without those that stand within others."""
    return (one for one in _seen(element) if one.tag == f"{W}txbxContent")


def drawn_texts(element: etree._Element) -> Iterator[str]:
    """What is drawn as letters outside of boxes."""
    for one in _seen(element):
        if one.tag == f"{_A}p":
            yield "".join(part.text or "" for part in one.iter(f"{_A}t"))
        elif one.tag == f"{_V}textpath":
            yield one.get("string") or ""
        elif one.tag == f"{_O}signatureline":
            yield "\n".join(filter(None, (one.get(f"{_O}{name}") for name in _SIGNERS)))


def _seen(element: etree._Element) -> Iterator[etree._Element]:
    """All that is drawn, in order; within boxes and paragraphs nobody looks here, nor into what is shown otherwise."""
    stack = list(reversed(element))
    while stack:
        one = stack.pop()
        if one.tag == f"{MC}AlternateContent":
            way = chosen(one)
            stack += [] if way is None else list(reversed(way))
            continue
        yield one
        if one.tag not in (f"{W}txbxContent", f"{_A}p"):
            stack += list(reversed(one))
