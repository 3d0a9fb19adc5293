"""docxtpl as its manual shows it: a new object for every document, escaping on.

(Objects in place of dictionaries: stock jinja2 takes a dictionary's ``items`` for its method.)
"""

import io
import json
from pathlib import Path
from types import SimpleNamespace

from docxtpl import DocxTemplate
from serving import serve


def prepare(template, data):
    content = Path(template).read_bytes()
    text = Path(data).read_text(encoding="utf-8")
    names = vars(json.loads(text, object_hook=lambda one: SimpleNamespace(**one)))

    def make():
        document = DocxTemplate(io.BytesIO(content))
        document.render(names, autoescape=True)
        made = io.BytesIO()
        document.save(made)
        return made.getvalue()

    return make


serve(prepare)
