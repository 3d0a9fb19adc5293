"""YAML text → located tree, behind guards.

The fast C parser gives events; the tree is built from them, so depth, size and the number of nodes are bounded
before anything is composed (a composer recurses in C and dies on deep nesting).
"""

import re
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from docgen.diagnostics import Problem, Related, Source
from docgen.sources import problems as said
from docgen.sources.fewer import MOST, first_of, quoted
from docgen.sources.syntax import explain_syntax
from docgen.sources.tree import Mapping, Node, Scalar, Sequence

MAX_BYTES = 8 * 1024 * 1024
MAX_DEPTH = 64
MAX_NODES = 500_000
_MOST_ILLEGAL = 20

# XML 1.0 Char, less the C1 controls and the invisible direction marks that make a text read other than it is.
ILLEGAL = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u200d\u2010-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)

try:
    from yaml.cyaml import CParser as _EventParser  # type: ignore[attr-defined]
except ImportError:  # PyYAML built without libyaml: the same events, 25 times slower

    class _EventParser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):  # type: ignore[no-redef]
        def __init__(self, stream: str) -> None:
            yaml.reader.Reader.__init__(self, stream)
            yaml.scanner.Scanner.__init__(self)
            yaml.parser.Parser.__init__(self)


def read_source(path: Path, shown: str) -> tuple[Source, list[Problem]]:
    """Read a file as UTF-8 (with or without BOM); ``shown`` is the path that messages name."""
    data = path.read_bytes()
    if len(data) > MAX_BYTES:
        source = Source(shown, "")
        return source, [
            said.TOO_LARGE.at(source.span(), f"файл больше {MAX_BYTES // 2**20} МБ", "разделите документ")
        ]
    try:
        return Source(shown, data.decode("utf-8-sig").replace("\r\n", "\n")), []
    except UnicodeDecodeError as error:
        readable = data[: error.start].decode("utf-8-sig", errors="replace")
        source = Source(shown, readable)
        return source, [
            said.NOT_TEXT.at(
                source.span(len(readable), len(readable)),
                f"байт {error.start + 1} не читается как UTF-8",
                "сохраните файл в кодировке UTF-8",
            )
        ]


def parse(source: Source) -> tuple[Mapping | None, list[Problem]]:
    """The tree of a source and what is wrong with its text; no tree if it cannot be trusted."""
    hidden = ILLEGAL.finditer(source.text)
    illegal = [
        said.CONTROL_CHARACTER.at(
            source.span(match.start(), match.end()),
            f"невидимый символ U+{ord(match[0]):04X}",
            "удалите символ",
        )
        for match in islice(hidden, _MOST_ILLEGAL)
    ]
    if illegal:
        return None, first_of(illegal, sum(1 for _ in hidden))
    builder = _TreeBuilder(source)
    try:
        builder.run()
    except yaml.YAMLError as error:
        return None, [*builder.told, explain_syntax(source, error)]
    except _RefusedError as refused:
        return None, [*builder.told, refused.problem]
    if not isinstance(builder.root, Mapping):
        place = builder.root.span if builder.root is not None else source.span(0, 0)
        return None, [
            *builder.told,
            said.NOT_A_MAPPING.at(
                place, "файл пуст или не состоит из полей «ключ: значение»", "начните с полей документа"
            ),
        ]
    return builder.root, builder.told


class _RefusedError(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _TreeBuilder:
    """Builds the tree from events; an open mapping waits for a key, then for its value."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self._untold = 0
        self.root: Node | None = None
        self._open: list[Mapping | Sequence] = []
        self._keys: list[Scalar | None] = []
        self._nodes = 0

    @property
    def told(self) -> list[Problem]:
        """What is wrong and does not keep the tree from being read."""
        return first_of(self.problems, self._untold)

    def run(self) -> None:
        parser: Any = _EventParser(self.source.text)
        documents = 0
        while (event := parser.get_event()) is not None:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._guard(event)
                style = event.style or ""
                scalar = Scalar(
                    event.value,
                    self.source,
                    event.start_mark.index,
                    event.end_mark.index,
                    "" if style == " " else style,
                )
                self._place(scalar)
            elif kind is yaml.MappingStartEvent:
                self._guard(event)
                self._enter(Mapping(self.source, event.start_mark.index))
            elif kind is yaml.SequenceStartEvent:
                self._guard(event)
                self._enter(Sequence(self.source, event.start_mark.index))
            elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
                self._leave(event.end_mark.index)
            elif kind is yaml.AliasEvent:
                self._refuse(event, "ссылка «*…» не поддерживается", "напишите значение явно")
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise _RefusedError(
                        said.SEVERAL_DOCUMENTS.at(
                            self._at(event),
                            "второй документ в одном файле",
                            "перенесите его в отдельный файл",
                        )
                    )

    def _guard(self, event: Any) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise _RefusedError(
                said.TOO_LARGE.at(
                    self._at(event), f"больше {MAX_NODES} значений в файле", "разделите документ"
                )
            )
        if event.anchor is not None:
            self._refuse(event, "якорь «&…» не поддерживается", "напишите значение явно")
        if event.tag is not None:
            self._refuse(event, "тег «!…» не поддерживается", "уберите тег: вид значения известен из поля")

    def _refuse(self, event: Any, message: str, hint: str) -> None:
        raise _RefusedError(said.FORBIDDEN_SYNTAX.at(self._at(event), message, hint))

    def _at(self, event: Any) -> Any:
        return self.source.span(event.start_mark.index, max(event.end_mark.index, event.start_mark.index))

    def _enter(self, node: Mapping | Sequence) -> None:
        if len(self._open) >= MAX_DEPTH:
            place = self.source.span(node.start)
            raise _RefusedError(
                said.TOO_LARGE.at(place, f"вложенность больше {MAX_DEPTH} уровней", "упростите запись")
            )
        self._place(node)
        self._open.append(node)
        self._keys.append(None)

    def _leave(self, end: int) -> None:
        node = self._open.pop()
        self._keys.pop()
        node.end = max(node.start, len(self.source.text[node.start : end].rstrip()) + node.start)

    def _place(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.append(node)
        elif self._keys[-1] is None:
            self._keys[-1] = self._key(node)
        else:
            self._entry(parent, self._keys[-1], node)
            self._keys[-1] = None

    def _key(self, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            raise _RefusedError(
                said.SYNTAX.at(node.span, "ключом может быть только текст", "проверьте скобки и двоеточия")
            )
        if node == "<<" and not node.style:
            raise _RefusedError(
                said.FORBIDDEN_SYNTAX.at(node.span, "слияние «<<» не поддерживается", "напишите поля явно")
            )
        return node

    def _entry(self, mapping: Mapping, key: Scalar, node: Node) -> None:
        first = mapping.names.get(key)
        if first is not None:
            self._tell_twice(key, first)
            return
        mapping.names[str(key)] = key
        mapping[str(key)] = node

    def _tell_twice(self, key: Scalar, first: Scalar) -> None:
        if len(self.problems) == MOST:
            self._untold += 1
            return
        message = f"ключ {quoted(key)} уже указан в строке {first.span.line}"
        earlier = [Related(first.span, "первый раз")]
        self.problems.append(said.DUPLICATE_KEY.at(key.span, message, "оставьте один из двух", earlier))
