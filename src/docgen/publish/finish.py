"""Before and after LibreOffice: is this a Word file at all, is that a PDF, and into its place with it."""

import contextlib
import io
import os
import re
import tempfile
import zipfile
import zlib
from datetime import UTC, datetime
from pathlib import Path

from docgen.diagnostics.system import cause
from docgen.publish.drawings import reaching_out

_CREATED = re.compile(r"<dcterms:created[^>]*>([^<]+)</dcterms:created>")
_UNKNOWN = datetime(1980, 1, 1, tzinfo=UTC)  # what zip archives say when they say nothing


def refusal(docx: Path) -> str:
    """Why a file is not worth giving to LibreOffice (which makes an empty PDF of an empty file); empty if it is."""
    try:
        with zipfile.ZipFile(docx) as package:
            names = package.namelist()
            drawing = reaching_out(package)
    except FileNotFoundError:
        return "файла DOCX нет"
    except OSError as error:
        return f"файл DOCX не прочитать: {cause(error)}"
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError):
        return "файл повреждён или это не документ Word (.docx)"
    if drawing:
        return f"рисунок SVG «{drawing}» ссылается на то, чего в документе нет: вставьте его как PNG"
    if "[Content_Types].xml" not in names or "word/document.xml" not in names:
        return "файл повреждён или это не документ Word (.docx): в нём нет текста документа"
    return ""


def creation_date(docx: Path) -> datetime:
    """The date of creation that the document itself states: the PDF repeats it, whenever it was made."""
    with zipfile.ZipFile(docx) as package:
        try:
            properties = package.read("docProps/core.xml").decode("utf-8", "replace")
        except KeyError:
            return _UNKNOWN
    stated = _CREATED.search(properties)
    try:
        moment = datetime.fromisoformat(stated[1].strip()) if stated else _UNKNOWN
    except ValueError:
        return _UNKNOWN
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def unfit(pdf: bytes) -> str:
    """Why these bytes are not a PDF with pages; empty if they are."""
    import logging

    from pypdf import PdfReader  # slow to import, and most commands need no PDF
    from pypdf.errors import PyPdfError

    if not pdf.startswith(b"%PDF"):
        return "LibreOffice не сделал PDF"
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it thinks of the file is told by us
    try:
        pages = len(PdfReader(io.BytesIO(pdf)).pages)
    except (PyPdfError, ValueError, KeyError):
        return "LibreOffice сделал повреждённый PDF"
    return "" if pages else "LibreOffice сделал PDF без страниц"


def place(content: bytes, target: Path) -> str:
    """Put the bytes where they belong, all or nothing; why that failed, or empty."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
    except OSError as error:
        return f"в папку {target.parent} не записать: {cause(error)}"
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except PermissionError:
        return "файл PDF занят: закройте его в другой программе"
    except OSError as error:
        return f"файл PDF не записать: {cause(error)}"
    finally:
        with contextlib.suppress(OSError):
            Path(name).unlink(missing_ok=True)
    return ""
