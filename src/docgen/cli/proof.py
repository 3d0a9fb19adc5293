"""``docgen proof``: the rules of the language over a plain text."""

import codecs
import sys
from pathlib import Path

import click

from docgen.cli.console import Console
from docgen.cli.exits import Exit
from docgen.cli.options import pass_console


@click.command(name="proof", short_help="Вычитать обычный текст по правилам языка.")
@click.argument(
    "file", metavar="ФАЙЛ.txt", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)
)
@click.option("--json", "as_json", is_flag=True, help="Вывести JSON: по одному объекту в строке.")
@click.option("--fix", "as_fixed", is_flag=True, help="Вывести исправленный и набранный по правилам текст.")
@pass_console
def command(console: Console, file: Path, as_json: bool, as_fixed: bool) -> None:
    """Вычитать ФАЙЛ.txt (или стандартный ввод, если вместо файла дефис) и показать описки.

    Проверяются буквы-двойники, адреса, пробелы, кавычки, тире, даты, числа, правописание, управление и запятые.
    Код правила раскрывает docgen explain.

    С ключом --fix печатается сам текст: исправлено то, что можно исправить без человека, и расставлены неразрывные
    пробелы (U+00A0) и дефисы (U+2011).

    Код возврата 1, если найдена хотя бы одна ошибка; предупреждения и замечания его не меняют.
    """
    if as_json and as_fixed:
        raise click.UsageError("--json и --fix вместе не работают: выберите что-то одно")
    name = "стандартный ввод" if str(file) == "-" else str(file)
    text = _decoded(console, name, _bytes_of(file))
    if as_fixed:
        _show_text(console, _fixed(text))
    elif as_json:
        _show_json(console, name, text)
    else:
        _show(console, name, text)
    if _has_errors(text):
        click.get_current_context().exit(Exit.PROBLEMS)


def _bytes_of(file: Path) -> bytes:
    with click.open_file(str(file), "rb") as stream:
        data: bytes = stream.read()
    return data


def _decoded(console: Console, name: str, data: bytes) -> str:
    """The text of a file in UTF-8 (with or without a mark), UTF-16 with a mark, or Windows-1251."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
        console.log(f"{name}: прочитан как UTF-16")
    elif _is_binary(data):
        raise click.UsageError(
            f"{name}: это не текст; сохраните документ как «Обычный текст» и проверьте его"
        )
    else:
        encoding = "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1251", errors="replace")
        console.log(f"{name}: не UTF-8, прочитан как Windows-1251")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_binary(data: bytes) -> bool:
    """Signs that no text has: zeros, or many control characters."""
    start = data[:8192]
    control = sum(byte < 9 or 13 < byte < 32 for byte in start)
    return b"\0" in start or control * 50 > len(start)


def _fixed(text: str) -> str:
    from docgen.language.proofreading import mend
    from docgen.language.typography import typeset

    return typeset(mend(text))


def _show_text(console: Console, text: str) -> None:
    """The text as it is, unless it goes to a terminal, which would obey what is hidden in it."""
    if sys.stdout.isatty():
        console.out(text, end="")
    else:
        console.paint(text, end="")


def _has_errors(text: str) -> bool:
    from docgen.language.proofreading import proofread

    return any(rule.severity == "error" for rule, _ in proofread(text))


def _show(console: Console, name: str, text: str) -> None:
    from docgen.diagnostics import Source
    from docgen.kinds.every.text import check_text

    console.report(list(check_text(Source(name, text).span, text)))


def _show_json(console: Console, name: str, text: str) -> None:
    from docgen.diagnostics import Source
    from docgen.diagnostics.json_text import json_text
    from docgen.language.proofreading import proofread

    source = Source(name, text)
    for rule, slip in proofread(text):
        line, column = source.place(slip.start)
        last, end = source.place(slip.end)
        found = {
            "line": line,
            "column": column,
            "end_column": end if last == line else len(source.line(line)) + 1,
            "code": rule.code,
            "severity": rule.severity,
            "message": slip.message,
            "suggestion": slip.suggestion,
        }
        console.out(json_text(found))
