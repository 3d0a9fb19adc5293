"""How long a megabyte of office prose takes to typeset and to proofread.

python bench/typography.py FILE.txt
"""

import sys
import time
from pathlib import Path

from docgen.language.typography import fix, typeset

MEGABYTE = 1_000_000


def main() -> None:
    """Print the best of three for each."""
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    text *= 1 + MEGABYTE // len(text.encode())
    for name, change in (("typeset", typeset), ("fix", fix)):
        best = min(_seconds(change, text) for _ in range(3))
        print(f"{name}: {best:.2f} s for {len(text.encode()) / MEGABYTE:.2f} MB")


def _seconds(change: object, text: str) -> float:
    start = time.perf_counter()
    assert callable(change)
    change(text)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
