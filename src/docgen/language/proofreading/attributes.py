"""An adjective and the noun after it, of any words that the dictionary knows (L116)."""

import re
from functools import lru_cache

from docgen.language.patterns import lazy
from docgen.language.proofreading.agreement import ADJECTIVE_AND_NOUN, AFTER_NUMERAL
from docgen.language.proofreading.grammar import Form, full, nouns, only
from docgen.language.proofreading.rule import Slip, Slips, prose, text_rule
from docgen.language.proofreading.sought import sought

_ADJECTIVE = r"(?<![\w-])([А-ЯЁа-яё]{2,}(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ей|ую|юю|ое|ее|ые|ие|ых|их|ыми|ими))"
_AT_END, _NOUN = lazy(rf"{_ADJECTIVE}\Z"), lazy(r"[а-яё]{3,}(?![\w-])")
_LIKE_ADJECTIVE = lazy(
    r"(?:ведущ|будущ|предстоящ|настоящ|действующ|текущ)(?:ий|его|ему|им|ем|ая|ей|ую|ее|ие|их|ими)\Z"
)
_GOVERNS = lazy(
    r"достойн|равн|полн|подобн|необходим|известн|доступн|свойственн|близк|аналогичн|характерн|верн|соответственн|нужн|интересн|понятн|присущ|пропорциональн|тождественн|"
    r"идентичн|противоположн|адекватн|благодарн|обязательн|полезн|опасн|важн|выгодн|удобн|подведомственн|подотч[её]тн|подконтрольн|параллельн|родственн|смежн|эквивалентн|кратн|"
    r"богат|свободн|способн|готов|довольн|больш|меньш|лучш|худш|последн|главн|остальн|прежн|люб|прочих|всеобщ"
)


def _attributes(word: str) -> bool:
    found = _AT_END.search(word)
    return found is not None and bool(_readings(found[1].lower()))


def _at_odds(word: str, following: str) -> bool:
    noun, found = _NOUN.match(following), _AT_END.search(word)
    return noun is not None and found is not None and _unlike(found[1].lower(), noun[0])


@lru_cache(maxsize=20_000)
def _readings(adjective: str) -> tuple[Form, ...]:
    """The readings of an adjective that has a noun of its own; none if it is no adjective or asks for a case."""
    if not (only(adjective, "ADJF") or _LIKE_ADJECTIVE.match(adjective)) or _GOVERNS.match(adjective):
        return ()
    readings = full(adjective)
    return () if any(form.pronoun for form in readings) else readings


def _unlike(adjective: str, noun: str) -> bool:
    """Whether no reading of the one agrees with any of the other."""
    readings = _readings(adjective)
    if not readings or not only(noun, "NOUN"):
        return False
    return not any(_agrees(one, two) for one in readings for two in nouns(noun))


_PAIR = sought(rf"{_ADJECTIVE}(?=\s+([а-яё]{{3,}})(?![\w-]))", word=_attributes, pair=_at_odds)
_CONSIDERS = lazy(
    r"счита|считат|призна|сдела|дела[юе]|явля|стал|стать|был|быть|буд|станов|остав|оста|назв|назна|объяв|определ|оказа|представля|выступ|служ|избра|утверди",
    re.IGNORECASE,
)
_SERIES = lazy(
    r"[а-яё]+(?:ую|юю|ая|яя|ый|ий|ое|ее|ой|ей|ого|его|ом|ем|ым|им|ых|их|ому|ему|ыми|ими)\s*(?:,|и|или|-)\s+\Z|-\s+(?:и|или)\s+\Z"
)


@text_rule("L116", "warning", seeks=(_PAIR,))
def attribute(text: str) -> Slips:
    """Прилагательное и существительное стоят в разных формах.

    Ни в одном прочтении род, число и падеж соседних слов не сходятся: скорее всего, одно из них не исправили.

    Плохо: развитие атомная промышленности
    Плохо: на конкурсном основе
    Плохо: анализ эффективной использования
    Хорошо: развитие атомной промышленности; на конкурсной основе; две новые мастерские; считать целесообразным проведение
    """
    masked = prose(text)
    for match in _PAIR.finditer(masked):
        adjective, noun = match[1].lower(), match[2]
        if ADJECTIVE_AND_NOUN.match(masked, match.start()):
            continue  # told by the rule on frequent adjectives
        if not _unlike(adjective, noun):
            continue
        before = masked[max(0, match.start() - 60) : match.start()]
        if _SERIES.search(before) or AFTER_NUMERAL.search(before):
            continue
        if any(form.case == "ablt" for form in _readings(adjective)) and _CONSIDERS.search(before):
            continue
        yield Slip(match.start(), match.end(2), f"слова «{match[1]}» и «{match[2]}» стоят в разных формах")


def _agrees(adjective: Form, noun: Form) -> bool:
    if (
        adjective.case == noun.case == "accs"
        and adjective.gender != "femn"
        and adjective.number == noun.number
    ):
        return (
            adjective.number == "plur" or noun.gender in {adjective.gender, None} or noun.either or noun.fixed
        )
    return adjective.agrees(noun)
