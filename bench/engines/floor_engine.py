"""The floor: stock jinja2 over the text that docgen compiles, deflate, and the zip written; no checks, no sandbox."""

import json
import sys
from pathlib import Path
from types import SimpleNamespace

sys.modules["isal"] = None
sys.path.insert(0, str(Path(__file__).parents[2]))

from jinja2 import Environment

from bench.engines.serving import serve
from docgen.render.archive import in_order, pack, write
from docgen.render.mend import mend
from docgen.render.package import parse, unpack
from docgen.render.source import read_page
from docgen.render.tags import find_tags


def prepare(template, data):
    package = unpack(Path(template).read_bytes())
    root = parse(package.content(package.main), package.main)
    page = read_page(root, template)
    mended = mend(root, page, find_tags(page))
    stock = Environment(autoescape=True, keep_trailing_newline=True).from_string(mended.source)
    names = vars(json.loads(Path(data).read_text(encoding="utf-8"), object_hook=lambda one: SimpleNamespace(**one)))
    entries, main = dict(package.entries), package.main
    order = in_order(entries)

    def make():
        entries[main] = pack(main, stock.render(names).encode())
        return write([entries[name] for name in order])

    return make


serve(prepare)
