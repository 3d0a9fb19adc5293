"""Names of people: one person, one spelling (D262)."""

import difflib
from collections.abc import Iterator

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, Span, rule
from docgen.kinds.programme.record import Programme

_ALIKE = 0.75
_WORDS = 3


@rule("D262", Severity.WARNING)
def altered_person(document: Document[Programme], corpus: Corpus) -> Findings:
    """Имя человека записано в двух местах по-разному.

    Один человек стоит и в органе управления, и среди подписей, и в грифе. Если два имени из трёх слов различаются
    лишь одним словом, а слова похожи («Юрьевна» и «Юрьевана»), одно из них – описка.

    Плохо:
        approvals:
          - {stamp: approved, post: Губернатор Липецкой области, person: Лаврентьев Олег Игорьевич}
    Хорошо:
        approvals:
          - {stamp: approved, post: Губернатор Липецкой области, person: Лаврентьев Олег Игоревич}
    """
    seen: dict[str, Span] = {}
    for name, span in _people(document.record):
        other = next((one for one in seen if _is_altered(one, name)), None)
        if other is not None and name not in seen:
            related = (Related(seen[other], f"здесь: {other}"),)
            message = f"«{name}» похоже на «{other}»: имя записано по-разному"
            yield Finding(span, message, "проверьте, как пишется имя", related)
        seen.setdefault(name, span)


def _people(programme: Programme) -> Iterator[tuple[str, Span]]:
    """The names that are written in full, those of the signatures first."""
    for count in range(len(programme.signatories)):
        yield from _written(programme, "signatories", count, "person")
    for count in range(len(programme.approvals)):
        yield from _written(programme, "approvals", count, "person")
    structure = programme.structure
    ways = () if structure is None else (("ano", "board"), ("association", "council"))
    for way, body in ways:
        members = getattr(getattr(structure, way), body, ())
        for count in range(len(members)):
            yield from _written(programme, "structure", way, body, count, "person")


def _written(programme: Programme, *path: str | int) -> Iterator[tuple[str, Span]]:
    scalar = programme.scalar(*path)
    if scalar is not None and len(str(scalar).split()) == _WORDS:
        yield str(scalar), scalar.part(0, len(scalar))


def _is_altered(one: str, other: str) -> bool:
    """Whether names of three words differ in one word, and in that by little."""
    pairs = [(a, b) for a, b in zip(one.split(), other.split(), strict=True) if a != b]
    if len(pairs) != 1:
        return False
    first, second = pairs[0]
    return first[0] == second[0] and difflib.SequenceMatcher(None, first, second).ratio() >= _ALIKE
