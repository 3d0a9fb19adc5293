"""What must hold for industries and the cards of their clusters (C304–C318)."""

import difflib
from collections.abc import Iterator
from typing import Any

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.kinds.every import card_differences
from docgen.model.clusters import Card, Clusters
from docgen.model.industries import Industries
from docgen.model.subjects import region_or_none


def cards_of(document: Document[Any]) -> Iterator[Card]:
    """The cards of the file of cards; none of another file."""
    if isinstance(document.record, Clusters):
        yield from document.record.root.values()


@rule("C304")
def unknown_industry(document: Document[Any], corpus: Corpus) -> Findings:
    """Карточка – об отрасли, которой нет в industries.yaml.

    Отрасли описаны один раз; карточка называет отрасль ключом.

    Плохо:
        metallurgy: {industry: metalurgy}
    Хорошо:
        metallurgy: {industry: metallurgy}
    """
    industries = corpus.one(Industries)
    if industries is None:
        return
    for card in cards_of(document):
        if card.industry not in industries.root:
            near = difflib.get_close_matches(card.industry, industries.keys, n=1)
            hint = f"может быть, {near[0]}?" if near else f"есть: {', '.join(industries.keys)}"
            yield Finding(card.at("industry"), f"отрасли «{card.industry}» нет в industries.yaml", hint)


@rule("C305", Severity.WARNING)
def industry_told_twice(document: Document[Any], corpus: Corpus) -> Findings:
    """Об одной отрасли – две карточки.

    Суммы по карточкам посчитали бы отрасль дважды.

    Плохо:
        metallurgy: {industry: metallurgy}
        metals: {industry: metallurgy}
    Хорошо:
        metallurgy: {industry: metallurgy}
        light: {industry: light}
    """
    first: dict[str, Card] = {}
    for card in cards_of(document):
        if first.setdefault(card.industry, card) is not card:
            related = (Related(first[card.industry].at("industry"), "первая карточка"),)
            message = f"об отрасли «{card.industry}» уже есть карточка"
            yield Finding(card.at("industry"), message, "оставьте одну карточку", related)


@rule("C306", Severity.WARNING)
def industry_without_card(document: Document[Any], corpus: Corpus) -> Findings:
    """У отрасли нет карточки.

    Отрасль названа в industries.yaml, а сколько в ней кластеров и обучающихся, не сказано: суммы неполны.

    Плохо:
        metallurgy: {name: металлургия, of: металлургической отрасли}
        space: {name: космическая отрасль, of: космической отрасли}
    Хорошо:
        metallurgy: {name: металлургия, of: металлургической отрасли}
    """
    cards, industries = corpus.one(Clusters), document.record
    if isinstance(industries, Industries) and cards is not None and cards.root:
        for key in industries.keys:
            if cards.of_industry(key) is None:
                message = f"у отрасли «{key}» нет карточки в clusters.yaml"
                yield Finding(industries.at_name(key), message, "добавьте карточку или уберите отрасль")


_FIGURES = {
    "approach": "подход к формированию кластеров",
    "clusters": "число кластеров",
    "students": "численность обучающихся",
    "enterprises": "число предприятий-партнёров",
    "cofunding": "объём софинансирования",
}


@rule("C307", Severity.GAP)
def card_incomplete(document: Document[Any], corpus: Corpus) -> Findings:
    """Карточка чего-то не говорит.

    Чего на карточке нет, того docgen не придумывает: сведения остаются пробелом, пока их не впишут.

    Плохо:
        light: {industry: light, approach: territorial, clusters: 1, by_industry: [Ивановская область],
                enterprises: 17, cofunding: 70}
    Хорошо:
        light: {industry: light, approach: territorial, clusters: 1, by_industry: [Ивановская область],
                students: 9044, enterprises: 17, cofunding: 70}
    """
    for card in cards_of(document):
        unsaid = [title for field, title in _FIGURES.items() if getattr(card, field) is None]
        if not any(True for _ in card.proposals()):
            unsaid.append("субъекты")
        if unsaid:
            message = f"на карточке нет сведений: {', '.join(unsaid)}"
            yield Finding(card.at("industry"), message, "впишите, когда станут известны")


