"""python-docx without a template: the finished paragraphs and tables, added one by one to a file with the styles."""

import io
import json
from pathlib import Path

import docx
from serving import serve


def prepare(template, data):
    content = Path(template).read_bytes()
    blocks = json.loads(Path(data).read_text(encoding="utf-8"))

    def make():
        document = docx.Document(io.BytesIO(content))
        body = document.element.body
        for child in list(body)[:-1]:
            body.remove(child)
        for block in blocks:
            if "rows" in block:
                _table(document, block["rows"])
            else:
                document.add_paragraph(block["text"], block["style"])
        made = io.BytesIO()
        document.save(made)
        return made.getvalue()

    return make


def _table(document, rows):
    table = document.add_table(len(rows), len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, (style, text) in zip(row.cells, cells, strict=True):
            cell.text = text
            cell.paragraphs[0].style = style


serve(prepare)
