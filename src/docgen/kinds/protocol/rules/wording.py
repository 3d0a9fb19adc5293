"""What rules need to know of Russian sentences: where a text ends, whether it starts with an infinitive."""

import re

_ABBREVIATION = re.compile(
    r"(?:^|[\s(«.])(?:гг?|вв?|др|пр|т\.\s?д|т\.\s?п|руб|коп|тыс|чел|экз|им|ул|стр|ст|п|шт|л|[А-ЯЁ])\.$"
)
DEADLINE_IN_TEXT = re.compile(r"(?<!\w)Срок(?: исполнения)?\s*[–—:-]\s*\S.*", re.IGNORECASE | re.DOTALL)
"""«Срок – до 31 марта» within the words of an order."""
_VOWELS = frozenset("аоуэиы")


def ends_with_period(text: str) -> bool:
    """Whether a text ends with a full stop that is not part of an abbreviation («гг.», «И.И.»)."""
    bare = text.rstrip()
    return bare.endswith(".") and not bare.endswith("..") and _ABBREVIATION.search(bare) is None


def starts_with_capital(text: str) -> bool:
    """Whether a common word opens with a capital: «Направить», but not «ФГБОУ» or «Д05»."""
    word = re.match(r"[А-ЯЁ][а-яё]+", text)
    return word is not None


def right_about(word: str) -> str:
    """«о» or «об» before a word: «об» before а, о, у, э, и; «е, ё, ю, я» start with a consonant."""
    first = word[:1].lower()
    if word[:2].isupper():
        # An abbreviation is read letter by letter: «об ФГБОУ» (эф), «о ГИА» (гэ).
        return "об" if first in "аоуэиыфлмнрс" else "о"
    return "об" if first in _VOWELS else "о"


_OPENINGS = frozenset(
    [
        "в",
        "во",
        "до",
        "с",
        "со",
        "при",
        "по",
        "на",
        "к",
        "ко",
        "из",
        "для",
        "за",
        "от",
        "после",
        "перед",
        "через",
        "не",
        "также",
        "совместно",
        "начиная",
        "исходя",
        "незамедлительно",
        "срочно",
        "впредь",
        "ежедневно",
        "еженедельно",
        "ежемесячно",
        "ежеквартально",
        "ежегодно",
        "постоянно",
        "регулярно",
        "своевременно",
        "дополнительно",
        "повторно",
        "лично",
        "оперативно",
        "обязательно",
        "заблаговременно",
        "незамедлительно",
        "одновременно",
        "вновь",
    ]
)
_NOUNS = frozenset(
    [
        "часть",
        "область",
        "сеть",
        "печать",
        "речь",
        "память",
        "власть",
        "дети",
        "пути",
        "сети",
        "новости",
        "кости",
        "путь",
        "мать",
        "запись",
        "ночь",
        "дочь",
        "почти",
    ]
)
_INFINITIVE = re.compile(r"[а-яё]+(?:ть|ти|чь)(?:ся|сь)?")
_REACH = 14
"""How many words an opening («в целях … и с учётом …») may take before the verb."""


def starts_with_infinitive(text: str) -> bool:
    """Whether the sentence starts with what is to be done, an opening like «при необходимости» aside."""
    words = re.findall(r"[а-яё]+(?:-[а-яё]+)*|\d+", text.lower())
    if not words:
        return False
    if is_infinitive(words[0]):
        return True
    if words[0] not in _OPENINGS and not re.fullmatch(r"[а-яё]+(?:тельно|енно|ярно|ично)", words[0]):
        return False
    return any(is_infinitive(word) for word in words[1:_REACH])


def is_infinitive(word: str) -> bool:
    """Whether a word looks like an infinitive: «направить», «обратиться», «внести», not «область», «отчётность»."""
    return (
        _INFINITIVE.fullmatch(word) is not None
        and len(word) > 3
        and word not in _NOUNS
        and not word.endswith(("ость", "ости", "асти"))
    )


def first_word(text: str) -> str:
    """The first word in lower case, without signs."""
    match = re.search(r"[А-Яа-яЁё]+", text)
    return match[0].lower() if match else ""


def same_word(one: str, other: str) -> bool:
    """Whether two words differ in their case endings at most, roughly."""
    one, other = (word.lower().replace("ё", "е") for word in (one, other))
    length = max(4, min(len(one), len(other)) - 3)
    return one[:length] == other[:length]


_DECIDING = """утвердить одобрить согласовать принять признать считать отметить избрать назначить поддержать определить
    установить возложить снять продлить отклонить создать включить исключить перенести присвоить наделить освободить
    прекратить приостановить рекомендовать"""
_DECISIONS = frozenset(_DECIDING.split())


def decides(text: str | None) -> bool:
    """Whether the words themselves carry the decision out: «утвердить …» needs neither addressee nor deadline."""
    return first_word(text or "") in _DECISIONS
