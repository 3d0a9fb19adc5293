"""A small workspace with a kind of its own, so that the building is tested without any real kind."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
from pydantic import Field

from docgen.build.ledger import Ledger
from docgen.build.means import Means
from docgen.build.outcome import Report
from docgen.build.plan import Target, plan
from docgen.build.run import Builder
from docgen.build.workspace import Workspace
from docgen.corpus import Corpus, Document, DocumentRecord, Kind, Reference, printed
from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.sources import Prose, Record, Registry
from docgen.sources.rows import Rows


class Word(Record):
    text: Prose


class Words(Registry[Word]):
    pass


class Part(Record):
    name: Prose
    size: int = 0


class Note(DocumentRecord):
    title: Prose
    word: str | None = Field(default=None)
    author: Prose | None = None
    parts: Rows[Part] = Field(default_factory=Rows)


@dataclass(frozen=True)
class NoteView:
    document_title: str = printed("Название", verbatim=True)
    document_date: date | None = printed("Дата")
    title: str = printed("Заголовок")
    word: str = printed("Слово")


def note_view(document: Document[Note], corpus: Corpus) -> NoteView:
    words = corpus.one(Words)
    word = words.get(document.record.word) if words is not None and document.record.word else None
    title = ", ".join([document.record.title, *(part.name for part in document.record.parts)])
    return NoteView(document.record.title, date(2026, 1, 12), title, word.text if word else "")


@rule("X101")
def no_shouting(document: Document[Note], corpus: Corpus) -> Findings:
    """Заголовок не кричит.

    Плохо:   title: СРОЧНО
    Хорошо:  title: О сроках
    """
    if document.record.title.isupper():
        yield Finding(document.record.at("title"), "заголовок набран прописными", "наберите строчными")


@rule("X102", Severity.GAP)
def author_is_named(document: Document[Note], corpus: Corpus) -> Findings:
    """Автор назван.

    Плохо:   author:
    Хорошо:  author: Иванов И.И.
    """
    if document.record.author is None:
        yield Finding(document.record.at("author"), "автор не назван", "впишите author")


NOTE = Kind(
    "note", "Записка", Note, note_view, lambda: NoteView, (no_shouting, author_is_named), reads=(Words,)
)
WORDS = Reference("words", "Слова", Words)

# What the workers import: this module is a registry of kinds like any other.
KINDS, REFERENCES = (NOTE,), (WORDS,)
MEANS = Means("tests.build.workshop")


def word_file(*paragraphs: str) -> bytes:
    """A Word file with these paragraphs."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def paragraphs_of(path: Path) -> list[str]:
    """The texts of a Word file's paragraphs."""
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


class Workshop:
    """The workspace at a path, and what tests do with it."""

    def __init__(self, root: Path) -> None:
        self.workspace = Workspace(root)
        self.root = root
        self.write("content/reference/words.yaml", "hello: {text: Здравствуйте}\n")
        self.write("content/note/a.yaml", "title: Записка об итогах\nword: hello\nauthor: Иванов И.И.\n")
        self.write("content/note/b.yaml", "title: Записка о планах\nauthor: Иванов И.И.\n")
        template = root / "templates" / "note.docx"
        template.parent.mkdir(parents=True)
        template.write_bytes(word_file("{{ title }}", "{{ word }}"))

    def write(self, name: str, text: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def ledger(self) -> Ledger:
        return Ledger.read(self.root / "out" / ".ledger.json")

    def plan(self, *, force: bool = False) -> list[Target]:
        return plan(self.workspace, [NOTE], [WORDS], self.ledger(), ("docx",), force=force)

    def build(self, *, force: bool = False, means: Means = MEANS) -> Report:
        ledger = self.ledger()
        targets = plan(self.workspace, [NOTE], [WORDS], ledger, ("docx",), force=force, today=means.today)
        return Builder(self.workspace, ledger, means).build(targets)

    def states(self) -> dict[str, str]:
        return {outcome.target.id: outcome.state for outcome in self.build().outcomes}
