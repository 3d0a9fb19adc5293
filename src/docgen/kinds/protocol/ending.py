"""The end of the text stays on the page of the signature: a signature alone on a page could belong to any text."""

from dataclasses import replace

from docgen.kinds.protocol.agenda import ItemView
from docgen.kinds.protocol.decisions import DecisionView

_TWO_LINES = 130  # characters of a decision that surely takes two lines


def kept_to_the_end(items: tuple[ItemView, ...], more: bool) -> tuple[ItemView, ...]:
    """The items with their last decisions marked, so that at least two lines of text stand above the signature.

    ``more``: something else (control, annexes) follows the last item.
    """
    marked = [replace(item, decisions=tuple(map(_bound, item.decisions))) for item in items]
    if marked and marked[-1].decisions:
        last = marked[-1]
        count = 1 if more or last.vote or last.dissent or _enough(last.decisions[-1]) else 2
        ending = tuple(_kept(decision) for decision in last.decisions[-count:])
        marked[-1] = replace(last, decisions=(*last.decisions[:-count], *ending))
    return tuple(marked)


def _enough(decision: DecisionView) -> bool:
    return bool(decision.deadline or decision.items or len(decision.text) > _TWO_LINES)


def _bound(decision: DecisionView) -> DecisionView:
    """A deadline of the whole decision stands below its sub-items and must not part from them."""
    return _with_ending(decision) if decision.deadline else decision


def _kept(decision: DecisionView) -> DecisionView:
    return replace(_with_ending(decision), kept=True)


def _with_ending(decision: DecisionView) -> DecisionView:
    items = tuple(replace(sub, kept=True) for sub in decision.items[-2:])
    return replace(decision, items=(*decision.items[:-2], *items))
