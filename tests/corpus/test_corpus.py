"""What a corpus answers when it is asked for records of a type."""

from typing import Any

from docgen.corpus import Corpus, Document, Kind, check_document
from docgen.diagnostics import Finding, Findings, Rule, Severity, Source
from docgen.sources import Record


class Written(Record):
    """What two kinds share."""

    title: str


class Programme(Written):
    """A kind's own record, made of the shared one."""


class Letter(Record):
    """Another kind's."""

    title: str


def _document(name: str, record: Record) -> Document[Record]:
    return Document("kind", name, Source(name, ""), record)


CORPUS = Corpus(
    (
        _document("a", Programme(title="А")),
        _document("b", Letter(title="Б")),
        _document("c", Programme(title="В")),
    )
)


def test_a_record_is_found_by_its_own_type_and_by_what_it_is_made_of() -> None:
    assert [document.id for document in CORPUS.of(Programme)] == ["a", "c"]
    assert [document.id for document in CORPUS.of(Written)] == ["a", "c"]
    assert [document.id for document in CORPUS.of(Record)] == ["a", "b", "c"]


def test_what_is_not_there_is_not_found() -> None:
    assert Corpus().of(Written) == ()
    assert Corpus((_document("b", Letter(title="Б")),)).of(Written) == ()


def test_a_part_of_the_corpus_holds_what_is_made_of_an_admitted_type() -> None:
    assert [document.id for document in CORPUS.only([Written]).of(Programme)] == ["a", "c"]


def test_of_thousands_of_problems_of_one_rule_the_first_are_told() -> None:
    def everywhere(document: Document[Record], corpus: Corpus) -> Findings:
        yield from (Finding(document.source.span(at), "плохо") for at in range(10_000))

    rule = Rule("X001", Severity.ERROR, "Плохо", "", everywhere)
    kind: Kind[Any, Any] = Kind("kind", "Вид", Letter, None, None, rules=(rule,))  # type: ignore[arg-type]
    found = check_document(Document("kind", "a", Source("a", "x" * 10_000), Letter(title="А")), kind, CORPUS)
    assert len(found) == 500
    assert [one.message for one in found[-2:]] == ["плохо", "плохо; дальше таких же замечаний больше"]
