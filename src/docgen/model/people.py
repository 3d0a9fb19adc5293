"""People: who they are, what they are called in each case."""

from functools import lru_cache
from typing import Self

from pydantic import Field

from docgen.language.cases import Case, Gender
from docgen.language.names.person import Name, gender_of, parse_name
from docgen.model.forms import Forms, inflect
from docgen.model.organisations import Organisation
from docgen.model.references import Ref
from docgen.sources import Prose, Record, Registry


class Person(Record):
    """A person as documents name them."""

    name: Prose = Field(
        title="Имя",
        description="«Фамилия Имя Отчество» или «Фамилия И.О.»; у инициалов укажите и gender",
        min_length=2,
    )
    gender: Gender | None = Field(
        default=None, title="Пол", description="m или f; по отчеству определяется сам"
    )
    post: Prose | None = Field(
        default=None, title="Должность", description="В именительном падеже, без организации"
    )
    organisation: Ref[Organisation] | None = Field(
        default=None, title="Организация", description="Ключ из organisations.yaml"
    )
    cases: Forms | None = Field(
        default=None,
        title="Падежи имени",
        description="Формы имени, заданные вручную, например genitive: Бондарь О.А.",
    )
    post_cases: Forms | None = Field(
        default=None, title="Падежи должности", description="Формы должности вручную"
    )
    phone: str | None = Field(default=None, title="Телефон")
    email: str | None = Field(default=None, title="Электронная почта")

    @classmethod
    def from_text(cls, text: str) -> Self:
        """A person written in place by name alone."""
        if "," in text:
            name, _, post = (part.strip() for part in text.partition(","))
            raise ValueError(f"в имени запятая | запишите полями: {{name: {name}, post: {post}}}")
        return cls(name=text)

    @property
    def parsed(self) -> Name:
        """The parts of the name."""
        return parse_name(self.name)

    def listed(self, case: Case = Case.NOMINATIVE) -> str:
        """«Фамилия И.О.» in a case; a name without a family name («Нгуен Ван Тхань») whole."""
        text = _listed(self.name)
        return inflect(text, "person", case, self, "cases", self._short_forms(), self.gender_known())

    @property
    def signed(self) -> str:
        """«И.О. Фамилия»."""
        return self.parsed.signature.strip() if self.parsed.surname else self.name

    @property
    def surname(self) -> str:
        """The family name alone, for sorting."""
        return self.parsed.surname or self.name

    def gender_known(self) -> Gender | None:
        """The gender said in the record, or the one that the name's own parts tell; never guessed from initials."""
        return self.gender or gender_of(self.parsed)[0]

    def post_in(self, case: Case = Case.NOMINATIVE) -> str:
        """The post in a case; empty if the record has none."""
        if self.post is None:
            return ""
        return inflect(self.post, "post", case, self, "post_cases", self.post_cases)

    def _short_forms(self) -> Forms | None:
        """Forms may be given for the full name or for the short one; both are printed short."""
        if self.cases is None:
            return None
        given = self.cases.model_dump(exclude_none=True)
        return Forms(**{case: _listed(form) for case, form in given.items()})


@lru_cache(maxsize=16384)
def _listed(name: str) -> str:
    parsed = parse_name(name)
    return parsed.listed if parsed.surname else name


class People(Registry[Person]):
    """``content/reference/people.yaml``."""
