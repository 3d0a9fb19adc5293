"""A PDF that has been read."""

import io
from dataclasses import dataclass
from pathlib import Path

from docgen.diagnostics import Failure, Span
from docgen.publish.fonts import Font, Fonts
from docgen.publish.text import PageText, read_page


@dataclass(frozen=True, slots=True)
class Finished:
    """A PDF that has been read."""

    pages: tuple[PageText, ...]
    fonts: tuple[Font, ...]
    metadata: bytes

    def first_use(self, font: str) -> Span | None:
        """The first text that is set in a font."""
        for page in self.pages:
            if font in page.first_use:
                return page.source.span(*page.first_use[font])
        return None


def read_pdf(pdf: Path | bytes, path: str) -> Finished:
    """Read a PDF; ``path`` is how problems call it."""
    from pypdf import PdfReader  # slow to import, and most commands need no PDF
    from pypdf.errors import PyPdfError

    try:
        content = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
        reader = PdfReader(io.BytesIO(content))
        fonts = Fonts()
        pages = tuple(read_page(path, number, page, fonts) for number, page in enumerate(reader.pages, 1))
        stream = reader.root_object.get("/Metadata")
        metadata: bytes = stream.get_object().get_data() if stream is not None else b""
    except OSError as error:
        raise Failure(f"файл {path} не прочитать: {error.strerror or error}") from error
    except PyPdfError as error:
        raise Failure(
            f"файл {path} повреждён: это не PDF", "сделайте его заново: docgen build --force"
        ) from error
    return Finished(pages, tuple(fonts.known.values()), metadata)
