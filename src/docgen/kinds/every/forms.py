"""Case forms that docgen is not sure of (C10x): a person looks at them before the document is signed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Rule, Severity, Span, rule
from docgen.kinds.every.keys import found, references
from docgen.language.cases import Certainty
from docgen.model.forms import Inflection, key_of, viewed
from docgen.model.people import Person
from docgen.sources import Record

View = Callable[[Document[Any], Corpus], Any]


def form_rules(view: View, reads: tuple[type, ...]) -> tuple[Rule, ...]:
    """The rules about the forms that a kind's view asks for; ``reads`` is what it may ask the corpus for."""
    return tuple(_of_kind(one, view, reads) for one in (form_unsure, gender_unknown))


def _of_kind(one: Rule, view: View, reads: tuple[type, ...]) -> Rule:
    def check(document: Document[Any], corpus: Corpus) -> Findings:
        for inflection in _unsure(document, corpus.only(reads), view):
            yield from one.check(inflection, document, corpus) if one.check is not None else ()

    return replace(one, check=check)


@rule("C103", Severity.GAP)
def form_unsure(inflection: Inflection, document: Document[Any], corpus: Corpus) -> Findings:
    """Форма слова, в которой docgen не уверен.

    Имена, должности и названия склоняются сами; где правило не даёт уверенности (редкая фамилия, незнакомое
    слово), форму проверяет человек. Верную форму записывают в cases: (у должности – post_cases:) или утверждают
    для всех документов в content/reference/forms.yaml.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: кванторианцы области, text: направить отчёт, deadline: постоянно}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions:
              - to: {name: кванторианцы области, cases: {dative: кванторианцам области}}
                text: направить отчёт
                deadline: постоянно
    """
    if not _by_gender(inflection):
        message = f"{inflection.case.title} падеж «{inflection.text}» – не уверены: «{inflection.form}»"
        span, related = _place(inflection, document, corpus)
        yield Finding(span, message, _how_to_say(inflection), related)


@rule("C104", Severity.GAP)
def gender_unknown(inflection: Inflection, document: Document[Any], corpus: Corpus) -> Findings:
    """Пол человека неизвестен, а фамилия у мужчин и женщин склоняется по-разному.

    Инициалы пола не выдают: «Бондаря О.А.» или «Бондарь О.А.»? Нужен gender или полное имя с отчеством.

    Плохо:
        chair: {name: Бондарь О.А., post: проректор}
        control: {person: Бондарь О.А.}
    Хорошо:
        chair: {name: Бондарь О.А., post: проректор, gender: f}
        control: {person: {name: Бондарь О.А., gender: f}}
    """
    if _by_gender(inflection):
        span, related = _place(inflection, document, corpus)
        message = f"пол неизвестен: «{inflection.text}» не просклонять"
        yield Finding(span, message, "добавьте в запись gender: m или f либо полное имя", related)


def _unsure(document: Document[Any], corpus: Corpus, view: View) -> Iterator[Inflection]:
    """Every form of that kind that the view asks for, once."""
    try:
        asked = viewed(view, document, corpus).forms
    except (KeyError, ValueError):
        # An unknown key or mark: other rules say so, and there is no view of such a document.
        return
    seen = set()
    for inflection in asked:
        key = (id(inflection.owner), inflection.field, inflection.text, inflection.case)
        if _doubtful(inflection) and key not in seen:
            seen.add(key)
            yield inflection


def _doubtful(inflection: Inflection) -> bool:
    return inflection.certainty is Certainty.UNSURE


def _by_gender(inflection: Inflection) -> bool:
    owner = inflection.owner
    return inflection.kind == "person" and isinstance(owner, Person) and owner.gender_known() is None


def _place(
    inflection: Inflection, document: Document[Any], corpus: Corpus
) -> tuple[Span, tuple[Related, ...]]:
    """Where the document refers to the one whose form it is, and where that one is described."""
    described = inflection.owner.at(*_path(inflection)) if inflection.owner.node is not None else None
    span = _mention(inflection.owner, document, corpus)
    if span is None:
        return described or document.source.span(), ()
    if described is None or described.source == document.source:
        return span, ()
    return span, (Related(described, "описание"),)


def _path(inflection: Inflection) -> tuple[str, ...]:
    keys = ("post",) if inflection.kind == "post" else ("short", "name")
    written = {key: text for key in keys if (text := inflection.owner.scalar(key)) is not None}
    for key, text in written.items():
        if " ".join(text.split()) == key_of(inflection.text):
            return (key,)
    return next(
        ((key,) for key in written), (inflection.field,) if inflection.owner.has(inflection.field) else ()
    )


def _mention(owner: Record, document: Document[Any], corpus: Corpus) -> Span | None:
    for target, ref in references(document.record):
        if ref.span is None:
            continue
        records = ref.inline.records() if ref.inline is not None else found(target, ref, corpus)
        if any(record is owner for record in records):
            return ref.span
    return None


def _how_to_say(inflection: Inflection) -> str:
    case, form = inflection.case.value, inflection.form
    if inflection.owner.node is None or not inflection.field.endswith("cases"):
        return f'утвердите форму в forms.yaml: "{inflection.text}": {{{case}: "{form}"}}'
    return f'утвердите форму: {inflection.field}: {{{case}: "{form}"}} – или впишите верную'
