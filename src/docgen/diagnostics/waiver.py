"""Waivers: «# docgen: допустить P304 до 2026-12-31: причина», a comment that takes a problem upon somebody for a time.

Here is what the words of such a comment mean. Which comments there are and what they cover is known where YAML is read.
"""

import re
from dataclasses import dataclass
from datetime import date

MARK = re.compile(r"#[ \t]*docgen[ \t]*:[ \t]*(?P<words>[^\n]*)", re.IGNORECASE)
MAX_CODES = 50
_VERB = re.compile(r"допустить(?![а-яё])\s*", re.IGNORECASE)
_UNTIL = re.compile(r"(?:^|\s)до(?:\s+|$)", re.IGNORECASE)
_CODE = re.compile(r"[^\s,;]+")
_DAY = re.compile(
    r"(?:(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})|(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})\.(?P<y2>\d{4}))"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """What the words of a waiver say; a code comes with its place within the words."""

    codes: tuple[tuple[str, int, int], ...]
    until: date
    reason: str


def read_clause(words: str) -> Clause:
    """The clause that stands after «# docgen:».

    Raises:
        ValueError: with one Russian sentence on what is missing.
    """
    verb = _VERB.match(words)
    if verb is None:
        raise ValueError("после «# docgen:» ожидается слово «допустить»")
    head, _, reason = words.partition(":")
    until = _UNTIL.search(head, verb.end())
    if until is None:
        raise ValueError("не указано, до какого дня действует допуск")
    codes = tuple((one[0], one.start(), one.end()) for one in _CODE.finditer(head, verb.end(), until.start()))
    if not codes:
        raise ValueError("не указано, какое правило допускается")
    if len(codes) > MAX_CODES:
        raise ValueError(f"правил в одном допуске больше {MAX_CODES}")
    day = _day(head[until.end() :].strip())
    if not reason.strip():
        raise ValueError("не указана причина допуска")
    return Clause(codes, day, reason.strip())


def _day(text: str) -> date:
    match = _DAY.fullmatch(text)
    if not text:
        raise ValueError("не указано, до какого дня действует допуск")
    try:
        if match is not None:
            return date(*(int(match[name] or match[f"{name}2"]) for name in "ymd"))
    except ValueError:
        pass
    raise ValueError(f"«{text}» – не дата: ожидается 2026-12-31 или 31.12.2026")


def passed(text: str, today: date) -> list[str]:
    """The days, before today, until which waivers in a text were given: what changes when one of them expires."""
    days = []
    for mark in MARK.finditer(text):
        try:
            until = read_clause(mark["words"]).until
        except ValueError:
            continue
        if until < today:
            days.append(until.isoformat())
    return sorted(days)
