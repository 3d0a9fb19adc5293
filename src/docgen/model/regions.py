"""The 89 subjects of the Russian Federation: code, name, federal district, time zone.

Data of our own (``data/regions.json``; its ``about`` names the norms). Codes are those of the tax service (ФНС):
01…79, 83, 86, 87, 89, 90 Запорожская область, 91 Крым, 92 Севастополь, 93 ДНР, 94 ЛНР, 95 Херсонская область.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

MOSCOW = ZoneInfo("Europe/Moscow")


@dataclass(frozen=True, slots=True)
class Region:
    """A subject of the Federation; ``zone`` is an IANA name, ``msk`` today's difference from Moscow in hours."""

    code: str
    name: str
    district: str
    zone: str
    msk: int
    also: tuple[str, ...] = ()

    @property
    def tz(self) -> ZoneInfo:
        """The time zone with its history: Волгоград moved on 27.12.2020."""
        return ZoneInfo(self.zone)

    @property
    def msk_note(self) -> str:
        """«МСК», «МСК+9»."""
        return f"МСК{self.msk:+d}" if self.msk else "МСК"

    def local(self, moment: datetime) -> datetime:
        """The same instant by the region's clocks; ``moment`` must be aware."""
        return moment.astimezone(self.tz)


@cache
def regions() -> tuple[Region, ...]:
    """All 89, by code."""
    text = files("docgen.model").joinpath("data/regions.json").read_text(encoding="utf-8")
    rows = json.loads(text)["regions"]
    return tuple(Region(**{**row, "also": tuple(row["also"])}) for row in rows)


def region(text: str) -> Region:
    """By code («41»), name («Камчатский край») or a common short name («Якутия», «г. Москва»).

    Raises:
        ValueError: no such subject.
    """
    key = _key(text)
    try:
        return _index()[key.zfill(2) if key.isdigit() else key]
    except KeyError:
        raise ValueError(
            f"Субъекта Российской Федерации «{text.strip()}» нет: укажите код («41») или название."
        ) from None


@cache
def _index() -> dict[str, Region]:
    found: dict[str, Region] = {}
    for subject in regions():
        for name in (subject.code, subject.name, *subject.also):
            found[_key(name)] = subject
    return found


def _key(text: str) -> str:
    """Indifferent to «ё», case, dashes, «г.» and «город»."""
    flat = " ".join(text.replace("\u00a0", " ").lower().replace("ё", "е").split())
    for dash in "–—‑−":
        flat = flat.replace(dash, "-")
    flat = flat.replace(" - ", "-").replace("обл.", "область")
    return flat.removeprefix("город ").removeprefix("г. ").removeprefix("г.")
