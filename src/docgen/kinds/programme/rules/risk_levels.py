"""How risks are assessed (D614, D615, D619)."""

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.walk import lacking

_SCALE = range(1, 6)
_HIGH = 12  # likelihood × impact from which a risk needs a sign to be recognised by


@rule("D614")
def off_the_scale(document: Document[Programme], corpus: Corpus) -> Findings:
    """Вероятность или влияние риска – не от 1 до 5.

    Оба оцениваются по одной шкале: по ней строится карта рисков и считается уровень.

    Плохо:
        risks:
          - {name: Рост цен, category: финансовый, likelihood: 30, impact: 3, mitigation: Закупка в первый год, owner: college}
          - {name: Нехватка мастеров, category: кадровый, likelihood: 2, impact: 3, mitigation: Стажировки, owner: plant}
    Хорошо:
        risks:
          - {name: Рост цен, category: финансовый, likelihood: 3, impact: 3, mitigation: Закупка в первый год, owner: college}
          - {name: Нехватка мастеров, category: кадровый, likelihood: 2, impact: 3, mitigation: Стажировки, owner: plant}
    """
    for one in document.record.risks:
        for field, what in (("likelihood", "вероятность"), ("impact", "влияние")):
            value = getattr(one, field)
            if value is not None and value not in _SCALE:
                message = f"{what} риска «{one.name}» – {value}, а шкала – от 1 до 5"
                yield Finding(one.at(field), message, "поставьте число от 1 до 5")


@rule("D615", Severity.GAP)
def not_assessed(document: Document[Programme], corpus: Corpus) -> Findings:
    """Риск не оценён.

    Вероятность и влияние (от 1 до 5) решают, какие риски важнее; без них риска нет на карте.

    Плохо:
        risks:
          - {name: Рост цен, category: финансовый, likelihood: 3, mitigation: Закупка в первый год, owner: college}
          - {name: Нехватка мастеров, category: кадровый, likelihood: 2, impact: 3, mitigation: Стажировки, owner: plant}
    Хорошо:
        risks:
          - {name: Рост цен, category: финансовый, likelihood: 3, impact: 3, mitigation: Закупка в первый год, owner: college}
          - {name: Нехватка мастеров, category: кадровый, likelihood: 2, impact: 3, mitigation: Стажировки, owner: plant}
    """
    for one in document.record.risks:
        what = {"likelihood": "вероятность", "impact": "влияние"}
        absent = [field for field in what if getattr(one, field) is None]
        if absent:
            message = f"не указано для риска «{one.name}»: {', '.join(what[field] for field in absent)}"
            yield Finding(lacking(one, absent[0]), message, f"впишите {' и '.join(absent)}: от 1 до 5")


@rule("D619", Severity.GAP)
def high_without_sign(document: Document[Programme], corpus: Corpus) -> Findings:
    """У высокого риска нет признака наступления.

    Если вероятность × влияние – 12 и больше, нужно заранее договориться, по чему видно, что риск наступает.

    Плохо:
        risks:
          - {name: Рост цен, category: финансовый, likelihood: 4, impact: 4, mitigation: Закупка в первый год, owner: college}
          - {name: Нехватка мастеров, category: кадровый, likelihood: 2, impact: 3, mitigation: Стажировки, owner: plant}
    Хорошо:
        risks:
          - {name: Рост цен, category: финансовый, likelihood: 4, impact: 4, mitigation: Закупка в первый год, owner: college, trigger: Цены выросли на 10 %}
          - {name: Нехватка мастеров, category: кадровый, likelihood: 2, impact: 3, mitigation: Стажировки, owner: plant}
    """
    for one in document.record.risks:
        if one.likelihood not in _SCALE or one.impact not in _SCALE or one.trigger:
            continue
        if one.level is not None and one.level >= _HIGH:
            message = f"у высокого риска «{one.name}» (уровень {one.level}) нет признака наступления"
            yield Finding(
                lacking(one, "trigger"), message, "впишите trigger: по чему видно, что он наступает"
            )
