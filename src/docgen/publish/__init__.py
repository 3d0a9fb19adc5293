"""From Word to what is sent: DOCX → PDF/A, and what a finished PDF must satisfy.

The only room that starts other programs and reads PDF files. :class:`Office` is a pool of LibreOffice
workers that turns many documents into PDF/A quickly and safely (own hardened profile, own process group,
no network, a time limit); what comes out has the same bytes every time. :func:`check_pages` looks at the
pages as the signer will see them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from docgen.publish.normalise import normalise

if TYPE_CHECKING:
    from docgen.publish.export import Export
    from docgen.publish.install import Installation, find_office
    from docgen.publish.isolation import isolation_works
    from docgen.publish.office import Conversion, Office
    from docgen.publish.pages import PageExpectation, check_pages

__all__ = [
    "Conversion",
    "Export",
    "Installation",
    "Office",
    "PageExpectation",
    "check_pages",
    "find_office",
    "isolation_works",
    "normalise",
]

_ROOMS = {
    "Conversion": "office",
    "Export": "export",
    "Installation": "install",
    "Office": "office",
    "PageExpectation": "expectation",
    "check_pages": "pages",
    "find_office": "install",
    "isolation_works": "isolation",
}


def __getattr__(name: str) -> Any:
    """What starts LibreOffice and what reads PDF is loaded by the one who asks for it: most runs ask for neither."""
    if name not in _ROOMS:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
