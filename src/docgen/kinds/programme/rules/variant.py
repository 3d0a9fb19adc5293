"""The choice that a layout offers: exactly one of several ways (D13x)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.walk import lacking, layout_of
from docgen.kinds.programme.rules.wording import lowered
from docgen.model.layout.layout import Choice
from docgen.sources import Record


@dataclass(frozen=True)
class _Fork:
    """A choice of the layout, and what of it is written: fields of a record at a path of the programme."""

    ways: Sequence[Choice]
    record: Record | None
    path: tuple[str, ...]

    @property
    def chosen(self) -> list[Choice]:
        return [way for way in self.ways if getattr(self.record, way.key, None)]


def _forks(document: Document[Programme], corpus: Corpus) -> Iterator[_Fork]:
    """The choices to be made, inner ones only within what was chosen alone."""
    layout = layout_of(document, corpus)
    for one in layout.choices() if layout is not None else ():
        fork = _Fork(one.point.exactly_one_of, document.record.structure, ("structure",))
        yield fork
        while len(fork.chosen) == 1 and fork.chosen[0].exactly_one_of:
            way = fork.chosen[0]
            fork = _Fork(way.exactly_one_of, getattr(fork.record, way.key), (*fork.path, way.key))
            yield fork


@rule("D131")
def several_ways(document: Document[Programme], corpus: Corpus) -> Findings:
    """Выбрано несколько вариантов, а нужен ровно один.

    Кластер – либо автономная некоммерческая организация, либо объединение без образования юридического лица; объединение
    контролирует либо управляющая компания, либо управляющий совет. Описание обоих вариантов противоречит само себе.

    Плохо:
        structure:
          association:
            agreement: {date: 10.01.2022, number: "5"}
            managing_company: plant
            council:
              - {person: Баранов Илья Сергеевич, post: директор, organisation: college, role: chair}
    Хорошо:
        structure:
          association:
            agreement: {date: 10.01.2022, number: "5"}
            council:
              - {person: Баранов Илья Сергеевич, post: директор, organisation: college, role: chair}
    """
    for fork in _forks(document, corpus):
        for other in fork.chosen[1:]:
            first = fork.chosen[0]
            message = f"выбрано и «{lowered(other.title)}», и «{lowered(first.title)}»"
            related = (Related(lacking(document.record, *fork.path, first.key), "другой вариант"),)
            span = lacking(document.record, *fork.path, other.key)
            yield Finding(span, message, "оставьте один вариант", related)


@rule("D132", Severity.GAP)
def no_way(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не выбран ни один из вариантов макета.

    Организационная форма и тот, кто управляет кластером, выбираются ровно по одному из вариантов макета.

    Плохо:
        structure:
    Хорошо:
        structure:
          association:
            agreement: {date: 10.01.2022, number: "5"}
            managing_company: plant
    """
    for fork in _forks(document, corpus):
        if not fork.chosen:
            ways = " или ".join(f"«{lowered(way.title)}»" for way in fork.ways)
            hint = f"заполните {' или '.join(f'{way.key}:' for way in fork.ways)}"
            yield Finding(lacking(document.record, *fork.path), f"не выбран вариант: {ways}", hint)
