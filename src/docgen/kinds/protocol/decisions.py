"""Decisions as they are printed: number, addressee in the dative, what to do, by when."""

from dataclasses import dataclass

from docgen.corpus import printed
from docgen.kinds.protocol import phrases
from docgen.kinds.protocol.record import AgendaItem
from docgen.language.cases import Case
from docgen.model.book import Book
from docgen.model.cited import cite
from docgen.model.orders import CITATION, Order


@dataclass(frozen=True)
class SubDecisionView:
    """A sub-item: «2.1.»."""

    number: str = printed("Номер подпункта с точкой")
    text: str = printed("Текст подпункта")
    deadline: str = printed("Срок без слова «Срок»")
    kept: bool = printed("Не отрывать от подписи", default=False)


@dataclass(frozen=True)
class DecisionView:
    """A decision: «2.»."""

    number: str = printed("Номер пункта с точкой")
    text: str = printed("Текст пункта")
    deadline: str = printed("Срок без слова «Срок»")
    items: tuple[SubDecisionView, ...] = printed("Подпункты")
    kept: bool = printed("Не отрывать от подписи", default=False)


def decision_views(item: AgendaItem, book: Book) -> tuple[DecisionView, ...]:
    """The decisions of an item, numbered from 1; the place of the first where none is written yet."""
    if not item.decisions:
        return (DecisionView("1.", phrases.gap("решение"), "", ()),)
    return tuple(_decision(number, order, item, book) for number, order in enumerate(item.decisions, 1))


def _decision(number: int, order: Order, item: AgendaItem, book: Book) -> DecisionView:
    items = tuple(
        SubDecisionView(f"{number}.{position}.", order_text(sub, book), _deadline(sub))
        for position, sub in enumerate(order.items, 1)
    )
    text = _noted(item, book) if order.note else order_text(order, book)
    return DecisionView(f"{number}.", text, _deadline(order), items)


def _noted(item: AgendaItem, book: Book) -> str:
    """«Принять информацию Неумывакина В.С. к сведению.»"""
    names = [book.person(speaker).listed(Case.GENITIVE) for speaker in item.speakers]
    return f"Принять информацию {_and(names) or phrases.gap('докладчик')} к сведению."


def _and(names: list[str]) -> str:
    return " и ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def order_text(order: Order, book: Book) -> str:
    """The sentence of an order, from the addressee to the final sign."""
    to = ", ".join(book.addressed(ref, Case.DATIVE) for ref in order.to)
    jointly = _and([book.addressed(ref, Case.INSTRUMENTAL) for ref in order.jointly])
    task = _task(order, book)
    who = " ".join(filter(None, (phrases.capital(to), f"совместно с {jointly}" if jointly else "")))
    sentence = f"{phrases.before_verb(who)} {phrases.small(task)}" if who and task else who or task
    if order.items:
        control = f" (контроль – {book.person(order.control).listed()})" if order.control is not None else ""
        return f"{phrases.opening(phrases.capital(sentence))}{control}:"
    if order.control is not None:
        controller = book.person(order.control).listed(Case.ACCUSATIVE)
        sentence = f"{phrases.sentence(sentence)} Контроль возложить на {controller}"
    return phrases.sentence(phrases.capital(sentence))


def _task(order: Order, book: Book) -> str:
    """The text with its citations; an inherited deadline («в установленные сроки») belongs to the sentence."""
    text = order.text or ("" if order.items else phrases.gap("что сделать"))
    documents = [book.document(ref) for ref in order.cites]
    text = CITATION.sub(lambda match: cite(documents, Case(match[1] or "genitive")), text)
    if order.deadline is not None and order.deadline.kind == "inherited":
        text = f"{text.rstrip(' .')} {order.deadline.canonical}"
    return text


def _deadline(order: Order) -> str:
    """«до 24 ноября 2023 г.», ended by a period; empty where the order has none of its own."""
    if order.deadline is None or order.deadline.kind in ("inherited", "none"):
        return ""
    return phrases.sentence(order.deadline.canonical)
