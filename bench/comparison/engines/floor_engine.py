"""The floor: stock jinja2 over the text that docgen compiles, deflate, and the zip written; no checks, no sandbox."""

import json
from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment
from serving import serve

from docgen.render import archive
from docgen.render.mend import mend
from docgen.render.package import parse, unpack
from docgen.render.source import read_page
from docgen.render.tags import find_tags

archive._deflate = archive._deflate_with_zlib


def prepare(template, data):
    package = unpack(Path(template).read_bytes())
    root = parse(package.content(package.main), package.main)
    page = read_page(root, template)
    mended = mend(root, page, find_tags(page))
    stock = Environment(autoescape=True, keep_trailing_newline=True).from_string(mended.source)
    content = Path(data).read_text(encoding="utf-8")
    names = vars(json.loads(content, object_hook=lambda one: SimpleNamespace(**one)))
    entries, main = dict(package.entries), package.main
    order = archive.in_order(entries)

    def make():
        entries[main] = archive.pack(main, stock.render(names).encode())
        return archive.write([entries[name] for name in order])

    return make


serve(prepare)
