"""Ways through a protocol that several rules take: orders where they stand, people by what they are called."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from docgen.diagnostics import Span
from docgen.kinds.protocol.record import AgendaItem, Protocol
from docgen.model.orders import Addressee, Order
from docgen.model.people import Person
from docgen.model.references import Ref
from docgen.sources import Record, kept_of_last

R = TypeVar("R", bound=Record)
F = TypeVar("F")


@dataclass(frozen=True)
class Given:
    """An order, the item of the agenda it belongs to, and the order it is a part of."""

    order: Order
    item: AgendaItem
    parent: "Given | None" = None

    @property
    def to(self) -> tuple[Ref[Addressee], ...]:
        """Whom it is given to; a sub-item inherits this."""
        return tuple(self.order.to or (self.parent.to if self.parent is not None else ()))

    @property
    def within_deadline(self) -> bool:
        """Whether it has a deadline, be it that of the order it is a part of."""
        return self.order.deadline is not None or (self.parent is not None and self.parent.within_deadline)

    @property
    def jointly(self) -> tuple[Ref[Addressee], ...]:
        """Who helps; a sub-item inherits this."""
        return tuple(self.order.jointly or (self.parent.jointly if self.parent is not None else ()))


@kept_of_last
def orders(protocol: Protocol) -> Iterator[Given]:
    """Every decision and every sub-item, in the order of the text."""
    for item in protocol.agenda:
        for order in item.decisions:
            yield from _with_items(Given(order, item))


def _with_items(given: Given) -> Iterator[Given]:
    yield given
    for part in given.order.items:
        yield from _with_items(Given(part, given.item, given))


def tasks(protocol: Protocol) -> Iterator[Given]:
    """What somebody has to do: neither information noted nor the heading of sub-items."""
    return (given for given in orders(protocol) if not given.order.note and not given.order.items)


def lacking(record: Record, key: str) -> Span:
    """Where to point when a field holds nothing: its key, if it was written, otherwise the record."""
    return record.at_name(key) if record.has(key) else record.at()


def found(look: Callable[[Ref[R]], F], ref: Ref[R] | None) -> F | None:
    """What a reference means; ``None`` for a key that is nowhere (C101 says so)."""
    if ref is None:
        return None
    try:
        return look(ref)
    except KeyError:
        return None


def called(person: Person) -> str:
    """A name for comparing: «ё» is «е», spaces and case do not matter."""
    return shown(person).lower().replace("ё", "е")


def shown(person: Person) -> str:
    """«Фамилия И.О.» for a message, with an ordinary space."""
    return " ".join(person.listed().split())
