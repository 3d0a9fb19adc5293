"""What must hold for what a layout demands: choices, signatures, years, hints (C36x)."""

import difflib
from collections.abc import Iterator, Sequence
from typing import Any

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.model.layout.layout import Approval, Choice, Layout, Side, SigningRule
from docgen.model.passport import Passport
from docgen.model.programme import Association, Structure


@rule("C361")
def unknown_way(document: Document[Any], corpus: Corpus) -> Findings:
    """Такого варианта нет среди ключей structure.

    Программа выбирает вариант тем, что заполняет его поля в structure: ano или association, а у объединения –
    managing_company или council. Вариант с другим ключом выбрать нельзя.

    Плохо:
        sections:
          - key: organisation
            title: Организационная структура
            points:
              - key: variant
                title: Вариант
                hint: Выберите вариант.
                exactly_one_of: [{key: ano, title: АНО}, {key: union, title: Объединение}]
    Хорошо:
        sections:
          - key: organisation
            title: Организационная структура
            points:
              - key: variant
                title: Вариант
                hint: Выберите вариант.
                exactly_one_of: [{key: ano, title: АНО}, {key: association, title: Объединение}]
    """
    if not isinstance(document.record, Layout):
        return
    for numbered in document.record.choices():
        for choice, known in _ways(numbered.point.exactly_one_of, list(Structure.model_fields)):
            if choice.key not in known:
                near = difflib.get_close_matches(choice.key, known, n=1)
                hint = f"может быть, {near[0]}?" if near else f"есть: {', '.join(known)}"
                yield Finding(choice.at("key"), f"варианта «{choice.key}» в structure нет", hint)


_BODIES = {
    "association": [name for name in Association.model_fields if name in ("managing_company", "council")]
}


def _ways(choices: Sequence[Choice], known: list[str]) -> Iterator[tuple[Choice, list[str]]]:
    """Every choice with the keys that the record knows at its place."""
    for choice in choices:
        yield choice, known
        yield from _ways(choice.exactly_one_of, _BODIES.get(choice.key, []))


@rule("C362")
def signed_by_nobody(document: Document[Any], corpus: Corpus) -> Findings:
    """Правило подписи или гриф ни к кому не относится.

    Для учредителя и участника назовите виды участников (kinds), о которых правило.

    Плохо:
        signatories: [{side: participant, title: Колледж}]
    Хорошо:
        signatories: [{side: participant, kinds: [base_college], title: Колледж}]
    """
    if not isinstance(document.record, Layout):
        return
    layout = document.record
    parts: list[SigningRule | Approval] = [*layout.signatories, *layout.approvals]
    for part in parts:
        if part.side is not Side.REGION and not part.kinds:
            yield Finding(part.at("side"), "не сказано, о каких участниках правило", "добавьте kinds:")


@rule("C363", Severity.INFO)
def years_without_passport(document: Document[Any], corpus: Corpus) -> Findings:
    """На годы макета в паспорте нет показателей.

    Значения программ за эти годы не с чем сверять; дополните passport.yaml, когда показатели утвердят.

    Плохо:
        period: {from: 2025, to: 2027}
    Хорошо:
        period: {from: 2022, to: 2024}
    """
    passport = corpus.one(Passport)
    if not isinstance(document.record, Layout) or passport is None:
        return
    told = {year for indicator in passport.indicators.values() for year in indicator.values}
    missing = [str(year) for year in document.record.period.years if year not in told]
    if missing:
        message = f"в паспорте нет показателей на {', '.join(missing)} год"
        yield Finding(document.record.at("period"), message, "дополните passport.yaml")


@rule("C364", Severity.WARNING)
def point_without_hint(document: Document[Any], corpus: Corpus) -> Findings:
    """У пункта нет подсказки.

    Подсказка – единственное, что автор увидит в заготовке, кроме заголовка.

    Плохо:
        sections:
          - {key: general, title: Общие положения, points: [{key: economy, title: Экономика региона}]}
    Хорошо:
        sections:
          - key: general
            title: Общие положения
            points: [{key: economy, title: Экономика региона, hint: Опишите экономику региона.}]
    """
    if isinstance(document.record, Layout):
        for numbered in document.record.points():
            if numbered.point.hint is None:
                message = f"у пункта {numbered.number} нет подсказки авторам"
                yield Finding(numbered.point.at("title"), message, "добавьте hint:")
