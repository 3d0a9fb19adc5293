"""Region, industry and card of a cluster (D22x)."""

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.walk import book_of
from docgen.kinds.programme.rules.wording import near


@rule("D220")
def unknown_region(document: Document[Programme], corpus: Corpus) -> Findings:
    """Такого субъекта Российской Федерации нет в справочнике.

    Субъект называют наименованием или кодом из regions.yaml: по нему программы собираются в портфель.

    Плохо:
        region: Липецкая губерния
    Хорошо:
        region: Липецкая область
    """
    programme = document.record
    regions = book_of(corpus).regions
    if not regions.root:
        return
    names = [subject.name for subject in regions.root.values()]
    written = [(programme.region, programme.at("region"))]
    written += [(one.region, one.at("region")) for one in programme.participants]
    for region, span in written:
        if region and regions.find(region) is None:
            hint = near(region, names)
            hint = hint if hint.startswith("может") else "напишите наименование по статье 65 Конституции"
            yield Finding(span, f"субъекта «{region}» нет в справочнике", hint)


@rule("D221")
def unknown_industry(document: Document[Programme], corpus: Corpus) -> Findings:
    """Такой отрасли нет в справочнике.

    Отрасль называют ключом или названием из industries.yaml: по ней программы собираются в портфель.

    Плохо:
        cluster:
        industry: чёрная магия
    Хорошо:
        industry: metallurgy
    """
    programme = document.record
    industries = book_of(corpus).industries
    if programme.industry and industries.root and industries.find(programme.industry) is None:
        message = f"отрасли «{programme.industry}» нет в справочнике"
        yield Finding(programme.at("industry"), message, near(programme.industry, industries.keys))


@rule("D222")
def unknown_card(document: Document[Programme], corpus: Corpus) -> Findings:
    """Карточки кластера с таким ключом нет.

    Карточки отраслей описаны в clusters.yaml; программа называет свою, чтобы портфель сравнил её с обещанным.

    Плохо:
        cluster: metalurgy
    Хорошо:
        cluster: metallurgy
    """
    programme = document.record
    clusters = book_of(corpus).clusters
    if programme.cluster and clusters.get(programme.cluster) is None:
        message = f"карточки «{programme.cluster}» нет в справочнике"
        yield Finding(programme.at("cluster"), message, near(programme.cluster, clusters.keys))


@rule("D223")
def card_of_other_industry(document: Document[Programme], corpus: Corpus) -> Findings:
    """Карточка кластера – другой отрасли.

    Программа и карточка, на которую она ссылается, – об одной отрасли; иначе её показатели попадут не в ту сумму.

    Плохо:
        cluster: light
    Хорошо:
        cluster: metallurgy
    """
    programme = document.record
    book = book_of(corpus)
    card = book.clusters.get(programme.cluster or "")
    own = book.industries.find(programme.industry) if programme.industry else None
    of_card = book.industries.find(card.industry) if card is not None else None
    if card is None or own is None or of_card is None or own is of_card:
        return
    message = f"карточка – об отрасли «{of_card.name}», а программа – «{own.name}»"
    related = (Related(card.at("industry"), "отрасль карточки"),)
    yield Finding(programme.at("cluster"), message, "исправьте cluster или industry", related)


@rule("D224", Severity.INFO)
def region_not_proposed(document: Document[Programme], corpus: Corpus) -> Findings:
    """Региона программы нет в карточке кластера.

    Карточка отрасли называет субъекты, где предложены кластеры. Программу может подготовить и другой регион: тогда
    замечание можно оставить.

    Плохо:
        region: Владимирская область
    Хорошо:
        region: Липецкая область
    """
    programme = document.record
    book = book_of(corpus)
    card = book.clusters.get(programme.cluster or "")
    own = book.regions.find(programme.region) if programme.region else None
    if card is None or own is None:
        return
    proposed = {subject.code for one in card.proposals() if (subject := book.regions.find(one.region))}
    if proposed and own.code not in proposed:
        message = f"субъекта «{own.name}» нет в карточке «{programme.cluster}»"
        related = (Related(card.at(), "карточка"),)
        yield Finding(
            programme.at("region"),
            message,
            "проверьте, та ли это карточка; новый регион в неё можно дописать",
            related,
        )
