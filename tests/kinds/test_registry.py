"""What there is, told by names alone until more is asked for."""

import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from docgen.corpus import Kind, Reference, load, read_kinds
from docgen.kinds import KINDS, REFERENCES

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_is_called_as_it_calls_itself(kind: Kind[object, object]) -> None:  # type: ignore[type-var]
    itself = import_module(f"docgen.kinds.{kind.name}").KIND
    assert (kind.name, kind.title) == (itself.name, itself.title)
    assert kind.rules is itself.rules


@pytest.mark.parametrize("reference", REFERENCES, ids=lambda one: one.name)
def test_reference_data_are_known_by_their_type_unloaded_or_loaded(reference: Reference) -> None:
    others = tuple(one.record for one in REFERENCES if one.name != reference.name)
    assert reference.holds_any((reference.record,))
    assert not reference.holds_any(others)
    assert reference.rules


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_kinds_that_a_kind_reads_are_those_whose_records_it_names(kind: Kind[object, object]) -> None:  # type: ignore[type-var]
    named = [other.name for other in KINDS if kind.may_read(other.record)]
    assert [other.name for other in read_kinds(kind, KINDS, REFERENCES)] == named


def test_only_the_reference_data_that_are_read_are_loaded() -> None:
    protocol = next(kind for kind in KINDS if kind.name == "protocol")
    corpus = load(ROOT, KINDS, REFERENCES, [], reads=protocol.reads).corpus
    assert {type(one.record) for one in corpus.documents} <= set(protocol.reads)
    assert len(corpus.documents) < len(load(ROOT, KINDS, REFERENCES, []).corpus.documents)


BUILD = """
import sys
from docgen.__main__ import run
assert run(["build", "-q", "-t", "docx", *sys.argv[1:]]) == 0
print(*sys.modules)
"""


def test_a_protocol_is_made_without_what_a_programme_is_made_of(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    shutil.copytree(ROOT / "content", tmp_path / "content")
    # Broken data that only programmes read are for programmes, and for «docgen check», to tell.
    (tmp_path / "content/reference/passport.yaml").write_text("x: [", encoding="utf-8")
    source = "content/protocol/2026-03-12-sovet.yaml"
    done = subprocess.run(
        [sys.executable, "-c", BUILD, source], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert {"docgen.kinds.protocol", "docgen.render"} <= loaded
    assert loaded.isdisjoint({"docgen.kinds.programme", "docgen.kinds.portfolio", "docgen.model.passport"})
    assert (tmp_path / "out/protocol/2026-03-12-sovet.docx").is_file()
    assert run_check(tmp_path) == 1


def run_check(root: Path) -> int:
    """The exit code of a check of the whole workspace."""
    return subprocess.run(
        [sys.executable, "-m", "docgen", "check", "-q"], cwd=root, capture_output=True, check=False
    ).returncode
