"""Which headers and footers of a document are printed, and where they print the number of the page."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from docgen.papers.package import Package, Relationship
from docgen.papers.paper import Numbering
from docgen.papers.word.names import R, W, attribute, on

_REFERENCES = (f"{W}headerReference", f"{W}footerReference")


@dataclass(frozen=True, slots=True)
class _Printed:
    """A header or footer of a section: its part, on which pages it stands."""

    part: str
    pages: str
    section: int


class Headers:
    """The headers and footers that are seen: a file keeps others too, of first and even pages that do not differ."""

    def __init__(
        self,
        package: Package,
        content: etree._Element,
        links: dict[str, Relationship],
        settings: etree._Element | None,
    ) -> None:
        self._package = package
        self._sections = [one for one in content.iter(f"{W}sectPr") if not _is_former(one)]
        evens = settings is not None and bool(on(settings.find(f"{W}evenAndOddHeaders")))
        self._printed = list(_printed(self._sections, links, evens))

    @property
    def parts(self) -> list[str]:
        """The parts that are printed, each once."""
        return [part for part in dict.fromkeys(one.part for one in self._printed) if part in self._package]

    def numbering(self, in_text: bool) -> Numbering:
        """Where page numbers are printed; ``in_text`` says that the text itself has such a field."""
        with_number = {part for part in self.parts if _has_page(self._package.xml(part))}
        first_differs = any(on(one.find(f"{W}titlePg")) for one in self._sections[:1])
        first_numbered = any(
            one.part in with_number and one.pages == "first" and not one.section for one in self._printed
        )
        return Numbering(
            bool(with_number) or in_text, first_differs and not first_numbered, max(1, len(self._sections))
        )


def _printed(
    sections: list[etree._Element], links: dict[str, Relationship], evens: bool
) -> Iterator[_Printed]:
    """Of each section; what it does not say itself is that of the section before."""
    current: dict[tuple[str, str], str] = {}
    for number, section in enumerate(sections):
        for reference in section.iterchildren(*_REFERENCES):
            link = links.get(reference.get(f"{R}id", ""))
            if link is not None and not link.external:
                current[str(reference.tag), attribute(reference, "type", "default")] = link.target
        first = on(section.find(f"{W}titlePg"))
        for (_, pages), part in current.items():
            if pages == "default" or (pages == "first" and first) or (pages == "even" and evens):
                yield _Printed(part, pages, number)


def _is_former(section: etree._Element) -> bool:
    """Whether it is what a section was before a tracked change."""
    parent = section.getparent()
    return parent is not None and parent.tag == f"{W}sectPrChange"


def _has_page(root: etree._Element) -> bool:
    codes = [one.text or "" for one in root.iter(f"{W}instrText")]
    codes += [attribute(one, "instr") for one in root.iter(f"{W}fldSimple")]
    joined = "".join(codes)
    return "PAGE" in joined.upper().split() or root.find(f".//{W}pgNum") is not None
