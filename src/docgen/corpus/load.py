"""``content/**.yaml`` → corpus."""

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from docgen.corpus import problems as said
from docgen.corpus.document import Corpus, Document
from docgen.corpus.kind import Kind, Reference
from docgen.diagnostics import Problem, Source
from docgen.sources import parse, read_source, structure

REFERENCE = "reference"
_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")


@dataclass
class Loaded:
    """What was read: the corpus, the problems, and the sources that did not make it into the corpus."""

    corpus: Corpus
    problems: list[Problem]
    broken: list[Path] = field(default_factory=list)


def load(
    root: Path,
    kinds: Sequence[Kind[Any, Any]],
    references: Sequence[Reference],
    only: Iterable[Path] | None = None,
) -> Loaded:
    """Read the workspace at ``root``: all reference data, and the documents (those in ``only``, if it is given).

    Every file that can be read is read, whatever is wrong with the others.
    """
    wanted = None if only is None else {path.resolve() for path in only}
    types = {kind.name: kind.record for kind in kinds}
    registries = {reference.name: reference.record for reference in references}
    loaded = Loaded(Corpus(), [])
    resolved = cache(Path.resolve)  # files are no links, their folders may lie behind one
    documents = []
    for path in _files(root, types, registries, loaded.problems):
        in_reference = path.parent.name == REFERENCE
        if wanted is not None and not in_reference and resolved(path.parent) / path.name not in wanted:
            continue
        record_type = registries[path.stem] if in_reference else types[path.parent.name]
        document = _read(root, path, record_type, loaded.problems)
        if document is None:
            loaded.broken.append(path)
        else:
            documents.append(document)
    loaded.corpus = Corpus(tuple(documents))
    return loaded


def _read(root: Path, path: Path, record_type: type[Any], problems: list[Problem]) -> Document[Any] | None:
    source, found = read_source(path, shown(root, path))
    problems += found
    if found:
        return None
    record, found = (_kept if path.parent.name == REFERENCE else _record)(source, record_type)
    problems += found
    return None if record is None else Document(path.parent.name, path.stem, source, record)


def _record(source: Source, record_type: type[Any]) -> tuple[Any, list[Problem]]:
    """The record of a source and what is wrong with it; no record if anything is."""
    tree, found = parse(source)
    if tree is None:
        return None, found
    record, wrong = structure(tree, record_type)
    return (None if found else record), [*found, *wrong]


# Reference data is read again for every batch of documents, and is nearly always the same.
_kept: Any = lru_cache(maxsize=16)(_record)


def shown(root: Path, path: Path) -> str:
    """The path as messages name it: from the workspace's root, with forward slashes."""
    return path.relative_to(root).as_posix()


def _files(
    root: Path, types: dict[str, Any], registries: dict[str, Any], problems: list[Problem]
) -> Iterator[Path]:
    content = root / "content"
    for folder in sorted(
        path for path in content.iterdir() if path.is_dir() and not path.name.startswith(".")
    ):
        if folder.name not in types and folder.name != REFERENCE:
            if any(folder.iterdir()):
                near = difflib.get_close_matches(folder.name, types, n=1)
                hint = f"может быть, {near[0]}?" if near else f"есть: {', '.join(sorted(types))}"
                problems.append(
                    _at(root, folder, said.UNKNOWN_FOLDER, f"папка «{folder.name}» – не вид документов", hint)
                )
            continue
        for path in sorted(folder.iterdir()):
            if (
                path.is_file()
                and not path.name.startswith((".", "~$"))
                and _readable(root, path, registries, problems)
            ):
                yield path


def _readable(root: Path, path: Path, registries: dict[str, Any], problems: list[Problem]) -> bool:
    """Whether the file is a source; what speaks against it becomes a problem."""
    if path.suffix != ".yaml":
        if path.suffix.lower() in (".yml", ".yaml"):
            problems.append(
                _at(
                    root,
                    path,
                    said.WRONG_EXTENSION,
                    "файл пропущен: расширение не .yaml",
                    "переименуйте в .yaml",
                )
            )
        return False
    if path.is_symlink():
        problems.append(
            _at(root, path, said.LINKED_FILE, "символическая ссылка вместо файла", "скопируйте файл")
        )
        return False
    if path.parent.name == REFERENCE:
        if path.stem in registries:
            return True
        near = difflib.get_close_matches(path.stem, registries, n=1)
        hint = (
            f"может быть, {near[0]}.yaml?"
            if near
            else f"есть: {', '.join(f'{name}.yaml' for name in registries)}"
        )
        problems.append(_at(root, path, said.UNKNOWN_REFERENCE, f"справочника «{path.stem}» нет", hint))
        return False
    if not _ID.fullmatch(path.stem):
        hint = "строчные латинские буквы, цифры, точка, дефис, подчёркивание"
        problems.append(_at(root, path, said.BAD_ID, f"имя файла «{path.name}» не годится", hint))
        return False
    return True


def _at(root: Path, path: Path, rule: Any, message: str, hint: str) -> Problem:
    problem: Problem = rule.at(Source(shown(root, path), "").span(0, 0), message, hint)
    return problem
