"""Figures, money, shortened words, numerals."""

import re

from docgen.language.proofreading.rule import Slip, Slips, prose, text_rule

_POINT = re.compile(
    r"(?<![\w.,№/-])(\d+)\.(\d{1,2})(?=\s*(?:%|млн|млрд|трлн|тыс|руб|процент|кг(?!\w)|км(?!\w)|га(?!\w)|раза(?!\w)|балл|тонн|м²|кв\.|ставк|часа(?!\w)))"
)


@text_rule("L060", "error", safe=True)
def decimal_point(text: str) -> Slips:
    """Точка вместо запятой в дробном числе.

    По-русски дробную часть отделяет запятая: 253,2 млн рублей. Точка нужна номерам пунктов.

    Плохо: 253.2 млн рублей
    Хорошо: 253,2 млн рублей, п. 2.1, версия 2.10
    """
    for match in _POINT.finditer(prose(text)):
        if not re.search(
            r"(?:п|пп|пункт\w*|верси\w+|раздел\w*)\.?\s*\Z", text[max(0, match.start() - 10) : match.start()]
        ):
            yield Slip(match.start(), match.end(), "дробную часть отделяет запятая", f"{match[1]},{match[2]}")


_UNIT = (
    r"(?:млн|млрд|трлн|тыс|руб|рубл|чел|обучающ|студент|участник|процент|экз|штук|тонн|единиц|кв|га(?!\w))"
)
_GROUPS = re.compile(
    rf"(?<![\w.,/№-])(?<!№ )\d{{1,3}}(?:[ \u00a0]\d{{3}})*[ \u00a0](?:\d{{4,}}|0\d?)(?=(?:,\d+)?\s+{_UNIT})"
    r"|(?<![\w.,/№ -])\d{1,3}(?:[ \u00a0]\d{3})*[ \u00a0]0\d{3,}(?![\w-])"
    rf"|(?<![\w.,/№-])\d{{1,3}}(?:[ \u00a0]\d{{1,2}})(?:[ \u00a0]\d{{3}})+(?=(?:,\d+)?\s+{_UNIT})"
    rf"|(?<![\w.,/№-])\d{{4,}}[ \u00a0]\d{{3}}(?=(?:,\d+)?\s+{_UNIT})"
)
_FOREIGN_GROUPS = re.compile(
    rf"(?<![\w.,/№-])\d{{1,3}}(?:([,.'])\d{{3}})(?:\1\d{{3}})*(?=\s+{_UNIT})(?<!,\d\d\d)|(?<![\w.,/№-])\d{{1,3}}(?:,\d{{3}}){{2,}}(?![\w,])"
)
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d[ \u00a0]\d{3}\Z")


@text_rule("L061", "error")
def digit_groups(text: str) -> Slips:
    """Разряды числа разделены неверно.

    Разряды отсчитывают по три цифры справа и разделяют пробелом: 150 000. Иначе число прочтут в десять раз больше.

    Плохо: 15 0000 рублей
    Плохо: 150.000 рублей
    Хорошо: 150 000 рублей, 3270 рублей, 2,125 тонны, № 15 0001
    """
    masked = prose(text)
    for match in _GROUPS.finditer(masked):
        if not _YEAR_FIRST.match(match[0]):
            yield Slip(match.start(), match.end(), "цифры сгруппированы не по три")
    for match in _FOREIGN_GROUPS.finditer(masked):
        right = re.sub(r"[,.']", " ", match[0])
        yield Slip(match.start(), match.end(), "разряды числа разделяет пробел", right)


_PERCENT = re.compile(r"(?<=\d)%(?!-)")


@text_rule("L062", "info", safe=True)
def percent(text: str) -> Slips:
    """Нет пробела перед знаком процента.

    По ГОСТ 8.417 знак % отделяют от числа неразрывным пробелом.

    Плохо: 85% обучившихся
    Хорошо: 85 % обучившихся, 85%-ный охват
    """
    for match in _PERCENT.finditer(prose(text)):
        yield Slip(match.start(), match.end(), "нет пробела перед знаком %", " %")


