"""A deadline as a value of a record: ``Deadline.parse("до 24 ноября 2023 г.")``.

Written in YAML as a phrase or as fields (``{by: 2023-11-24}``, see ``fields``); both read to equal values.
"""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from docgen.language.deadlines.parsing import DeadlinePhrase, Inherited, Kind, lacks_year, parse_deadline
from docgen.model.calendar import Adjust, ProductionCalendar, production_calendar
from docgen.model.deadlines.fields import FieldsMapping, adjust_of, phrase_of
from docgen.model.deadlines.reckoning import DAY_END, Reckoning, Resolution, Trouble
from docgen.model.deadlines.resolving import resolve
from docgen.model.regions import Region, region

__all__ = ["DAY_END", "Deadline", "Resolution", "Trouble"]


@dataclass(frozen=True, slots=True)
class Deadline:
    """What was written; ``adjust`` is set only if the source says where to move it from a day off."""

    phrase: DeadlinePhrase
    adjust: Adjust | None = None

    @classmethod
    def parse(cls, text: str) -> "Deadline":
        """Read a phrase.

        Raises:
            ValueError: impossible, ambiguous, vague or not understood; a Russian sentence.
        """
        return cls(parse_deadline(text))

    @classmethod
    def from_fields(cls, fields: FieldsMapping) -> "Deadline":
        """Read the YAML form by fields.

        Raises:
            ValueError: unknown or missing fields; a Russian sentence.
        """
        return cls(phrase_of(fields), adjust_of(fields))

    @property
    def canonical(self) -> str:
        """The phrase as it is printed: «до 24 ноября 2023 г.»."""
        return self.phrase.canonical

    @property
    def kind(self) -> Kind:
        """``instant``, ``date``, ``interval``, ``period``, ``recurring``, ``within``, …"""
        return self.phrase.kind

    @property
    def lacks_year(self) -> bool:
        """«до 1 октября»: the year is a guess."""
        return lacks_year(self.phrase)

    @property
    def references(self) -> tuple[str, ...]:
        """Numbers of the documents it is inherited from."""
        return self.phrase.references if isinstance(self.phrase, Inherited) else ()

    def resolve(
        self,
        signed_on: date,
        calendar: ProductionCalendar | None = None,
        region: Region | str | None = None,
        adjust: Adjust = "previous",
        day_end: time = DAY_END,
    ) -> Resolution:
        """When it is due for a document signed on that day.

        ``adjust``: orders move back from days off, contracts («next») forward; the source's own word wins.
        ``calendar`` is docgen's own unless another is given; ``region`` (code, name or value) is needed by
        «по местному времени». Never raises for content: what is unclear is in ``problems``.
        """
        subject = _subject(region)
        way = self.adjust or adjust
        reckoning = Reckoning(signed_on, calendar or production_calendar(), subject, way, day_end)
        return resolve(self.phrase, reckoning)

    def __str__(self) -> str:
        return self.canonical

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """A phrase, a date, or a mapping of fields in; the phrase out."""
        return core_schema.no_info_plain_validator_function(
            _validated, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """For editors: a string or an object."""
        return {
            "anyOf": [{"type": "string"}, {"type": "object"}],
            "title": "Срок",
            "description": "Срок, как он пишется в документе, или поля: {by: 2023-11-24}.",
            "examples": [
                "до 12:00 (мск) 13 ноября 2023 г.",
                "в течение 10 рабочих дней",
                "ежемесячно до 5 числа",
            ],
        }


def _subject(given: Region | str | None) -> Region | None:
    return region(given) if isinstance(given, str) else given


def _validated(value: Any) -> Deadline:
    if isinstance(value, Deadline):
        return value
    if isinstance(value, str):
        return Deadline.parse(value)
    if isinstance(value, date):
        return Deadline.parse(value.isoformat())
    if isinstance(value, dict):
        return Deadline.from_fields(value)
    raise ValueError("Срок пишется словами («до 24 ноября 2023 г.») или полями ({by: 2023-11-24}).")
