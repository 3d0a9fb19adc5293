"""Arabic numbers of questions, which orders have too: where one is skipped for certain."""

import re
from collections.abc import Iterator, Sequence

from docgen.kinds.protocol.verify.lines import arabic_number, question_number, spelt_number, unnumbered
from docgen.kinds.protocol.verify.minutes import Item, agenda
from docgen.kinds.protocol.verify.told import infinitives
from docgen.papers.examined import Examined
from docgen.papers.paper import Block
from docgen.papers.sections.words import plain

_PUT_OFF = re.compile(r"\b(?:сня|перен[её]с|отлож|исключ)", re.IGNORECASE)
_TOP = 40


def skipped(examined: Examined, found: Sequence[Item]) -> Iterator[tuple[Block, int, int]]:
    """The questions before which one is missing: the paragraph, its number, the number expected."""
    if _leaves_out(examined):
        return
    lines = agenda(examined).rest
    places = {id(line): at for at, line in enumerate(lines)}
    last: tuple[int, Item] | None = None
    for item in found:
        number = _number(item.block)
        if item.block is None or number is None:
            continue
        if last is not None and last[1].block is not None and number > last[0] + 1:
            between = lines[places[id(last[1].block)] + 1 : places[id(item.block)]]
            if _is_certain(*last, item.block, between):
                yield item.block, number, last[0] + 1
        last = number, item


def _number(block: Block | None) -> int | None:
    return None if block is None else spelt_number(block.shown) or arabic_number(block.shown)


def _leaves_out(examined: Examined) -> bool:
    """Whether it says itself that not all questions are there: an extract, a question put off."""
    extract = any("выписка" in plain(block.text).split()[:1] for block in examined.text[:_TOP])
    return extract or any(
        _PUT_OFF.search(block.text) and "вопрос" in block.text.lower() for block in examined.text
    )


def _is_certain(number: int, item: Item, block: Block, between: Sequence[Block]) -> bool:
    """Not «3. О результатах доложить», an order; and nothing between has the number that is missing."""
    counted_on = next((one.number for one in item.orders if one.number), "") == str(number + 1)
    if counted_on or infinitives(unnumbered(block.shown)):
        return False
    decided = {id(one.block) for one in item.orders if one.asks or one.collegial}
    others = (one for one in between if id(one) not in decided)
    return all(question_number(line) != number + 1 for one in others for line in one.shown.split("\n"))
