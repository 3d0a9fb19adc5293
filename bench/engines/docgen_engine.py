"""docgen: a template compiled once. ``--isal FOLDER`` deflates with isal from there; ``--view`` prints its own view."""

import json
import sys
from pathlib import Path

if "--isal" in sys.argv:
    sys.path.append(sys.argv[sys.argv.index("--isal") + 1])
else:
    sys.modules["isal"] = None  # the standard library's zlib, whatever is installed here
sys.path.insert(0, str(Path(__file__).parents[2]))

from bench.engines.serving import serve
from bench.workload import view
from docgen.render import Template
from docgen.render.archive import _deflate

if "--isal" in sys.argv and _deflate.__name__ != "deflate":
    raise SystemExit("isal is not there")


def prepare(template, data):
    compiled = Template(template)
    names = view() if "--view" in sys.argv else json.loads(Path(data).read_text(encoding="utf-8"))
    return lambda: compiled.render(names)


serve(prepare)
