"""The project's own documents: no error, and no warning that we do not know of."""

from pathlib import Path
from typing import Any

import pytest

from docgen.corpus import check_document, check_references, load
from docgen.diagnostics import Problem, Severity
from docgen.kinds import KINDS, REFERENCES

ROOT = Path(__file__).parents[2]

# What the real protocol of 2023 has, and nobody mends afterwards.
EXPECTED = {
    ("content/protocol/2023-11-08-mshrg-4.yaml", 20, "P304"),  # present: not in the order of the alphabet
    ("content/protocol/2023-11-08-mshrg-4.yaml", 102, "P112"),  # an answer wanted within two working days
}

# A draft that somebody has only begun: it has gaps, and nothing else.
BEGUN = "content/programme/tula-chemistry.yaml"

LOADED = load(ROOT, KINDS, REFERENCES)


def test_everything_is_read() -> None:
    assert LOADED.problems == []
    assert len(LOADED.corpus.documents) > len(REFERENCES)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_documents_have_no_unexpected_problem(kind: Any) -> None:
    documents = LOADED.corpus.of(kind.record)
    problems = [
        problem for document in documents for problem in check_document(document, kind, LOADED.corpus)
    ]
    begun = [problem for problem in problems if problem.span.source.path.startswith(BEGUN)]
    assert all(problem.severity is Severity.GAP for problem in begun)
    problems = [problem for problem in problems if problem not in begun]
    assert documents
    assert grave(problems) == {one for one in EXPECTED if one[0].startswith(f"content/{kind.name}/")}


def test_reference_data_have_no_problem() -> None:
    assert grave(check_references(LOADED.corpus, REFERENCES)) == set()


def grave(problems: list[Problem]) -> set[tuple[str, int, str]]:
    """Errors, gaps and warnings, where they are."""
    return {
        (problem.span.source.path, problem.span.line, problem.rule.code)
        for problem in problems
        if problem.severity is not Severity.INFO
    }
