"""What a corpus answers when it is asked for records of a type."""

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Source
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
