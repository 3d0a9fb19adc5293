"""The real protocol: what docgen prints against what the ministry printed, whitespace aside.

``data/ministry-protocol.txt`` is the text layer of the ministry's file; ``data/differences.yaml`` lists every place where
our text is another one, and why. Nothing else may differ, nothing may be lost.
"""

import difflib
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
import pytest
import yaml
from docx.table import Table
from docx.text.paragraph import Paragraph

from docgen.build.batch import proved_template
from docgen.build.compose import compose
from docgen.build.workspace import Workspace
from docgen.corpus import load
from docgen.kinds import KINDS, REFERENCES
from docgen.kinds.protocol import KIND

ROOT = Path(__file__).parents[3]
DATA = Path(__file__).parent / "data"
PROTOCOL = "2023-11-08-mshrg-4"

_SPACED = re.compile(r"(?<!\S)(?:\S {1,2}){3,}\S(?!\S)")


@pytest.fixture(scope="module")
def printed() -> str:
    """The text of the Word file made from the content of this repository, cell by cell, paragraph by paragraph."""
    workspace = Workspace(ROOT)
    loaded = load(ROOT, KINDS, REFERENCES)
    (document,) = (d for d in loaded.corpus.documents if d.id == PROTOCOL)
    template, problems = proved_template(workspace, KIND)
    assert template is not None
    assert not problems
    made = compose(document, KIND, loaded.corpus, template)
    return "\n".join(_texts(docx.Document(BytesIO(made.docx))))


def _texts(document: "docx.document.Document") -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Table):
            yield from _by_columns(block)


def _by_columns(table: Table) -> Iterator[str]:
    """Column after column, as the text layer of the ministry's file has a table."""
    for column in table.columns:
        for cell in column.cells:
            yield cell.text


def words(text: str) -> list[str]:
    """The words of a text; letters set apart by spaces («П Р О Т О К О Л») are a word."""
    text = text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NON-BREAKING HYPHEN}", "-")
    text = re.sub(r"Д05-\s+103", "Д05-103", text)  # a number that a line end cut in two (flaw F07)
    text = re.sub(r"(?<=[А-Я]) {2}(?=[А-Я] )", " / ", text)  # two spaces between words set letter by letter
    spaced = _SPACED.sub(
        lambda match: match[0].replace(" / ", "\0").replace(" ", "").replace("\0", " "), text
    )
    return spaced.split()


def differences(before: list[str], after: list[str]) -> list[tuple[str, str]]:
    """What was replaced by what, word by word."""
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    return [
        (" ".join(before[i:j]), " ".join(after[k:m]))
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag != "equal"
    ]


def test_every_difference_from_the_ministrys_text_is_listed_with_its_reason(printed: str) -> None:
    seed = (DATA / "ministry-protocol.txt").read_text(encoding="utf-8")
    listed = yaml.safe_load((DATA / "differences.yaml").read_text(encoding="utf-8"))
    found = differences(words(seed), words(printed))
    assert found == [(entry["ministry"], entry["docgen"]) for entry in listed]
    assert all(entry["why"] for entry in listed)


def test_nothing_but_listed_words_is_lost(printed: str) -> None:
    seed = words((DATA / "ministry-protocol.txt").read_text(encoding="utf-8"))
    assert len(seed) > 800
    kept = set(words(printed))
    listed = yaml.safe_load((DATA / "differences.yaml").read_text(encoding="utf-8"))
    mended = {word for entry in listed for word in entry["ministry"].split()}
    assert {word for word in seed if word not in kept} <= mended
