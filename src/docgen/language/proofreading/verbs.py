"""Verbs in -тся and -ться."""

import re

from docgen.language.patterns import lazy
from docgen.language.proofreading.grammar import nouns, parts
from docgen.language.proofreading.morphology import readings
from docgen.language.proofreading.rule import Slip, Slips, prose, text_rule
from docgen.language.proofreading.sought import sought

_MODAL = sought(
    r"(?<![\w-])(мо(?:жет|гут|жем|гу)|мог(?:ла|ло|ли)?|долж(?:ен|на|но|ны)|необходимо|следует|нужно|надо|буд(?:ет|ут|ем)|планиру(?:ет|ют)|предстоит|обязан[аоы]?|вправе|готов[аоы]?|смо(?:жет|гут)|рекоменду(?:ем|ется|ю)|предлага(?:ем|ется|ю)|прош(?:у|им)|реш(?:ил[аи]?|или|ено)|можно|нельзя|стремится|стремятся|хотят|успел[аи]?|позволит|позволяет|обязует|поручено)\s+(не\s+)?([а-яё]{2,}т)(ся)(?![\w-])",
    re.IGNORECASE,
)
_SECOND_INFINITIVE = sought(r"(?<![\w-])[а-яё]+ться\s+и\s+([а-яё]{3,}т)(ся)(?![\w-])")
_AFTER_NOUN = sought(r"(?<![\w-])([а-яё]+)\s+([а-яё]{4,}ть)(ся)(?![\w-])", re.IGNORECASE)
_FINITE = sought(
    r"(?<![\w-])((?:проводи|осуществля|явля|находи|состоя|реализовыва|выполня|требова|планирова|обеспечива|направля|рассматрива|создава|размеща|принима|продолжа|начина|заканчива|заверша|относи|счита|называ|предлага|предусматрива|формирова|использова|применя|утвержда|оплачива|устанавлива|определя|развива|учитыва|получа|готови|име|включа|храни|поруча|разрабатыва|заключа|возлага|организовыва|представля|предоставля|рекоменду|остава|каса)ть)(ся)(?![\w-])"
)
_WANTS_INFINITIVE = lazy(
    r"мо[жг]|долж|необходим|след[уо]|нуж|надо|над(?:о|леж)|буд[еу]|стал|нача|начин|продолж|прекра|обязан|вправе|готов|план|может|предсто|позвол|возможн|способн|требу|разреш|запре|смо[жг]|успе|дол|чтобы|прав[оа]|решен|цел|задач|нельзя|переста|хо[тч]|пор[ау]|желат|обяз|скло|стара|стрем|прод|долг|намер|рекоменд|предлож|предлаг|реши|вынужд|рад|призва|обеспеч|как|где|куда|порядок|проси|поруч|умет|учи|удал|удаст|приш|при(?:дё|де)т|легко|трудно|важно"
)


_MODAL_AFTER = lazy(r"\s+(?:не\s+)?(?:буд|мо[жг]|долж|обязан|намерен|готов)[а-яё]+")


_NEVER = sought(
    r"(?<![\w-])([а-яё]+[ауюя]е)ть(ся)(?![\w-])|(?<![\w-])([а-яё]+ю)ть(ся)(?![\w-])", re.IGNORECASE
)


@text_rule("L104", "error", seeks=(_MODAL, _NEVER, _SECOND_INFINITIVE, _AFTER_NOUN, _FINITE))
def tsya(text: str) -> Slips:
    """«-тся» и «-ться» перепутаны.

    Что делает? – проводится; что делать? – проводиться. После «может», «должен», «будет» нужна неопределённая форма.

    Плохо: совещание проводиться ежемесячно
    Плохо: отчёт может направляется по почте
    Хорошо: совещание проводится; отчёт может направляться; необходимо готовиться
    """
    masked = prose(text)
    for match in _MODAL.finditer(masked):
        infinitive = f"{match[3]}ься"
        known = readings(infinitive) and any(parse.tag.POS == "INFN" for parse in readings(infinitive))
        right = infinitive if known else _infinitive(match[3] + "ся")
        if right:
            yield Slip(match.start(3), match.end(), f"после «{match[1]}» пишут «{right}»", right)
    for match in _NEVER.finditer(masked):
        right = f"{match[1] or match[3]}тся"
        yield Slip(match.start(), match.end(), f"верная форма – «{right}»", right)
    yield from _after_others(masked)
    for match in _FINITE.finditer(masked):
        clause = re.split(r"[.;!?:(]|\n\s*\n", masked[max(0, match.start() - 150) : match.start()])[-1]
        if (
            _MODAL_AFTER.match(masked, match.end())
            or not clause.strip()
            or _WANTS_INFINITIVE.search(clause.lower())
        ):
            continue
        yield Slip(
            match.start(), match.end(), "на вопрос «что делает?» отвечает форма на «-тся»", _finite(match[0])
        )


def _after_others(masked: str) -> Slips:
    """A second verb after «и», and a verb after its subject."""
    for match in _SECOND_INFINITIVE.finditer(masked):
        right = _infinitive(match[1] + "ся")
        if right:
            yield Slip(match.start(1), match.end(), f"вместе с первым глаголом пишут «{right}»", right)
    for match in _AFTER_NOUN.finditer(masked):
        if _FINITE.match(masked, match.start(2)) or _MODAL_AFTER.match(masked, match.end()):
            continue
        clause = re.split(r"[.;!?:(,]|\n\s*\n", masked[max(0, match.start() - 150) : match.start(2)])[-1]
        if _noun_opens(clause) and not _WANTS_INFINITIVE.search(clause.lower()):
            right = _finite(match[2] + match[3])
            yield Slip(match.start(2), match.end(), "на вопрос «что делает?» отвечает форма на «-тся»", right)


def _noun_opens(clause: str) -> bool:
    """Whether the clause is a noun phrase in the nominative and no order to somebody: «Совет колледжа»."""
    words = re.findall(r"[а-яё-]+", clause.lower())
    if not words or not nouns(words[0], "nomn") or any(form.case == "datv" for form in nouns(words[0])):
        return False
    return not any(
        parts(word) & {"VERB", "INFN", "PRED", "PRTS", "ADJS", "NPRO", "GRND"} - (parts(word) & {"NOUN"})
        for word in words
    )


def _infinitive(word: str) -> str | None:
    for parse in readings(word):
        if parse.tag.POS == "VERB":
            return str(parse.normal_form)
    return None


def _finite(word: str) -> str | None:
    for parse in readings(word):
        form = parse.inflect({"VERB", "3per", "sing", "pres"}) or parse.inflect({"VERB", "3per", "sing"})
        if form:
            return str(form.word)
    return None
