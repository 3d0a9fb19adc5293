"""Deadlines of a protocol with the day they fall on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from docgen.diagnostics import Span
from docgen.kinds.protocol.record import Protocol
from docgen.kinds.protocol.rules.walk import Given, orders
from docgen.model.deadlines.deadline import Deadline, Resolution
from docgen.sources import kept_of_last


@dataclass(frozen=True)
class Due:
    """A deadline, counted from the last day of the meeting."""

    given: Given
    deadline: Deadline
    meeting: date
    resolution: Resolution

    @property
    def span(self) -> Span:
        """Where it is written."""
        return self.given.order.at("deadline")

    @property
    def day(self) -> date | None:
        """The last day as it is written, before it moves off a day off; ``None`` if it has none."""
        if self.resolution.moved_from is not None:
            return self.resolution.moved_from
        return self.resolution.due.date() if self.resolution.due is not None else None


@kept_of_last
def dues(protocol: Protocol) -> Iterator[Due]:
    """Every deadline with a full date; those without a year are P102's."""
    meeting = protocol.date
    if meeting is None:
        return
    if protocol.until is not None and protocol.until > meeting:
        meeting = protocol.until
    for given in orders(protocol):
        deadline = given.order.deadline
        if deadline is not None and not deadline.lacks_year:
            yield Due(given, deadline, meeting, deadline.resolve(meeting))
