"""What a text says of the programme's money, and what the funding table has for it."""

import re
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import cast

from docgen.kinds.programme.rules.accounts import NOTHING, Accounts
from docgen.kinds.programme.rules.money_meant import Meant, Wordings
from docgen.kinds.programme.rules.money_said import Said, figures
from docgen.kinds.programme.rules.sums import discrepancies
from docgen.kinds.programme.rules.walk import Prose, prose
from docgen.model.layout.layout import Layout
from docgen.model.markdown.passages import Passage

_OF_MONEY = frozenset({"funding", "funding_sources", "funding_directions", "funding_chart", "estimate"})
_OF_ALL = ("общего объем", "объема финанс", "объема программ", "всех средств", "общей суммы", "общего финанс")
_OF_MEANS = re.compile(r"средств(?:\s+программы)?\s*(?:[.,;)–]|$)")
_SHARE = re.compile(r"\W*(?:доля|удельный вес)\s", re.IGNORECASE)
_ALL = Meant()
_ANY_FIGURE = re.compile(r"\d\s*(?:руб|тыс|мил|млн|млрд)")
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[А-ЯЁ«])")
_MAY_BE = re.compile(r"финанс|грант|на программу", re.IGNORECASE)
_SMALLEST = Decimal(10)
"""Thousand roubles: what is less is a price, a wage, a part of a rouble."""


@dataclass(frozen=True)
class Claim:
    """What a text says of the programme's money, and what the table has for it, the likeliest first."""

    prose: Prose
    passage: Passage
    said: Said
    about: Meant
    values: tuple[Decimal, ...]


