"""How a cluster is organised: an АНО, or an association without legal entity and who governs it."""

from pydantic import Field

from docgen.model.people import Person
from docgen.model.programme.values import Several
from docgen.model.references import Ref
from docgen.model.titled import Titled
from docgen.model.values import Day
from docgen.sources import Prose, Record
from docgen.sources.rows import Rows


class Role(Titled):
    """What somebody is in a governing body."""

    CHAIR = "chair", "председатель"
    DEPUTY = "deputy", "заместитель председателя"
    SECRETARY = "secretary", "секретарь"
    MEMBER = "member", "член"


class Member(Record):
    """A member of the governing body."""

    person: Ref[Person] = Field(
        title="Фамилия, имя, отчество",
        description="Ключ из people.yaml или «Фамилия Имя Отчество»",
        json_schema_extra={"columns": ["ФИО", "Ф.И.О.", "Член органа управления"]},
    )
    post: Prose | None = Field(default=None, title="Должность", description="Без названия организации")
    organisation: str | None = Field(
        default=None, title="Организация", description="Ключ участника кластера или наименование"
    )
    role: Role = Field(
        default=Role.MEMBER,
        title="Роль",
        description=Role.told(),
        json_schema_extra={"columns": ["Роль в органе управления"]},
    )


class Ano(Record):
    """Variant 1: an autonomous non-profit organisation founded jointly."""

    name: Prose = Field(title="Наименование АНО", description="Полное наименование")
    short: Prose | None = Field(default=None, title="Сокращённое наименование")
    inn: str | None = Field(default=None, title="ИНН", description="10 цифр; если организация создана")
    ogrn: str | None = Field(default=None, title="ОГРН", description="13 цифр; если организация создана")
    registration_planned: Day | None = Field(
        default=None, title="Дата регистрации (план)", description="Если организация ещё не создана"
    )
    founders: Several[str] = Field(
        default=(), title="Учредители", description="Ключи участников кластера, не меньше двух"
    )
    board: Rows[Member] = Field(default_factory=Rows, title="Состав наблюдательного совета")


class Agreement(Record):
    """The agreement that an association rests on."""

    date: Day | None = Field(default=None, title="Дата соглашения")
    number: str | None = Field(default=None, title="Номер соглашения", description="Без знака №")


class Association(Record):
    """Variant 2: an association without legal entity, governed by a company or by a council."""

    name: Prose | None = Field(default=None, title="Наименование объединения")
    agreement: Agreement | None = Field(default=None, title="Соглашение о создании")
    managing_company: str | None = Field(
        default=None, title="Управляющая компания", description="Ключ участника кластера"
    )
    council: Rows[Member] = Field(default_factory=Rows, title="Состав управляющего совета")


class Structure(Record):
    """The choice of the макет's third section: one of the two."""

    ano: Ano | None = Field(
        default=None, title="АНО", description="Вариант 1: автономная некоммерческая организация"
    )
    association: Association | None = Field(
        default=None,
        title="Объединение",
        description="Вариант 2: объединение без образования юридического лица – управляющая компания или совет",
    )

    @property
    def body(self) -> list[Member]:
        """The members of the governing body, whichever variant was chosen."""
        if self.ano is not None:
            return self.ano.board
        return self.association.council if self.association is not None else []
