"""How many of something the text counts, against the tables (D811–D813)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Span, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.walk import Prose, prose
from docgen.language.numbers.numerals import group, parse_number
from docgen.language.numbers.words import parse_cardinal
from docgen.model.layout.layout import ParticipantKind
from docgen.model.markdown.passages import Passage

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
    r"(?:сформулирован|поставлен|выделен|учт[её]н|всего)\w*",
    re.IGNORECASE,
)


def _noun(forms: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=\s){forms}")  # a noun that is counted stands in small letters


def _of_kinds(*kinds: ParticipantKind) -> Callable[[Programme], int]:
    return lambda programme: sum(one.kind in kinds for one in programme.participants)


_PARTICIPANTS = (
    _Counted(
        "участников",
        _noun(r"участник(?:а|ов|ами|ам)?\b"),
        lambda programme: len(programme.participants),
        _CLUSTER,
    ),
    _Counted(
        "колледжей",
        _noun(r"колледж(?:а|ей|ами|ам)?\b"),
        _of_kinds(ParticipantKind.BASE_COLLEGE, ParticipantKind.COLLEGE),
        _CLUSTER,
    ),
    _Counted(
        "предприятий", _noun(r"предприяти(?:е|я|й|ями|ям)\b"), _of_kinds(ParticipantKind.ENTERPRISE), _CLUSTER
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


def _wrong(programme: Programme, counted: tuple[_Counted, ...]) -> Iterator[tuple[Span, str, int, _Counted]]:
    """Counts that differ from the tables: place, words, how many there are."""
    numbers = [(one, one.number(programme)) for one in counted]
    for place in prose(programme):
        for passage in place.passages:
            for one, number in numbers:
                for start, end, said in _counts(passage.text, one) if number else ():
                    if said not in (1, number):
                        yield place.at(passage, start, end), passage.text[start:end], number, one


def _counts(text: str, one: _Counted) -> Iterator[tuple[int, int, int]]:
    """Where a text tells how many of all there are, and the number."""
    for noun in one.noun.finditer(text):
        before = _BEFORE.search(text, max(0, noun.start() - 40), noun.start())
        if before is None or not _AFTER.match(text, noun.end()):
            continue
        words = before[0]
        if _cardinal(words) is None:  # «объединяет двадцать»
            words = words.split()[-1]
        said = _cardinal(words)
        sentence = _sentence(text, noun.start())
        if said is not None and one.all_of_them.search(sentence) and not _LATER.search(sentence):
            yield before.end() - len(words), noun.end(), said


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
    десяти участников», «наблюдательный совет из пяти человек». О новых и будущих участниках («войдут», «ещё») речь не идёт.

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


_STUDYING = re.compile(
    r"(?:в\s+(?:\S+\s+)?колледжах кластера\s+обуча\w+|обуча\w+\s+в\s+(?:\S+\s+)?колледжах кластера|"
    r"(?<=кластер)(?=[^.]*колледж)[^.]*\.\s+в колледжах обуча\w+)\W{0,4}",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"(?P<count>\d{1,3}(?:[ \u00a0]\d{3})+|\d+)\s+(?:человек|студент|обучающ)")


@rule("D813")
def students_in_text(document: Document[Programme], corpus: Corpus) -> Findings:
    """Число обучающихся в колледжах кластера не равно сумме по участникам.

    Сверяется с суммой поля students всех колледжей, когда оно заполнено у каждого.

    Плохо:
        sections:
          organisation:
            participants: В колледжах кластера обучаются 640 человек. Участники показаны в таблице [](#table-participants).
    Хорошо:
        sections:
          organisation:
            participants: В колледжах кластера обучаются 600 человек. Участники показаны в таблице [](#table-participants).
    """
    colleges = [one for one in document.record.participants if one.kind is not None and one.kind.is_college]
    students = [one.students for one in colleges if one.students is not None]
    if not colleges or len(students) < len(colleges):
        return
    counted = sum(students)
    for place, passage, start, end in _students(document.record):
        said = parse_number(passage.text[start:end])
        if said != counted:
            message = f"в тексте обучающихся {group(said)}, а у колледжей вместе {group(counted)}, разница {group(abs(said - counted))}"
            yield Finding(
                place.at(passage, start, end), message, "исправьте текст или численность у участников"
            )


def _students(programme: Programme) -> Iterator[tuple[Prose, Passage, int, int]]:
    """Where the number of students is told, in a sentence or in the cell beside its name."""
    for one in prose(programme):
        label = False
        for passage in one.passages:
            match = _STUDYING.search(passage.text[0].lower() + passage.text[1:])
            found = _PEOPLE.match(passage.text, match.end() if match else 0) if match or label else None
            if found is not None:
                yield one, passage, *found.span("count")
            label = match is not None and match.end() == len(passage.text)
