"""Closed lists whose members have a key for YAML and a Russian title for tables and for print."""

import re
from enum import Enum
from typing import Self


class Titled(Enum):
    """A member is written by its key, its title or another word for it, whatever the case and the dashes."""

    title: str
    also: tuple[str, ...]

    def __new__(cls, key: str, title: str, *also: str) -> Self:
        member = object.__new__(cls)
        member._value_ = key
        member.title = title
        member.also = also
        return member

    @classmethod
    def _missing_(cls, value: object) -> "Titled | None":
        wanted = _plain(str(value))
        return next((one for one in cls if wanted in map(_plain, (one.value, one.title, *one.also))), None)

    @classmethod
    def told(cls) -> str:
        """«base_college – базовый колледж, college – колледж – участник»: for the descriptions of fields."""
        return ", ".join(f"{one.value} – {one.title}" for one in cls)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[-–—‑\s\u00a0]+", " ", text.lower().replace("ё", "е")).split())
