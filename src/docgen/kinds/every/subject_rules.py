"""What must hold for the regions of the reference data (C301–C303)."""

import difflib
from collections.abc import Iterator
from typing import Any

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, Span, rule
from docgen.model.clusters import Clusters
from docgen.model.regions import Region, regions
from docgen.model.subjects import Regions, Subject, region_or_none


@rule("C301")
def unknown_region(document: Document[Any], corpus: Corpus) -> Findings:
    """Карточка называет субъект, которого нет.

    Название сверяется с 89 субъектами Российской Федерации и с файлом regions.yaml; регистр, «ё», тире и «г.» не важны.
    По неизвестному субъекту нельзя ни посчитать регионы, ни создать заготовку программы.

    Плохо:
        metallurgy: {industry: metallurgy, clusters: 1, proposed: [Липецкий край]}
    Хорошо:
        metallurgy: {industry: metallurgy, clusters: 1, proposed: [Липецкая область]}
    """
    if not isinstance(document.record, Clusters):
        return
    kept = corpus.one(Regions)
    for place, name in _named(document.record):
        meant = region_or_none(name)
        if meant is None:
            near = _nearest(name)
            hint = f"может быть, {near}?" if near else "впишите название по Конституции РФ"
            yield Finding(place, f"субъекта «{name}» нет", hint)
        elif kept is not None and kept.find(meant.code) is None:
            yield Finding(
                place, f"субъекта «{name}» нет в regions.yaml", f"добавьте запись с кодом {meant.code}"
            )


def _nearest(name: str) -> str | None:
    """The subject that is probably meant: one that begins alike («Липецкий край»), else one that looks alike."""
    begins = [one.name for one in regions() if one.name[:5].lower() == name[:5].lower()]
    return next(iter(begins or difflib.get_close_matches(name, [one.name for one in regions()], n=1)), None)


def _named(cards: Clusters) -> Iterator[tuple[Span, str]]:
    """Every region that a card names, with its place."""
    for card in cards.root.values():
        for field in ("by_regions", "by_industry", "proposed", "without_grant"):
            for position, name in enumerate(getattr(card, field)):
                yield card.at(field, position), name


@rule("C302")
def region_differs(document: Document[Any], corpus: Corpus) -> Findings:
    """Сведения о субъекте расходятся с таблицей docgen.

    Сроки по местному времени docgen считает по своей таблице субъектов; файл regions.yaml должен говорить то же самое,
    иначе документ напечатает одно, а посчитает другое.

    Плохо:
        lipetsk: {code: "48", name: Липецкая область, district: Южный, zone: Europe/Moscow}
    Хорошо:
        lipetsk: {code: "48", name: Липецкая область, district: Центральный, zone: Europe/Moscow}
    """
    if not isinstance(document.record, Regions):
        return
    for subject in document.record.root.values():
        known = subject.region
        if known is None:
            meant = region_or_none(subject.name)
            hint = f"код этого субъекта – {meant.code}" if meant is not None else "проверьте код"
            yield Finding(subject.at("code"), f"субъекта с кодом {subject.code} нет", hint)
            continue
        for field, title, right in _differing(subject, known):
            message = f"{title} субъекта с кодом {subject.code} – {right or 'отсутствует'}"
            yield Finding(subject.at(field), message, f"напишите: {field}: {right or 'null'}")


def _differing(subject: Subject, known: Region) -> Iterator[tuple[str, str, str]]:
    if subject.name != known.name:
        yield "name", "наименование", known.name
    if (subject.district or "") != known.district:
        yield "district", "федеральный округ", known.district
    if subject.zone != known.zone:
        yield "zone", "часовая зона", known.zone


@rule("C303", Severity.WARNING)
def region_written_twice(document: Document[Any], corpus: Corpus) -> Findings:
    """Субъект записан дважды.

    Из двух записей об одном субъекте взяли бы не ту.

    Плохо:
        lipetsk: {code: "48", name: Липецкая область, district: Центральный, zone: Europe/Moscow}
        lipetskaya: {code: "48", name: Липецкая область, district: Центральный, zone: Europe/Moscow}
    Хорошо:
        lipetsk: {code: "48", name: Липецкая область, district: Центральный, zone: Europe/Moscow}
    """
    if not isinstance(document.record, Regions):
        return
    first: dict[str, Subject] = {}
    for subject in document.record.root.values():
        if first.setdefault(subject.code, subject) is not subject:
            related = (Related(first[subject.code].at("code"), "первая запись"),)
            message = f"субъект с кодом {subject.code} записан дважды"
            yield Finding(subject.at("code"), message, "оставьте одну запись", related)
