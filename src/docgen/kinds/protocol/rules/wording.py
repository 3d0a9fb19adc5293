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


def right_about(word: str) -> str | None:
    """«о» or «об» before a word: «об» before а, о, у, э, и; е, ё, ю, я start with a consonant.

    ``None`` where people differ: abbreviations read letter by letter («об ФГОС», эф) or as a word («о ФУМО»), figures,
    Latin letters.
    """
    first = word[:1].lower()
    if not re.match("[а-яё]", first) or (word[:2].isupper() and first in "лмнрсф"):
        return None
    return "об" if first in _VOWELS else "о"


_OPENING_WORDS = """в во до с со при по под согласно на к ко из для за от после перед через не ещё еще также совместно
    начиная исходя незамедлительно срочно впредь ежедневно еженедельно ежемесячно ежеквартально ежегодно постоянно
    регулярно своевременно дополнительно повторно лично оперативно обязательно заблаговременно одновременно вновь"""
_OPENINGS = frozenset(_OPENING_WORDS.split())
_LOOKALIKES = "часть область сеть печать речь память власть дети пути сети новости кости путь мать запись ночь дочь почти"
_NOUNS = frozenset(_LOOKALIKES.split())
_ADVERB = re.compile(r"[а-яё]+(?:льно|енно|ярно|ично|ивно|[аеияы]в|[ая]я)")
"""«максимально», «рассмотрев», «учитывая»: what may stand before the verb (and a few words that look like it)."""
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
    if words[0] not in _OPENINGS and not _ADVERB.fullmatch(words[0]):
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
    shared = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return abs(len(one) - len(other)) <= 3 and shared >= max(3, min(len(one), len(other)) - 2)


_DECIDING = """утвердить одобрить согласовать принять признать считать отметить избрать назначить поддержать определить
    установить возложить снять продлить отклонить создать включить исключить перенести присвоить наделить освободить
    прекратить приостановить рекомендовать"""
_DECISIONS = frozenset(_DECIDING.split())


def decides(text: str | None) -> bool:
    """Whether the words themselves carry the decision out: «утвердить …» needs neither addressee nor deadline."""
    return first_word(text or "") in _DECISIONS
