"""A development programme as it is written: what the kind, its rules and the portfolio read."""

from pydantic import Field

from docgen.language.cases import Case
from docgen.model.forms import Forms, inflect
from docgen.model.programme.funding import EstimateLine, FundingLine, StatedTotal
from docgen.model.programme.indicators import Indicator
from docgen.model.programme.legal import Abbreviation, LegalAct
from docgen.model.programme.measures import Measure, Task
from docgen.model.programme.participants import Participant
from docgen.model.programme.results import Result, Risk
from docgen.model.programme.signing import Approval, Signatory
from docgen.model.programme.structure import Structure
from docgen.model.programme.values import Flag, Sections
from docgen.model.values import Day, Period
from docgen.sources import Prose, Record
from docgen.sources.rows import Rows


class WrittenProgramme(Record):
    """Everything may be missing: what is not written yet is a gap that the rules tell of."""

    layout: str | None = Field(
        default=None, title="Макет", description="Имя файла из content/reference/layouts/: programme-2022"
    )
    name: Prose | None = Field(
        default=None,
        title="Полное наименование кластера",
        description="В именительном падеже: «Образовательно-производственный центр (кластер) …»",
    )
    cases: Forms | None = Field(
        default=None,
        title="Падежи полного наименования",
        description="Вручную, если docgen не уверен: на титуле стоит родительный (программа развития чего?)",
    )
    short: Prose | None = Field(
        default=None, title="Сокращённое наименование", description="Как кластер назван в тексте"
    )
    cluster: str | None = Field(
        default=None, title="Карточка кластера", description="Ключ из clusters.yaml, если кластер там есть"
    )
    region: str | None = Field(
        default=None, title="Субъект РФ", description="Название или код субъекта Российской Федерации"
    )
    industry: str | None = Field(
        default=None, title="Отрасль", description="Ключ или название отрасли из industries.yaml"
    )
    period: Period | None = Field(
        default=None, title="Срок реализации", description="Годы: {from: 2022, to: 2024}"
    )
    place: Prose | None = Field(default=None, title="Место", description="Город на титульном листе")
    year: int | None = Field(default=None, title="Год составления", description="На титульном листе")
    date: Day | None = Field(default=None, title="Дата", description="Дата утверждения программы")
    teaching_example: Flag = Field(
        default=False,
        title="Учебный пример",
        description="true – печатается пометка о том, что организации, люди и цифры вымышлены",
    )
    approvals: list[Approval] = Field(default_factory=list, title="Грифы титульного листа")
    mission: Prose | None = Field(
        default=None,
        title="Миссия",
        description="Специфика кластера, экономическая и социальная сферы влияния",
    )
    goal: Prose | None = Field(default=None, title="Стратегическая цель", description="Одна, измеримая")
    tasks: Rows[Task] = Field(default_factory=Rows, title="Задачи")
    participants: Rows[Participant] = Field(default_factory=Rows, title="Участники кластера")
    structure: Structure | None = Field(
        default=None, title="Организационная структура", description="ano или association: ровно один вариант"
    )
    measures: Rows[Measure] = Field(default_factory=Rows, title="План мероприятий")
    indicators: Rows[Indicator] = Field(default_factory=Rows, title="Показатели")
    funding: Rows[FundingLine] = Field(
        default_factory=Rows, title="Финансирование", description="Источник × направление × год, тыс. рублей"
    )
    funding_totals: Rows[StatedTotal] = Field(
        default_factory=Rows,
        title="Итоги финансирования",
        description="Если итоги известны отдельно (из паспорта, соглашения): сверяются со строками",
    )
    estimate: Rows[EstimateLine] = Field(default_factory=Rows, title="Смета", description="Тыс. рублей")
    results: Rows[Result] = Field(default_factory=Rows, title="Ожидаемые результаты")
    risks: Rows[Risk] = Field(default_factory=Rows, title="Риски")
    legal_acts: Rows[LegalAct] = Field(default_factory=Rows, title="Нормативные акты")
    abbreviations: Rows[Abbreviation] = Field(default_factory=Rows, title="Сокращения")
    signatories: list[Signatory] = Field(default_factory=list, title="Лист подписания")
    tables: dict[str, Rows[dict[str, str]]] = Field(
        default_factory=dict,
        title="Таблицы макета",
        description="Ключ таблицы из макета: строки со столбцами макета",
    )
    sections: Sections = Field(
        default_factory=dict,
        title="Разделы",
        description="Ключ раздела макета: {ключ пункта: текст в Markdown}",
    )

    def participant(self, named: str) -> Participant | None:
        """The participant with a key, or with a full or short name."""
        return next((one for one in self.participants if named in (one.key, one.name, one.short)), None)

    def name_form(self, case: Case) -> str:
        """The full name in a case; empty while there is no name."""
        if not self.name:
            return ""
        return inflect(self.name, "organisation", case, self, "cases", self.cases)

    def text(self, section: str, point: str) -> str:
        """The prose of a point; empty while it is not written."""
        return self.sections.get(section, {}).get(point, "")
