"""What is written about a meeting: ``content/protocol/<id>.yaml``."""

from enum import Enum

from pydantic import Field

from docgen.corpus import DocumentRecord
from docgen.model.lists import OneOrMany
from docgen.model.orders import Order
from docgen.model.organisations import Group, Organisation
from docgen.model.people import Person
from docgen.model.references import Ref
from docgen.model.values import Day
from docgen.sources import Prose, Record


class Form(Enum):
    """How much is written down: decisions only, or the whole course of the meeting."""

    BRIEF = "brief"
    FULL = "full"


class Resolved(Enum):
    """The word before the decisions."""

    DECIDED = "РЕШИЛИ"
    RESOLVED = "ПОСТАНОВИЛИ"


class Attendance(Record):
    """Who was there: people of an organisation, or a group."""

    organisation: Ref[Organisation] | None = Field(
        default=None,
        title="От какой организации",
        description="Ключ из organisations.yaml; печатается «от …»",
    )
    people: OneOrMany[Ref[Person]] = Field(default=(), title="Участники", description="Ключи из people.yaml")
    group: Ref[Group] | None = Field(
        default=None, title="Группа участников", description="Ключ из groups.yaml или название группы"
    )
    count: int | None = Field(default=None, ge=1, title="Сколько человек", description="Печатается «25 чел.»")


class Quorum(Record):
    """How many members a collegial body has and how many of them were there."""

    members: int = Field(ge=1, title="Всего членов")
    present: int = Field(ge=0, title="Присутствует членов")
    needed: int | None = Field(
        default=None, ge=1, title="Необходимо для кворума", description="Если не указано – больше половины"
    )


class Vote(Record):
    """The result of a vote."""

    favour: int = Field(ge=0, title="За")
    against: int = Field(default=0, ge=0, title="Против")
    abstained: int = Field(default=0, ge=0, title="Воздержались")


class Speech(Record):
    """What a person said, as it is minuted."""

    person: Ref[Person] = Field(title="Кто")
    text: Prose = Field(title="О чём", description="Изложение выступления, вопрос или мнение")


class Question(Record):
    """A question put to a speaker, and the answer."""

    person: Ref[Person] = Field(title="Кто спросил")
    text: Prose = Field(title="Вопрос")
    answer: Prose | None = Field(default=None, title="Ответ")


class AgendaItem(Record):
    """An item of the agenda: who spoke about what, and what was decided."""

    topic: Prose | None = Field(
        default=None,
        title="О чём",
        description="С предлогом, со строчной буквы: «об исполнительской дисциплине…»; печатается в заголовке и после "
        "«Заслушав выступление …»",
    )
    opening: bool = Field(
        default=False,
        title="Вступительное слово",
        description="true – заголовок «Вступительное слово <должность>»",
    )
    aside: Prose | None = Field(
        default=None,
        title="Пояснение в скобках",
        description="В именительном падеже; после «Заслушав …» ставится в родительном",
    )
    heading: Prose | None = Field(
        default=None, title="Заголовок", description="Только если он не выводится из topic"
    )
    speakers: OneOrMany[Ref[Person]] = Field(
        default=(), title="Докладчики", description="Ключи из people.yaml"
    )
    discussed: list[Speech] = Field(default_factory=list, title="Выступили", description="Для полной формы")
    questions: list[Question] = Field(default_factory=list, title="Вопросы", description="Для полной формы")
    decisions: list[Order] = Field(default_factory=list, title="Решения")
    vote: Vote | None = Field(default=None, title="Голосование")
    dissent: list[Speech] = Field(default_factory=list, title="Особое мнение")


class Annex(Record):
    """A paper that goes with the protocol."""

    title: Prose = Field(title="Название приложения")
    sheets: int | None = Field(default=None, ge=1, title="Листов")
    copies: int = Field(default=1, ge=1, title="Экземпляров")
    file: str | None = Field(default=None, title="Имя файла", description="Для электронного приложения")


class Approval(Record):
    """A line of the approval sheet."""

    person: Ref[Person] = Field(title="Кто согласует")
    date: Day | None = Field(default=None, title="Дата согласования")
    remark: Prose | None = Field(default=None, title="Замечание")


class Recipient(Record):
    """A line of the distribution sheet."""

    to: Prose = Field(title="Кому направляется", description="В дательном падеже, как в списке рассылки")
    copies: int = Field(default=1, ge=1, title="Экземпляров")


class Control(Record):
    """Who answers for the whole protocol being carried out."""

    person: Ref[Person] = Field(title="На кого возложен контроль")
    text: Prose | None = Field(
        default=None, title="За чем контроль", description="По умолчанию – за исполнением поручений"
    )


class Anchors(Record):
    """The marks that the ministry's document system replaces with stamps."""

    registration: str = Field(default="МШРГ-4", title="Место штампа регистрации")
    esign: str = Field(default="мшэп", title="Место отметки об электронной подписи")


class Protocol(DocumentRecord):
    """Протокол совещания или заседания."""

    organisation: Ref[Organisation] | None = Field(
        default=None, title="Организация на бланке", description="Ключ"
    )
    title: Prose | None = Field(
        default=None,
        title="Заголовок",
        description="Протокол чего? В родительном падеже, без точки: «совещания с участниками …»",
    )
    form: Form = Field(default=Form.BRIEF, title="Форма", description="brief – краткая, full – полная")
    resolved: Resolved = Field(default=Resolved.DECIDED, title="Слово перед решениями")
    date: Day | None = Field(default=None, title="Дата совещания")
    until: Day | None = Field(
        default=None, title="Последний день", description="Если совещание шло несколько дней"
    )
    number: str | None = Field(
        default=None, title="Номер протокола", description="Без знака №; его даёт регистрация"
    )
    number_pattern: str | None = Field(
        default=None,
        title="Образец номера",
        description="Регулярное выражение для номеров протоколов, на которые ссылается документ",
    )
    place: str | None = Field(default=None, title="Место", description="По умолчанию – город организации")
    chair: Ref[Person] | None = Field(default=None, title="Председательствовал")
    secretary: Ref[Person] | None = Field(default=None, title="Секретарь")
    collegial: bool = Field(
        default=False,
        title="Коллегиальный орган",
        description="true – кворум, голосование, подпись секретаря обязательны",
    )
    quorum: Quorum | None = Field(default=None, title="Кворум")
    present: list[Attendance] = Field(default_factory=list, title="Присутствовали")
    invited: list[Attendance] = Field(default_factory=list, title="Приглашённые")
    list_limit: int = Field(
        default=15,
        ge=1,
        title="Сколько имён печатать",
        description="Если участников больше – список в приложении",
    )
    agenda: list[AgendaItem] = Field(default_factory=list, title="Повестка и решения")
    control: Control | None = Field(default=None, title="Контроль")
    annexes: list[Annex] = Field(default_factory=list, title="Приложения")
    approvals: list[Approval] = Field(default_factory=list, title="Лист согласования")
    distribution: list[Recipient] = Field(default_factory=list, title="Лист рассылки")
    executor: Ref[Person] | None = Field(
        default=None, title="Исполнитель", description="С телефоном: отметка об исполнителе"
    )
    anchors: Anchors = Field(default_factory=Anchors, title="Места штампов")
