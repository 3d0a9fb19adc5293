"""Drawn sources in a workspace of their own, and what is printed of them."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st

from docgen.build.compose import compose
from docgen.build.dress import dress
from docgen.corpus import Corpus, Document, load
from docgen.kinds import KINDS, REFERENCES
from docgen.render import Template
from tests.drawn.portfolios import portfolios
from tests.drawn.programmes import programmes
from tests.drawn.protocols import protocols

ROOT = Path(__file__).parents[2]
DRAWN: dict[str, Callable[[], st.SearchStrategy[dict[str, Any]]]] = {
    "protocol": protocols,
    "programme": programmes,
    "portfolio": portfolios,
}


@dataclass(frozen=True)
class Printed:
    """A document that was printed: its file and the typeset view it was made of."""

    docx: Path
    view: Any


def trees(kind: str, number: int, seed: int) -> list[dict[str, Any]]:
    """So many trees of sources of a kind; the same for the same seed."""
    found: list[dict[str, Any]] = []

    @seeded(seed)
    @settings(
        max_examples=number,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(DRAWN[kind]())
    def draw(tree: dict[str, Any]) -> None:
        found.append(tree)

    while len(found) < number:  # simple things are soon exhausted
        draw()
    return found[:number]


def write(root: Path, kind: str, drawn: list[dict[str, Any]]) -> None:
    """Put the sources of a kind into a workspace with the project's reference data."""
    folder = root / "content" / kind
    folder.mkdir(parents=True)
    if not (root / "content" / "reference").exists():
        (root / "content" / "reference").symlink_to(ROOT / "content" / "reference")
    for number, tree in enumerate(drawn):
        text = json.dumps(tree, ensure_ascii=False, indent=1)  # JSON is YAML
        (folder / f"{kind}-{number:03}.yaml").write_text(text, encoding="utf-8")


def printed(root: Path, out: Path) -> Iterator[Printed]:
    """Every document of a workspace, printed into a folder; a source that is not read is an error of the drawing."""
    loaded = load(root, KINDS, REFERENCES)
    assert not loaded.broken, [str(problem) for problem in loaded.problems][:5]
    templates = {kind.name: Template(ROOT / "templates" / f"{kind.name}.docx") for kind in KINDS}
    for document in loaded.corpus.documents:
        if document.kind in templates:
            yield _printed(document, loaded.corpus, templates[document.kind], out)


def _printed(document: Document[Any], corpus: Corpus, template: Template, out: Path) -> Printed:
    kind = next(kind for kind in KINDS if kind.name == document.kind)
    composed = compose(document, kind, corpus, template)
    path = out / f"{document.id}.docx"
    path.write_bytes(composed.docx)
    for extension, table in kind.tables.items():
        path.with_suffix(f".{extension}").write_bytes(table(document, corpus))
    return Printed(path, dress(composed.view))
