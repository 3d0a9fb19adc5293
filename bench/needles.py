"""Keep the needles of the proofreader's patterns: ``python bench/needles.py`` after patterns have changed.

A pattern that is not kept is read each time docgen starts; that only costs time, so this may wait until a release.
"""

import json
from collections.abc import Iterator
from typing import Any

import docgen.language.proofreading.reading  # noqa: F401  # all rules, which bring the patterns
from docgen.language.proofreading.index import Index
from docgen.language.proofreading.needles import KEPT
from docgen.language.proofreading.sought import INDEX


def main() -> None:
    """Write the file anew."""
    index = Index()
    for pattern in INDEX.patterns:
        if getattr(pattern, "telltale", None) is None:  # the others need no needles
            index.add(pattern)
    kept = index.to_keep()
    KEPT.parent.mkdir(exist_ok=True)
    parts = {
        part: [(text, int(exact), sets) for text, exact, sets in same] for part, same in kept.parts.items()
    }
    lines = _lines({"size": kept.size, "ways": kept.ways, "parts": parts})
    KEPT.write_text("\n".join(lines), encoding="utf-8")
    print(f"{len(kept.ways)} patterns, {KEPT.stat().st_size // 1024} KB")


def _lines(kept: dict[str, Any]) -> Iterator[str]:
    """JSON with a line for each pattern and each part, so that a change is seen where it is."""
    yield f'{{"size": {kept["size"]},'
    for name, end in (("ways", ","), ("parts", "}\n")):
        yield f'"{name}": {{'
        yield ",\n".join(f"{_json(key)}:{_json(value)}" for key, value in kept[name].items())
        yield f"}}{end}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main()
