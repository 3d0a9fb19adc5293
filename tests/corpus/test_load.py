"""``content/`` → corpus: what is read, what is passed over, what is told about it."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from docgen.corpus import (
    Corpus,
    Document,
    DocumentRecord,
    Kind,
    Loaded,
    Reference,
    Stage,
    check_document,
    load,
)
from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.sources import Prose, Record, Registry


class Note(DocumentRecord):
    title: Prose


class Word(Record):
    text: str


class Words(Registry[Word]):
    pass


@dataclass(frozen=True)
class NoteView:
    document_title: str
    document_date: date | None


def note_view(document: Document[Note], corpus: Corpus) -> NoteView:
    return NoteView(document.record.title, None)


@rule("X101", Severity.GAP)
def never_ready(document: Document[Note], corpus: Corpus) -> Findings:
    """Записка никогда не готова.

    Плохо:   всегда
    Хорошо:  никогда
    """
    yield Finding(document.record.at("title"), "записка не готова", "подождите")


NOTE = Kind("note", "Записка", Note, note_view, lambda: NoteView, (never_ready,))
WORDS = Reference("words", "Слова", Words)


def read(root: Path, **files: str) -> Loaded:
    for name, text in files.items():
        path = root / "content" / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load(root, [NOTE], [WORDS])


def told(loaded: Loaded) -> list[tuple[str, str]]:
    return [(problem.rule.code, problem.span.source.path) for problem in loaded.problems]


def test_folder_is_the_kind_and_the_file_the_id(tmp_path: Path) -> None:
    loaded = read(tmp_path, note__a_dot_yaml="title: А\n", reference__words_dot_yaml="x: {text: слово}\n")
    assert [(d.kind, d.id) for d in loaded.corpus.documents] == [("note", "a"), ("reference", "words")]
    assert loaded.corpus.of(Note)[0].record.title == "А"
    words = loaded.corpus.one(Words)
    assert words is not None
    assert words.keys == ["x"]


def test_a_view_sees_only_what_its_kind_reads(tmp_path: Path) -> None:
    corpus = read(
        tmp_path, note__a_dot_yaml="title: А\n", reference__words_dot_yaml="x: {text: слово}\n"
    ).corpus
    assert [d.id for d in corpus.only((Words,)).documents] == ["words"]


def test_one_broken_file_never_hides_another(tmp_path: Path) -> None:
    loaded = read(
        tmp_path, note__a_dot_yaml="titel: А\n", note__b_dot_yaml="title: Б\n", note__c_dot_yaml="title: [\n"
    )
    assert [d.id for d in loaded.corpus.documents] == ["b"]
    assert [path.stem for path in loaded.broken] == ["a", "c"]
    assert {path for _, path in told(loaded)} == {"content/note/a.yaml", "content/note/c.yaml"}


def test_what_nobody_would_read_is_told(tmp_path: Path) -> None:
    loaded = read(
        tmp_path,
        nota__a_dot_yaml="title: А\n",
        note__a_dot_yml="title: А\n",
        note__Записка_dot_yaml="title: А\n",
        reference__word_dot_yaml="x: {text: слово}\n",
    )
    assert told(loaded) == [
        ("C001", "content/nota"),
        ("C003", "content/note/a.yml"),
        ("C002", "content/note/Записка.yaml"),
        ("C004", "content/reference/word.yaml"),
    ]
    assert loaded.problems[0].hint == "может быть, note?"


def test_a_link_out_of_the_workspace_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("title: А\n", encoding="utf-8")
    (tmp_path / "root/content/note").mkdir(parents=True)
    (tmp_path / "root/content/note/a.yaml").symlink_to(outside)
    assert told(load(tmp_path / "root", [NOTE], [WORDS])) == [("C005", "content/note/a.yaml")]


def test_a_rule_sees_the_stage_a_document_is_looked_at(tmp_path: Path) -> None:
    (document,) = read(tmp_path, note__a_dot_yaml="title: А\n").corpus.documents
    assert document.stage is Stage.DRAFT
    assert replace(document, as_if=Stage.TO_SIGN).stage is Stage.TO_SIGN


def test_a_gap_is_an_error_from_to_sign_on(tmp_path: Path) -> None:
    loaded = read(tmp_path, note__a_dot_yaml="title: А\n", note__b_dot_yaml="stage: to_sign\ntitle: Б\n")
    draft, to_sign = loaded.corpus.documents
    assert [p.severity for p in check_document(draft, NOTE, loaded.corpus)] == [Severity.GAP]
    assert [p.severity for p in check_document(draft, NOTE, loaded.corpus, Stage.TO_SIGN)] == [Severity.ERROR]
    assert [p.severity for p in check_document(to_sign, NOTE, loaded.corpus)] == [Severity.ERROR]


class Plan(Record):
    title: str


PLANS = Reference("plans", "Планы", Plan, folder=True)


def read_with_plans(root: Path, **files: str) -> Loaded:
    read(root, **files)
    return load(root, [NOTE], [WORDS, PLANS])


def test_a_folder_of_reference_data_is_read_file_by_file(tmp_path: Path) -> None:
    loaded = read_with_plans(
        tmp_path,
        reference__plans__one_dot_yaml="title: А\n",
        reference__plans__two_dot_yaml="title: Б\n",
        note__a_dot_yaml="title: А\n",
    )
    assert [(d.kind, d.id) for d in loaded.corpus.documents] == [
        ("note", "a"),
        ("reference", "one"),
        ("reference", "two"),
    ]
    assert [d.record.title for d in loaded.corpus.of(Plan)] == ["А", "Б"]


def test_a_folder_of_reference_data_is_read_whatever_is_chosen(tmp_path: Path) -> None:
    read_with_plans(tmp_path, reference__plans__one_dot_yaml="title: А\n", note__a_dot_yaml="title: А\n")
    chosen = load(tmp_path, [NOTE], [PLANS], only=[])
    assert [document.id for document in chosen.corpus.documents] == ["one"]


def test_what_is_wrong_in_a_folder_of_reference_data_is_told(tmp_path: Path) -> None:
    loaded = read_with_plans(
        tmp_path,
        reference__plans__one_dot_yaml="titel: А\n",
        reference__plans__Ж_dot_yaml="title: Б\n",
        reference__plan__one_dot_yaml="title: А\n",
    )
    assert sorted(told(loaded)) == [
        ("C002", "content/reference/plans/Ж.yaml"),
        ("C004", "content/reference/plan"),
        ("S101", "content/reference/plans/one.yaml"),
        ("S102", "content/reference/plans/one.yaml"),
    ]
    assert [path.name for path in loaded.broken_references] == ["one.yaml"]
    assert loaded.broken == loaded.broken_references


def test_a_file_of_a_folder_does_not_stand_beside_it(tmp_path: Path) -> None:
    loaded = read_with_plans(tmp_path, reference__plans_dot_yaml="title: А\n")
    assert told(loaded) == [("C004", "content/reference/plans.yaml")]
