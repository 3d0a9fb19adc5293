"""Keys of the reference data that documents use (C10x)."""

import difflib
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_origin

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, rule
from docgen.model.cited import CitedDocument, CitedDocuments
from docgen.model.orders import Addressee
from docgen.model.organisations import Group, Groups, Organisation, Organisations
from docgen.model.people import People, Person
from docgen.model.references import Ref, refs_in
from docgen.sources import Record, Registry, kept_of_last

_FILES: dict[type[Registry[Any]], str] = {
    Groups: "groups.yaml",
    Organisations: "organisations.yaml",
    People: "people.yaml",
    CitedDocuments: "documents.yaml",
}
_SHELVES: dict[type[Record], tuple[type[Registry[Any]], ...]] = {
    Person: (People,),
    Organisation: (Organisations,),
    Group: (Groups,),
    CitedDocument: (CitedDocuments,),
    Addressee: (Groups, Organisations, People),
}


@rule("C101", essential=True)
def unknown_key(document: Document[Any], corpus: Corpus) -> Findings:
    """Ключа нет в справочнике.

    Люди, организации, группы и документы описаны один раз в content/reference/, а документы ссылаются на них ключами.
    По неизвестному ключу напечатать нечего. Вместо ключа можно написать и само имя или название – по-русски.

    Плохо:
        chair: petroff
    Хорошо:
        chair: petrov
    """
    unread: set[str] = set()
    for target, ref in references(document.record):
        if ref.key is None or ref.span is None or found(target, ref, corpus):
            continue
        shelves = _SHELVES[target]
        files = " или ".join(_FILES[shelf] for shelf in shelves)
        known = [key for shelf in shelves for key in _keys(shelf, corpus)]
        if not known:
            # A file that could not be read has said so itself: one reminder instead of one for every key.
            if files not in unread:
                yield Finding(
                    ref.span, f"справочник {files} пуст или не прочитан", "проверьте content/reference/"
                )
            unread.add(files)
            continue
        near = difflib.get_close_matches(ref.key, known, n=1, cutoff=0.6)
        hint = f"может быть, {near[0]}?" if near else f"добавьте запись {ref.key}: в {files}"
        yield Finding(ref.span, f"ключа «{ref.key}» нет в {files}", hint)


@rule("C102", essential=True)
def ambiguous_key(document: Document[Any], corpus: Corpus) -> Findings:
    """Один ключ – в нескольких справочниках.

    Исполнителем может быть группа, организация или человек; если ключ есть в двух справочниках, docgen взял бы
    первый, и поручение получил бы не тот.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: twofold, text: направить отчёт, deadline: до 31 марта 2026 г.}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт, deadline: до 31 марта 2026 г.}]
    """
    for target, ref in references(document.record):
        records = found(target, ref, corpus)
        if len(records) > 1 and ref.span is not None:
            files = " и ".join(_FILES[shelf] for shelf in _SHELVES[target] if ref.key in _keys(shelf, corpus))
            related = tuple(Related(record.at(), "описание") for record in records)
            yield Finding(
                ref.span, f"ключ «{ref.key}» есть в {files}", "переименуйте один из ключей", related
            )


@kept_of_last
def references(record: Record | Registry[Any]) -> Iterator[tuple[type[Record], Ref[Any]]]:
    """All references of a document or of a file of reference data, with what they refer to."""
    records = record.root.values() if isinstance(record, Registry) else (record,)
    for one in records:
        for owner, field, ref in refs_in(one):
            target = _target(owner, field) if owner is not None else None
            if target is not None:
                yield target, ref


def found(target: type[Record], ref: Ref[Any], corpus: Corpus) -> list[Record]:
    """The records that a key may mean; the one written in place."""
    if ref.inline is not None:
        return [ref.inline]
    registries = (corpus.one(shelf) for shelf in _SHELVES.get(target, ()))
    return [record for one in registries if one is not None and (record := one.get(str(ref.key))) is not None]


def _keys(shelf: type[Registry[Any]], corpus: Corpus) -> list[str]:
    registry = corpus.one(shelf)
    return registry.keys if registry is not None else []


@cache
def _target(owner: type[Record], field: str) -> type[Record] | None:
    return _referred(owner.model_fields[field].annotation)


def _referred(annotation: Any) -> type[Record] | None:
    """``X`` of the ``Ref[X]`` within an annotation."""
    if get_origin(annotation) is Ref:
        target: type[Record] = get_args(annotation)[0]
        return target
    return next((inner for part in get_args(annotation) if (inner := _referred(part)) is not None), None)
