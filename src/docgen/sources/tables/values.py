"""A value of Excel as the text that a person sees in the cell."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_YEAR = re.compile(r"[yг]+", re.IGNORECASE)

ERRORS = {
    "#DIV/0!": "#ДЕЛ/0!",
    "#N/A": "#Н/Д",
    "#NAME?": "#ИМЯ?",
    "#NULL!": "#ПУСТО!",
    "#NUM!": "#ЧИСЛО!",
    "#REF!": "#ССЫЛКА!",
    "#VALUE!": "#ЗНАЧ!",
}
"""Errors as Russian Excel shows them."""


def shown(value: Any, number_format: str = "General") -> str:
    """«1250,5», «85%», «01.03.2022», «да»: with a decimal comma, at most 15 digits as Excel has them.

    Raises:
        ValueError: a number beyond all bounds.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, int | float):
        return _number(value, _QUOTED.sub("", number_format))
    if isinstance(value, date | time | timedelta):
        return _moment(value, _QUOTED.sub("", number_format))
    return text(str(value))


def text(value: str) -> str:
    """A text of a cell: Excel writes a line end and what XML cannot hold as ``_x000D_``."""
    plain = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value)
    return plain.replace("\r\n", "\n").replace("\r", "\n").strip(" \t\n\u00a0")


def _number(value: float, number_format: str) -> str:
    exact = Decimal(value) if isinstance(value, int) else Decimal(format(value, ".15g"))
    if not exact.is_finite():
        raise ValueError("число вне пределов Excel")
    if "%" in number_format:
        return f"{_plain(exact * 100)}%"
    figures = _plain(exact)
    if re.fullmatch("0{2,}", number_format) and figures.isdigit():
        return figures.zfill(len(number_format))  # «007», ИНН
    return figures


def _plain(value: Decimal) -> str:
    figures = f"{value:f}"
    figures = figures.rstrip("0").rstrip(".") if "." in figures else figures
    return "0" if figures == "-0" else figures.replace(".", ",")


def _moment(value: date | time | timedelta, number_format: str) -> str:
    if isinstance(value, datetime):
        if _YEAR.fullmatch(number_format):
            return str(value.year)
        if value.time() == time():
            return f"{value:%d.%m.}{value.year:04}"
        return f"{value:%d.%m.}{value.year:04} {value:%H:%M}"
    if isinstance(value, date):
        return f"{value:%d.%m.}{value.year:04}"
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return f"{value:%H:%M}"
