"""Founders of colleges: federal ones sign too (D23x)."""

import re

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.walk import lacking

_FEDERAL = re.compile(
    r"Российской\s+Федерации|\bРФ\b|\bРоссии\b|^Федеральн|\bРос[а-я]+(?:адзор|ство|дор|транс|лес|рыболовство|резерв)",
)
_REGIONAL = re.compile(r"област|кра[йяюе]м?\b|республик|округ|город|правительство\s+москвы", re.IGNORECASE)


@rule("D231", Severity.GAP)
def federal_without_founder(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не назван учредитель федерального колледжа.

    Программу федерального колледжа подписывает и его учредитель: в листе подписания печатается его полное наименование.

    Плохо:
        participants:
          - {key: college, name: Липецкий колледж, kind: base_college, federal: true, inn: "4800000014", ogrn: "1214800000018", functions: [обучает], grant_recipient: true}
          - {key: plant, name: Липецкий завод, kind: enterprise, inn: "4800000053", ogrn: "1034800000058", functions: [принимает на практику]}
    Хорошо:
        participants:
          - {key: college, name: Липецкий колледж, kind: base_college, federal: true, founder: Министерство просвещения Российской Федерации, inn: "4800000014", ogrn: "1214800000018", functions: [обучает], grant_recipient: true}
          - {key: plant, name: Липецкий завод, kind: enterprise, inn: "4800000053", ogrn: "1034800000058", functions: [принимает на практику]}
    """
    for one in document.record.participants:
        if one.federal and not one.founder and (one.kind is None or one.kind.is_college):
            message = f"не назван учредитель федерального колледжа «{one.in_text}»"
            yield Finding(lacking(one, "founder"), message, "добавьте founder: полное наименование")


@rule("D232", Severity.WARNING)
def federal_not_marked(document: Document[Programme], corpus: Corpus) -> Findings:
    """Колледж, по всему, федеральный, а отметки об этом нет.

    Если учредитель колледжа – федеральный орган, программу подписывает и он; подпись требуется по отметке federal: true.

    Плохо:
        participants:
          - {key: college, name: Липецкий колледж, kind: base_college, founder: Министерство просвещения Российской Федерации, inn: "4800000014", ogrn: "1214800000018", functions: [обучает], grant_recipient: true}
          - {key: plant, name: Липецкий завод, kind: enterprise, inn: "4800000053", ogrn: "1034800000058", functions: [принимает на практику]}
    Хорошо:
        participants:
          - {key: college, name: Липецкий колледж, kind: base_college, founder: Министерство образования Липецкой области, inn: "4800000014", ogrn: "1214800000018", functions: [обучает], grant_recipient: true}
          - {key: plant, name: Липецкий завод, kind: enterprise, inn: "4800000053", ogrn: "1034800000058", functions: [принимает на практику]}
    """
    for one in document.record.participants:
        if one.federal or one.kind is None or not one.kind.is_college:
            continue
        founder = one.founder or ""
        field = "founder" if _FEDERAL.search(founder) and not _REGIONAL.search(founder) else "name"
        if field == "founder" or one.name.startswith("Федеральное государственное"):
            message = f"«{one.in_text}», по всему, – федеральный колледж, а federal не указано"
            yield Finding(one.at(field), message, "поставьте federal: true или исправьте учредителя")
