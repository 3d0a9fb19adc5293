"""``docgen doctor``: what works on this computer, and how to mend the rest."""

from collections.abc import Sequence
from dataclasses import asdict

import click

from docgen.cli.console import Console
from docgen.cli.exits import Exit
from docgen.cli.options import pass_console
from docgen.cli.surroundings import Check, checks
from docgen.diagnostics.harmless import clean
from docgen.diagnostics.json_text import json_text


@click.command()
@click.option("--json", "as_json", is_flag=True, help="То же для программ.")
@pass_console
def command(console: Console, as_json: bool) -> Exit:
    """Проверить, всё ли на этом компьютере готово к работе, и подсказать, чего не хватает.

    Завершается с кодом 3, если без недостающего работать нельзя. Без LibreOffice работает всё, кроме PDF.
    """
    if as_json:
        found = list(checks())
        console.paint(_as_json(found))
        return _verdict(found)
    found = []
    for check in checks():
        console.paint("\n".join(_lines(check)))
        found.append(check)
    console.out(f"\n{_summary(found)}")
    return _verdict(found)


def _verdict(found: Sequence[Check]) -> Exit:
    return Exit.SURROUNDINGS if any(check.needed and not check.ok for check in found) else Exit.CLEAN


def _lines(check: Check) -> list[str]:
    state = (
        click.style("OK ", fg="green")
        if check.ok
        else click.style("нет", fg="red" if check.needed else "yellow")
    )
    first = f"{state}  {check.title + ':':<24}{clean(check.found or 'не найдено')}"
    return [first] if check.ok else [first, f"     → {clean(check.remedy)}"]


def _summary(found: Sequence[Check]) -> str:
    if _verdict(found) is not Exit.CLEAN:
        return "Работать пока нельзя: исправьте то, что отмечено «нет»."
    return (
        "Всё готово к работе."
        if all(check.ok for check in found)
        else "Работать можно; что не найдено — сказано выше."
    )


def _as_json(found: Sequence[Check]) -> str:
    document = {
        "version": 1,
        "ok": _verdict(found) is Exit.CLEAN,
        "checks": [asdict(check) | {"ok": check.ok} for check in found],
    }
    return json_text(document, indent=2)
