"""docxtpl as its manual shows it: a new object for every document, escaping on.

(Objects in place of dictionaries: stock jinja2 takes a dictionary's ``items`` for its method.)
"""

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

sys.path.insert(0, str(Path(__file__).parents[2]))

from docxtpl import DocxTemplate

from bench.engines.serving import serve


def prepare(template, data):
    content = Path(template).read_bytes()
    names = vars(json.loads(Path(data).read_text(encoding="utf-8"), object_hook=lambda one: SimpleNamespace(**one)))

    def make():
        document = DocxTemplate(io.BytesIO(content))
        document.render(names, autoescape=True)
        made = io.BytesIO()
        document.save(made)
        return made.getvalue()

    return make


serve(prepare)
