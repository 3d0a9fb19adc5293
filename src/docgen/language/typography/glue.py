"""What must not part at a line's end: T01, T03, T04, T05, T07, T08, T23."""

import re

from docgen.language.patterns import lazy
from docgen.language.typography.profile import Profile

_S = "[ \u00a0]"
_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_INITIAL = lazy(r"[А-ЯЁ]\.")
_INITIALS = lazy(rf"([А-ЯЁ])\.(?<![\w.]..){_S}?([А-ЯЁ])\.(?!\w\.|{_S}\w\.)")
_NAME = lazy(rf"([ \u00a0]?)([А-ЯЁ]\.(?<![\w.]..)(?:[А-ЯЁ]\.)?)({_S}?)(?=({_SURNAME})({_S}[А-ЯЁ]\.)?)?")
_SURNAME_BEFORE = lazy(rf"(?<![\w-]){_SURNAME}\Z")
_LOOKS_LIKE_SURNAME = lazy(
    r"(?:[оеё]в|[иы]н|ск|цк|ик|ук|юк|як|ак|ок|ек|ич|ян|ко|дзе|швили|ли|их|ых|дарь|ий|ый|ой|"
    r"ая|ер|ель)(?:а|у|е|ой|ом|ым|им|ого|ому|ую|ем|ю|я|ей)?$"
)


def glue_initials(text: str, profile: Profile) -> str:
    """В.С. Неумывакин, Неумывакин В.С.: no space between initials, none that breaks beside the surname."""
    if _INITIAL.search(text) is None:
        return text
    text = _INITIALS.sub(r"\1.\2.", text)
    return _NAME.sub(lambda m: _glue_name(m, profile), text)


def _glue_name(match: re.Match[str], profile: Profile) -> str:
    gap, initials, after, following, more = match.groups()
    two = initials.count(".") == 2
    if profile.glue == after != " ":
        return match[0]
    if two and gap:
        before = _SURNAME_BEFORE.search(match.string, max(0, match.start() - 40), match.start())
        bound = before and gap == profile.glue != " "
        if bound or (before and (not following or more or _LOOKS_LIKE_SURNAME.search(before[0]))):
            return f"{profile.glue}{initials}{after}"
    if following and (two or after):
        return f"{gap}{initials}{profile.glue}"
    return match[0]


_MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
_DATE = lazy(rf" (?<=[0-9] )(?=(?:{_MONTHS})(?!\w))")
_YEAR = lazy(r" (?<=[0-9] )(?=(?:гг?\.|год(?:а|у|ы|ом|ов|ах|ам|ами|е)?(?!\w)))")


def glue_dates(text: str, profile: Profile) -> str:
    """5 июля and 2023 г. stay together; between month and year a line may end."""
    return _YEAR.sub(profile.glue, _DATE.sub(profile.glue, text))


_SHORTENED = lazy(r"\. ?(?=[0-9IVX\ue001«А-ЯЁ])")
_WORD_BEFORE = lazy(r"(?<![\w.])(?:[а-яёА-ЯЁ]{1,5}|б-р|р-н)\Z")
_OF_FIGURES = frozenset(
    [
        "п",
        "пп",
        "подп",
        "ст",
        "ч",
        "рис",
        "табл",
        "стр",
        "с",
        "гл",
        "разд",
        "абз",
        "прил",
        "т",
        "д",
        "корп",
        "кв",
        "оф",
        "каб",
        "доб",
        "л",
    ]
)
_OF_NAMES = frozenset(
    [
        "г",
        "гор",
        "ул",
        "пр",
        "просп",
        "пер",
        "пл",
        "наб",
        "обл",
        "пос",
        "дер",
        "с",
        "д",
        "б-р",
        "мкр",
        "ш",
        "им",
        "р-н",
        "о",
    ]
)
_NAME_AFTER = lazy(r"[«А-ЯЁ][а-яёА-ЯЁ.]")
_FIGURE_AFTER = lazy(r"[0-9\ue001]|[IVX]+\b")


def glue_abbreviations(text: str, profile: Profile) -> str:
    """п. 2.1, ст. 193, рис. 1, г. Москва, им. Ленина."""
    text = _SHORTENED.sub(lambda m: _glue_shortened(m, profile), text)
    return _SECTION.sub(f"§{profile.glue}", text) if "§" in text else text


