"""A small list of problems with everything that is hard to show: the same for every format."""

from dataclasses import replace
from datetime import date

from docgen.diagnostics import Problem, Related, Severity, Source, Span, TableSource, Waiver, declare

DEADLINE = declare(
    "P104",
    Severity.ERROR,
    """Срок поручения не раньше даты совещания.

    Почему: исполнить поручение до того, как оно дано, нельзя.
    """,
)
PLACEHOLDER = declare("C201", Severity.GAP, "Всё нужное написано.")
EMOJI = declare("L310", Severity.WARNING, "В тексте нет значков, которых не напечатает принтер.")
LONG = declare("L311", Severity.INFO, "Абзац можно прочесть за один раз.")
NAME = declare("T002", Severity.ERROR, "Шаблон берёт только те имена, которые есть у документа.")

PROTOCOL = Source(
    "content/protocol/2026-03-14 кадры.yaml",
    "title: Кадры, 100%\n"
    "date: 2026-03-14\n"
    "orders:\n"
    "  - text: Направить чек-лист участникам\n"
    "    deadline: 2026-03-01\n"
    "  - text:\tПровести\u0301 встречу 🎉🎉 с <отделом>\n"
    "\t\tdeadline: ⟦срок⟧\n"
    "  - text: " + "очень " * 20 + "длинное поручение " + "и ещё " * 20 + "\n"
    "    notes: |\n"
    "      первая строка\n"
    "      вторая строка\n"
    "\n"
    "# конец",
)
PEOPLE = Source("content/reference/people.yaml", "- id: petrov\n  name: Петров Пётр Петрович\n")
ESTIMATE = TableSource(
    "content/programme/lipetsk/estimate.xlsx!Смета 2022",
    "Смета | |\n\nОборудование | штук | 1250,5\nИтого | | 1250",
    ((0, 8, 9), (), (0, 15, 22), (0, 8, 10)),
)
TEMPLATE = Source("templates/protocol.docx#footer1", "Председатель: {{ chairman.name }}\n")


def place(source: Source, text: str) -> tuple[int, int]:
    """Where the text stands in the source."""
    start = source.text.index(text)
    return start, start + len(text)


def at(text: str) -> Span:
    """Where the text stands in the protocol."""
    return PROTOCOL.span(*place(PROTOCOL, text))


def waived() -> Problem:
    """A problem that somebody has taken upon himself."""
    comment = PROTOCOL.span(*place(PROTOCOL, "# конец"))
    waiver = Waiver(comment, date(2026, 12, 31), "так в приказе № 5 <б>")
    return replace(LONG.at(at("Кадры, 100%"), "заголовок из двух слов", "назовите иначе"), waiver=waiver)


def sample() -> list[Problem]:
    """The problems, fresh at each call."""
    date = at("2026-03-14")
    petrov = PEOPLE.span(*place(PEOPLE, "petrov"))
    return [
        DEADLINE.at(
            at("2026-03-01"),
            "срок раньше даты совещания",
            "сдвиньте срок или проверьте дату",
            [Related(date)],
        ),
        EMOJI.at(at("🎉🎉"), "значок не напечатается", "уберите его:\nтекст должен читаться и без него"),
        PLACEHOLDER.at(
            at("⟦срок⟧"),
            "срок ещё не написан",
            "",
            [Related(petrov, "исполнитель"), Related(at("orders"), "в этом списке")],
        ),
        LONG.at(at("длинное поручение"), "предложение из 45 слов", "разделите его"),
        EMOJI.at(at("|\n      первая строка\n      вторая"), "несколько строк, и 100%: так"),
        DEADLINE.at(PROTOCOL.span(len(PROTOCOL.text)), "поручений меньше, чем сказано"),
        NAME.at(TEMPLATE.span(17, 25), "имени «chairman» нет среди полей протокола", "может быть, chair?"),
        DEADLINE.at(
            ESTIMATE.span(*place(ESTIMATE, "1250,5")),
            "сумма не равна итогу",
            "исправьте одно из двух",
            [Related(ESTIMATE.span(*place(ESTIMATE, "Итого")), "итог")],
        ),
        DEADLINE.at(date, "в таблице другой год", "", [Related(ESTIMATE.span(*place(ESTIMATE, "Смета")))]),
        NAME.at(Source("content/нет.yaml", "").span(), "файл пуст\x1b[31m"),
    ]
