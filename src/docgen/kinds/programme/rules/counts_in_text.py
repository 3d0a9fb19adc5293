"""How many of something the text counts, against the tables (D811, D812)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Span, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.walk import prose
from docgen.language.numbers.words import parse_cardinal
from docgen.model.layout.layout import ParticipantKind

_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[А-ЯЁ«])")
_BEFORE = re.compile(r"(?:\d+|(?:[а-яё]+\s)?[а-яё]+)(?=\s$)", re.IGNORECASE)
_LATER = re.compile(
    r"ещ[её]|нов(?:ы[ехм]|ого)|дополнительн|буд[уе]т|войд|присоедин|не менее|не более|более|до конца|к 20\d\d"
)


@dataclass(frozen=True)
class _Counted:
    """A noun that is counted, how many there are, and the words that tell that all of them are meant."""

    what: str
    noun: re.Pattern[str]
    number: Callable[[Programme], int]
    all_of_them: re.Pattern[str]


_CLUSTER = re.compile(
    r"кластер[^.]*?(?:вход[ия]т|вошл[ио]|объединя[ею]т|объединил|объединение|состо[ия]т из|насчитыва)|"
    r"(?:вход[ия]т в|вошл[ио] в|в составе?|всего в) кластер|кажд\w+ из|участник\w* кластера (?:являются|стали|выступают)",
    re.IGNORECASE,
)
_PROGRAMME = re.compile(
    r"(?:программ\w+|план\w*|перечень|таблиц\w)[^.]*?(?:включ|содерж|состо[ия]т из|насчитыва|предусм|определен|решает)|"
    r"(?:сформулирован|поставлен|выделен|учт[её]н|всего)\w*|оценил\w* (?:\w+ )?(?:\w+ )?риск|\bцел[ьи]\b[^.]*нужно решить",
    re.IGNORECASE,
)


def _noun(forms: str) -> re.Pattern[str]:
    return re.compile(forms)  # a noun that is counted stands in small letters


def _of_kinds(*kinds: ParticipantKind) -> Callable[[Programme], int]:
    return lambda programme: sum(one.kind in kinds for one in programme.participants)


_PARTICIPANTS = (
    _Counted(
        "участников",
        _noun(r"участник(?:а|ов|ами|ам|ах)?\b"),
        lambda programme: len(programme.participants),
        _CLUSTER,
    ),
    _Counted(
        "колледжей",
        _noun(r"колледж(?:а|ей|ами|ам|ах)?\b"),
        _of_kinds(ParticipantKind.BASE_COLLEGE, ParticipantKind.COLLEGE),
        _CLUSTER,
    ),
    _Counted(
        "предприятий",
        _noun(r"предприяти(?:е|я|й|ями|ям|ях)\b"),
        _of_kinds(ParticipantKind.ENTERPRISE),
        _CLUSTER,
    ),
)
_ROWS = (
    _Counted("задач", _noun(r"задач(?:а|и|у|ами|ам)?\b"), lambda programme: len(programme.tasks), _PROGRAMME),
    _Counted(
        "мероприятий",
        _noun(r"мероприяти(?:е|я|й|ями|ям)\b"),
        lambda programme: len(programme.measures),
        _PROGRAMME,
    ),
    _Counted(
        "показателей",
        _noun(r"показател(?:ь|я|ей|ями|ям)\b"),
        lambda programme: len(programme.indicators),
        _PROGRAMME,
    ),
    _Counted("рисков", _noun(r"риск(?:а|ов|ами|ам)?\b"), lambda programme: len(programme.risks), _PROGRAMME),
)
_EVERY = re.compile(r"\bвсе(?:ми|х|м)?\s$", re.IGNORECASE)
_DO = re.compile(r"\s*(?:[.,;:)–]|$|\w+(?:[юуяа]тся|[юуяа]т|[еи]т|ли|лись|ны|ено)\b)")
_OF_CLUSTER = re.compile(r"\s(?:нашего )?кластера\b")
_AFTER = re.compile(r"\s*(?:[.,;:)–]|$|программы|плана|кластера|и\s)")


def _board(programme: Programme) -> int:
    """How many members the body has that governs the cluster."""
    structure = programme.structure
    if structure is None:
        return 0
    ano, association = structure.ano, structure.association
    return len(ano.board if ano is not None else association.council if association is not None else ())


_BODY = re.compile(
    r"(?:наблюдательн|управляющ|попечительск)\w+\s+совет\w*\s[^.,;]*?(?:из|состоит|входят|вошли|включает|насчитывает)\s",
    re.IGNORECASE,
)
_MEMBERS = (_Counted("членов совета", _noun(r"(?:человек|член(?:а|ов)?)\b"), _board, _BODY),)


@dataclass(frozen=True)
class _Said:
    """A count in a text; it is of all there are, or at least of no more than there are."""

    start: int
    end: int
    value: int
    of_all: bool

    def is_wrong(self, number: int) -> bool:
        """Whether there are not so many."""
        return self.value not in (1, number) if self.of_all else self.value > number


def _wrong(programme: Programme, counted: tuple[_Counted, ...]) -> Iterator[tuple[Span, str, int, _Counted]]:
    """Counts that differ from the tables: place, words, how many there are."""
    numbers = [(one, one.number(programme)) for one in counted]
    for text, at in _texts(programme):
        for one, number in numbers:
            for said in _counts(text, one) if number else ():
                if said.is_wrong(number):
                    yield at(said.start, said.end), text[said.start : said.end], number, one


def _texts(programme: Programme) -> Iterator[tuple[str, Callable[[int, int], Span]]]:
    """The texts of the sections, the goal, the mission, what the measures are and bring."""
    for place in prose(programme):
        for passage in place.passages:
            yield passage.text, partial(place.at, passage)
    scalars = [programme.scalar(field) for field in ("goal", "mission")]
    scalars += [one.scalar(field) for one in programme.measures for field in ("text", "result")]
    for scalar in filter(None, scalars):
        yield str(scalar), scalar.part


def _counts(text: str, one: _Counted) -> Iterator[_Said]:
    """Where a text tells how many there are, and the number."""
    for noun in one.noun.finditer(text):
        within_word = not text[noun.start() - 1 : noun.start()].isspace()
        before = None if within_word else _BEFORE.search(text, max(0, noun.start() - 40), noun.start())
        if before is None:
            continue
        words = before[0]
        if _cardinal(words) is None:  # «объединяет двадцать»
            words = words.split()[-1]
        value = _cardinal(words)
        start = before.end() - len(words)
        of_all = _AFTER.match(text, noun.end()) is not None
        if value is None:
            continue
        sentence = _sentence(text, noun.start())
        of_all = of_all and one.all_of_them.search(sentence) is not None
        if (of_all or _is_at_most(text, start, noun.end())) and not _LATER.search(sentence):
            yield _Said(start, noun.end(), value, of_all)


def _is_at_most(text: str, start: int, end: int) -> bool:
    """«Все четыре колледжа», «в пяти колледжах кластера»: there are no fewer."""
    every = _EVERY.search(text, 0, start) is not None and _DO.match(text, end) is not None
    return every or _OF_CLUSTER.match(text, end) is not None


def _sentence(text: str, at: int) -> str:
    starts = [0, *(match.end() for match in _SENTENCE.finditer(text))]
    start = max(one for one in starts if one <= at)
    return text[start : min((one for one in starts if one > at), default=len(text))]


def _cardinal(words: str) -> int | None:
    if words.isdigit():
        return int(words)
    try:
        return parse_cardinal(words)
    except ValueError:
        return None


@rule("D811")
def participants_in_text(document: Document[Programme], corpus: Corpus) -> Findings:
    """Число участников в тексте не равно числу участников в перечне.

    Сверяется там, где говорится обо всём кластере: «в кластер входят три колледжа и четыре предприятия», «каждый из
    десяти участников», «наблюдательный совет из пяти человек». «Все пять колледжей» и «в пяти колледжах кластера» не
    бывает, если колледжей меньше. О новых и будущих участниках («войдут», «ещё») речь не идёт.

    Плохо:
        sections:
          organisation:
            participants: В кластер входят три колледжа и одно предприятие. Участники показаны в таблице [](#table-participants).
    Хорошо:
        sections:
          organisation:
            participants: В кластер входят два участника. Они показаны в таблице [](#table-participants).
    """
    yield from _told(document.record, _PARTICIPANTS, "в перечне")
    yield from _told(document.record, _MEMBERS, "в его составе")


@rule("D812")
def rows_in_text(document: Document[Programme], corpus: Corpus) -> Findings:
    """Число задач, мероприятий, показателей или рисков в тексте не равно числу строк таблицы.

    Сверяется там, где говорится обо всей программе: «программа включает 17 мероприятий», «поставлены четыре задачи».

    Плохо:
        sections:
          measures:
            schedule: План включает четыре мероприятия, он приведён в таблице [](#table-measures).
    Хорошо:
        sections:
          measures:
            schedule: План включает два мероприятия, он приведён в таблице [](#table-measures).
    """
    yield from _told(document.record, _ROWS, "в программе")


def _told(programme: Programme, counted: tuple[_Counted, ...], where: str) -> Findings:
    for span, said, number, one in _wrong(programme, counted):
        yield Finding(
            span, f"в тексте «{said}», а {one.what} {where} – {number}", "исправьте текст или таблицу"
        )
