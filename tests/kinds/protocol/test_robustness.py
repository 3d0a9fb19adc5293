"""Whatever a person does to a protocol, docgen answers with problems and never raises."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.corpus import Corpus, Document, check_document, load
from docgen.kinds import KINDS, REFERENCES, protocol
from docgen.sources import Mapping, Node, Scalar
from tests.kinds.case import read

ROOT = Path(__file__).parents[3]
LOADED = load(ROOT, KINDS, REFERENCES)
DOCUMENTS = LOADED.corpus.of(protocol.KIND.record)

Path_ = tuple[str | int, ...]

STRANGE: list[Any] = [
    None, "", " ", "0", "-1", "да", "x", "нет", "{", "{cites}", "{cites:x}", "№", ".", "до 1 октября",
    "31.12.9999", "до 31 декабря 9999 г.", "1 января 1 г.", "в течение 999999999 дней", "ежегодно", "99999999999999999999",
    [], [[]], [None], {}, {"a": "b"}, ["ivanov"], {"name": None}, {"organisation": "nowhere"}, "nowhere", "Иванов",
    "ё" * 300, "((", "\\", "«»", "true", "2023-02-30", "{by: x}", {"by": "2023-11-24"}, {"within": {"n": "9" * 9}},
]  # fmt: skip


def plain(node: Node) -> Any:
    """The tree without places."""
    if isinstance(node, Scalar):
        return None if node.absent else str(node)
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.items()}
    return [plain(value) for value in node]


def paths(value: Any, lead: Path_ = ()) -> list[Path_]:
    """The ways to everything within a value."""
    found: list[Path_] = [lead] if lead else []
    steps: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        steps = list(value.items())
    elif isinstance(value, list):
        steps = list(enumerate(value))
    for step, inner in steps:
        found += paths(inner, (*lead, step))
    return found


TREES = [plain(document.record.node) for document in DOCUMENTS if document.record.node is not None]
PLACES = [(number, path) for number, tree in enumerate(TREES) for path in paths(tree)]


def mutated(tree: Any, path: Path_, value: Any, *, delete: bool) -> Any:
    """A copy of the tree with one place changed; the same tree if an earlier change took the place away."""
    changed = deepcopy(tree)
    inner = changed
    try:
        for step in path[:-1]:
            inner = inner[step]
        if delete:
            del inner[path[-1]]
        else:
            inner[path[-1]] = value
    except (KeyError, IndexError, TypeError):
        return tree
    return changed


def check(tree: Any, references: tuple[Document[Any], ...]) -> None:
    text = json.dumps(tree, ensure_ascii=False, indent=1)  # JSON is YAML
    record, problems, source = read(text, protocol.KIND.record, "mutated.yaml")
    assert (record is None) <= bool(problems)
    if record is None:
        return
    document = Document("protocol", "mutated", source, record)
    for problem in check_document(document, protocol.KIND, Corpus((*references, document))):
        assert 0 <= problem.span.start <= problem.span.end <= len(problem.span.source.text)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_changed_values_are_problems_not_exceptions(data: st.DataObject) -> None:
    tree = None
    for _ in range(data.draw(st.integers(1, 3))):
        number, path = data.draw(st.sampled_from(PLACES))
        base = TREES[number] if tree is None else tree
        tree = mutated(base, path, data.draw(st.sampled_from(STRANGE)), delete=data.draw(st.booleans()))
    check(tree, tuple(d for d in LOADED.corpus.documents if d.kind == "reference"))


@pytest.mark.parametrize("missing", [*(reference.name for reference in REFERENCES), "everything"])
def test_without_reference_data(missing: str) -> None:
    assert TREES
    for tree in TREES:
        left = (
            d
            for d in LOADED.corpus.documents
            if d.kind == "reference" and missing not in (d.id, "everything")
        )
        check(tree, tuple(left))
