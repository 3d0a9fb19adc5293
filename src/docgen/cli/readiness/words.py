"""What the reports of ``docgen status`` call things."""

from docgen.build.standing import Standing
from docgen.corpus import Stage
from docgen.diagnostics import Severity, Span
from docgen.language.numbers.numerals import counted

STATES = {
    "unread": "не читается",
    "errors": "есть ошибки",
    "gaps": "есть пробелы",
    "ready": "готов",
}
STAGES = {Stage.DRAFT: "черновик", Stage.TO_SIGN: "на подпись", Stage.SIGNED: "подписан", None: "–"}


def lacking(one: Standing) -> str:
    """«2 ошибки, 7 пробелов»; empty for what is ready."""
    forms = {
        Severity.ERROR: ("ошибка", "ошибки", "ошибок"),
        Severity.GAP: ("пробел", "пробела", "пробелов"),
    }
    counts = ((one.readiness.count(severity), words) for severity, words in forms.items())
    return ", ".join(counted(count, words) for count, words in counts if count)


def summary(found: list[Standing]) -> str:
    """«Документов: 5; готово 4, есть ошибки 1»."""
    counts = ((title, sum(one.state == state for one in found)) for state, title in STATES.items())
    told = [f"{title} – {count}" for title, count in counts if count]
    return f"Документов: {len(found)}" + (f"; {', '.join(told)}" if told else "")


def place(span: Span) -> str:
    """«строка 12»; «таблица estimate.xlsx, лист Смета, ячейка C14»."""
    if not span.cell:
        return f"строка {span.line}"
    file, _, sheet = span.source.path.rpartition("/")[2].partition("!")
    return f"{file}, лист {sheet}, ячейка {span.cell}" if sheet else f"{file}, ячейка {span.cell}"