def _glue_shortened(match: re.Match[str], profile: Profile) -> str:
    text, start, end = match.string, match.start(), match.end()
    word = _WORD_BEFORE.search(text, max(0, start - 7), start)
    if not word:
        return match[0]
    before = text[max(0, word.start() - 3) : word.start()]
    if _FIGURE_AFTER.match(text, end):
        fits = word[0].lower() in _OF_FIGURES and before[-3:-1] != "т."
    else:
        fits = (
            word[0] in _OF_NAMES and not before[-2:-1].isdigit() and _NAME_AFTER.match(text, end) is not None
        )
    return f".{profile.glue}" if fits else match[0]


_SECTION = lazy(r"§ ?(?=\d)")


_UNITS = (
    r"млн|млрд|трлн|тыс\.|тысяч[аи]?|миллион\w*|миллиард\w*|руб\.|рубл\w+|коп\.|копе\w+|долл\w*|евро|процент\w*|чел\.|"
    r"человек\w*|час\w*|ч|мин\.?|минут\w*|сек\.?|секунд\w*|сут\w*|дн\w+|день|рабоч\w+|календарн\w+|недел\w+|месяц\w*|мес\.|"
    r"квартал\w*|полугоди\w+|лет|раза?|кг|г|т|тонн\w*|км|м|см|мм|мкм|га|л\.?|мл|шт\.|экз\.|ед\.|кв\.|куб\.|м²|м2|м³|кВт\w*|МВт\w*|Вт|В|А|Гц|МГц|ГГц|"
    r"КБ|МБ|ГБ|ТБ|Кб|Мб|Гб|Мбит\w*|Гбит\w*|стр\.|вв?\.|век\w*|балл\w*|баллов|°C|°С|л\.с\."
)
_UNIT = lazy(rf" (?<=[0-9\ue001] )(?=(?:{_UNITS})(?![\w]))")
_CHAIN = lazy(r" (?<=(?:млн|рлн|лрд|ыс\.) )(?=(?:руб|чел|долл|евро|тонн|т|га|кв\.|куб\.|м|км|шт|экз|ед)\w*)")
_ROMAN = lazy(r" (?<=[IVX] )(?=(?:вв?\.|век|квартал|полугоди|столет|тысячелет))")


def glue_units(text: str, profile: Profile) -> str:
    """253,2 млн рублей, 10 рабочих дней, XXI век: a figure stays with its unit."""
    text = _UNIT.sub(profile.glue, text)
    if "млн " in text or "лрд " in text or "рлн " in text or "ыс. " in text:
        text = _CHAIN.sub(profile.glue, text)
    return _ROMAN.sub(profile.glue, text) if "I " in text or "V " in text or "X " in text else text


_PARTICLE = lazy(r" (?=(?:бы?|же?|л[иь])(?![\w-]))(?<=\w )")


def glue_particles(text: str, profile: Profile) -> str:
    """бы, же, ли lean on the word before them."""
    return _PARTICLE.sub(profile.glue, text) if profile.particles else text


_ONE = lazy(r"([вВкКсСуУоОиИаАяЯ]) (?<![\w.\u2011-]..)(?=[^\s–—-])")
_TWO = lazy(
    r"(?<![\w.\u2011-])([вВкКсСуУоОиИаАяЯ]|[нН][аеио]|[пП]о|[зЗ]а|[дД]о|[оО][тб]|[иИ]з|[вВсСкК]о|[тТ]о|[вВ]ы|[мМ]ы) (?=[^\s–—-])"
)


def glue_short_words(text: str, profile: Profile) -> str:
    """No line ends with a one-letter preposition or conjunction."""
    if profile.short_words == 0:
        return text
    return (_ONE if profile.short_words == 1 else _TWO).sub(rf"\1{profile.glue}", text)


_ABBREVIATION = lazy(rf"(?<![\w.])(т|н)\.{_S}?(?=(?:д|п|е|ч|к|н|о|э)\.)(?<!н\.(?=[^э]))")


def set_abbreviations(text: str, profile: Profile) -> str:
    """т. д., т. п., т. е., т. ч.: a space that does not break, or none, as the house writes."""
    if "т." not in text and "н." not in text:
        return text
    return _ABBREVIATION.sub(rf"\1.{profile.glue if profile.spaced_abbreviations else ''}", text)


def set_yo(text: str, profile: Profile) -> str:
    """ё as typed, or е where the house writes so."""
    return text.translate({0x451: 0x435, 0x401: 0x415}) if profile.yo == "remove" else text
