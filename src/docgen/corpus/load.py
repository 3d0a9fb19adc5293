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
from docgen.diagnostics import Problem, Severity, Source
from docgen.sources import parse, read_source, structure
from docgen.sources.fewer import first_of
from docgen.sources.tables import attach

REFERENCE = "reference"
_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")


@dataclass
class Loaded:
    """What was read: the corpus, the problems, and the sources that did not make it into the corpus.

    ``broken`` holds all of them, ``broken_references`` those of reference data.
    """

    corpus: Corpus
    problems: list[Problem]
    broken: list[Path] = field(default_factory=list)
    broken_references: list[Path] = field(default_factory=list)


def load(
    root: Path,
    kinds: Sequence[Kind[Any, Any]],
    references: Sequence[Reference],
    only: Iterable[Path] | None = None,
    *,
    reads: tuple[type, ...] | None = None,
) -> Loaded:
    """Read the workspace at ``root``: reference data (those of the types ``reads``, if it is given), and the documents
    (those in ``only``, if it is given).

    Every file that can be read is read, whatever is wrong with the others.
    """
    wanted = None if only is None else {path.resolve() for path in only}
    loaded = Loaded(Corpus(), [])
    resolved = cache(Path.resolve)  # files are no links, their folders may lie behind one
    documents = []
    for path, owner in _sources(root, kinds, references, loaded.problems):
        in_reference = isinstance(owner, Reference)
        if isinstance(owner, Reference):
            if reads is not None and not owner.holds_any(reads):
                continue
        elif wanted is not None and resolved(path.parent) / path.name not in wanted:
            continue
        document = _read(root, path, owner.record, loaded.problems)
        if document is None:
            loaded.broken.append(path)
            loaded.broken_references += [path] if in_reference else []
        else:
            documents.append(document)
    loaded.corpus = Corpus(tuple(documents), tuple(kinds))
    return loaded


def record_type_of(
    root: Path, path: Path, kinds: Sequence[Kind[Any, Any]], references: Sequence[Reference]
) -> type[Any] | None:
    """The type of the record that a source must hold, told by where it lies; ``None`` for what is no source."""
    folders = path.relative_to(root / "content").parent.parts
    if folders == (REFERENCE,):
        return next((r.record for r in references if r.name == path.stem and not r.folder), None)
    if folders[:1] == (REFERENCE,):
        return next((r.record for r in references if folders == (REFERENCE, r.name) and r.folder), None)
    return next((kind.record for kind in kinds if folders == (kind.name,)), None)


def _is_reference(root: Path, path: Path) -> bool:
    return path.relative_to(root / "content").parts[0] == REFERENCE


def _read(root: Path, path: Path, record_type: type[Any], problems: list[Problem]) -> Document[Any] | None:
    source, found = read_source(path, shown(root, path))
    problems += found
    if found:
        return None
    if not _is_reference(root, path):
        return _document(root, path, source, record_type, problems)
    record, found = _kept(source, record_type)
    problems += found
    return None if record is None else Document(REFERENCE, path.stem, source, record)


def _document(
    root: Path, path: Path, source: Source, record_type: type[Any], problems: list[Problem]
) -> Document[Any] | None:
    """The document of a source and of the tables that lie in the folder of its name; none if anything is wrong."""
    tree, found = parse(source)
    if tree is None:
        problems += found
        return None
    folder = path.with_suffix("")
    attached = attach(tree, record_type, folder, shown(root, folder))
    record, wrong = structure(tree, record_type)
    told = [*found, *attached.problems, *(one for one in wrong if not attached.told(one.span))]
    problems += first_of(told)
    if record is None or any(problem.severity is Severity.ERROR for problem in told):
        return None
    sources = tuple(attached.sources)
    return Document(path.parent.name, path.stem, source, record, attached=sources, folder=folder)


def _record(source: Source, record_type: type[Any]) -> tuple[Any, list[Problem]]:
    """The record of a source and what is wrong with it; no record if anything is."""
    tree, found = parse(source)
    if tree is None:
        return None, found
    record, wrong = structure(tree, record_type)
    return (None if found else record), [*found, *wrong]


