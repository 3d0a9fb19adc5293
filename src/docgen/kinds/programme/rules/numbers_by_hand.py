"""Numbers of tables and figures that somebody typed (D724)."""

import re

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.walk import prose

_BY_HAND = re.compile(
    r"(?<![А-Яа-яё])(?:[Тт]аблиц(?:а|ы|е|у|ей)|[Тт]абл\.|[Рр]исун(?:ок|ка|ке|ку|ком)|[Рр]ис\.)\s*(?:№\s*)?(\d+)(?!\s*(?:приложени|постановлени|приказ|сборник|доклад))"
)


@rule("D724", Severity.WARNING)
def number_by_hand(document: Document[Programme], corpus: Corpus) -> Findings:
    """Номер таблицы или рисунка написан от руки.

    Номера расставляет docgen; написанный от руки собьётся, как только таблица добавится или переедет. Ссылка
    «[](#table-funding)» печатает номер сама.

    Плохо:
        sections:
          general:
            economy: Экономика области показана в таблице 7, она держится на металлургии и производстве стали.
            industry: Отрасль представлена АО «ЛЗТП»; система СПО готовит для него кадры, её МТБ обновляется.
    Хорошо:
        sections:
          general:
            economy: Экономика области показана в таблице [](#table-statistics), она держится на металлургии.
            industry: Отрасль представлена АО «ЛЗТП»; система СПО готовит для него кадры, её МТБ обновляется.
    """
    for one in prose(document.record):
        for passage in one.passages:
            if "абл" not in passage.text and "ис" not in passage.text:
                continue
            for match in _BY_HAND.finditer(passage.text):
                start, end = passage.written(*match.span(1))
                if one.text[start:end] == match[1]:  # a mention stands in the passage as a figure
                    span = one.at(passage, *match.span())
                    yield Finding(
                        span, f"номер «{match[1]}» написан от руки", "замените ссылкой: [](#table-…)"
                    )
