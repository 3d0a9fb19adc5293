"""A door through which foreign bytes come in, and what must not happen behind it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from random import Random

Mutate = Callable[[bytes, Random, list[bytes]], bytes]


@dataclass(frozen=True)
class Target:
    """``attempt`` gives a file to docgen and tells the verdict; whatever it raises is a finding."""

    name: str
    suffix: str
    make_seeds: Callable[[], list[bytes]]
    mutate: Mutate
    attempt: Callable[[bytes], str]
    limit: float
    """How many seconds one file may take before it counts as hanging."""

    @cached_property
    def seeds(self) -> list[bytes]:
        """The files that are spoilt, made once."""
        return self.make_seeds()

    @cached_property
    def _weights(self) -> list[float]:
        """Small files more often than large ones: they are read quicker, and more of them is spoilt."""
        return [1 / (len(seed) + 2_000) for seed in self.seeds]

    def mutant(self, seed: int, number: int) -> bytes:
        """The mutant of a number: the same for the same seeds, always."""
        chance = Random(f"{self.name}:{seed}:{number}")
        return self.mutate(chance.choices(self.seeds, self._weights)[0], chance, self.seeds)
