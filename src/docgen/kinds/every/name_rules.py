"""What must hold for the organisations, groups and keys of the reference data (C13x)."""

import re
from collections.abc import Iterator
from typing import Any

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.model.cited import CitedDocument, CitedDocuments
from docgen.model.forms import ApprovedForms
from docgen.model.organisations import Groups, Organisation, Organisations
from docgen.model.references import KEY
from docgen.sources import Record, Registry


@rule("C131")
def unbalanced_quotes(document: Document[Any], corpus: Corpus) -> Findings:
    """Кавычки в названии не закрыты.

    Название попадает во все документы; незакрытая кавычка – тоже. Двойная закрывающая кавычка во вложенных названиях
    («Завод «Металлист») по обычаю пишется один раз.

    Плохо:
        college: {name: ГБПОУ «Тульский колледж}
    Хорошо:
        college: {name: ГБПОУ «Тульский колледж»}
    """
    for record in _named(document):
        for key in ("name", "short"):
            scalar = record.scalar(key)
            if scalar is None:
                continue
            opened, closed = scalar.count("«"), scalar.count("»")
            if closed > opened or (opened and not closed) or scalar.count('"') % 2:
                yield Finding(scalar.span, "кавычки в названии не закрыты", "проверьте пары «…»")


def _named(document: Document[Any]) -> Iterator[Record]:
    if isinstance(document.record, Organisations | Groups):
        yield from document.record.root.values()


@rule("C132", Severity.WARNING)
def organisation_twice(document: Document[Any], corpus: Corpus) -> Findings:
    """Одна организация записана под двумя ключами.

    Название исправят в одной записи, а документ возьмёт другую.

    Плохо:
        college: {name: Тульский колледж}
        tula-college: {name: Тульский  колледж}
    Хорошо:
        college: {name: Тульский колледж}
        aleksin-college: {name: Алексинский колледж}
    """
    seen: dict[str, tuple[str, Organisation]] = {}
    if not isinstance(document.record, Organisations):
        return
    for key, organisation in document.record.root.items():
        called = " ".join(organisation.name.lower().replace("ё", "е").split())
        first_key, first = seen.setdefault(called, (key, organisation))
        if first is not organisation:
            related = (Related(first.at("name"), "первая запись"),)
            message = f"эта организация уже есть под ключом {first_key}"
            yield Finding(organisation.at("name"), message, "оставьте одну запись", related)


_SINGULAR = re.compile(
    r"(?:участник|инициатор|руководитель|представитель|директор|координатор|член|работник|эксперт)\b"
)


@rule("C133", Severity.WARNING)
def group_name_form(document: Document[Any], corpus: Corpus) -> Findings:
    """Название группы – с прописной буквы или в единственном числе.

    Группа – это «руководители колледжей»: во множественном числе, в именительном падеже, со строчной буквы. Прописную
    в начале предложения поставит docgen.

    Плохо:
        directors: {name: Директор колледжа}
    Хорошо:
        directors: {name: директора колледжей}
    """
    if not isinstance(document.record, Groups):
        return
    for group in document.record.root.values():
        scalar = group.scalar("name")
        if scalar is None:
            continue
        if re.match(r"[А-ЯЁ][а-яё]", scalar):
            yield Finding(scalar.part(0, 1), "название группы – с прописной буквы", "напишите со строчной")
        elif (match := _SINGULAR.match(scalar)) is not None:
            message = "название группы – в единственном числе"
            yield Finding(
                scalar.part(*match.span()), message, "напишите во множественном: участники, руководители"
            )


@rule("C134", Severity.WARNING)
def key_style(document: Document[Any], corpus: Corpus) -> Findings:
    """Ключ записан не латиницей.

    Ключ – короткое имя записи: строчные латинские буквы, цифры, дефис. По-русски записанное в документе считается
    самим именем, а не ключом, поэтому на такую запись нельзя сослаться.

    Плохо:
        Иванова: {name: Иванова Анна Сергеевна}
    Хорошо:
        ivanova: {name: Иванова Анна Сергеевна}
    """
    registry = document.record
    if isinstance(registry, Registry) and not isinstance(registry, ApprovedForms):
        for key in registry.keys:
            if KEY.fullmatch(key) is None:
                message = f"на ключ «{key}» нельзя сослаться"
                yield Finding(registry.at_name(key), message, "запишите ключ строчными латинскими буквами")


@rule("C135", Severity.WARNING)
def cited_twice(document: Document[Any], corpus: Corpus) -> Findings:
    """Один документ записан под двумя ключами.

    Вид, дата и номер совпадают; поручения сошлются на один документ как на два.

    Плохо:
        p-7: {date: 2026-02-05, number: 05-7}
        p-7a: {date: 05.02.2026, number: 05-7}
    Хорошо:
        p-7: {date: 2026-02-05, number: 05-7}
        p-8: {date: 2026-02-06, number: 05-8}
    """
    if not isinstance(document.record, CitedDocuments):
        return
    seen: dict[object, tuple[str, CitedDocument]] = {}
    for key, cited in document.record.root.items():
        first_key, first = seen.setdefault((cited.kind, cited.date, cited.number), (key, cited))
        if first is not cited:
            related = (Related(first.at("number"), "первая запись"),)
            message = f"этот документ уже есть под ключом {first_key}"
            yield Finding(cited.at("number"), message, "оставьте одну запись", related)


@rule("C136")
def number_with_sign(document: Document[Any], corpus: Corpus) -> Findings:
    """Номер документа записан со знаком «№».

    Знак «№» печатает docgen; вместе с записанным он напечатался бы дважды.

    Плохо:
        p-7: {date: 2026-02-05, number: № 05-7}
    Хорошо:
        p-7: {date: 2026-02-05, number: 05-7}
    """
    if isinstance(document.record, CitedDocuments):
        for cited in document.record.root.values():
            match = re.match(r"\s*№\s*", cited.number)
            if match is not None:
                message, hint = "знак «№» записан в номере", f"напишите: {cited.number[match.end() :]}"
                yield Finding(cited.at("number"), message, hint)
