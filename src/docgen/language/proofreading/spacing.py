"""Spaces: missing, doubled, out of place."""

import re

from docgen.language.patterns import lazy
from docgen.language.proofreading.rule import Slip, Slips, prose, text_rule
from docgen.language.proofreading.sought import sought
from docgen.language.proofreading.telltale import DOUBLED

_GLUED_FIGURE = sought(
    r"(?<![\w№/.-])(\d+)([а-яё]{4,}|[гГ]\.|гг\.|год|мая|млн|чел\.|тыс\.?|руб\.?|час|дня|дн\.|лет|экз\.)(?![\w-])",
    word="0[А-яё]",
)
_GLUED_WORD = sought(
    r"(?<![\w-])([Оо]т|[Дд]о|[Зз]а|[Нн]а|[Пп]о|[Ии]з|[А-ЯЁа-яё][а-яё]{3,}|(?<=\d )мая|[вВкКсС](?=(?:19|20)\d\d (?:г\.|год)))(\d+)(?![\w.-])",
    word="[А-яЁё]0",
)
_ORDINAL = lazy(
    r"(?:[оы]?го|[оы]?му|ый|ой|ая|ое|ые|ых|ыми?|летн\w+|дневн\w+|кратн\w+|процентн\w+|этажн\w+|местн\w+|часов\w+|месячн\w+)$"
)


@text_rule("L020", "error", safe=True, seeks=(_GLUED_FIGURE, _GLUED_WORD))
def glued_figure(text: str) -> Slips:
    """Нет пробела между числом и словом.

    «2023году» – одно слово для поиска и переноса; число отделяют от слова пробелом.

    Плохо: в 2023году
    Плохо: до 5июля
    Хорошо: в 2023 году, 1С, 3D-моделирование, кабинет 305а
    """
    for match in _GLUED_FIGURE.finditer(prose(text)):
        hyphen = _ORDINAL.search(match[2]) and match[2] != "часовой"
        right = f"{match[1]}{'-' if hyphen else ' '}{match[2]}"
        yield Slip(
            match.start(),
            match.end(),
            f"между числом и словом нет {'дефиса' if hyphen else 'пробела'}",
            right,
        )
    for match in _GLUED_WORD.finditer(prose(text)):
        yield Slip(match.start(), match.end(), "между словом и числом нет пробела", f"{match[1]} {match[2]}")


_NUMBER_SIGN = sought(r"(?<=[\w.,)])№|№(?=[\w])", word=r"[\w.,)]№|№\w")


@text_rule("L021", "warning", safe=True)
def number_sign(text: str) -> Slips:
    """Нет пробела до или после знака №.

    Знак № отделяют пробелами с обеих сторон, а номер с ним не разрывают.

    Плохо: протокол от 7 ноября 2023 г. №Д05-123/05пр
    Плохо: протокол от 7 ноября 2023 г.№ Д05-123/05пр
    Хорошо: протокол от 7 ноября 2023 г. № Д05-123/05пр
    """
    for match in _NUMBER_SIGN.finditer(prose(text)):
        before = match.start() > 0 and (text[match.start() - 1].isalnum() or text[match.start() - 1] in ".,)")
        after = text[match.end() : match.end() + 1].isalnum()
        where = "до и после знака" if before and after else ("перед знаком" if before else "после знака")
        yield Slip(match.start(), match.end(), f"нет пробела {where} №", f"{' ' * before}№{' ' * after}")


_AFTER_COMMA = sought(
    r"(?<=[а-яё»)\d.])[,;](?=[а-яёА-ЯЁ«])|(?<=[а-яёА-ЯЁ»)])[,;](?=[\d(])(?!,\d)",
    word=r"[,;][а-яёА-ЯЁ«]|[а-яёА-ЯЁ»)][,;][\d(]",
)
_AFTER_END = sought(
    r"(?<=[а-яё»)])[?!](?=[А-ЯЁа-яё«])|(?<=[а-яё]{2}):(?=[А-ЯЁа-яё«])|(?<=[»)]):(?=[А-Яа-яЁё])",
    word="[?!:][А-ЯЁа-яё«]",
)


@text_rule("L022", "error", safe=True)
def after_sign(text: str) -> Slips:
    """Нет пробела после знака препинания.

    После запятой, точки с запятой, двоеточия, вопросительного и восклицательного знака ставят пробел.

    Плохо: колледжи,предприятия и регионы
    Хорошо: колледжи, предприятия и регионы; 3,5 млн, 1С:Предприятие, 12:00
    """
    masked = prose(text)
    for pattern in (_AFTER_COMMA, _AFTER_END):
        for match in pattern.finditer(masked):
            yield Slip(match.start(), match.end(), f"нет пробела после знака «{match[0]}»", f"{match[0]} ")


_AFTER_STOP = sought(
    r"(?<![\w.])([А-ЯЁа-яё]?[а-яё]{2,}|\d{4} г|[»)])\.(?=[А-ЯЁ«][а-яё»]|[А-ЯЁ] )", word=r"[а-яё»)]\.[А-ЯЁ«]"
)
_BRANDS = frozenset(["Яндекс", "Сбер", "Госуслуги", "Дзен", "Контур", "Мой", "Про"])
_STICKY = sought(
    r"(?<![\w.])(г|ул|д|п|пп|ст|ч|рис|табл|стр|им|т|с|гл|корп|каб|просп|пр|обл|пос|пер|руб|тыс|млн)\.(?=[А-ЯЁ][а-яё]|\d)",
    word=r"[а-я]\.[А-ЯЁ\d]",
)


