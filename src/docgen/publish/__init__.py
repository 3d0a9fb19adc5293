"""From Word to what is sent: DOCX → PDF/A, and what a finished PDF must satisfy.

The only room that starts other programs and reads PDF files. :class:`Office` is a pool of LibreOffice
workers that turns many documents into PDF/A quickly and safely (own hardened profile, own process group,
no network, a time limit); what comes out has the same bytes every time.
"""

from docgen.publish.export import Export
from docgen.publish.install import Installation, find_office
from docgen.publish.isolation import isolation_works
from docgen.publish.normalise import normalise
from docgen.publish.office import Conversion, Office

__all__ = ["Conversion", "Export", "Installation", "Office", "find_office", "isolation_works", "normalise"]
