"""Keep the needles of the proofreader's patterns: ``python bench/needles.py`` after patterns have changed.

A pattern that is not kept is read each time docgen starts; that only costs time, so this may wait until a release.
"""

import json

from docgen.language.proofreading import RULES
from docgen.language.proofreading.needles import KEPT, key_of
from docgen.language.proofreading.pattern_pieces import read_needles
from docgen.language.proofreading.seeking import patterns_of


def main() -> None:
    """Write the file anew."""
    patterns = {pattern for rule in RULES for pattern in (*rule.seeks, *patterns_of(rule.find))}
    kept = {
        key_of(pattern): [[sorted(words) for words in sets] for sets in read_needles(pattern)]
        for pattern in patterns
    }
    KEPT.parent.mkdir(exist_ok=True)
    text = json.dumps(dict(sorted(kept.items())), ensure_ascii=False, indent=0, separators=(",", ":"))
    KEPT.write_text(text + "\n", encoding="utf-8")
    print(f"{len(kept)} patterns, {KEPT.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
