"""«Также» or «так же», and compounds whose joined form the dictionary knows."""

import re

from docgen.language.patterns import lazy
from docgen.language.proofreading.morphology import readings
from docgen.language.proofreading.rule import Slip, Slips, like, prose, text_rule
from docgen.language.proofreading.sought import sought
from docgen.language.proofreading.spelling import PARTED_BY_HYPHEN

_SO = sought(r"(?<![\w-])([Тт]ак же)(?=[ \u00a0]+([а-яё]+)(?![\w-]))")
_AS = lazy(r"(?<![\w-])(?:как|словно|будто|насколько)(?![\w-])")
_AFTER_SO = frozenset(["INFN", "PRTF", "GRND", "VERB", "NOUN"])
_TOLD = lazy(
    r"необходимо|следует|прошу|просим|предлага|отмеч|сообща|поручить|рекоменду|нужно|важно|принял|принять|были|был[ао]|обеспечить|рассмотр"
)
_MANNER = frozenset(["ADVB", "ADJS", "PRTS", "COMP", "ADJF", "PRED"])


@text_rule("L077", "warning")
def also(text: str) -> Slips:
    """«Так же» вместо «также».

    «Также» – союз, его можно заменить на «и» или «тоже»; «так же» раздельно – сравнение: так же уверенно, так же, как.

    Плохо: региону следует так же предусмотреть резерв
    Плохо: работу координаторов, так же принявших участие
    Плохо: не только итоги, но так же перспективы
    Хорошо: следует также предусмотреть; работает так же уверенно, как мастер; так же, как и в прошлом году
    """
    masked = prose(text)
    for match in _SO.finditer(masked):
        clause = re.split(r"[.;!?]", masked[match.end() : match.end() + 200])[0]
        before = re.split(r"[.;!?]", masked[max(0, match.start() - 120) : match.start()])[-1]
        if _AS.search(clause) or re.search(r"(?<![\w-])как(?![\w-])[^,]*,\s*\Z", before):
            continue
        if _TOLD.match(match[2]) or re.search(r"(?<!\w)а\s\Z", before):
            continue  # told by the rule on words joined or parted
        kinds = {parse.tag.POS for parse in readings(match[2])}
        joined = re.search(r"(?<!\w)(?:но|а|и)\s+\Z", before)
        if (
            (before.rstrip(" ").endswith(",") and kinds and kinds <= {"PRTS", "VERB"})
            or (kinds & _AFTER_SO and not kinds & _MANNER)
            or (joined and kinds == {"PREP"})
        ):
            yield Slip(match.start(1), match.end(1), "союз «также» пишут слитно", like(match[1], "также"))


_PREFIX = (
    "агро|авто|видео|аудио|фото|теле|радио|био|гео|электро|гидро|кино|микро|макро|мега|мото|нано|нейро|термо|эко|энерго|нефте|газо|"
    "машино|металло|сельско|лесо|водо|тепло|много|мало|внутри|меж|между|супер|ультра|гипер|анти|сверх|обще|"
    "само|взаимо|средне|высоко|низко|мульти|псевдо|транс|трудо|судо|авиа|выше|ниже"
)
_HYPHENED = sought(rf"(?<![\w-])((?:{_PREFIX}))-([а-яё]{{3,}})(?![\w-])", re.IGNORECASE)


@text_rule("L078", "warning")
def needless_hyphen(text: str) -> Slips:
    """Лишний дефис в сложном слове.

    Части «агро-», «авто-», «видео-», «меж-», «сверх-» пишут слитно: агропромышленный, видеоконференция.

    Плохо: предприятия агро-промышленного комплекса
    Плохо: провести видео-конференцию
    Хорошо: агропромышленного комплекса; видеоконференция; аудио- и видеозаписи; видео-конференц-связь; социально-экономический
    """
    for match in _HYPHENED.finditer(prose(text)):
        right = match[1] + match[2].lower()
        if not PARTED_BY_HYPHEN.match(match[0]) and readings(right.lower()):
            yield Slip(match.start(), match.end(), f"слово пишут слитно: «{right}»", right)
