"""Commas that are missing or too many."""

import re

from docgen.language.patterns import lazy
from docgen.language.proofreading.rule import Slip, Slips, prose, text_rule
from docgen.language.proofreading.sought import sought

_WHICH = sought(
    r"(?<![а-яё»)])([а-яё»)]+)(\s+)((?:(?:в|на|за|через|под|про|по|о|об|с|к|у|из|от|для|при|во|со|между|перед|благодаря|согласно)\s+)?котор(?:ый|ая|ое|ые|ую|ого|ой|ому|ым|ых|ыми|ом|ым))(?!\w)"
)
_NO_COMMA = frozenset(
    [
        "и",
        "или",
        "а",
        "но",
        "либо",
        "то",
        "что",
        "как",
        "чтобы",
        "лишь",
        "только",
        "даже",
        "именно",
        "не",
        "ни",
        "тот",
        "та",
        "те",
        "то",
        "же",
        "на",
        "в",
        "о",
        "об",
        "по",
        "с",
        "к",
        "у",
        "из",
        "от",
        "для",
        "при",
        "во",
        "со",
        "за",
        "про",
        "под",
        "через",
        "кто",
        "если",
        "где",
        "часть",
        "цель",
        "суть",
        "важно",
        "неважно",
        "неясно",
        "известно",
        "решить",
        "всё",
        "все",
    ]
)


def _first_in_sentence(masked: str, place: int) -> bool:
    """Whether no sign stands between the beginning of the sentence and the place: no clause can be open there."""
    before = masked[max(0, place - 90) : place]
    if len(before) == 90 or not before:
        return False
    return not re.search(r"[,;:.!?–—(«\n]", before)


@text_rule("L100", "error")
def comma_before_which(text: str) -> Slips:
    """Нет запятой перед «который».

    Придаточное определительное отделяют запятой; если перед «который» предлог, запятая стоит перед предлогом.

    Плохо: направить отчёт который утверждён советом
    Плохо: проект в котором участвуют колледжи
    Хорошо: отчёт, который утверждён; проект, цель которого ясна; проект, участие в котором бесплатно; кластер, в составе которого
    """
    masked = prose(text)
    for match in _WHICH.finditer(masked):
        word, joined = match[1], match[3]
        alone = " " not in joined and "\n" not in joined
        oblique = alone and not joined.endswith(("ый", "ая", "ое", "ые", "ую"))
        if word.lower() in _NO_COMMA or (oblique and not _first_in_sentence(masked, match.start())):
            continue
        start = masked.rfind(",", max(0, match.start() - 60), match.start())
        clause = masked[start + 1 : match.start(2)] if start >= 0 else ""
        if (
            not alone
            and start >= 0
            and not re.search(r"[.;:!?]|\b(?:что|чтобы|если|который|которая|которые|где)\b", clause)
            and len(clause.split()) <= 3
        ):
            continue
        if word == ")" and alone:
            word = ""
        yield Slip(
            match.start(2),
            match.end(),
            "перед «который» нужна запятая",
            f",{match[2]}{joined}" if "\n" not in match[0] else None,
        )


