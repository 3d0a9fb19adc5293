"""A book of openpyxl → bytes, in memory.

openpyxl itself writes every sheet into a temporary file and does not notice when the disk is full: the book is torn and
nobody says so. What a killed run leaves of these files is cleaned up by nobody either.
"""

import io
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook


def saved(book: "Workbook") -> bytes:
    """The bytes of the file."""
    from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
    from openpyxl.worksheet._writer import WorksheetWriter
    from openpyxl.writer.excel import ExcelWriter

    class InMemory(ExcelWriter):
        def write_worksheet(self, ws: Any) -> None:
            ws._drawing = SpreadsheetDrawing()
            ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
            sheet = io.BytesIO()
            writer: Any = WorksheetWriter(ws, sheet)
            writer.write()
            ws._rels = writer._rels
            archive.writestr(ws.path[1:], sheet.getvalue())
            self.manifest.append(ws)

    kept = io.BytesIO()
    archive = ZipFile(kept, "w", ZIP_DEFLATED)
    InMemory(book, archive).save()
    return kept.getvalue()
