"""An item of the agenda as it is printed: heading, who was heard, what was decided."""

from dataclasses import dataclass

from docgen.corpus import printed
from docgen.kinds.protocol import phrases
from docgen.kinds.protocol.decisions import DecisionView, decision_views
from docgen.kinds.protocol.record import AgendaItem, Form, Protocol, Question, Speech, Vote
from docgen.language.cases import Case
from docgen.language.numbers.roman import roman
from docgen.model.book import Book


@dataclass(frozen=True)
class ItemView:
    """An item of the agenda."""

    numeral: str = printed("Римский номер")
    heading: str = printed("Заголовок без точки")
    speakers: str = printed("Докладчики в скобках")
    heard: str = printed("Фраза «Заслушав выступление …,» (краткая форма)")
    listened: tuple[str, ...] = printed("СЛУШАЛИ (полная форма)")
    discussed: tuple[str, ...] = printed("ВЫСТУПИЛИ (полная форма)")
    questions: tuple[str, ...] = printed("ВОПРОСЫ (полная форма)")
    resolved: str = printed("Слово «РЕШИЛИ» или «ПОСТАНОВИЛИ»")
    decisions: tuple[DecisionView, ...] = printed("Решения")
    vote: str = printed("Итоги голосования")
    dissent: tuple[str, ...] = printed("Особые мнения")


def item_views(protocol: Protocol, book: Book) -> tuple[ItemView, ...]:
    """Every item of the agenda; an agenda that is not written yet is one item with a gap for a heading."""
    agenda = protocol.agenda or [AgendaItem(heading=phrases.gap("вопросы повестки"))]
    return tuple(_item_view(number, item, protocol, book) for number, item in enumerate(agenda, 1))


def _item_view(number: int, item: AgendaItem, protocol: Protocol, book: Book) -> ItemView:
    """What is printed of an item."""
    full = protocol.form is Form.FULL
    speakers = ", ".join(book.person(speaker).listed() for speaker in item.speakers)
    return ItemView(
        numeral=roman(number),
        heading=phrases.heading(item, book),
        speakers=f"({speakers})" if speakers else "",
        heard="" if full else _heard(item, book),
        listened=_listened(item, book) if full else (),
        discussed=tuple(_speech(speech, book) for speech in item.discussed),
        questions=tuple(_question(question, book) for question in item.questions),
        resolved=protocol.resolved.value,
        decisions=decision_views(item, book),
        vote=_vote(item.vote),
        dissent=tuple(_speech(speech, book) for speech in item.dissent),
    )


def _heard(item: AgendaItem, book: Book) -> str:
    """«Заслушав выступление директора … Неумывакина В.С. о …,» – several speakers make «выступления»."""
    noun = "выступления" if len(item.speakers) > 1 else "выступление"
    who = ", ".join(_named(item, position, book) for position in range(len(item.speakers)))
    who = who or phrases.gap("докладчик")
    topic = "" if item.opening or item.topic is None else f" {phrases.small(item.topic)}{_aside(item, book)}"
    return f"Заслушав {noun} {who}{topic},"


def _named(item: AgendaItem, position: int, book: Book) -> str:
    person = book.person(item.speakers[position])
    return " ".join(filter(None, (book.post_of(person, Case.GENITIVE), person.listed(Case.GENITIVE))))


def _aside(item: AgendaItem, book: Book) -> str:
    """The explanation in brackets agrees with a genitive: «(итоговых выездных защит …)»."""
    if item.aside is None:
        return ""
    from docgen.model.forms import inflect

    return f" ({inflect(item.aside, 'group', Case.GENITIVE, item, 'aside')})"


def _listened(item: AgendaItem, book: Book) -> tuple[str, ...]:
    topic = "вступительное слово" if item.opening else item.topic or phrases.gap("о чём")
    aside = _aside(item, book)
    speakers = [phrases.capital(phrases.named(speaker, book, with_post=True)) for speaker in item.speakers]
    return tuple(
        f"{speaker} – {phrases.small(topic)}{aside}." for speaker in speakers or [phrases.gap("докладчик")]
    )


def _speech(speech: Speech, book: Book) -> str:
    return f"{book.person(speech.person).listed()} – {phrases.sentence(speech.text)}"


def _question(question: Question, book: Book) -> str:
    asked = f"{book.person(question.person).listed()}: {question.text}"
    return f"{asked} Ответ: {phrases.sentence(question.answer)}" if question.answer else asked


def _vote(vote: Vote | None) -> str:
    """«Голосовали: «за» – 9, «против» – нет, «воздержались» – 1. Решение принято.»"""
    if vote is None:
        return ""
    counts = [str(count) if count else "нет" for count in (vote.favour, vote.against, vote.abstained)]
    if not vote.against and not vote.abstained:
        verdict = "Решение принято единогласно."
    else:
        verdict = "Решение принято." if vote.favour > vote.against + vote.abstained else "Решение не принято."
    return f"Голосовали: «за» – {counts[0]}, «против» – {counts[1]}, «воздержались» – {counts[2]}. {verdict}"
