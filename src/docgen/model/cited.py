"""Documents that documents cite: earlier protocols, letters, orders."""

import re
from collections.abc import Sequence
from enum import Enum
from itertools import groupby
from typing import Self

from pydantic import Field

from docgen.language.cases import Case
from docgen.language.dates.day import parse_date, written
from docgen.model.values import Day
from docgen.sources import Prose, Record, Registry


class CitedKind(Enum):
    """What kind of paper a cited document is."""

    PROTOCOL = "protocol"
    LETTER = "letter"
    ORDER = "order"
    DIRECTIVE = "directive"
    RESOLUTION = "resolution"
    AGREEMENT = "agreement"
    LAW = "law"


# Singular and plural in the order of Case: a closed list, so no declension is needed.
_NOUNS: dict[CitedKind, tuple[str, str]] = {
    CitedKind.PROTOCOL: (
        "протокол протокола протоколу протокол протоколом протоколе",
        "протоколы протоколов протоколам протоколы протоколами протоколах",
    ),
    CitedKind.LETTER: (
        "письмо письма письму письмо письмом письме",
        "письма писем письмам письма письмами письмах",
    ),
    CitedKind.ORDER: (
        "приказ приказа приказу приказ приказом приказе",
        "приказы приказов приказам приказы приказами приказах",
    ),
    CitedKind.DIRECTIVE: (
        "распоряжение распоряжения распоряжению распоряжение распоряжением распоряжении",
        "распоряжения распоряжений распоряжениям распоряжения распоряжениями распоряжениях",
    ),
    CitedKind.RESOLUTION: (
        "постановление постановления постановлению постановление постановлением постановлении",
        "постановления постановлений постановлениям постановления постановлениями постановлениях",
    ),
    CitedKind.AGREEMENT: (
        "соглашение соглашения соглашению соглашение соглашением соглашении",
        "соглашения соглашений соглашениям соглашения соглашениями соглашениях",
    ),
    CitedKind.LAW: (
        "закон закона закону закон законом законе",
        "законы законов законам законы законами законах",
    ),
}


_IN_PLACE = re.compile(r"(?P<noun>[А-Яа-яё]+) от (?P<date>.+?) ?№ ?(?P<number>\S+)")


class CitedDocument(Record):
    """An earlier document, known by kind, date and number."""

    kind: CitedKind = Field(
        default=CitedKind.PROTOCOL,
        title="Вид документа",
        description="protocol – протокол, letter – письмо, order – приказ, directive – распоряжение, "
        "resolution – постановление, agreement – соглашение, law – закон",
    )
    date: Day = Field(title="Дата", description="Например 2023-07-05 или 05.07.2023")
    number: str = Field(title="Номер", description="Без знака №, например Д05-84/05пр", min_length=1)
    title: Prose | None = Field(
        default=None, title="О чём", description="Заголовок к тексту, если нужен в перечнях"
    )

    @classmethod
    def from_text(cls, text: str) -> Self:
        """A document written in place: «протокол от 5 июля 2023 г. № Д05-84/05пр»."""
        match = _IN_PLACE.fullmatch(" ".join(text.split()))
        if match is None:
            raise ValueError(
                f"«{text}» – не ключ и не документ | например: протокол от 5 июля 2023 г. № Д05-84/05пр"
            )
        noun = match["noun"].lower()
        kind = next((kind for kind, (one, _) in _NOUNS.items() if noun in one.split()), None)
        if kind is None:
            raise ValueError(f"вид документа «{noun}» неизвестен | протокол, письмо, приказ, распоряжение…")
        return cls(kind=kind, date=parse_date(match["date"]), number=match["number"])

    @property
    def dated(self) -> str:
        """«от 5 июля 2023 г. № Д05-84/05пр»."""
        return f"от {written(self.date)} № {self.number}"


class CitedDocuments(Registry[CitedDocument]):
    """``content/reference/documents.yaml``."""


def cite(documents: Sequence[CitedDocument], case: Case = Case.GENITIVE) -> str:
    """«протоколов от …, от …, письма от …»: the noun agrees with the number of neighbours of one kind."""
    position = list(Case).index(case)
    runs = []
    for kind, run in groupby(documents, key=lambda document: document.kind):
        members = list(run)
        noun = _NOUNS[kind][0 if len(members) == 1 else 1].split()[position]
        runs.append(f"{noun} {', '.join(document.dated for document in members)}")
    return ", ".join(runs)
