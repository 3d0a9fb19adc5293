"""``docgen deadline``: a deadline explained – what was understood, when it is due and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.console import Console
from docgen.cli.exits import Exit
from docgen.cli.lines import lines_given
from docgen.cli.options import pass_console
from docgen.diagnostics.json_text import json_text

if TYPE_CHECKING:
    from datetime import date

    from docgen.model.regions import Region


@click.command(short_help="Посчитать срок и объяснить, как он посчитан.")
@click.argument("text", metavar="ТЕКСТ")
@click.option(
    "--from", "start", metavar="ДАТА", help="Дата подписания, от которой считается срок: 2023-11-08."
)
@click.option(
    "--region", "place", metavar="РЕГИОН", help="Код (41) или название субъекта РФ – для местного времени."
)
@click.option(
    "--contract",
    is_flag=True,
    help="Срок по договору: с нерабочего дня переносится вперёд, а не назад, как у поручения.",
)
@click.option("--json", "as_json", is_flag=True, help="Вывести JSON: по одному объекту в строке.")
@pass_console
def command(
    console: Console, text: str, start: str | None, place: str | None, contract: bool, as_json: bool
) -> int:
    """Посчитать срок, записанный словами, и объяснить, как он посчитан.

    ТЕКСТ – срок, как он пишется в протоколе: «до 12:00 (мск) 13 ноября 2023 г.», «в течение 10 рабочих дней»,
    «ежемесячно до 5 числа». Если ТЕКСТ – дефис (-), со стандартного ввода читаются строки
    «срок<TAB>дата<TAB>регион» (дата и регион необязательны, если названы параметрами).

    Код завершения 1 – срок невозможен, неоднозначен или требует уточнения.
    """
    clear = True
    for index, asked in enumerate(_asked(text, start, place)):
        answer = _answer(asked, contract)
        clear = clear and not answer["problems"]
        shown = json_text(answer) if as_json else _explained(answer, asked)
        console.out(shown if as_json or not index else f"\n{shown}")
    return Exit.CLEAN if clear else Exit.PROBLEMS


@dataclass(frozen=True, slots=True)
class _Asked:
    text: str
    start: "date"
    region: "Region | None"


def _asked(text: str, start: str | None, place: str | None) -> Iterator[_Asked]:
    if text != "-":
        yield _question(text, start, place, "")
        return
    for number, line in lines_given():
        phrase, day, region = (*line.split("\t"), "", "")[:3]
        if phrase.strip():
            yield _question(
                phrase.strip(), day.strip() or start, region.strip() or place, f"строка {number}: "
            )


def _question(text: str, start: str | None, place: str | None, where: str) -> _Asked:
    from docgen.language.dates.day import parse_date
    from docgen.model.regions import region

    if not start:
        raise click.UsageError(f"{where}Нужна дата, от которой считать: --from 2023-11-08")
    try:
        return _Asked(text, parse_date(start), region(place) if place else None)
    except ValueError as error:
        raise click.UsageError(f"{where}{error}") from None


def _answer(asked: _Asked, contract: bool) -> dict[str, Any]:
    """What ``--json`` prints; ``kind`` is null for what cannot be read."""
    from docgen.model.deadlines.deadline import Deadline

    try:
        deadline = Deadline.parse(asked.text)
    except ValueError as error:
        unread: dict[str, Any] = {"kind": None, "canonical": None, "due": None, "reasons": []}
        return {"text": asked.text, **unread, "problems": [str(error)]}
    found = deadline.resolve(asked.start, region=asked.region, adjust="next" if contract else "previous")
    return {
        "text": asked.text,
        "kind": deadline.kind,
        "canonical": deadline.canonical,
        "due": found.due.isoformat() if found.due else None,
        "reasons": list(found.reasons),
        "problems": [sentence for _, sentence in found.problems],
    }


_KINDS = {
    "instant": "день и час",
    "date": "день",
    "interval": "промежуток дней",
    "period": "период",
    "recurring": "повторяется",
    "within": "отсчитывается от другого дня",
    "inherited": "установлен в другом документе",
    "permanent": "постоянно",
    "on_event": "зависит от события",
    "none": "не установлен",
}


def _explained(answer: dict[str, Any], asked: _Asked) -> str:
    rows = [("текст", answer["text"])]
    if answer["kind"]:
        rows += [
            ("срок", answer["canonical"]),
            ("вид", _KINDS[answer["kind"]]),
            ("исполнить", _due(answer["due"])),
        ]
    rows += [("почему", reason) for reason in answer["reasons"]]
    rows += [("внимание", problem) for problem in answer["problems"]]
    names = [name if not index or rows[index - 1][0] != name else "" for index, (name, _) in enumerate(rows)]
    return "\n".join(f"{name:<11}{value}" for name, (_, value) in zip(names, rows, strict=True))


def _due(iso: str | None) -> str:
    """«24 ноября 2023 г., пятница, до 23:59 (МСК)»."""
    from datetime import datetime

    from docgen.language.dates.day import weekday, written

    if iso is None:
        return "дня нет"
    due = datetime.fromisoformat(iso)
    offset = due.utcoffset()
    hours = int(offset.total_seconds() // 3600) - 3 if offset is not None else 0
    zone = f"МСК{hours:+d}" if hours else "МСК"
    return f"{written(due.date())}, {weekday(due.date())}, до {due:%H:%M} ({zone})"
