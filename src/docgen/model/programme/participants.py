"""Who takes part in a cluster, and what each does there."""

from pydantic import Field

from docgen.model.layout.demands import ParticipantKind
from docgen.model.programme.values import Flag, Several
from docgen.model.values import Whole
from docgen.sources import Prose, Record


class Participant(Record):
    """A participant of the cluster."""

    key: str = Field(
        title="Ключ",
        description="Короткое имя латиницей: им участника называют в мероприятиях, рисках и подписях",
        pattern="^[a-z0-9]+(?:[-_.][a-z0-9]+)*$",
        json_schema_extra={"columns": ["Код", "Код участника"]},
    )
    name: Prose = Field(
        title="Наименование",
        description="Полное наименование, как в уставе",
        json_schema_extra={"columns": ["Участник", "Полное наименование"]},
    )
    short: Prose | None = Field(
        default=None, title="Сокращённое наименование", description="Как участник назван в тексте и таблицах"
    )
    kind: ParticipantKind | None = Field(
        default=None,
        title="Вид участника",
        description=ParticipantKind.told(),
        json_schema_extra={"columns": ["Тип", "Вид", "Тип участника"]},
    )
    inn: str | None = Field(default=None, title="ИНН", description="10 цифр (12 у предпринимателя)")
    ogrn: str | None = Field(
        default=None,
        title="ОГРН",
        description="13 цифр (15 у предпринимателя)",
        json_schema_extra={"columns": ["ОГРН (ОГРНИП)"]},
    )
    federal: Flag = Field(
        default=False,
        title="Федеральный колледж",
        description="Колледж, учредитель которого – федеральный орган: программу подписывает и он",
    )
    founder: Prose | None = Field(
        default=None,
        title="Учредитель",
        description="Полное наименование учредителя колледжа; для федерального колледжа обязательно",
    )
    region: str | None = Field(
        default=None, title="Субъект РФ", description="Если участник не из региона программы"
    )
    functions: Several[Prose] = Field(
        default=(),
        title="Функции",
        description="Что участник делает в кластере: списком, в таблице через точку с запятой",
        json_schema_extra={"columns": ["Функции в кластере", "Функции участника"]},
    )
    grant_recipient: Flag = Field(
        default=False, title="Получатель гранта", description="Ровно один участник; это колледж"
    )
    students: Whole | None = Field(
        default=None, ge=0, title="Обучающихся", description="Численность обучающихся колледжа, человек"
    )
    staff: Whole | None = Field(
        default=None, ge=0, title="Работников", description="Среднесписочная численность, человек"
    )

    @property
    def in_text(self) -> str:
        """The name that running text uses."""
        return self.short or self.name
