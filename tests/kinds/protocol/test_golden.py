"""The project's own documents as Word shows them, for a reviewer to read: «style | text».

«°» is a no-break space, «‑» a no-break hyphen, «→» a tab, «↵» a new line.
"""

from pathlib import Path

import pytest

from docgen.build.compose import compose
from docgen.corpus import load
from docgen.kinds import KINDS, REFERENCES
from docgen.kinds.protocol import KIND
from docgen.kinds.protocol.record import Protocol
from docgen.render import Template
from tests.conftest import Compare
from tests.templates.word_file import WordFile

ROOT = Path(__file__).parents[3]
GOLDEN = ROOT / "tests" / "golden" / "protocol"
CORPUS = load(ROOT, KINDS, REFERENCES).corpus
DOCUMENTS = {document.id: document for document in CORPUS.of(Protocol)}


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_the_document_reads_as_recorded(name: str, golden: Compare) -> None:
    made = compose(DOCUMENTS[name], KIND, CORPUS, Template(ROOT / "templates" / "protocol.docx"))
    lines = WordFile(made.docx).lines()
    text = "".join(f"{line}\n" for line in lines).replace("\N{NO-BREAK SPACE}", "°")
    golden(GOLDEN / f"{name}.txt", text)


def test_every_golden_is_of_a_document() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(DOCUMENTS)
    assert len(DOCUMENTS) >= 2