@rule("C308", Severity.INFO)
def proposer_unsaid(document: Document[Any], corpus: Corpus) -> Findings:
    """Карточка не говорит, кто предложил регионы.

    Предложение региона и предложение отрасли – разные основания для кластера. Если карточка их не различает, перечень
    записан в proposed; когда станет известно, перенесите строки в by_regions и by_industry.

    Плохо:
        light: {industry: light, clusters: 1, proposed: [Ивановская область]}
    Хорошо:
        light: {industry: light, clusters: 1, by_industry: [Ивановская область]}
    """
    for card in cards_of(document):
        if card.proposed:
            message = f"не сказано, кто предложил эти регионы: {len(card.proposed)}"
            yield Finding(card.at_name("proposed"), message, "перенесите их в by_regions и by_industry")


@rule("C315", Severity.WARNING)
def card_count(document: Document[Any], corpus: Corpus) -> Findings:
    """Число кластеров на карточке не равно числу строк перечня.

    Строка перечня – предложение создать кластер. Если строк больше или меньше, чем кластеров, одно из двух неверно;
    если таков сам исходный документ, поясните это в explained.

    Плохо:
        light: {industry: light, clusters: 3, by_industry: [Ивановская область]}
    Хорошо:
        light: {industry: light, clusters: 1, by_industry: [Ивановская область]}
    """
    for card in cards_of(document):
        for difference in card_differences.of_card(card):
            if difference.key not in card.explained:
                yield difference.finding


@rule("C316", Severity.WARNING)
def region_twice(document: Document[Any], corpus: Corpus) -> Findings:
    """Субъект дважды в одном перечне карточки.

    Обычно это повтор по ошибке; два кластера одной отрасли в одном субъекте предлагают разные стороны.

    Плохо:
        light: {industry: light, clusters: 2, by_industry: [Ивановская область, Ивановская область]}
    Хорошо:
        light: {industry: light, clusters: 2, by_industry: [Ивановская область, Владимирская область]}
    """
    for card, field, position, first in _repeats(document):
        if first[0] == field:
            related = (Related(card.at(*first), "первый раз"),)
            message = f"субъект «{getattr(card, field)[position]}» уже есть в этом перечне"
            yield Finding(card.at(field, position), message, "уберите повтор", related)


@rule("C317", Severity.INFO)
def region_proposed_twice(document: Document[Any], corpus: Corpus) -> Findings:
    """Субъект предложен и регионом, и отраслью.

    Это может быть и одно предложение, и два разных кластера: карточка их не различает.

    Плохо:
        light:
          {industry: light, clusters: 2, by_regions: [Ивановская область], by_industry: [Ивановская область]}
    Хорошо:
        light:
          {industry: light, clusters: 2, by_regions: [Ивановская область], by_industry: [Владимирская область]}
    """
    for card, field, position, first in _repeats(document):
        if first[0] != field:
            related = (Related(card.at(*first), "первый раз"),)
            message = f"субъект «{getattr(card, field)[position]}» назван в двух перечнях карточки"
            yield Finding(card.at(field, position), message, "уточните, один это кластер или два", related)


def _repeats(document: Document[Any]) -> Iterator[tuple[Card, str, int, tuple[str, int]]]:
    """Regions that a card has named before: the card, where, and where first."""
    for card in cards_of(document):
        first: dict[str, tuple[str, int]] = {}
        for proposal in card.proposals():
            region = region_or_none(proposal.region)
            place = (proposal.by.field, proposal.position)
            if region is not None and first.setdefault(region.code, place) != place:
                yield card, *place, first[region.code]


@rule("C318", Severity.WARNING)
def grant_of_nobody(document: Document[Any], corpus: Corpus) -> Findings:
    """Субъекта без средств федерального бюджета нет в перечнях карточки.

    В without_grant называют субъекты из перечней той же карточки.

    Плохо:
        light: {industry: light, clusters: 1, by_industry: [Ивановская область], without_grant: [г. Москва]}
    Хорошо:
        light: {industry: light, clusters: 1, by_industry: [г. Москва], without_grant: [г. Москва]}
    """
    for card in cards_of(document):
        named = {region_or_none(proposal.region) for proposal in card.proposals()}
        for position, name in enumerate(card.without_grant):
            if region_or_none(name) is not None and region_or_none(name) not in named:
                place = card.at("without_grant", position)
                yield Finding(place, f"субъекта «{name}» нет в перечнях карточки", "добавьте его в перечень")
