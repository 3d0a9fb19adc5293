"""Risks (D61x)."""

import re

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.drafting import is_left_over
from docgen.kinds.programme.rules.participants import plain
from docgen.kinds.programme.rules.walk import lacking, layout_of
from docgen.kinds.programme.rules.wording import near
from docgen.language.numbers.numerals import counted
from docgen.model.programme import Risk

_NOTHING = re.compile(r"\W*(?:нет|не требу[а-я]+|отсутству[а-я]+|-|–|—|н/д|x|х)?\W*", re.IGNORECASE)


@rule("D611", Severity.GAP)
def no_mitigation(document: Document[Programme], corpus: Corpus) -> Findings:
    """У риска нет мер минимизации.

    Макет требует не только назвать риски, но и сказать, как их уменьшить.

    Плохо:
        risks:
          - {name: Рост цен, category: финансовый, likelihood: 3, impact: 3, owner: college}
          - {name: Нехватка мастеров, category: кадровый, likelihood: 2, impact: 3, mitigation: Стажировки, owner: plant}
    Хорошо:
        risks:
          - {name: Рост цен, category: финансовый, likelihood: 3, impact: 3, mitigation: Закупка в первый год, owner: college}
          - {name: Нехватка мастеров, category: кадровый, likelihood: 2, impact: 3, mitigation: Стажировки, owner: plant}
    """
    for one in document.record.risks:
        if _NOTHING.fullmatch(one.mitigation or "") and not is_left_over(one.mitigation or ""):  # D114
            message = f"у риска «{one.name}» нет мер минимизации"
            span = one.at("mitigation") if one.mitigation else lacking(one, "mitigation")
            yield Finding(span, message, "впишите mitigation: что будет сделано")


