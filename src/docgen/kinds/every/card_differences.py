"""Where the cards of industries differ from themselves and from the passport, by the name one explains it under."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from docgen.corpus import Corpus
from docgen.diagnostics import Finding, Related
from docgen.language.numbers.numerals import Forms, agree, counted, group
from docgen.model.clusters import Card, Clusters
from docgen.model.industries import Industries
from docgen.model.passport import Geography, Passport
from docgen.model.subjects import region_or_none

CLUSTERS: Forms = ("кластер", "кластера", "кластеров")
ROWS: Forms = ("строка", "строки", "строк")
REPEATED: Forms = ("повторяется", "повторяются", "повторяются")
SUBJECTS: Forms = ("субъект", "субъекта", "субъектов")


@dataclass(frozen=True)
class Difference:
    """A difference, and the key of ``explained`` that may account for it."""

    key: str
    finding: Finding


def of_card(card: Card) -> Iterator[Difference]:
    """A card against itself: as many rows as clusters."""
    rows = [proposal.region for proposal in card.proposals()]
    if card.clusters is None or not rows or len(rows) == card.clusters:
        return
    repeated = len(rows) - len(set(map(_same, rows)))
    told = f", из них {agree(repeated, REPEATED)} {repeated}" if repeated else ""
    message = f"в карточке {counted(len(rows), ROWS)} с субъектами{told}, а кластеров – {card.clusters}"
    hint = "проверьте перечень или поясните: explained: {clusters: …}"
    yield Difference("clusters", Finding(card.at("clusters"), message, hint))


def of_passport(passport: Passport, corpus: Corpus) -> Iterator[Difference]:
    """The cards together against what the passport states of their year."""
    cards, stated = corpus.one(Clusters), passport.geography
    if cards is None or not cards.root or stated is None:
        return
    related = (Related(cards.at(), "карточки"),)
    for key, field, message in _unequal(cards, stated, corpus.one(Industries)):
        hint = f"проверьте карточки или поясните: explained: {{{key}: …}}"
        yield Difference(key, Finding(passport.at("geography", field), message, hint, related))
    for key in passport.indicators:
        plan, promised = planned(passport, key), summed(cards, key)
        if plan is not None and promised is not None and promised < plan:
            message = f"по карточкам – {group(promised)}, на {group(plan - promised)} меньше плана {stated.year} года"
            hint = f"проверьте карточки или поясните: explained: {{{key}: …}}"
            place = passport.at("indicators", key, "values", str(stated.year))
            yield Difference(key, Finding(place, message, hint, related))


def _unequal(
    cards: Clusters, stated: Geography, industries: Industries | None
) -> Iterator[tuple[str, str, str]]:
    """Counts that should be the same: the key of an explanation, the field of the passport, the message."""
    clusters, wanted = summed(cards, "clusters"), stated.clusters + stated.without_grant
    if clusters is not None and clusters != wanted:
        sum_told = f"{stated.clusters} + {stated.without_grant} = {wanted}"
        yield "clusters", "clusters", f"на карточках {counted(clusters, CLUSTERS)}, а в паспорте {sum_told}"
    without = sum(len(card.without_grant) for card in cards.root.values())
    if without != stated.without_grant:
        told = (
            f"без средств федерального бюджета на карточках – {without}, в паспорте – {stated.without_grant}"
        )
        yield "without_grant", "without_grant", told
    regions = len(named_regions(cards))
    if regions != stated.regions:
        named = f"{agree(regions, ('назван', 'названы', 'названо'))} {counted(regions, SUBJECTS)}"
        yield "regions", "regions", f"на карточках {named}, а в паспорте – {stated.regions}"
    if industries is not None and len(industries.root) != stated.industries:
        told = f"отраслей в industries.yaml – {len(industries.root)}, а в паспорте – {stated.industries}"
        yield "industries", "industries", told


def planned(passport: Passport, indicator: str) -> Decimal | None:
    """What an indicator of the passport plans for the year of its geography."""
    if passport.geography is None or indicator not in passport.indicators:
        return None
    return passport.indicators[indicator].values.get(passport.geography.year)


def summed(cards: Clusters, field: str) -> Decimal | None:
    """The sum of a field over all cards; ``None`` if a card leaves it unsaid or cards have no such field."""
    values = [getattr(card, field, None) for card in cards.root.values()]
    told = [Decimal(value) for value in values if value is not None]
    return sum(told, Decimal(0)) if len(told) == len(values) else None


def named_regions(cards: Clusters) -> set[str]:
    """The different regions that cards name."""
    return {_same(proposal.region) for card in cards.root.values() for proposal in card.proposals()}


def _same(name: str) -> str:
    """What a region is known by, however it is written; an unknown one by its name."""
    region = region_or_none(name)
    return region.code if region is not None else name