# Reference data is read again for every batch of documents, and is nearly always the same.
_kept: Any = lru_cache(maxsize=64)(_record)


def shown(root: Path, path: Path) -> str:
    """The path as messages name it: from the workspace's root, with forward slashes."""
    return path.relative_to(root).as_posix()


def _sources(
    root: Path, kinds: Sequence[Kind[Any, Any]], references: Sequence[Reference], problems: list[Problem]
) -> Iterator[tuple[Path, Kind[Any, Any] | Reference]]:
    """Every file that is a source, with the kind or the reference data that it belongs to."""
    for folder in _folders_in(root / "content"):
        if folder.name == REFERENCE:
            yield from _reference_files(root, folder, references, problems)
            continue
        kind = next((kind for kind in kinds if kind.name == folder.name), None)
        if kind is not None:
            yield from ((path, kind) for path in _named_files(root, folder, problems))
        elif any(folder.iterdir()):
            names = [kind.name for kind in kinds]
            hint = _nearest(folder.name, names, f"есть: {', '.join(sorted(names))}")
            message = f"папка «{folder.name}» – не вид документов"
            problems.append(_at(root, folder, said.UNKNOWN_FOLDER, message, hint))


def _reference_files(
    root: Path, folder: Path, references: Sequence[Reference], problems: list[Problem]
) -> Iterator[tuple[Path, Reference]]:
    single = {reference.name: reference for reference in references if not reference.folder}
    several = {reference.name: reference for reference in references if reference.folder}
    for path in _files_in(root, folder, problems):
        if path.stem in single:
            yield path, single[path.stem]
            continue
        hint = _nearest(
            path.stem, list(single), f"есть: {', '.join(f'{name}.yaml' for name in single)}", ".yaml"
        )
        message = f"справочника «{path.stem}» нет"
        problems.append(_at(root, path, said.UNKNOWN_REFERENCE, message, hint))
    for inner in _folders_in(folder):
        if inner.name in several:
            yield from ((path, several[inner.name]) for path in _named_files(root, inner, problems))
        elif any(inner.iterdir()):
            known = (
                f"есть папки: {', '.join(several)}" if several else "перенесите файлы в content/reference/"
            )
            message = f"справочника «{inner.name}» из нескольких файлов нет"
            hint = _nearest(inner.name, list(several), known)
            problems.append(_at(root, inner, said.UNKNOWN_REFERENCE, message, hint))


def _folders_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))


def _nearest(name: str, names: list[str], otherwise: str, ending: str = "") -> str:
    near = difflib.get_close_matches(name, names, n=1)
    return f"может быть, {near[0]}{ending}?" if near else otherwise


def _named_files(root: Path, folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """The files of a folder whose names may be the names of documents."""
    for path in _files_in(root, folder, problems):
        if _ID.fullmatch(path.stem):
            yield path
        else:
            hint = "строчные латинские буквы, цифры, точка, дефис, подчёркивание"
            problems.append(_at(root, path, said.BAD_ID, f"имя файла «{path.name}» не годится", hint))


def _files_in(root: Path, folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """The YAML files of a folder; what looks like one and is not read becomes a problem."""
    for path in sorted(folder.iterdir()):
        if not path.is_file() or path.name.startswith((".", "~$")):
            continue
        if path.suffix == ".yaml" and not path.is_symlink():
            yield path
        elif path.suffix == ".yaml":
            message = "символическая ссылка вместо файла"
            problems.append(_at(root, path, said.LINKED_FILE, message, "скопируйте файл"))
        elif path.suffix.lower() in (".yml", ".yaml"):
            message = "файл пропущен: расширение не .yaml"
            problems.append(_at(root, path, said.WRONG_EXTENSION, message, "переименуйте в .yaml"))


def _at(root: Path, path: Path, rule: Any, message: str, hint: str) -> Problem:
    problem: Problem = rule.at(Source(shown(root, path), "").span(0, 0), message, hint)
    return problem
