"""What a build may use."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a build with nothing to do converts nothing
    from docgen.publish import Office


@dataclass(frozen=True)
class Means:
    """``registry`` is the module with the kinds; ``jobs`` processes here, or a Dask ``scheduler``; no ``office``: no PDF.

    ``today`` says which waivers have expired; by itself none has.
    """

    registry: str
    jobs: int = 1
    scheduler: str = ""
    office: "Callable[[], Office] | None" = None
    today: date = date.min
