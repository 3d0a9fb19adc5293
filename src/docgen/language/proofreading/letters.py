"""Letters that look alike but belong to another alphabet."""

import re

from docgen.language.patterns import lazy
from docgen.language.proofreading.rule import Slip, Slips, prose, text_rule
from docgen.language.proofreading.sought import sought

LATIN_TO_CYRILLIC = dict(zip("ABCEHKMOPTXYaceopxyukmnrghb", "АВСЕНКМОРТХУасеорхуикмпгнь", strict=False))
LATIN_LOOKS = dict(zip("ABCEHKMOPTXYaceopxy", "АВСЕНКМОРТХУасеорху", strict=True))
CYRILLIC_LOOKS = {cyrillic: latin for latin, cyrillic in LATIN_LOOKS.items()} | {
    "І": "I",
    "і": "i",
    "Ѕ": "S",
    "Ј": "J",
}
_TWO_ALPHABETS = r"[A-Za-z][А-яЁёІі]|[А-яЁёІі][A-Za-z]"
_MIXED = sought(_TWO_ALPHABETS, word=_TWO_ALPHABETS)
_WORD = lazy(r"[A-Za-zА-яЁёІі]+")
_SUFFIXED = lazy(r"[A-Z]{2,}[а-яё]{1,4}")
_ROMAN_MIX = lazy(r"[IVXLCХІМС]+")


def _is_cyrillic(letter: str) -> bool:
    return "а" <= letter.lower() <= "я" or letter in "ёЁІі"


def _words_of_two_alphabets(masked: str) -> list[re.Match[str]]:
    return [match for match in _WORD.finditer(masked) if _MIXED.search(match[0])]


def _odd_letters(word: str) -> tuple[list[int], dict[str, str]]:
    """Places of the letters of the rarer alphabet and what they look like; a tie is decided by what can be replaced."""
    latin = [i for i, letter in enumerate(word) if not _is_cyrillic(letter)]
    cyrillic = [i for i, letter in enumerate(word) if _is_cyrillic(letter)]
    fits_latin = all(word[i] in LATIN_LOOKS for i in latin)
    fits_cyrillic = all(word[i] in CYRILLIC_LOOKS for i in cyrillic)
    if fits_latin and (not fits_cyrillic or len(latin) <= len(cyrillic)):
        return latin, LATIN_LOOKS
    return (cyrillic, CYRILLIC_LOOKS) if fits_cyrillic else ([], {})


@text_rule("L001", "error", safe=True, seeks=(_MIXED,))
def homoglyph(text: str) -> Slips:
    """Буква другого алфавита внутри слова.

    Латинская «c» и русская «с» на вид одинаковы, но слово с подменой не находит поиск, не склоняет программа
    и не открывает браузер.

    Плохо: Вступление в Отраслевую aассоциацию
    Плохо: отчёт кoлледжа
    Хорошо: Вступление в IT-парк, 3D-моделирование, 1С
    """
    for match in _words_of_two_alphabets(prose(text)):
        word = match[0]
        if _ROMAN_MIX.fullmatch(word) or _SUFFIXED.fullmatch(word):
            continue
        places, looks = _odd_letters(word)
        if not places:
            continue
        alphabet = "латинская" if looks is LATIN_LOOKS else "русская"
        fixed = "".join(looks[letter] if i in places else letter for i, letter in enumerate(word))
        letters = ", ".join(f"«{word[i]}»" for i in places)
        yield Slip(match.start(), match.end(), f"{alphabet} буква {letters} в слове «{fixed}»", fixed)


@text_rule("L002", "warning", seeks=(_MIXED,))
def two_alphabets(text: str) -> Slips:
    """Слово набрано двумя алфавитами.

    Похожей пары у буквы нет, но часть слова русская, а часть латинская: скорее всего, раскладку переключили поздно.

    Плохо: отчет rолледжа
    Хорошо: отчёт колледжа, IT-специалист, PDFы
    """
    for match in _words_of_two_alphabets(prose(text)):
        word = match[0]
        if _odd_letters(word)[0] or _SUFFIXED.fullmatch(word) or _ROMAN_MIX.fullmatch(word):
            continue
        yield Slip(match.start(), match.end(), "в слове смешаны русские и латинские буквы")


_LONE = sought(
    r"(?<=[а-яё,;] )[acoy](?= [а-яё«]{2})|(?<![^\n.!?»] )(?<!\w)[ACBKOY](?= (?:[а-яё]{3}|\d{1,2} [а-я]{3}))|(?<=[а-яё] )[cBK](?= \d)"
)
_LOOKALIKE_WORDS = (
    "не на но он она они оно то та те тот так как когда кто ее её его все вся со ко во от до ООО ОАО ЗАО АО АНО НКО СРО ВО МО РО "
    "ТК МТС СССР совет мера место срок тема сор нет рост реестр театр акт наука карта комитет"
)
_AS_LATIN = {
    "".join(CYRILLIC_LOOKS.get(letter, "?") for letter in form): form
    for word in _LOOKALIKE_WORDS.split()
    for form in (word, word.upper(), word.capitalize())
}
_AS_LATIN = {
    latin: word
    for latin, word in _AS_LATIN.items()
    if "?" not in latin and latin not in {"TO", "HA", "KO", "To"}
}
_LATIN_WORD = sought(r"(?<![\w.-])[A-Za-z]{2,}(?![\w.-])", word="[A-Za-z]{2}")


