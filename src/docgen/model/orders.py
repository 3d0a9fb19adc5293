"""Orders (поручения): who, with whom, what, by when."""

import re
from typing import Self

from pydantic import Field

from docgen.language.cases import Case
from docgen.language.names.person import parse_name
from docgen.model.cited import CitedDocument
from docgen.model.deadlines.deadline import Deadline
from docgen.model.forms import Forms, inflect
from docgen.model.lists import OneOrMany
from docgen.model.organisations import Organisation
from docgen.model.people import Person
from docgen.model.references import Ref
from docgen.sources import Prose, Record

_SURNAME, _INITIALS = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?", r"[А-ЯЁ]\.(?:\s?[А-ЯЁ]\.)?"
_WITH_INITIALS = re.compile(rf"{_SURNAME}\s{_INITIALS}|{_INITIALS}\s?{_SURNAME}")

CITATION = re.compile(r"\{cites(?::([a-z]+))?\}")


class Addressee(Record):
    """Who an order is given to, when a key is not enough."""

    name: Prose | None = Field(
        default=None,
        title="Кто",
        description="В именительном падеже: «руководители образовательных организаций»",
    )
    organisation: Ref[Organisation] | None = Field(
        default=None, title="Организация", description="Ключ организации"
    )
    people: OneOrMany[Ref[Person]] = Field(
        default=(), title="Лица", description="Ключи людей; печатаются в скобках после организации"
    )
    cases: Forms | None = Field(
        default=None, title="Падежи", description="Падежи наименования, заданные вручную"
    )

    @classmethod
    def from_text(cls, text: str) -> Self:
        """An addressee written in place; what reads as a person's name is a person."""
        return cls(people=(Ref(inline=Person(name=text)),)) if _is_name(text) else cls(name=text)

    def form(self, case: Case) -> str:
        """The name in a case."""
        return inflect(self.name or "", "group", case, self, "cases", self.cases)


def _is_name(text: str) -> bool:
    """«Иванов И.И.», «И.И. Иванов», «Иванов Иван Иванович» and nothing more around it."""
    if _WITH_INITIALS.fullmatch(text):
        return True
    name = parse_name(text)
    return len(name.parts) == 3 and bool(name.surname and name.patronymic)


class Order(Record):
    """A decision of a meeting: information noted, an order, or an intent with sub-orders."""

    note: bool | None = Field(
        default=None,
        title="К сведению",
        description="true – «Принять информацию … к сведению» по всем выступившим",
    )
    to: OneOrMany[Ref[Addressee]] = Field(
        default=(),
        title="Кому",
        description="Ключ группы, организации или лица либо название в именительном падеже",
    )
    jointly: OneOrMany[Ref[Addressee]] = Field(
        default=(), title="Совместно с", description="Соисполнители: ключи или названия в именительном падеже"
    )
    text: Prose | None = Field(
        default=None,
        title="Что сделать",
        description="Начинается с неопределённой формы глагола: «направить …»; {cites} – место ссылок на документы",
    )
    cites: OneOrMany[Ref[CitedDocument]] = Field(
        default=(), title="Документы", description="Ключи из documents.yaml, на место {cites} в тексте"
    )
    deadline: Deadline | None = Field(
        default=None, title="Срок", description="Фраза: «до 24 ноября 2023 г.» – или поля"
    )
    control: Ref[Person] | None = Field(
        default=None, title="Контроль", description="На кого возложен контроль"
    )
    items: list["Order"] = Field(default_factory=list, title="Подпункты")
