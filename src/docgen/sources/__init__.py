"""From text to typed records: YAML → located tree → record.

The only room that reads YAML. Every value keeps the place it was written at, so that any rule, however late,
points at the right character.
"""

from docgen.sources.lately import kept_of_last
from docgen.sources.parse import parse, read_source
from docgen.sources.record import Prose, Record, Registry
from docgen.sources.structure import structure
from docgen.sources.tree import Mapping, Node, Scalar, Sequence

__all__ = [
    "Mapping",
    "Node",
    "Prose",
    "Record",
    "Registry",
    "Scalar",
    "Sequence",
    "kept_of_last",
    "parse",
    "read_source",
    "structure",
]
