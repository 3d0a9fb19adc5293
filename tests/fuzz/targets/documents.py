"""A whole document: its source among the project's own reference data, checked by every rule, viewed and printed."""

import re
from functools import cache
from typing import Any

from docgen.corpus import Corpus, Document, Loaded, check_document, load
from docgen.diagnostics import Severity, Source
from docgen.kinds import KINDS, REFERENCES
from docgen.sources import parse, structure
from tests.fuzz.mutation.text import spoilt_yaml
from tests.fuzz.target import Target
from tests.fuzz.targets.sources import CONTENT, verdict

_PROTOCOLS, _PROGRAMMES = CONTENT / "protocol", CONTENT / "programme"
_TITLE = re.compile(rb"^layout:", re.MULTILINE)


def seeds() -> list[bytes]:
    """Protocols and the shortest programme: the long ones take seconds."""
    return [
        path.read_bytes()
        for path in (*sorted(_PROTOCOLS.glob("*.yaml")), _PROGRAMMES / "tula-chemistry.yaml")
    ]


@cache
def _references() -> Loaded:
    return load(CONTENT.parent, KINDS, REFERENCES, only=[])


def attempt(data: bytes) -> str:
    """Check a source as ``docgen check`` does and, if nothing is wrong, make its view."""
    try:
        source = Source("content/x/fuzz.yaml", data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError:
        return "not text"
    kind: Any = KINDS[1 if _TITLE.search(data) else 0]
    tree, problems = parse(source)
    if tree is None:
        return verdict(problems)
    record, wrong = structure(tree, kind.record)
    if record is None or wrong or problems:
        return verdict([*problems, *wrong])
    document = Document(kind.name, "fuzz", source, record)
    corpus = Corpus((*_references().corpus.documents, document))
    found = list(check_document(document, kind, corpus))
    if any(problem.severity is Severity.ERROR for problem in found):
        return verdict(found)
    kind.view(document, corpus)
    return "viewed"


DOCUMENT = Target("document", ".yaml", seeds, spoilt_yaml, attempt, 20.0)
