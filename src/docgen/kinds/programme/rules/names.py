"""How participants are called in their list (D212, D213)."""

import re

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.participants import plain

_SHORT_FORM = re.compile(r"([А-ЯЁ]{2,})(?:\s+[А-ЯЁ]{2,})*\s+[«\"]")
_FORMS = {
    "ООО": "общество с ограниченной ответственностью",
    "ПАО": "публичное акционерное общество",
    "НАО": "непубличное акционерное общество",
    "ОАО": "открытое акционерное общество",
    "ЗАО": "закрытое акционерное общество",
    "АО": "акционерное общество",
    "АНО": "автономная некоммерческая организация",
    "ФГУП": "федеральное государственное унитарное предприятие",
}


@rule("D212", Severity.WARNING)
def shortened_name(document: Document[Programme], corpus: Corpus) -> Findings:
    """Наименование участника – не полное.

    В перечне участников печатается полное наименование, как в уставе; сокращённое пишут в short.

    Плохо:
        participants:
          - {key: college, name: ГБПОУ «Липецкий колледж», kind: base_college, inn: "4800000014", ogrn: "1214800000018", functions: [обучает], grant_recipient: true}
          - {key: plant, name: Липецкий завод, kind: enterprise, inn: "4800000053", ogrn: "1034800000058", functions: [принимает на практику]}
    Хорошо:
        participants:
          - {key: college, name: Государственное бюджетное профессиональное образовательное учреждение «Липецкий колледж», kind: base_college, inn: "4800000014", ogrn: "1214800000018", functions: [обучает], grant_recipient: true}
          - {key: plant, name: Липецкий завод, kind: enterprise, inn: "4800000053", ogrn: "1034800000058", functions: [принимает на практику]}
    """
    for one in document.record.participants:
        match = _SHORT_FORM.match(one.name)
        if match is not None:
            message = f"наименование участника начинается с сокращения «{match[1]}»"
            yield Finding(one.at("name"), message, "напишите полное наименование, сокращённое – в short")


@rule("D213")
def form_differs(document: Document[Programme], corpus: Corpus) -> Findings:
    """Правовая форма в полном и в сокращённом наименовании разная.

    «Акционерное общество …» сокращается «АО», «Публичное акционерное общество …» – «ПАО»: одно из наименований неверно.

    Плохо:
        participants:
          - {key: college, name: Липецкий колледж, kind: base_college, inn: "4800000014", ogrn: "1214800000018", functions: [обучает], grant_recipient: true}
          - {key: plant, name: Акционерное общество «Завод», short: ООО «Завод», kind: enterprise, inn: "4800000053", ogrn: "1034800000058", functions: [принимает на практику]}
    Хорошо:
        participants:
          - {key: college, name: Липецкий колледж, kind: base_college, inn: "4800000014", ogrn: "1214800000018", functions: [обучает], grant_recipient: true}
          - {key: plant, name: Акционерное общество «Завод», short: АО «Завод», kind: enterprise, inn: "4800000053", ogrn: "1034800000058", functions: [принимает на практику]}
    """
    for one in document.record.participants:
        full = next((short for short, form in _FORMS.items() if plain(one.name).startswith(form)), None)
        said = (one.short or "").split(" ")[0]
        if full is not None and said in _FORMS and said != full:
            message = f"в полном наименовании – {full}, в сокращённом – {said}"
            yield Finding(one.at("short"), message, "исправьте одно из наименований")