_MILLION = re.compile(r"(?<=\d)(\s)(млн|млрд|трлн)\.(?=\s+[а-яё(])")
_ROUBLE = re.compile(r"(?<=[\dнд.])\s(руб|коп|тыс)(?![\w.])")
_TRAILING = re.compile(
    r"(?<![\w.])(т\.\s?(?:д|п|ч|е|к|н|о))(?![\w.])|(?<!\w)(тд|тп)(?=[.,;)])|(?<![\w.])(т)\s?(?=[дпкеч]\.)"
)


@text_rule("L063", "warning", safe=True)
def shortened(text: str) -> Slips:
    """Точка при сокращении поставлена неверно.

    «млн» и «млрд» пишут без точки, а «тыс.», «руб.», «коп.», «т.д.», «т.к.» – с точкой после каждого слова.

    Плохо: 253,2 млн. рублей
    Плохо: 100 руб и 50 коп
    Плохо: гранты, субсидии и т.д
    Хорошо: 253,2 млн рублей, 100 руб. 50 коп., субсидии и т.д.
    """
    masked = prose(text)
    for match in _MILLION.finditer(masked):
        yield Slip(match.start(2), match.end(), f"«{match[2]}» пишут без точки", match[2])
    for match in _ROUBLE.finditer(masked):
        yield Slip(match.start(1), match.end(1), f"«{match[1]}.» пишут с точкой", f"{match[1]}.")
    for match in _TRAILING.finditer(masked):
        group = match.lastindex or 1
        right = {"тд": "т.д", "тп": "т.п"}.get(match[group]) or f"{match[group]}."
        yield Slip(match.start(group), match.end(group), "в сокращении не хватает точки", right)


_ENDINGS = {
    "ый": "й", "ой": "й", "ий": "й", "ая": "я", "яя": "я", "ое": "е", "ее": "е", "ые": "е", "ие": "е", "ого": "го", "его": "го",
    "ому": "му", "ему": "му", "ым": "м", "им": "м", "ом": "м", "ую": "ю", "ых": "х", "их": "х", "ыми": "ми", "ей": "й",
}  # fmt: skip
_LONG_ENDING = re.compile(
    r"(?<![\w.,-])(\d+)-(ый|ой|ий|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ом|ую|ых|их|ыми)(?![\w-])"
)
_GLUED_ENDING = re.compile(r"(?<![\w.,№/-])(\d+)(ый|ой|ий|ая|ое|ые|ого|го|ому|му|ых|х|ым|ми|ую|й|я)(?![\w-])")
_COUNT = re.compile(
    r"(?<![\w.,№/–-])(\d+)-(ти|ми|ью|мя|ти|ех|ёх|ух|х)(?=[ \u00a0]+(?!(?:класс|курс|групп|разряд|год|этаж|семестр|квартал|дн[яе]й? недели|числ|сут|и\s|или\s))[а-яё])"
)
_TAIL_COUNT = re.compile(
    r"(?<![\w.,№/–-])(\d+)-(?:ти|ми|ух|ёх|ех)[-–]?(?=(?:летн|дневн|процентн|минутн|часов|этажн|месячн|балльн|летие|лети))"
)


@text_rule("L064", "warning", safe=True)
def numeral_ending(text: str) -> Slips:
    """Лишнее или неверное окончание при числе, записанном цифрами.

    Порядковое число наращивают одной буквой («1-й», «5-го»), а количественное не наращивают вовсе («5 рабочих дней»).

    Плохо: 1-ый этап
    Плохо: в течение 5-ти рабочих дней
    Плохо: 2ой квартал
    Хорошо: 1-й этап, в течение 5 рабочих дней, 5-х классов, 1990-х годов, 85-процентный
    """
    masked = prose(text)
    for match in _LONG_ENDING.finditer(masked):
        right = f"{match[1]}-{_ENDINGS[match[2]]}"
        yield Slip(match.start(), match.end(), f"наращение короче: «{right}»", right)
    for match in _GLUED_ENDING.finditer(masked):
        right = f"{match[1]}-{_ENDINGS.get(match[2], match[2])}"
        yield Slip(match.start(), match.end(), f"наращение пишут через дефис: «{right}»", right)
    for match in _COUNT.finditer(masked):
        if len(match[1]) < 3 or match[2] != "х":
            yield Slip(match.start(), match.end(), "количественное числительное не наращивают", match[1])
    for match in _TAIL_COUNT.finditer(masked):
        yield Slip(match.start(), match.end(), "часть «-ти» в сложном слове лишняя", f"{match[1]}-")


