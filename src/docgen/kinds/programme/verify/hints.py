"""What of the layout's own hints is left in a finished programme (V308)."""

import re
from collections.abc import Iterator

from docgen.diagnostics import Finding, Findings, rule
from docgen.papers.examined import Examined
from docgen.papers.sections.words import plain

_HINT_PART = 45
_INSTRUCTS = re.compile(
    r"(?:мисси[яи]|цел[ьи](?: и задачи)?|задачи|раздел|пункт|подраздел|таблица|программа развития) "
    r"(?:должн[аоы]?|обязательно должн[аоы]?) "
    r"(?:быть |)(?:отражать|соответствовать|содержать|включать|раскрывать|описывать|отражен[аоы]?|указан[аоы]?)"
    r"|выбор одного из вариантов|(?:в|здесь) (?:этом |данном |настоящем |)(?:раздел|пункт|подраздел)е (?:следует|необходимо|нужно) "
    r"|заполняется (?:в соответствии|по форме|участник|колледж)",
)


@rule("V308")
def hints_of_the_layout(examined: Examined) -> Findings:
    """В документе осталась подсказка макета.

    Вместо ответа в текст попало указание, что в нём написать.

    Плохо:   «Опишите экономику региона за последние три года: …»
    Хорошо:  сам анализ
    """
    hints = set(_hint_starts(examined))
    for block in examined.text:
        text = plain(block.text)
        if any(hint in text for hint in hints) or _INSTRUCTS.search(text):
            told = "осталась подсказка макета вместо текста"
            yield Finding(examined.paper.span(block), told, "замените подсказку текстом пункта")


def _hint_starts(examined: Examined) -> Iterator[str]:
    """The beginnings of the sentences of all hints, as they are compared."""
    for section in examined.outline.sections:
        for hint in (section.hint, *(point.hint for point in section.points)):
            for sentence in re.split(r"(?<=[.!?])\s+", hint):
                start = plain(sentence)[:_HINT_PART]
                if len(start) >= _HINT_PART:
                    yield start
