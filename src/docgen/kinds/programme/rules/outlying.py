"""Values of statistics that are out of line (D128)."""

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.statistics import statistics
from docgen.language.numbers.numerals import group


@rule("D128", Severity.WARNING)
def value_out_of_line(document: Document[Programme], corpus: Corpus) -> Findings:
    """Значение одного года в десятки или тысячи раз отличается от соседних.

    В таблице статистики рубли вместо тысяч или потерянная запятая делают значение в 10 или в 1000 раз больше остальных
    в той же строке. Сверяется, когда остальные значения строки (их не меньше двух) отличаются друг от друга не больше
    чем вдвое.

    Плохо:
        tables:
          statistics:
            - {name: Население, unit: тыс. человек, y2019: "1144,0", y2020: "1139,4", y2021: "1128200", source: "Липецкстат, 2022"}
            - {name: Занятые, unit: тыс. человек, y2021: "560,1", source: "Липецкстат, 2022"}
    Хорошо:
        tables:
          statistics:
            - {name: Население, unit: тыс. человек, y2019: "1144,0", y2020: "1139,4", y2021: "1128,2", source: "Липецкстат, 2022"}
            - {name: Занятые, unit: тыс. человек, y2021: "560,1", source: "Липецкстат, 2022"}
    """
    for row in statistics(document, corpus):
        year = row.outlier
        if year is not None:
            value, span = row.values[year]
            others = ", ".join(group(other) for one, (other, _) in row.values.items() if one != year)
            message = f"«{row.name}» за {year} год – {group(value)}, а за другие годы – {others}"
            yield Finding(span, message, "проверьте единицу измерения и запятую")