@rule("D612", Severity.GAP)
def no_risk_owner(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не назван ответственный за риск.

    За риском следит один участник: он первым замечает его признак и начинает действовать.

    Плохо:
        risks:
          - {name: Рост цен, category: финансовый, likelihood: 3, impact: 3, mitigation: Закупка в первый год}
          - {name: Нехватка мастеров, category: кадровый, likelihood: 2, impact: 3, mitigation: Стажировки, owner: plant}
    Хорошо:
        risks:
          - {name: Рост цен, category: финансовый, likelihood: 3, impact: 3, mitigation: Закупка в первый год, owner: college}
          - {name: Нехватка мастеров, category: кадровый, likelihood: 2, impact: 3, mitigation: Стажировки, owner: plant}
    """
    for one in document.record.risks:
        if not one.owner:
            message = f"не назван ответственный за риск «{one.name}»"
            yield Finding(lacking(one, "owner"), message, "впишите в owner ключ участника")


@rule("D613")
def unknown_risk_owner(document: Document[Programme], corpus: Corpus) -> Findings:
    """Ответственного за риск нет среди участников.

    Ответственного называют ключом участника из перечня participants.

    Плохо:
        risks:
          - {name: Рост цен, category: финансовый, likelihood: 3, impact: 3, mitigation: Закупка в первый год, owner: bank}
          - {name: Нехватка мастеров, category: кадровый, likelihood: 2, impact: 3, mitigation: Стажировки, owner: plant}
    Хорошо:
        risks:
          - {name: Рост цен, category: финансовый, likelihood: 3, impact: 3, mitigation: Закупка в первый год, owner: college}
          - {name: Нехватка мастеров, category: кадровый, likelihood: 2, impact: 3, mitigation: Стажировки, owner: plant}
    """
    programme = document.record
    keys = [one.key for one in programme.participants]
    for one in programme.risks if keys else ():
        if one.owner and programme.participant(one.owner) is None:
            message = f"участника «{one.owner}» нет в перечне"
            yield Finding(one.at("owner"), message, near(one.owner, keys))


@rule("D616", Severity.GAP)
def no_category(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не указана категория риска.

    По категориям видно, о чём подумали, а о чём нет: финансы, кадры, организация, право, технология.

    Плохо:
        risks:
          - {name: Рост цен, likelihood: 3, impact: 3, mitigation: Закупка в первый год, owner: college}
          - {name: Нехватка мастеров, category: кадровый, likelihood: 2, impact: 3, mitigation: Стажировки, owner: plant}
    Хорошо:
        risks:
          - {name: Рост цен, category: финансовый, likelihood: 3, impact: 3, mitigation: Закупка в первый год, owner: college}
          - {name: Нехватка мастеров, category: кадровый, likelihood: 2, impact: 3, mitigation: Стажировки, owner: plant}
    """
    for one in document.record.risks:
        if not one.category:
            message = f"не указана категория риска «{one.name}»"
            yield Finding(lacking(one, "category"), message, "впишите category: финансовый, кадровый …")


@rule("D617", Severity.WARNING)
def few_categories(document: Document[Programme], corpus: Corpus) -> Findings:
    """Все риски одной категории.

    Программа, в которой подумали только о деньгах, не готова к остальному. Наименьшее число категорий задано в макете:
    limits.risk_categories_at_least.

    Плохо:
        risks:
          - {name: Рост цен, category: финансовый, likelihood: 3, impact: 3, mitigation: Закупка в первый год, owner: college}
          - {name: Отказ партнёра, category: финансовый, likelihood: 2, impact: 3, mitigation: Договор, owner: plant}
    Хорошо:
        risks:
          - {name: Рост цен, category: финансовый, likelihood: 3, impact: 3, mitigation: Закупка в первый год, owner: college}
          - {name: Нехватка мастеров, category: кадровый, likelihood: 2, impact: 3, mitigation: Стажировки, owner: plant}
    """
    programme, layout = document.record, layout_of(document, corpus)
    least = (layout.limits.risk_categories_at_least or 0) if layout is not None else 0
    categories = [plain(one.category) if one.category else "" for one in programme.risks]
    if len(categories) < least or "" in categories or len(programme.risks) < _wanted(document, corpus):
        return  # there is more to be written, and it may be of another category
    number = len(set(categories))
    if number < least:
        message = f"категорий рисков – {number}, а по макету нужно не меньше {least}"
        yield Finding(
            lacking(programme, "risks"), message, "оцените и другие риски: кадровые, организационные …"
        )


@rule("D618", Severity.GAP)
def few_risks(document: Document[Programme], corpus: Corpus) -> Findings:
    """Рисков меньше, чем требует макет.

    Наименьшее число рисков задано в макете: limits.risks_at_least.

    Плохо:
        risks:
          - {name: Рост цен, category: финансовый, likelihood: 3, impact: 3, mitigation: Закупка в первый год, owner: college}
    Хорошо:
        risks:
          - {name: Рост цен, category: финансовый, likelihood: 3, impact: 3, mitigation: Закупка в первый год, owner: college}
          - {name: Нехватка мастеров, category: кадровый, likelihood: 2, impact: 3, mitigation: Стажировки, owner: plant}
    """
    number, least = len(document.record.risks), _wanted(document, corpus)
    if 0 < number < least:
        message = (
            f"оценено: {counted(number, ('риск', 'риска', 'рисков'))}, а по макету нужно не меньше {least}"
        )
        yield Finding(lacking(document.record, "risks"), message, "добавьте риски")


def _wanted(document: Document[Programme], corpus: Corpus) -> int:
    layout = layout_of(document, corpus)
    return (layout.limits.risks_at_least or 0) if layout is not None else 0


@rule("D620", Severity.WARNING)
def risk_twice(document: Document[Programme], corpus: Corpus) -> Findings:
    """Риск записан дважды.

    Повтор – след копирования строки.

    Плохо:
        risks:
          - {name: Рост цен, category: финансовый, likelihood: 3, impact: 3, mitigation: Закупка в первый год, owner: college}
          - {name: Рост цен, category: кадровый, likelihood: 2, impact: 3, mitigation: Стажировки, owner: plant}
    Хорошо:
        risks:
          - {name: Рост цен, category: финансовый, likelihood: 3, impact: 3, mitigation: Закупка в первый год, owner: college}
          - {name: Нехватка мастеров, category: кадровый, likelihood: 2, impact: 3, mitigation: Стажировки, owner: plant}
    """
    seen: dict[str, Risk] = {}
    for one in document.record.risks:
        first = seen.setdefault(plain(one.name), one)
        if first is not one:
            related = (Related(first.at("name"), "первый раз"),)
            yield Finding(one.at("name"), f"риск «{one.name}» уже записан", "уберите повтор", related)