_TWO_SIGNS = re.compile(r"№\s?№")


@text_rule("L065", "warning", safe=True)
def double_number_sign(text: str) -> Slips:
    """Знак № повторён.

    И при нескольких номерах знак № ставят один раз.

    Плохо: приложения №№ 1, 2
    Хорошо: приложения № 1, 2
    """
    for match in _TWO_SIGNS.finditer(prose(text)):
        yield Slip(match.start(), match.end(), "знак № не удваивают", "№")


_LATIN_N = re.compile(r"(?<![\w.-])(?:N|No\.?|Nº|N°)(?=\s?\d)(?!\d{2}\b)|(?<![\w.-])N(?=\s[А-Я]{1,3}\d)")


@text_rule("L066", "warning", safe=True)
def latin_number_sign(text: str) -> Slips:
    """Латинская N вместо знака №.

    По-русски номер обозначают знаком №; буква N попадает в текст из правовых баз.

    Плохо: приказ от 5 июля 2023 г. N 15
    Хорошо: приказ от 5 июля 2023 г. № 15
    """
    for match in _LATIN_N.finditer(prose(text)):
        yield Slip(match.start(), match.end(), "вместо знака № стоит латинская N", "№")


_WORDS = {
    "двухста": "двухсот", "трехста": "трёхсот", "трёхста": "трёхсот", "четырехста": "четырёхсот", "четырёхста": "четырёхсот",
    "пятиста": "пятисот", "шестиста": "шестисот", "семиста": "семисот", "восьмиста": "восьмисот", "девятиста": "девятисот",
    "пятьюста": "пятьюстами", "двумяста": "двумястами", "пятидесяти пяти сот": "", "восемидесяти": "восьмидесяти",
    "восемьнадцать": "восемнадцать", "семьнадцать": "семнадцать", "пятьнадцать": "пятнадцать", "шестьнадцать": "шестнадцать",
    "девятьнадцать": "девятнадцать", "одинадцать": "одиннадцать", "двенадцатью": "", "пятдесят": "пятьдесят", "шестдесят": "шестьдесят",
    "семдесят": "семьдесят", "восемдесят": "восемьдесят", "пятсот": "пятьсот", "шестсот": "шестьсот", "девяносто пяти": "",
    "полуторо": "полутора", "полтара": "полтора", "обоими сторонами": "обеими сторонами", "двухтысячно": "двухтысячно",
}  # fmt: skip
_NUMERALS = re.compile(
    rf"(?<![\w-])(?:{'|'.join(word for word, right in _WORDS.items() if right and word != right)})(?![\w-])",
    re.IGNORECASE,
)
_YEAR_WORDS = re.compile(
    r"(?<!\w)двух тысяч(?: и)?(?=\s+(?:двадцат|тридцат|перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|\w+надцат)\w*(?:\s\w+)?\s+год)"
)
_BOTH = re.compile(
    r"(?<!\w)([Оо])бо(их|им|ими)(?=\s+(?:организаци|сторон|програм|ассоциаци|компани|школ|групп|област|республик|дат(?!ск)|заявк|частей|частя))"
)


@text_rule("L067", "error", safe=True)
def numeral_form(text: str) -> Slips:
    """Неверная форма числительного.

    «Двухсот», «пятисот», «обеих организаций», «две тысячи двадцать третьего года»: склоняются обе части, а в годе – последняя.

    Плохо: не менее двухста колледжей
    Плохо: для обоих организаций
    Хорошо: не менее двухсот колледжей, для обеих организаций, для обоих колледжей
    """
    masked = prose(text)
    for match in _NUMERALS.finditer(masked):
        right = _WORDS[match[0].lower()]
        yield Slip(match.start(), match.end(), f"верная форма – «{right}»", right)
    for match in _YEAR_WORDS.finditer(masked):
        yield Slip(match.start(), match.end(), "в числе года склоняют только последнее слово", "две тысячи")
    for match in _BOTH.finditer(masked):
        right = f"{match[1]}бе{match[2]}"
        yield Slip(match.start(), match.end(), f"при слове женского рода – «{right}»", right)
