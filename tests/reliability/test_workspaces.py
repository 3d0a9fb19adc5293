"""A workspace from a stranger: its ledger and its signed files lead nowhere but into it."""

import json
import os
from pathlib import Path

import pytest

from docgen.build.frozen import check_signed
from docgen.build.ledger import Ledger
from docgen.corpus import Document
from docgen.corpus.document import DocumentRecord
from docgen.diagnostics import Source

SUM = "a" * 64


def ledger(folder: Path, text: str, journal: str = "") -> Ledger:
    (folder / "out").mkdir()
    (folder / "out/.ledger.json").write_text(text, encoding="utf-8")
    (folder / "out/.ledger.journal").write_text(journal, encoding="utf-8")
    return Ledger.read(folder / "out/.ledger.json")


def with_outputs(*names: str) -> str:
    return json.dumps({"version": 1, "outputs": {name: {"inputs": {"a": "b"}, "sum": SUM} for name in names}})


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"a":' * 100_000, '{"version":' + "9" * 5_000 + "}", "\0" * 99]
)
def test_a_ledger_that_no_docgen_wrote_is_empty(tmp_path: Path, text: str) -> None:
    assert ledger(tmp_path, text, text).entries == {}


def test_a_ledger_names_outputs_only(tmp_path: Path) -> None:
    names = [
        "/etc/passwd",
        "../x",
        "out/../../x",
        "out/./x",
        "content/x.yaml",
        "out",
        "out/a\0b",
        "out/\ud800",
        "/dev/zero",
    ]
    journal = "".join(json.dumps({"version": 1, "coming": {name: SUM}}) + "\n" for name in names)
    found = ledger(tmp_path, with_outputs("out/protocol/x.docx", *names), journal)
    assert list(found.entries) == ["out/protocol/x.docx"]


def test_a_pipe_in_the_ledgers_place_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    os.mkfifo(tmp_path / "out/.ledger.json")
    assert Ledger.read(tmp_path / "out/.ledger.json").entries == {}


def test_half_a_character_in_a_ledger_can_be_written_again(tmp_path: Path) -> None:
    text = with_outputs("out/x.docx").replace('"b"', r'"\ud800"')
    found = ledger(tmp_path, text)
    found.write()
    assert Ledger.read(found.path).entries == found.entries


@pytest.mark.parametrize(
    "name", ["out/a\0b.pdf", "a" * 5_000, "out/loop.pdf", "../../etc/passwd", "out/huge.pdf", "out/pipe.pdf"]
)
def test_a_signed_file_that_is_none_is_told(tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "loop.pdf").symlink_to("loop.pdf")
    os.mkfifo(out / "pipe.pdf")
    (out / "huge.pdf").touch()
    os.truncate(out / "huge.pdf", 1 << 40)
    record = DocumentRecord.model_validate({"stage": "signed", "signed": {"file": name, "sha256": SUM}})
    document = Document("protocol", "x", Source("x.yaml", ""), record)
    (problem,) = check_signed(document, tmp_path)
    assert problem.hint
    assert len(problem.message) < 200
