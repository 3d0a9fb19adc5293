"""Names of participants in the text and in the layout's own tables against the list of participants (D211)."""

import difflib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, Span, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.participants import plain
from docgen.kinds.programme.rules.walk import prose, scalars
from docgen.model.programme import Participant

_QUOTED = re.compile(r"«([^«»]{3,120})»")
_FORM = re.compile(r"(?<![\w-])([А-ЯЁ]{2,6}(?:\s[А-ЯЁ]{2,6})?)\s$")
_FORM_REACH = 15
_ALIKE = 0.75
_ALIKE_ALL = 0.85


@dataclass(frozen=True)
class _Name:
    """Words in quotes and the legal form before them: «АО «ЛЗТП»»."""

    core: str
    form: str
    start: int
    end: int


def _names(text: str) -> Iterator[_Name]:
    for match in _QUOTED.finditer(text) if "«" in text else ():
        form = _FORM.search(text, max(0, match.start() - _FORM_REACH), match.start())
        start = form.start() if form is not None else match.start()
        yield _Name(plain(match[1]), form[1] if form is not None else "", start, match.end())


@dataclass(frozen=True)
class _Known:
    """What participants are called: the words in quotes, the legal forms before them."""

    owners: dict[str, Participant]
    forms: dict[str, frozenset[str]]
    others: frozenset[str]

    @classmethod
    def of(cls, programme: Programme) -> "_Known":
        owners: dict[str, Participant] = {}
        forms: dict[str, set[str]] = {}
        for one in programme.participants:
            for name in filter(None, (one.name, one.short)):
                for found in _names(name):
                    owners.setdefault(found.core, one)
                    if found.form:
                        forms.setdefault(found.core, set()).add(found.form)
        fixed = {core: frozenset(found) for core, found in forms.items()}
        return cls(owners, fixed, frozenset(_other_names(programme)))


def _other_names(programme: Programme) -> Iterator[str]:
    """Names in quotes that are not participants': the cluster's, its body's, those of acts."""
    texts = [programme.name, programme.short, *(act.title for act in programme.legal_acts)]
    if programme.structure is not None:
        for body in (programme.structure.ano, programme.structure.association):
            texts += [body.name, getattr(body, "short", None)] if body is not None else []
    for one in programme.participants:
        texts += [one.founder, *one.functions]
    for text in filter(None, texts):
        yield from (plain(core) for core in _QUOTED.findall(text))


@rule("D211", Severity.WARNING)
def altered_name(document: Document[Programme], corpus: Corpus) -> Findings:
    """Участник назван в тексте не так, как в перечне.

    Сверяются в тексте и в таблицах макета слова в кавычках и правовая форма перед ними: «Липецкий завод тонкого
    проката» и «Липецкий завод тонкой прокатки», АО и ООО. Организация, которой в перечне нет и которая ни на кого из
    него не похожа, не проверяется.

    Плохо:
        sections:
          general:
            economy: Экономика области держится на металлургии и производстве стали.
            industry: Отрасль представлена ООО «ЛЗТП», на котором работают 5200 человек; заводу нужны кадры.
    Хорошо:
        sections:
          general:
            economy: Экономика области держится на металлургии и производстве стали.
            industry: Отрасль представлена АО «ЛЗТП», на котором работают 5200 человек; заводу нужны кадры.
    """
    known = _Known.of(document.record)
    if not known.owners:
        return
    for text, at in _texts(document.record):
        for name in _names(text):
            owner = _meant(name, known)
            if owner is not None:
                said, right = text[name.start : name.end], owner.in_text
                related = (Related(owner.at("name"), "в перечне"),)
                message = f"участник назван {said}, а в перечне – {right}"
                yield Finding(at(name.start, name.end), message, f"напишите {right}", related)


def _texts(programme: Programme) -> Iterator[tuple[str, Callable[[int, int], Span]]]:
    """Where participants are named: the sections and the cells of the layout's own tables."""
    for one in prose(programme):
        for passage in one.passages:
            yield passage.text, partial(one.at, passage)
    for field, scalar in scalars(programme):
        if field == "tables":
            yield str(scalar), scalar.part


def _meant(name: _Name, known: _Known) -> Participant | None:
    """The participant whose name was altered; nobody if all is right or nobody is alike."""
    if name.core in known.owners:
        forms = known.forms.get(name.core, frozenset())
        wrong = bool(name.form and forms) and name.form not in forms and _is_legal(name.form)
        return known.owners[name.core] if wrong else None
    if name.core in known.others:
        return None
    return next((owner for other, owner in known.owners.items() if _is_other(name, other, known)), None)


def _is_other(name: _Name, other: str, known: _Known) -> bool:
    """Whether a name is another one altered; behind the same legal form all of its words may be."""
    if _altered(name.core, other):
        return True
    words, wanted = name.core.split(), other.split()
    return (
        name.form in known.forms.get(other, ())
        and len(words) == len(wanted) > 1
        and all(one[0] == right[0] for one, right in zip(words, wanted, strict=True))
        and difflib.SequenceMatcher(None, name.core, other).ratio() >= _ALIKE_ALL
        and not re.search(r"\d", name.core)
    )


def _is_legal(form: str) -> bool:
    """Whether letters before a name are a legal form, not a word of the sentence in capitals."""
    return form[-1] in "ОУПТЯ" or " " in form


def _altered(said: str, right: str) -> bool:
    """Whether a name is another one with a word misspelt, inflected, left out or put in; numbers must be the same."""
    words, wanted = said.split(), right.split()
    if re.findall(r"\d+", said) != re.findall(r"\d+", right):
        return False
    if len(words) == len(wanted):
        pairs = [(a, b) for a, b in zip(words, wanted, strict=True) if a != b]
        return len(pairs) <= max(1, len(words) // 2) and all(_alike(a, b) for a, b in pairs)
    shorter, longer = sorted((words, wanted), key=len)
    if len(longer) - len(shorter) != 1 or len(shorter) < 3:
        return False
    return any(longer[:gap] + longer[gap + 1 :] == shorter for gap in range(len(longer)))


def _alike(one: str, other: str) -> bool:
    return len(one) > 3 and one[0] == other[0] and difflib.SequenceMatcher(None, one, other).ratio() >= _ALIKE
