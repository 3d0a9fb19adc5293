"""What kind of PDF LibreOffice is asked for."""

import json
from dataclasses import dataclass
from typing import Literal

WORD_FILTER = "MS Word 2007 XML"  # said aloud, so that a web page named .docx is refused, not converted
PDF_FILTER = "writer_pdf_Export"

_VERSIONS = {"1b": 1, "2b": 2}


@dataclass(frozen=True, slots=True)
class Export:
    """The settings of the PDF export: always tagged, fonts embedded, pictures not spoilt."""

    pdfa: Literal["1b", "2b"] = "2b"

    @property
    def data(self) -> dict[str, int | bool]:
        """The filter's settings by name."""
        return {
            "SelectPdfVersion": _VERSIONS[self.pdfa],
            "UseTaggedPDF": True,
            "PDFUACompliance": self.pdfa != "1b",  # PDF 1.4 has not what PDF/UA asks for: no false claim
            "UseLosslessCompression": True,
            "EmbedStandardFonts": True,
            "ExportBookmarks": True,
            "ExportBookmarksToPDFDestination": True,  # so it is known on which page a heading stands
            "DisplayPDFDocumentTitle": True,
        }

    @property
    def command_line(self) -> str:
        """The same as ``--convert-to`` wants it."""
        kinds = {bool: "boolean", int: "long"}
        typed = {
            name: {"type": kinds[type(value)], "value": json.dumps(value)}
            for name, value in self.data.items()
        }
        return f"pdf:{PDF_FILTER}:{json.dumps(typed, separators=(',', ':'))}"