class Reader:
    """Goes through the text of a programme and understands what figures are about."""

    def __init__(self, accounts: Accounts, layout: Layout) -> None:
        self.accounts = accounts
        self.wordings = Wordings(layout, accounts.programme.region or "")
        self.of_money = {
            (one.section.key, one.point.key)
            for one in layout.points()
            if _OF_MONEY.intersection(one.point.shows)
        }
        self.differences = {one.difference for one in discrepancies(accounts)} - {NOTHING}
        self.total = self.sum(None, None, None)

    def claims(self) -> Iterator[Claim]:
        """Every figure that is understood."""
        for one in prose(self.accounts.programme):
            label, leading = "", cast("Meant | None", _ALL)
            of_money = self._is_of_money(one)
            for passage in one.passages:
                if of_money or _MAY_BE.search(f"{label} {passage.text}"):
                    around = leading
                    for sentence in figures(passage.text, label):
                        around = yield from self._in_sentence(one, passage, sentence, around)
                    if passage.text.endswith(":"):
                        leading = around if _ANY_FIGURE.search(passage.text) else self._heading(passage.text)
                label = passage.text if passage.text[-1] not in ".:;!?" else ""

    def _heading(self, text: str) -> Meant | None:
        """What the list after «На ремонт направляется, в том числе:» is about."""
        about = self.wordings.meant(_SENTENCES.split(text)[-1], self.accounts)
        return about if about is None or about.is_clear else _ALL

    def _in_sentence(
        self, one: Prose, passage: Passage, sentence: Iterable[Said], around: Meant | None
    ) -> Generator[Claim, None, Meant | None]:
        """Tell of the figures of a sentence; what the last of them is about goes on to the next sentence."""
        before: Claim | None = None
        for said in sentence:
            if said.is_share:
                claim = self._share(one, passage, said, before)
            else:
                claim = self._money(one, passage, said, around)
                before = claim or Claim(one, passage, said, _ALL, ())
                around = claim.about if claim is not None else None
            if claim is not None and claim.values and said.is_exact:
                yield claim
        return around

    def _meant(self, said: Said) -> Meant | None:
        about = self.wordings.meant(said.before, self.accounts)
        if about is not None and not about.is_clear:
            after = self.wordings.meant(said.after.split(",")[0].split("–")[0], self.accounts)
            return after if after is not None and after.is_clear and not after.is_whole else about
        return about

    def _money(self, one: Prose, passage: Passage, said: Said, around: Meant | None) -> Claim | None:
        about = self._meant(said)
        if about is None or not about.is_clear or said.value < _SMALLEST:
            return None
        if not self._is_of_money(one) and not (about.is_whole or about.is_grant):
            return None
        if around is None and about.is_only_year:
            return None  # of something that was not understood
        part = about if about.is_whole else about.within(around or _ALL)
        return Claim(one, passage, said, part, tuple(dict.fromkeys([*self._sums(part), *self._sums(about)])))

    def _share(self, one: Prose, passage: Passage, said: Said, before: Claim | None) -> Claim | None:
        """«…, или 58,7 % общего объёма» is of the figure before; «доля гранта – 58,7 %» is of its own."""
        after = said.after.lower().replace("ё", "е").strip()
        alternative = said.before.strip(" ,(–").lower() in ("или", "")
        whole = after.startswith(_OF_ALL)
        of_all = whole or (self._is_of_money(one) and _OF_MEANS.match(after) is not None)
        about = None
        if not self.total or (after.strip(".,;)–") and not of_all):
            return None
        if alternative and before is not None:
            parts = [*before.values, before.said.value]
            wholes = [self.total] if whole else [self.total, *self._wholes()]
        elif (about := self._of_what(one, said, of_all)) is not None:
            parts, wholes = self._sums(about), [self.total, *self._of_years(about)]
        else:
            return None
        shares = [
            100 * part / whole for whole in self._shifted(wholes) for part in self._shifted(parts) if whole
        ]
        return Claim(one, passage, said, about or Meant(), tuple(shares))

    def _of_what(self, one: Prose, said: Said, of_all: bool) -> Meant | None:
        """What has the share: «доля гранта – 58,7 %», «на оборудование направляется 63 % средств»."""
        share = _SHARE.match(said.before)
        if not of_all and (share is None or not self._is_of_money(one)):
            return None
        about = self.wordings.meant(said.before[share.end() :] if share else said.before, self.accounts)
        named = about is not None and (about.sources or about.directions or about.years)
        return about if named else None

    def _of_years(self, about: Meant) -> list[Decimal]:
        """All money of the years that a share is of."""
        return [self.sum(None, None, about.years)] if about.years and not about.is_only_year else []

    def _is_of_money(self, one: Prose) -> bool:
        return (one.section, one.point) in self.of_money

    def _shifted(self, sums: list[Decimal]) -> list[Decimal]:
        """Sums, and what they would be without the differences that a table's own rule tells of."""
        return [*sums, *(one + difference for difference in self.differences for one in sums)]

    def _wholes(self) -> Iterator[Decimal]:
        for name in ("source", "direction", "year"):
            found: dict[object, Decimal] = {}
            for amount in self.accounts.amounts:
                key = getattr(amount.cell, name)
                found[key] = found.get(key, NOTHING) + amount.value
            yield from found.values()

    def _sums(self, about: Meant) -> list[Decimal]:
        years = about.years or None
        options = product(about.sources or (None,), about.directions or (None,))
        return [self.sum(source, direction, years) for source, direction in options]

    def sum(
        self, sources: frozenset[str] | None, directions: frozenset[str] | None, years: frozenset[int] | None
    ) -> Decimal:
        """What the funding table has for sources, directions and years."""
        return sum(
            (
                amount.value
                for amount in self.accounts.amounts
                if (sources is None or amount.cell.source in sources)
                and (directions is None or amount.cell.direction in directions)
                and (years is None or amount.year in years)
            ),
            NOTHING,
        )

    def agrees(self, claim: Claim) -> bool:
        """Whether some reading fits; a difference that a table's own rule tells of is not the text's fault."""
        said = claim.said
        values = claim.values if said.is_share else self._shifted(list(claim.values))
        return any(abs(value - said.value) <= said.half for value in values)
