"""What a new document starts from, and what it starts with."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from docgen.corpus.document import Corpus


@dataclass(frozen=True)
class Start:
    """What ``docgen new`` was told: the document's id, the schema's path, the reference data, the options given."""

    id: str
    schema: str
    corpus: Corpus = field(default_factory=Corpus)
    asked: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Scaffold:
    """The commented YAML of a new document, and the files that lie beside it, by name."""

    text: str
    beside: Mapping[str, bytes] = field(default_factory=dict)


class CannotStart(ValueError):  # noqa: N818 - wrong usage, told as it is
    """An option names what there is not; the text is one Russian sentence."""

    def __init__(self, option: str, message: str) -> None:
        super().__init__(message)
        self.option = option


def named(option: str, key: str, known: Mapping[str, Any], what: str) -> Any:
    """What an option means by its key; ``what`` there would be none of, in the genitive."""
    if key in known:
        return known[key]
    near = difflib.get_close_matches(key, known, n=1)
    told = f"может быть, {near[0]}?" if near else f"есть {', '.join(known) or 'ни одного'}"
    raise CannotStart(option, f"{what} «{key}» нет: {told}")
