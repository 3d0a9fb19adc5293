"""Programmes for a portfolio of the tests: the base of the programme's cases, varied."""

from pathlib import Path
from typing import Any

from docgen.corpus import Corpus, Document
from docgen.kinds import KINDS
from docgen.kinds.portfolio.record import Portfolio
from docgen.kinds.programme.record import Programme
from tests.kinds.case import merged, read, references

BASE = (Path(__file__).parents[1] / "programme" / "base.yaml").read_text(encoding="utf-8")
COPIED = (
    "Область живёт металлургией с восемнадцатого века, и спрос на рабочих растёт каждый год; заводы вводят станы, "
    "прежние мастера уходят на пенсию, а колледжи обучают по программам, которым больше десяти лет; мастерские "
    "обновлялись в последний раз до перехода предприятий на цифровое управление, поэтому выпускники доучиваются на месте."
)


def programme(id_: str, changes: str = "") -> Document[Any]:
    """A programme with top-level keys of its own in place of the base's."""
    record, problems, source = read(merged(changes, BASE), Programme, f"content/programme/{id_}.yaml")
    assert record is not None, problems
    return Document("programme", id_, source, record)


def portfolio(text: str) -> Document[Any]:
    """A portfolio."""
    record, problems, source = read(text, Portfolio, "content/portfolio/case.yaml")
    assert record is not None, problems
    return Document("portfolio", "case", source, record)


def corpus(*documents: Document[Any]) -> Corpus:
    """The corpus of the cases' reference data and these documents."""
    return Corpus((*references(), *documents), tuple(KINDS))


def varied(
    id_: str, students: int, grant: int, region: str = "Город Москва", industry: str = "light"
) -> Document[Any]:
    """A programme of other figures."""
    return programme(
        id_,
        f"region: {region}\nindustry: {industry}\nindicators:\n"
        f"  - {{code: П1, name: Обучающиеся, unit: человек, values: {{2022: 1, 2023: 2, 2024: {students}}}, passport: students}}\n"
        f"funding:\n  - {{source: federal_budget, direction: equipment, amounts: {{2024: {grant}}}}}\n",
    )