_SAY = (
    r"сообща\w+|сообщ(?:ил[аи]?|ено|ить)|отмети(?:л[аи]?|ть)|отмеч(?:ено|ает|аем|ают)|информиру(?:ем|ет|ю)|указа(?:л[аи]?|но|ть)|счита(?:ем|ет|ют|ю|ет)|поясни(?:л[аи]?|ть)|"
    r"подчеркну(?:л[аи]?|ть|то)|уведомля(?:ем|ет|ю)|установлено|известно|напомина(?:ем|ет|ю)|учитывая|доложи(?:л[аи]?|ть)|заяви(?:л[аи]?|ть)|полага(?:ем|ет|ют|ю)|"
    r"уточни(?:л[аи]?|ть)|подтвержда(?:ем|ет|ю|ют)|сказа(?:л[аи]?|ть)|выяснилось|следует|предполагается|предполага(?:ем|ет|ют)|отмечается|очевидно|понятно|убедиться|считать|"
    r"показа(?:л[аи]?|но)|планируется|ожидается|решили|надеемся|уверены?|рады|думаю|знаем|видно|добавил[аи]?|гарантируем|установить|сообщить|подтвердить|учесть|констатировать|напомнить|определить|доказать"
)
_THAT = sought(
    rf"(?<![\w-])({_SAY}|(?:о|об|в|на|к|за|из)\s+(?:том|тому|тем|того|то))(\s+)(что|чтобы)(?![\w-])(?!\s+(?:бы|то|-))",
    re.IGNORECASE,
)
_GLUED_UNION = lazy(
    r"(?:в связи с|благодаря|вследствие|несмотря на|ввиду|в силу|кроме|для|с|до|после|прежде|вместо|по причине|исходя из|в случае|невзирая на)\s+\Z",
    re.IGNORECASE,
)
_BUT = sought(r"(?<![а-яё»)\d%])([а-яё»)\d%]+)(\s+)(но)(?!\w)(?=\s+[а-яё«\d])")
_QUESTION = sought(
    r"(?<![\w-])((?:определи|уточни|выясни|установи|реши|указа|сообщи|провери|поня|поясни|показа|отмети|обсуди|рассмотре|узна|зна|оцени|продума|спроси|объясни|прописа)(?:ть|л|ла|ло|ли|ют|ет|ем|т)|"
    r"(?:организаци|колледж|регион|предприяти|площадк|мастерск|город|случа|период|момент|школ|учрежден|техникум)[а-яё]{1,4})"
    r"(\s+)(каки(?:е|х|м|ми)|как(?:ой|ая|ое|ую|ого|ому)|скольк(?:о|их|им)|где|куда|откуда|когда|почему|зачем|кто|кому|кем|насколько|каков(?:а|о|ы)?)(?![\w-])(?=\s+[а-яё])(?!\s+(?:бы|угодно|раз|попало)(?!\w))",
    re.IGNORECASE,
)
_WHETHER = sought(
    r"(?<![\w-])((?:определи|уточни|выясни|установи|провери|сообщи|реши|узна|поясни)(?:ть|л|ла|ли))(\s+)(?=(?:не\s+)?[а-яё]+\s+ли(?!\w))",
    re.IGNORECASE,
)
_AND_NOT = sought(
    r"(?<![а-яё»)\d])([а-яё»)\d]+)(\s+)(а (?:также|именно|не|затем|потом|если|после этого|в дальнейшем|при необходимости|кроме того))(?![\w-])"
)
_NOT_BUT = sought(r"(?<!\w)[Нн]е\s+(?:[а-яё]+\s+){0,2}([а-яё]+)(\s+)(а)(?=\s+[а-яё]{3})")
_SINCE = sought(
    r"(?<![а-яё»)\d])([а-яё»)\d]+)(\s+)(поскольку|так как|потому что|хотя(?! бы)|однако(?= (?:не|до|это|в|на|при|из|срок|часть)(?!\w))|чтобы|если(?! (?:не|бы) ))(?![\w-])"
)
_NOT_AFTER = frozenset(
    [
        "и",
        "а",
        "но",
        "или",
        "да",
        "либо",
        "что",
        "как",
        "то",
        "даже",
        "лишь",
        "только",
        "не",
        "ни",
        "потому",
        "для",
        "постольку",
        "если",
        "когда",
        "того",
        "тому",
        "тем",
        "том",
        "так",
        "все",
        "всё",
        "хотя",
        "однако",
        "где",
        "чем",
        "именно",
        "особенно",
        "просто",
        "в",
        "на",
        "с",
        "о",
        "же",
        "бы",
        "необходимо",
        "важно",
        "нужно",
        "затем",
        "вместо",
        "ради",
        "прежде",
    ]
)


@text_rule("L101", "error", seeks=(_THAT, _WHETHER, _QUESTION, _BUT, _AND_NOT, _NOT_BUT, _SINCE))
def comma_before_conjunction(text: str) -> Slips:
    """Нет запятой перед союзом «что», «но», «а», «так как».

    Придаточное и противопоставление отделяют запятой.

    Плохо: сообщаем что совещание перенесено
    Плохо: не колледж а предприятие
    Плохо: срок прошёл но отчёт не представлен
    Хорошо: сообщаем, что; потому что; несмотря на то что; в связи с тем что; подпункт а пункта 2; не только, но и; для того чтобы
    """
    masked = prose(text)
    for match in _THAT.finditer(masked):
        if not _GLUED_UNION.search(
            masked[max(0, match.start() - 20) : match.start()] + match[1].split()[0] + " "
        ):
            yield _comma(match, 2, match[3])
    for match in _WHETHER.finditer(masked):
        yield Slip(match.start(2), match.end(2), "перед косвенным вопросом нужна запятая", f",{match[2]}")
    for match in _QUESTION.finditer(masked):
        relative = match[3] in {"где", "куда", "откуда", "когда"}
        if relative or match[1].endswith(("ть", "л", "ла", "ло", "ли", "ют", "ет", "ем")):
            yield _comma(match, 2, match[3])
    for pattern in (_BUT, _AND_NOT, _NOT_BUT, _SINCE):
        for match in pattern.finditer(masked):
            before = match[1].lower()
            if before in _NOT_AFTER or (len(before) == 1 and not before.isdigit()):
                continue
            if pattern is _AND_NOT and (
                re.search(r"(?:подпункт\w*|п\.)\s+\Z", masked[max(0, match.start(3) - 12) : match.start(3)])
            ):
                continue
            yield _comma(match, 2, match[3])


def _comma(match: re.Match[str], gap: int, word: str) -> Slip:
    suggestion = None if "\n" in match[gap] else f",{match[gap]}{match[gap + 1]}"
    return Slip(match.start(gap), match.end(gap + 1), f"перед «{word}» нужна запятая", suggestion)
