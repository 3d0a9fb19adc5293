"""Readiness as a table for a terminal, with what is missing under it."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from docgen.build.standing import Standing
from docgen.cli.readiness.words import STAGES, STATES, lacking, place, summary
from docgen.corpus.readiness import PartState, everyone

WIDTH = 100
_STAGE, _STATE, _READY = 10, 12, 7
_BAR = 10


def render(found: list[Standing], width: int, *, in_detail: bool) -> str:
    """A line for each document; in detail its parts with what each lacks, and who can act."""
    lines = list(_table(found, width))
    if in_detail:
        for one in found:
            lines += _document(one, width)
    elif any(one.readiness.lacks for one in found):
        lines += ["", "Чего не хватает, покажет ключ -v или путь к документу."]
    return "\n".join([*lines, "", summary(found), ""])


def _table(found: list[Standing], width: int) -> Iterator[str]:
    room = width - _STAGE - _STATE - _READY - 6
    yield f"{'Документ':{room}}  {'Стадия':{_STAGE}}  {'Состояние':{_STATE}}  {'Готово':>{_READY}}".rstrip()
    yield "─" * width
    for one in found:
        first, *more = wrap(one.name, room) or [""]
        ready = "" if one.stage is None else f"{one.readiness.percent} %"
        yield f"{first:{room}}  {STAGES[one.stage]:{_STAGE}}  {STATES[one.state]:{_STATE}}  {ready:>{_READY}}"
        yield from more


def _document(one: Standing, width: int) -> Iterator[str]:
    if one.state == "ready":
        return
    yield ""
    yield from wrap(f"{one.kind_title}: {one.path} – {lacking(one)}", width)
    acting = everyone(one.readiness.lacks)
    first = next(iter(acting))
    for part in one.readiness.parts:
        yield from _part(part, width, first)
    yield f"  Кто может восполнить{' (если у строки не назван другой – первый)' if len(acting) > 1 else ''}:"
    for who, count in acting.items():
        yield from _item(f"{who}: {count}", "    – ", width)


def _part(part: PartState, width: int, usual: str) -> Iterator[str]:
    """A part with what it lacks; who can act is told where it is not who acts in most of the document."""
    done = f"{part.ready} из {len(part.units)}"
    filled = part.ready * _BAR // len(part.units)
    room = width - _BAR - 13
    first, *more = wrap(part.title, room)
    yield f"  {first:{room}}  {'█' * filled}{'░' * (_BAR - filled)}  {done:>7}"
    yield from (f"  {line}" for line in more)
    for lack in part.lacks:
        told = f"{lack.problem.message} ({place(lack.problem.span)})"
        told += f" → {lack.who}" if lack.who != usual else ""
        yield from _item(told, "    ✗ " if lack.problem.severity.value == "error" else "    ○ ", width)


def _item(text: str, mark: str, width: int) -> Iterable[str]:
    return wrap(text, width, initial_indent=mark, subsequent_indent=" " * len(mark), break_long_words=False)
