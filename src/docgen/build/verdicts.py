"""What was looked at and found without fault need not be looked at again until it, or docgen, changes.

Only «nothing to tell» is kept: whatever has a problem is looked at each time, so that it is told in full.
"""

from docgen.render.cache import keep, kept

_CLEAN = b"clean"


class Verdict:
    """On the bytes of something, by rules that lie in the ``module``. Rules of another package are always asked:
    nothing here would notice that they have changed."""

    def __init__(self, kind: str, module: str, *depends_on: bytes) -> None:
        self._known = module.partition(".")[0] == __name__.partition(".")[0]
        self._kind, self._on = f"verdict {kind}", depends_on

    def clean(self) -> bool:
        """Whether it was found clean before."""
        return self._known and kept(self._kind, *self._on) == _CLEAN

    def keep(self) -> None:
        """It has been found clean now."""
        if self._known:
            keep(_CLEAN, self._kind, *self._on)
