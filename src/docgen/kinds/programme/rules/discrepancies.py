"""Two figures of money that should be the same, and what has been told of them already.

One flaw is told once, where it most likely is: what was found in a cell explains totals that differ by just as much.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from docgen.diagnostics import Finding
from docgen.kinds.programme.rules.accounts import NOTHING, Accounts
from docgen.language.numbers.numerals import group
from docgen.sources import Record

SCALES = (Decimal(1000), Decimal(1000000))


@dataclass(frozen=True)
class Discrepancy:
    """Two figures that should be the same; ``difference`` is what is missing from the figure at the place."""

    code: str
    finding: Finding
    difference: Decimal


@dataclass
class Comparison:
    """What disagrees in the accounts of a programme."""

    accounts: Accounts
    found: list[Discrepancy] = field(default_factory=list)

    def tell(self, code: str, finding: Finding, difference: Decimal) -> None:
        """Keep a discrepancy; one that rounding explains becomes advice."""
        small = abs(difference) <= self.accounts.rounding
        self.found.append(Discrepancy("D515" if small else code, finding, difference))

    def hush(self, difference: Decimal) -> None:
        """Remember a difference that a rule about the figure itself tells of."""
        self.found.append(Discrepancy("", Finding(Record.nowhere, ""), difference))

    def is_told(self, difference: Decimal) -> bool:
        """Whether what was told explains a difference of sums further on."""
        told = [one.difference for one in self.found]
        return bool(told) and (difference in told or difference == sum(told, NOTHING))


def differ(told: Decimal, counted: Decimal) -> str:
    """«разница 100», or what makes it a thousand times as much."""
    for scale in SCALES:
        if (counted and told == counted * scale) or (told and counted == told * scale):
            return f"разница в {group(scale)} раз: единицы разные"
    return f"разница {group(abs(told - counted))}"