@text_rule("L023", "error", safe=True)
def after_full_stop(text: str) -> Slips:
    """Нет пробела после точки.

    Между предложениями, а также после «г.», «п.», «ст.» ставят пробел; после «г.» и «п.» – неразрывный.

    Плохо: Принять к сведению.Направить письмо
    Плохо: согласно п.2.1 приказа
    Хорошо: Принять к сведению. Направить письмо; В.С. Неумывакин; сайт firpo.ru; Яндекс.Карты
    """
    masked = prose(text)
    for match in _AFTER_STOP.finditer(masked):
        if match[1] not in _BRANDS and not _STICKY.match(masked, match.start()):
            yield Slip(match.end() - 1, match.end(), "нет пробела после точки", ". ")
    for match in _STICKY.finditer(masked):
        yield Slip(match.start(), match.end(), f"нет пробела после «{match[0]}»", f"{match[0]} ")


_DOUBLE = sought(r"(?<=[^\s«„(_])[ \u00a0]{2,3}(?=[^\s»_])", word=DOUBLED)


@text_rule("L024", "warning", safe=True)
def double_space(text: str) -> Slips:
    """Два пробела подряд.

    Между словами и после номера пункта ставят один пробел; отступы и столбцы задают свойствами, а не пробелами.

    Плохо: 1.  Принять информацию к сведению
    Хорошо: 1. Принять информацию к сведению
    """
    for match in _DOUBLE.finditer(text):
        yield Slip(match.start(), match.end(), "два пробела подряд", " ")


_BEFORE_SIGN = sought(
    r"(?<=[^\s(«„\[,])[ \u00a0]+(?:(?=[,;](?![)(-]))|(?=[!?](?!=))|(?=:(?![()DPp/-]))|(?=\.(?![\w.\ue000]))|(?<=[а-яё] )(?=\.[А-ЯЁ][а-яё])|(?=[)»”](?![)»]*[\w])))",
    word=r"\A[,;:.!?)»”]",
)


@text_rule("L025", "error", safe=True)
def before_sign(text: str) -> Slips:
    """Пробел перед знаком препинания.

    Запятую, точку, двоеточие и закрывающую скобку или кавычку пишут вплотную к слову.

    Плохо: новых партнеров , повышение доли
    Хорошо: новых партнёров, повышение доли :)
    """
    masked = prose(text)
    for match in _BEFORE_SIGN.finditer(masked):
        yield Slip(match.start(), match.end(), f"лишний пробел перед знаком «{masked[match.end()]}»", "")


_AFTER_OPENING = sought(r"(?<=[(«„])[ \u00a0]+(?=[^\s»)_])")


@text_rule("L026", "error", safe=True)
def after_opening(text: str) -> Slips:
    """Пробел после открывающей скобки или кавычки.

    Открывающие скобку и кавычку пишут вплотную к следующему слову.

    Плохо: центров ( кластеров)
    Хорошо: центров (кластеров)
    """
    for match in _AFTER_OPENING.finditer(prose(text)):
        sign = text[match.start() - 1]
        yield Slip(match.start(), match.end(), f"лишний пробел после знака «{sign}»", "")


_BEFORE_OPENING = sought(
    r"(?<=[а-яё]{2}|[А-ЯЁ]{2})(?:\((?=[А-яЁё«]{5}|[а-яё]+ |[А-ЯЁ]{2,}\))|«(?=[А-яЁёA-Za-z„«]))|(?<=[\d»%])\((?=[А-яЁё]{2}|«)",
    word=r"[А-ЯЁа-яё\d»%][(«]",
)
_AFTER_CLOSING = sought(
    r"»(?=[А-яЁёA-Za-z0-9(])|(?<=[а-яё]{5})\)(?=[А-яЁё])|(?<=[А-ЯЁ.»\d%])(?<!^\d)(?<!\s\d)(?<!\d{2})\)(?=[А-яЁё]{2})|(?<=[а-яё]{3})\)(?=\d)",
    re.MULTILINE,
    word=r"»[А-яЁёA-Za-z0-9(]|\)[А-яЁё\d]",
)


@text_rule("L027", "error", safe=True)
def around_pair(text: str) -> Slips:
    """Нет пробела до открывающей или после закрывающей скобки или кавычки.

    Снаружи скобки и кавычки отделяют от слов пробелом.

    Плохо: проекта«Профессионалитет»
    Плохо: центров(кластеров)
    Хорошо: проекта «Профессионалитет», предприятие(я)-партнёр(ы), (не)выполнение
    """
    masked = prose(text)
    for match in _BEFORE_OPENING.finditer(masked):
        yield Slip(match.start(), match.end(), f"нет пробела перед знаком «{match[0]}»", f" {match[0]}")
    for match in _AFTER_CLOSING.finditer(masked):
        yield Slip(match.start(), match.end(), f"нет пробела после знака «{match[0]}»", f"{match[0]} ")
