"""How much work one file may take: counted in things looked at, so that the answer never depends on time."""

from dataclasses import dataclass

_MOST = 3_000_000
_PICTURES = 20


class SpentError(Exception):
    """The file draws more than a document does; what is left of it is read without tables."""


@dataclass(slots=True)
class Budget:
    """What is left."""

    left: int = _MOST
    pictures: int = _PICTURES

    def spend(self, count: int) -> None:
        """Count some work; raises :class:`SpentError` when there is none left."""
        self.left -= count
        if self.left < 0:
            raise SpentError

    def picture(self) -> bool:
        """Whether one more page may be drawn to be looked at."""
        self.pictures -= 1
        return self.pictures >= 0
