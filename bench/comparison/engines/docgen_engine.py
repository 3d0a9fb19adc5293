"""docgen: a template compiled once. Deflates with isal or with zlib, as told; ``view``: its own view, links and all."""

import json
import sys
from pathlib import Path

from bench.comparison.workload import view
from serving import serve

from docgen.render import Template, archive

if "zlib" in sys.argv:
    archive._deflate = archive._deflate_with_zlib
elif archive._deflate is archive._deflate_with_zlib:
    raise SystemExit("isal is not there")


def prepare(template, data):
    compiled = Template(template)
    names = view() if "view" in sys.argv else json.loads(Path(data).read_text(encoding="utf-8"))
    return lambda: compiled.render(names)


serve(prepare)
