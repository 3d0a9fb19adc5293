"""The lines of standard input, whatever program has written them."""

from collections.abc import Iterator

import click


def lines_given() -> Iterator[tuple[int, str]]:
    """Number and text of each line as it comes: UTF-8 with or without a mark, or Windows-1251."""
    with click.open_file("-", "rb") as stream:
        for number, data in enumerate(stream, start=1):
            if b"\0" in data:
                raise click.UsageError(
                    f"строка {number}: это не текст; нужен текст в UTF-8, по строке на ответ"
                )
            yield number, _text(data).rstrip("\r\n")


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1251", errors="replace")
