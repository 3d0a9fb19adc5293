"""Of what a protocol consists, and who answers for each part: what ``docgen status`` tells the readiness of."""

from docgen.corpus import Corpus, Document
from docgen.corpus.readiness import Part, Path, Unit
from docgen.kinds.protocol.record import AgendaItem, Protocol
from docgen.model.book import Book
from docgen.model.people import Person
from docgen.model.references import Ref

_HEAD = ("stage", "organisation", "title", "form", "resolved", "date", "until", "number", "place")
_PRESENT = ("present", "invited", "quorum", "collegial", "list_limit")
_ENDING = ("control", "annexes", "distribution", "executor", "anchors", "signed")


def parts(document: Document[Protocol], corpus: Corpus) -> tuple[Part, ...]:
    """Heading, participants, every item of the agenda with its decisions, the ending."""
    book = Book.of(corpus)
    secretary = _named("секретарь", document.record.secretary, book)
    chair = _named("председательствующий", document.record.chair, book)
    return (
        Part("Заголовок и участники", tuple(_beginning(secretary))),
        *(_item(place, item, secretary) for place, item in enumerate(document.record.agenda)),
        Part("Согласование и подписание", tuple(_ending(document.record, secretary, chair, book))),
    )


def _beginning(secretary: str) -> list[Unit]:
    return [
        Unit("Заголовок, дата, номер", secretary, ((), *((field,) for field in _HEAD))),
        Unit("Участники", secretary, tuple((field,) for field in _PRESENT)),
        Unit("Повестка", secretary, (("agenda",),), ("повестк",)),
    ]


def _item(place: int, item: AgendaItem, secretary: str) -> Part:
    start: Path = ("agenda", place)
    course = Unit("Доклад и обсуждение", secretary, (start,))
    decisions = (
        Unit(f"Решение {number}", secretary, ((*start, "decisions", number - 1),))
        for number in range(1, len(item.decisions) + 1)
    )
    title = item.heading or item.topic or ("Вступительное слово" if item.opening else "без темы")
    return Part(f"Вопрос {place + 1}. {title}", (course, *decisions))


def _ending(record: Protocol, secretary: str, chair: str, book: Book) -> list[Unit]:
    approving = tuple(
        (("approvals", place), _named("согласующий", one.person, book))
        for place, one in enumerate(record.approvals)
    )
    return [
        Unit("Контроль, приложения, рассылка", secretary, tuple((field,) for field in _ENDING)),
        Unit("Лист согласования", secretary, (("approvals",),), others=approving),
        Unit("Подпись", chair, (("chair",), ("secretary",))),
    ]


def _named(role: str, ref: Ref[Person] | None, book: Book) -> str:
    """«секретарь – И.О. Фамилия»; the role alone while nobody is known."""
    try:
        return f"{role} – {book.person(ref).signed}" if ref is not None else role
    except KeyError:
        return role
