"""How far a build has come: a bar with rate and time left on a terminal, plain lines elsewhere, nothing with ``-q``."""

import sys
from typing import TYPE_CHECKING, Any

from docgen.cli.console import Console

if TYPE_CHECKING:
    from docgen.build.plan import Target

_STEPS = {"docx": "Word", "pdf": "PDF "}
_BAR = "{desc}: {percentage:3.0f}% |{bar}| {n_fmt}/{total_fmt} [осталось {remaining}, {rate_fmt}]"


class Progress:
    """Told of every step; closed when all is done. ``steps`` is how many there will be."""

    def __init__(self, console: Console, steps: int) -> None:
        self._console = console
        self._bar: Any = None
        if not console.quiet and not console.verbose and steps > 1 and sys.stderr.isatty():
            from tqdm import tqdm  # only where there is somebody to look at it

            self._bar = tqdm(total=steps, unit="док.", bar_format=_BAR, desc="Сборка", leave=False)

    def __call__(self, step: str, target: "Target") -> None:
        """One step of one document begins."""
        if self._bar is None:
            self._console.log(f"{_STEPS[step]}: {target.name}")
        else:
            self._bar.set_description(_STEPS[step].strip(), refresh=False)
            self._bar.update()

    def close(self) -> None:
        """Remove the bar."""
        if self._bar is not None:
            self._bar.close()
