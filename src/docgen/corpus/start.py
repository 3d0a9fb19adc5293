"""What a new document starts from, and what it starts with."""

from collections.abc import Mapping
from dataclasses import dataclass, field

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
