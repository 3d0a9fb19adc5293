"""A programme of the tests, printed as a build prints it."""

from functools import cache
from pathlib import Path

from docgen.build.compose import Composed, compose
from docgen.corpus import load
from docgen.kinds import KINDS, REFERENCES, programme
from docgen.kinds.programme.record import Programme
from docgen.render import Template

ROOT = Path(__file__).parents[3]
DATA = Path(__file__).parent / "data"
WORD = ROOT / "templates" / "programme.docx"


def workspace(root: Path, name: str, replaced: dict[str, str] | None = None) -> Path:
    """A workspace with the project's reference data and one programme; texts in it may be replaced."""
    (root / "content" / "programme").mkdir(parents=True)
    (root / "content" / "reference").symlink_to(ROOT / "content" / "reference")
    text = (DATA / f"{name}.yaml").read_text(encoding="utf-8")
    for old, new in (replaced or {}).items():
        assert old in text, old
        text = text.replace(old, new)
    (root / "content" / "programme" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return root


def printed(root: Path, name: str) -> Composed:
    """The programme of a workspace as Word gets it."""
    loaded = load(root, KINDS, REFERENCES)
    document = next(one for one in loaded.corpus.of(Programme) if one.id == name)
    return compose(document, programme.KIND, loaded.corpus, _template())


@cache
def _template() -> Template:
    return Template(WORD)