@text_rule("L003", "error", safe=True)
def latin_word(text: str) -> Slips:
    """Русское слово целиком набрано латинскими буквами.

    Предлог «с» или сокращение «ООО», набранные латиницей, выглядят верно, но не находятся поиском.

    Плохо: совместно c представителями
    Плохо: договор с OOO «Ромашка»
    Хорошо: совместно с представителями, витамин C, план B
    """
    masked = prose(text)
    for match in _LONE.finditer(masked):
        if (
            masked[max(0, match.start() - 20) : match.start()]
            .rstrip()
            .endswith(("ось", "оси", "витамин", "класс", "вариант", "точка", "категории"))
        ):
            continue
        right = LATIN_LOOKS[match[0]]
        yield Slip(match.start(), match.end(), f"слово «{right}» набрано латинской буквой", right)
    for match in _LATIN_WORD.finditer(masked):
        word = _AS_LATIN.get(match[0])
        around = masked[max(0, match.start() - 3) : match.start()] + masked[match.end() : match.end() + 3]
        if word and any(_is_cyrillic(letter) or letter in "«»" for letter in around):
            yield Slip(match.start(), match.end(), f"слово «{word}» набрано латинскими буквами", word)


_LETTER_IN_FIGURE = sought(
    r"(?<![\w/.-])\d+[ОOоo]\d*(?![\w/-])|(?<![\w/.-])[ОO]\d+(?![\w/-])|(?<![\w/.-])\d*[lIЗ]\d+(?=[ \u00a0](?:год|г\.|млн|тыс|руб|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сент|октяб|нояб|декаб))"
    r"|(?<![\w/.-])\d+З\d+(?![\w/-])"
)
_FIGURE_IN_WORD = sought(
    r"(?<=[а-яё])0(?=[а-яё])|(?<!\w)3(?=а[а-яё]{4})|(?<=\d-Ф)3(?!\w)|(?<!\w)Ф3(?!\w)", word="0[а-яё]|Ф0"
)
_TO_FIGURE = str.maketrans("ОOоoЗlI", "0000311")


@text_rule("L004", "error", safe=True)
def letter_for_figure(text: str) -> Slips:
    """Буква вместо цифры или цифра вместо буквы.

    «2О23» с буквой О – не число: его не сложить и не отсортировать; «273-Ф3» с тройкой не найти.

    Плохо: в 2О23 году
    Плохо: Федеральный закон № 273-Ф3
    Хорошо: в 2023 году, Федеральный закон № 273-ФЗ
    """
    masked = prose(text)
    for match in _LETTER_IN_FIGURE.finditer(masked):
        right = match[0].translate(_TO_FIGURE)
        yield Slip(match.start(), match.end(), f"в числе {right} вместо цифры стоит буква", right)
    for match in _FIGURE_IN_WORD.finditer(masked):
        right = {"0": "о", "3": "З", "Ф3": "ФЗ"}[match[0]]
        yield Slip(match.start(), match.end(), f"вместо буквы стоит цифра {match[0][-1]}", right)


_ROMAN = sought(r"(?<![\w-])[IVXLCХІ]+(?![\w])")
_PURE_CYRILLIC = lazy(
    r"(?:[–-][IVXХ]+)?\s(?:век|в\.|вв\.|столет|съезд|форум|чемпионат|конференц|[Мм]еждународн|[Вв]сероссийск|"
    r"[Оо]лимп|[Нн]ациональн|квартал|созыв|[Рр]егиональн|[Пп]етербург)"
)


@text_rule("L005", "error", safe=True)
def cyrillic_roman(text: str) -> Slips:
    """Римское число набрано русскими буквами.

    Римские цифры – латинские буквы I, V, X. Русская «Х» выглядит так же, но поиск и сортировка её не узнают.

    Плохо: ХIХ век
    Плохо: на рубеже ХХ века
    Хорошо: XIX век, раздел IV, Х. Иванов
    """
    masked = prose(text)
    for match in _ROMAN.finditer(masked):
        number = match[0]
        if "Х" not in number and "І" not in number:
            continue
        mixed = any(letter in "IVXLCІ" for letter in number)
        if mixed or _PURE_CYRILLIC.match(masked, match.end()):
            right = number.replace("Х", "X").replace("І", "I")
            yield Slip(match.start(), match.end(), f"римское число {right} набрано русскими буквами", right)


_NUMBER = sought(r"№\s*([^\s,;)»№\d]*\d[^\s,;)»№]*)", word="[A-Za-z]")


@text_rule("L006", "error", seeks=(_NUMBER,))
def letters_in_number(text: str) -> Slips:
    """Латинские буквы рядом с русскими в номере документа.

    Номер с латинской буквой не найти в системе документооборота: там он записан русскими.

    Плохо: протокол № A05-84/05пр
    Хорошо: протокол № А05-84/05пр, договор № A-15
    """
    for match in _NUMBER.finditer(prose(text)):
        words = list(_WORD.finditer(match[1]))
        latin = [word for word in words if word[0].isascii()]
        if not latin or len(latin) == len(words) or any(_MIXED.search(word[0]) for word in words):
            continue
        for word in latin:
            right = "".join(LATIN_LOOKS.get(letter, "") for letter in word[0])
            start = match.start(1) + word.start()
            yield Slip(
                start,
                start + len(word[0]),
                f"латинские буквы «{word[0]}» в номере с русскими",
                right if len(right) == len(word[0]) else None,
            )
