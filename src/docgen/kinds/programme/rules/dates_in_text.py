"""Dates of the governing body in the text against its own data (D248)."""

import re
from collections.abc import Iterator
from datetime import date

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Span, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.stated_numbers import Sentence, sentences
from docgen.kinds.programme.rules.walk import prose
from docgen.language.dates.day import parse_date, written
from docgen.language.patterns import lazy
from docgen.model.programme import Structure

_DATE = r"(?P<date>\d{1,2}\s+[а-я]+\s+20\d\d\s+г(?:ода|\.)|\d{2}\.\d{2}\.20\d\d)"
_REGISTERED = lazy(rf"(?:регистрац|зарегистриров)[^.;]{{0,60}}?{_DATE}", re.IGNORECASE)
_AGREED = lazy(rf"\bсоглашени[\w]*[^.;№]{{0,60}}?\bот\s+{_DATE}\s+№\s?(?P<number>[\w/-]+)", re.IGNORECASE)

Wrong = tuple[int, int, str, Span]


@rule("D248")
def body_dated_otherwise(document: Document[Programme], corpus: Corpus) -> Findings:
    """Дата или номер в тексте – не те, что в данных органа управления.

    День государственной регистрации АНО сверяется с structure.ano.registration_planned, соглашение участников – с
    structure.association.agreement. Соглашение с другими и датой, и номером считается другим документом.

    Плохо:
        sections:
          organisation:
            participants: Кластер создан соглашением участников от 10 января 2022 г. № 6. Участники показаны в таблице [](#table-participants).
    Хорошо:
        sections:
          organisation:
            participants: Кластер создан соглашением участников от 10 января 2022 г. № 5. Участники показаны в таблице [](#table-participants).
    """
    structure = document.record.structure
    for one in prose(document.record) if structure is not None else ():
        for passage in one.passages:
            for sentence in sentences(passage.text):
                for start, end, right, at in _wrong(sentence, structure) if structure is not None else ():
                    said = sentence.text[start:end]
                    span = one.at(passage, sentence.start + start, sentence.start + end)
                    message = f"в тексте «{said}», а в structure – {right}"
                    yield Finding(span, message, "исправьте текст или данные", (Related(at, "в данных"),))


def _wrong(sentence: Sentence, structure: Structure) -> Iterator[Wrong]:
    ano, association = structure.ano, structure.association
    if ano is not None and ano.registration_planned is not None:
        for match in _REGISTERED.finditer(sentence.text):
            if _day(match["date"]) not in (None, ano.registration_planned):
                right = written(ano.registration_planned)
                yield *match.span("date"), right, ano.at("registration_planned")
    agreement = association.agreement if association is not None else None
    if agreement is None or agreement.date is None or not agreement.number:
        return
    for match in _AGREED.finditer(sentence.text):
        same_day, same_number = _day(match["date"]) == agreement.date, match["number"] == agreement.number
        if same_day and not same_number:
            yield *match.span("number"), f"№ {agreement.number}", agreement.at("number")
        elif same_number and not same_day and len(agreement.number) > 1:
            yield *match.span("date"), written(agreement.date), agreement.at("date")


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None
