"""«Представить» or «предоставить»: papers are shown, rights and means are given."""

import re

from docgen.language.patterns import lazy
from docgen.language.proofreading.grammar import nouns, parts
from docgen.language.proofreading.rule import Slip, Slips, prose, text_rule
from docgen.language.proofreading.sought import sought

_PAPERS = (
    r"письм|отч[её]т(?!лив)|документ|информаци|сведени|справк|предложени|заявк|доклад(?!чик)|объяснени|пояснени|спис(?:ок|к)|смет|презентаци|материал(?!ьн)|"
    r"протокол|план(?!ет|ир)|кандидатур|копи(?!ров)|ходатайств|заключени|проект(?!ир)|переч(?:ень|н)|расч[её]т|график|данн|записк|акт(?=$|ы|ов|а|у)|обосновани|замечани|реестр|"
    r"сводк|таблиц|анкет|табел|отзыв|рецензи|характеристик"
)
_GIFTS = (
    r"возможност|доступ|прав(?:о|а|ом)$|субсиди|грант(?!ополуч)|помещени|отпуск|льгот|услуг|скидк|кредит|мест(?:о|а)$|жиль|общежити|гаранти|отсрочк|рассрочк|"
    r"займ|за[её]м|площадк|самостоятельност|слово$|слова$|компенсаци|финансировани|средств|помощ|поддержк|преимуществ|транспорт|аудитори|полномочи|выбор|ресурс|дотаци|транш|стипенди"
)
_PAPER, _GIFT = lazy(rf"(?:{_PAPERS})"), lazy(rf"(?:{_GIFTS})")
_ACTIVE = sought(
    r"(?<![\w-])([Пп]ред(?:о)?став)(ить|ит|ят|ил|ила|или|ило|лю|лять|ляет|ляют|лял|ляла|ляли|лял[аио]|им|ляем|ьте|ив|ляя|лены?|лено?|лена|лен|ляется|ляются|лял(?:ся|ась|ись|ось)|ляться)(?![\w-])"
)
_ADJACENT = sought(
    r"(?<![\w-])([Пп]ред(?:о)?став)(ленн[а-яё]{2,3}|ляем[а-яё]{2,3}|лени[еяюий]|лением|вш[а-яё]{2,3}|ляющ[а-яё]{2,3})\s+((?:[а-яё]+(?:ой|ого|их|ых|ую|ые|ая|ое|ый|ий|ей|его)\s+)?)([а-яё]+)(?![\w-])"
)
_STOP = lazy(r"[.;:!?]|,\s*(?:котор|что|чтобы|а\s|но\s)|[Пп]редо?став")
_WORD = lazy(r"[А-ЯЁа-яё]+(?:-[а-яё]+)*")
_PASSIVE = lazy(r"лены?$|лено$|лена$|ся$|сь$")
_PREPOSITIONS = frozenset(
    [
        "в",
        "во",
        "на",
        "к",
        "ко",
        "о",
        "об",
        "для",
        "при",
        "по",
        "с",
        "со",
        "за",
        "от",
        "до",
        "из",
        "у",
        "без",
        "под",
        "через",
        "после",
        "перед",
    ]
)


@text_rule("L082", "warning", seeks=(_ACTIVE, _ADJACENT))
def give_or_present(text: str) -> Slips:
    """«Предоставить» и «представить» перепутаны.

    Письмо, отчёт и список представляют (показывают), а возможность, право, субсидию предоставляют (дают).

    Плохо: предоставить письмо с объяснением причин
    Плохо: предоставить в Департамент отчёт
    Плохо: представить возможность пройти стажировку
    Плохо: слово для доклада представлено директору
    Хорошо: представить письмо; предоставить возможность; предоставить субсидию; представить себе; слово предоставлено директору
    """
    masked = prose(text)
    if "став" not in masked:
        return
    for match in _ADJACENT.finditer(masked):
        yield from _judged(match, _kind(match[4].lower()))
    for match in _ACTIVE.finditer(masked):
        yield from _judged(match, _object(masked, match))


def _judged(match: re.Match[str], kind: str | None) -> Slips:
    gives = "предо" in match[1].lower()
    if kind is None or gives == (kind == "gift"):
        return
    root = match[1][0] + ("редстав" if gives else "редостав")
    why = (
        "документы не предоставляют, а представляют"
        if gives
        else "возможности, права и средства не представляют, а предоставляют"
    )
    end = match.start(2) + len(match[2])
    yield Slip(match.start(), end, why, root + match[2])


def _kind(word: str) -> str | None:
    if _PAPER.match(word):
        return "paper"
    return "gift" if _GIFT.match(word) else None


def _object(masked: str, match: re.Match[str]) -> str | None:
    """What is given: the first noun of either kind after the verb (or before a passive one) that may be its object."""
    after = _STOP.split(masked[match.end() : match.end() + 160])[0]
    after = after if _PASSIVE.search(match[2]) else after.partition(",")[0]
    words = [word[0].lower() for word in _WORD.finditer(after)][:9]
    if _PASSIVE.search(match[2]):
        before = _STOP.split(masked[max(0, match.start() - 160) : match.start()])[-1]
        ahead = [word[0].lower() for word in _WORD.finditer(before)]
        agrees = _AGREES.get(match[2], "plur" if match[2].endswith(("ются", "лись")) else "sing")
        return _first(ahead, "nomn", agrees) or _first(words, "nomn", agrees)
    return _first(words, "accs")


_AGREES = {"лен": "masc", "лена": "femn", "лено": "neut", "лены": "plur", "лялась": "femn", "лялось": "neut"}


def _plain_noun(word: str) -> bool:
    return bool(nouns(word)) and "ADJF" not in parts(word)


def _first(words: list[str], case: str, agrees: str | None = None) -> str | None:
    """The kind of the first noun of either kind in the case, not after a preposition and not after another noun."""
    previous = ""
    governed = False
    for word in words:
        if word in _PREPOSITIONS:
            governed = True
        elif found := nouns(word):
            fits = any(
                form.case == case
                and (
                    agrees is None
                    or agrees == form.number
                    or (agrees == form.gender and form.number == "sing")
                )
                for form in found
            )
            if fits and not governed and _kind(word) and not (_plain_noun(previous) and nouns(word, "gent")):
                return _kind(word)
            governed = False
        previous = word
    return None
