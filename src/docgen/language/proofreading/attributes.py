"""An adjective and the noun after it, of any words that the dictionary knows (L116)."""

import re

from docgen.language.proofreading.agreement import ADJECTIVE_AND_NOUN, AFTER_NUMERAL
from docgen.language.proofreading.grammar import Form, full, nouns, only
from docgen.language.proofreading.rule import Slip, Slips, prose, text_rule
from docgen.language.proofreading.sought import sought

_PAIR = sought(
    r"(?<![\w-])([А-ЯЁа-яё]{2,}(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ей|ую|юю|ое|ее|ые|ие|ых|их|ыми|ими))(?=\s+([а-яё]{3,})(?![\w-]))"
)
_LIKE_ADJECTIVE = sought(
    r"(?:ведущ|будущ|предстоящ|настоящ|действующ|текущ)(?:ий|его|ему|им|ем|ая|ей|ую|ее|ие|их|ими)\Z"
)
_GOVERNS = sought(
    r"достойн|равн|полн|подобн|необходим|известн|доступн|свойственн|близк|аналогичн|характерн|верн|соответственн|нужн|интересн|понятн|присущ|пропорциональн|тождественн|"
    r"идентичн|противоположн|адекватн|благодарн|обязательн|полезн|опасн|важн|выгодн|удобн|подведомственн|подотч[её]тн|подконтрольн|параллельн|родственн|смежн|эквивалентн|кратн|"
    r"богат|свободн|способн|готов|довольн|больш|меньш|лучш|худш|последн|главн|остальн|прежн|люб|прочих|всеобщ"
)
_CONSIDERS = sought(
    r"счита|считат|призна|сдела|дела[юе]|явля|стал|стать|был|быть|буд|станов|остав|оста|назв|назна|объяв|определ|оказа|представля|выступ|служ|избра|утверди",
    re.IGNORECASE,
)
_SERIES = sought(
    r"[а-яё]+(?:ую|юю|ая|яя|ый|ий|ое|ее|ой|ей|ого|его|ом|ем|ым|им|ых|их|ому|ему|ыми|ими)\s*(?:,|и|или|-)\s+\Z|-\s+(?:и|или)\s+\Z"
)


@text_rule("L116", "warning")
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
        if (
            not (only(adjective, "ADJF") or _LIKE_ADJECTIVE.match(adjective))
            or not only(noun, "NOUN")
            or _GOVERNS.match(adjective)
        ):
            continue
        readings, wanted = full(adjective), nouns(noun)
        if (
            not readings
            or any(form.pronoun for form in readings)
            or any(_agrees(one, two) for one in readings for two in wanted)
        ):
            continue
        before = masked[max(0, match.start() - 60) : match.start()]
        if _SERIES.search(before) or AFTER_NUMERAL.search(before):
            continue
        if any(form.case == "ablt" for form in readings) and _CONSIDERS.search(before):
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
