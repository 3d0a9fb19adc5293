"""Who approves and who signs a programme, and on what authority."""

from pydantic import Field

from docgen.model.people import Person
from docgen.model.references import Ref
from docgen.model.titled import Titled
from docgen.model.values import Day
from docgen.sources import Prose, Record


class AuthorityKind(Titled):
    """The paper that lets a person sign."""

    CHARTER = "charter", "устав"
    POWER_OF_ATTORNEY = "power_of_attorney", "доверенность"
    REGULATION = "regulation", "положение"
    DECREE = "decree", "указ"
    DIRECTIVE = "directive", "распоряжение"
    ORDER = "order", "приказ"
    RESOLUTION = "resolution", "постановление"
    LAW = "law", "закон"
    DECISION = "decision", "решение"


class Authority(Record):
    """On what authority somebody signs: «доверенность от 12.01.2022 № 7»."""

    kind: AuthorityKind = Field(title="Вид документа", description=AuthorityKind.told())
    date: Day | None = Field(
        default=None, title="Дата", description="У устава и положения можно не указывать"
    )
    number: str | None = Field(default=None, title="Номер", description="Без знака №")


class Signatory(Record):
    """A line of the signature sheet."""

    side: str = Field(
        title="Сторона",
        description="Ключ участника, region – субъект РФ, founder:<ключ> – учредитель федерального колледжа",
    )
    person: Ref[Person] | None = Field(
        default=None, title="Кто подписывает", description="Ключ из people.yaml или «Фамилия Имя Отчество»"
    )
    post: Prose | None = Field(
        default=None,
        title="Должность",
        description="В именительном падеже, с организацией, как в подписи: «Губернатор Липецкой области»",
    )
    authority: Authority | None = Field(default=None, title="Основание полномочий")
    date: Day | None = Field(default=None, title="Дата подписания")


class Stamp(Titled):
    """The word above a block of the title page."""

    APPROVED = "approved", "УТВЕРЖДАЮ"
    AGREED = "agreed", "СОГЛАСОВАНО"


class Approval(Record):
    """A block of the title page: «УТВЕРЖДАЮ», «СОГЛАСОВАНО»."""

    stamp: Stamp = Field(default=Stamp.AGREED, title="Гриф", description=Stamp.told())
    person: Ref[Person] | None = Field(
        default=None, title="Кто", description="Ключ из people.yaml или «Фамилия Имя Отчество»"
    )
    post: Prose | None = Field(
        default=None, title="Должность", description="В именительном падеже, с организацией"
    )
    date: Day | None = Field(default=None, title="Дата")
