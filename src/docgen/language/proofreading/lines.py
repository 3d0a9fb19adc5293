"""Hyphens and dashes."""

import re

from docgen.language.patterns import lazy
from docgen.language.proofreading.grammar import nouns, parts
from docgen.language.proofreading.rule import Slip, Slips, prose, text_rule
from docgen.language.proofreading.sought import sought

_HYPHEN_FOR_DASH = sought(
    r"(?<=[^\s-])([ \u00a0])-(?=[ \u00a0\n])(?![ \u00a0]?\n\s*\n?-)|(?<=[^\s-])[ \u00a0]--(?=\s)"
)


@text_rule("L040", "warning", safe=True)
def hyphen_for_dash(text: str) -> Slips:
    """Дефис вместо тире.

    Между словами с пробелами ставят тире; дефис соединяет части одного слова и пробелов не терпит.

    Плохо: Срок - до 24 ноября 2023 г.
    Хорошо: Срок – до 24 ноября 2023 г., чек-лист, научно- и учебно-методический
    """
    masked = prose(text)
    for match in _HYPHEN_FOR_DASH.finditer(masked):
        if not re.search(r"[\d\w»).,%]$", masked[max(0, match.start() - 1) : match.start()]):
            continue
        start = match.start() + 1
        yield Slip(start, match.end(), "вместо тире стоит дефис", "–")


_SUSPENDED = r"(?!(?:и|или|либо|а|да|но|,)(?![\w-]))(?!(?:двух|тр[её]х|четыр[её]х|пяти|шести|много)\w)"
_TORN_AFTER = sought(rf"(?<![\w-])((?:[А-ЯЁа-яё]+-)*[А-ЯЁа-яё]{{2,}})-[ \u00a0]+{_SUSPENDED}(?=[а-яёА-ЯЁ])")
_TORN_BEFORE = sought(r"(?<=[а-яё])[ \u00a0]+-(?=[а-яё])")
_PREPOSITION = lazy(r"(?:до|от|не|на|по|с|в|за|для|это|при|об?|к|из|под|над)(?!\w)")


@text_rule("L041", "error", seeks=(_TORN_AFTER, _TORN_BEFORE))
def torn_hyphen(text: str) -> Slips:
    """Пробел рядом с дефисом.

    Дефис соединяет части слова вплотную. Пробел после него уместен лишь у висячего дефиса: «научно- и технико-…».

    Плохо: развитие образовательно- производственных центров
    Плохо: какой -либо срок
    Хорошо: образовательно-производственных; научно- и технико-экономических; одно-, двух- и трёхдневных
    """
    masked = prose(text)
    for match in _TORN_AFTER.finditer(masked):
        gap = match.end(1)
        dash = _PREPOSITION.match(masked, match.end()) or (len(match[1]) < 3 and match[1][0].isupper())
        yield Slip(gap, match.end(), "лишний пробел после дефиса", " – " if dash else "-")
    for match in _TORN_BEFORE.finditer(masked):
        dash = _PREPOSITION.match(masked, match.end())
        yield Slip(match.start(), match.end(), "лишний пробел перед дефисом", " – " if dash else "-")


_DASH_IN_WORD = sought(
    r"(?<=[а-яё]{2}[оое])[–—](?=[а-яё]{4})(?!(?:.)?(?:январ|феврал|март|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр))|(?<=[а-яё])[–—](?=(?:то|либо|нибудь|таки)(?!\w))|(?<![\w-])(?<=[Пп]о|[Вв]о)[–—](?=[а-яё]{3})"
    r"|(?<=[Ии]з)[–—](?=за|под)|(?<=Санкт)[–—](?=Петербург)|(?<=\d)[–—](?=(?:й|го|му|м|я|е|х|ю|летн\w+|дневн\w+|процентн\w+)(?!\w))|(?<=[A-Z]{2})[–—](?=[а-яё]{3})|(?<=Wi)[–—](?=Fi)|(?<=нет|айн)[–—](?=[а-яё]{4})|(?<=чек)[–—](?=лист)"
)


_SPACED_COMPOUND = sought(
    r"(?<![\w-])((?:учебно|научно|образовательно|организационно|материально|социально|информационно|нормативно|финансово|производственно|административно|культурно|"
    r"психолого|технико|практико|инженерно|планово|торгово|кадрово|общественно|программно|контрольно|хозяйственно|опытно|военно|горно|химико|физико|историко|медико|проектно|ремонтно|северо|юго)"
    r"([ \u00a0]+[–—][ \u00a0]+|[ \u00a0]+[–—]|[–—][ \u00a0]+)(?=[а-яё]{5,}(?:ый|ий|ого|его|ому|ему|ым|им|ом|ем|ая|ой|ую|ое|ее|ые|ие|ых|их|ыми|ими)(?![\w-])))",
    re.IGNORECASE,
)
_KNOWN_PAIR = sought(
    r"(?<=[Пп]лан)(?:[ \u00a0][–—][ \u00a0])(?=график)|(?<=[Чч]ек)(?:[ \u00a0][–—][ \u00a0])(?=лист)|(?<=[Мм]астер)(?:[ \u00a0][–—][ \u00a0])(?=класс)"
    r"|(?<=[Пп]ресс)(?:[ \u00a0][–—][ \u00a0])(?=служб|секрет|релиз|центр|конференц)|(?<=[Вв]ице)(?:[ \u00a0]?[–—][ \u00a0]?)(?=[а-яё]{5})|(?<=нлайн)(?:[ \u00a0][–—][ \u00a0])(?=обучени|курс|платформ|занят|формат|сервис)"
)
_APPOSITION = sought(
    r"(?<![\w-])((?:предприяти|компани|организаци|колледж|завод|регион|техникум|город|учреждени)(?:[а-яё]{0,3}))([ \u00a0][–—-][ \u00a0])"
    r"((?:партн[её]р|лидер|работодател|заказчик|победител|грантополучател|изготовител|поставщик|участник|учредител)(?:[а-яё]{0,3}))(?=[,.;:)]|$|[ \u00a0]+([а-яё]+))",
    re.IGNORECASE,
)


@text_rule("L042", "error", safe=True)
def dash_for_hyphen(text: str) -> Slips:
    """Тире вместо дефиса внутри слова.

    Части одного слова соединяет дефис; тире без пробелов стоит только между крайними точками: 2022–2024, Москва–Казань.

    Плохо: научно–исследовательский
    Плохо: кто–то
    Плохо: социально – экономическое обоснование
    Плохо: колледжу и предприятию – партнёру подписать соглашение
    Хорошо: научно-исследовательский, кто-то, 2022–2024, январь–март
    """
    for match in _DASH_IN_WORD.finditer(prose(text)):
        yield Slip(match.start(), match.end(), "внутри слова вместо дефиса стоит тире", "-")
    if "–" not in text and "—" not in text:
        return
    for match in _KNOWN_PAIR.finditer(prose(text)):
        yield Slip(match.start(), match.end(), "внутри слова вместо дефиса стоит тире", "-")
    for match in _SPACED_COMPOUND.finditer(prose(text)):
        yield Slip(match.start(2), match.end(2), "внутри слова вместо дефиса стоит тире", "-")
    for match in _APPOSITION.finditer(prose(text)):
        if "-" not in match[2] and (
            not match[4] or parts(match[4].lower()) & {"VERB", "INFN", "PREP", "CONJ", "PRTS"}
        ):
            yield Slip(match.start(2), match.end(2), "одиночное приложение пишут через дефис", "-")


_ONE_SIDED = sought(
    r"(?<=[а-яёА-ЯЁ»)\d.]) ([–—])(?=[а-яёА-ЯЁ«])|(?<=[а-яё»)])([–—]) (?=[а-яёА-ЯЁ«\d])",
    word=r"\A[–—][а-яёА-ЯЁ«]|[а-яё»)][–—]\Z",
)


@text_rule("L043", "error", safe=True)
def one_sided_dash(text: str) -> Slips:
    """У тире пробел только с одной стороны.

    Тире между словами отделяют пробелами с обеих сторон.

    Плохо: Срок –до 24 ноября
    Плохо: Срок– до 24 ноября
    Хорошо: Срок – до 24 ноября 2023 г.
    """
    for match in _ONE_SIDED.finditer(prose(text)):
        yield Slip(
            match.start(), match.end(), "у тире нет пробела с одной стороны", f" {match[1] or match[2]} "
        )


_MONTH = r"(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"
_YEARS = sought(r"(?<![\w./№-])((?:19|20)\d\d)([ \u00a0]?-[ \u00a0]?)((?:19|20)\d\d)(?![\w/-])(?!\.\d)")
_AMOUNT_NOUN = rf"(?:{_MONTH}|процент|человек|чел\.|дн|рабоч|календарн|час|минут|лет|год|месяц|млн|млрд|тыс|руб|кг|км|раза?\b|балл|участник|курс|класс|июн|недел|студент|колледж|лист)"
_AMOUNTS = sought(
    rf"(?<![\w.,/№–-])(?<!№[ \u00a0])(\d{{1,3}}(?:,\d+)?)(-)(\d{{1,3}}(?:,\d+)?)(?=[ \u00a0]?%|[ \u00a0]+{_AMOUNT_NOUN})"
)
_NAMED = (
    r"(?:(?:[Сс]|[Сс]тр|[Пп]п?|[Сс]т|[Рр]ис|[Тт]абл|[Гг]л)\.[ \u00a0]?|(?:[Пп]одп|[Пп])ункт\w{0,3} |[Сс]тать(?:и|ями?|ях) |[Сс]траниц\w{1,3} |[Гг]лав(?:ы|ам|ах|ами) |"
    r"[Рр]аздел(?:ы|ов|ам|ах|ами) |[Тт]аблиц\w{1,3} |[Сс]трок\w{1,3} |[Вв]опрос(?:ы|ов|ам|ах|ами) |[Кк]урс(?:ы|ов|ам|ах|ами) |[Аа]бзац\w{1,3} |[Кк]абинет(?:ы|ов|ах) |[Аа]удитори\w{1,3} )"
)
_PLACES = sought(rf"(?<!\w){_NAMED}(\d{{1,3}})(-)(\d{{1,3}})(?![\w/.-]|,\d)")
_MONTH_NAME = r"(?:январ|феврал|март|апрел|ма[йяе]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-яё]{0,2}"
_DAY_NAME = (
    r"(?:понедельник|вторник|сред|четверг|пятниц|суббот|воскресень)[а-яё]{1,2}|вторник|четверг|понедельник"
)
_PERIODS = sought(
    rf"(?<![\w-])({_MONTH_NAME}|{_DAY_NAME})([ \u00a0]?-[ \u00a0]?)({_MONTH_NAME}|{_DAY_NAME})(?![\w-])",
    re.IGNORECASE,
)
_COUNTED = sought(
    rf"(?<![\w.,/№–-])(?<!№[ \u00a0])(\d{{1,3}})(-)(\d{{1,3}})[ \u00a0]+(?!{_AMOUNT_NOUN})([а-яё]{{3,}})(?![\w-])"
)
_SHORT_YEARS = sought(r"(?<![\w./№-])20\d\d([-–])\d\d(?=[ \u00a0](?:уч\.|учебн))")
_ROMANS = sought(r"(?<![\w-])([IVX]+)(-)([IVX]+)(?=[ \u00a0][а-яё])")
_TIMES = sought(r"(?<![\w.:-])(\d{1,2}:\d\d)([ \u00a0]?-[ \u00a0]?)(\d{1,2}:\d\d)(?![\w:-])")


@text_rule("L044", "warning", safe=True)
def range_dash(text: str) -> Slips:
    """Дефис в диапазоне.

    Между крайними числами ставят тире без пробелов: 2022–2024. Дефис оставляют номерам документов и телефонам.

    Плохо: в 2022-2024 годах
    Плохо: 10-15 человек
    Плохо: по пунктам 3-5 повестки
    Плохо: на январь-март 2024 г.
    Хорошо: в 2022–2024 годах, № Д05-84, 123-45-67, 2023-11-13
    """
    for pattern in (_YEARS, _AMOUNTS, _TIMES):
        for match in pattern.finditer(prose(text)):
            if pattern is _TIMES or float(match[1].replace(",", ".")) < float(match[3].replace(",", ".")):
                yield Slip(match.start(2), match.end(2), "в диапазоне вместо тире стоит дефис", "–")
    for match in _COUNTED.finditer(prose(text)):
        if int(match[1]) < int(match[3]) and nouns(match[4], "gent") and not nouns(match[4], "nomn"):
            yield Slip(match.start(2), match.end(2), "в диапазоне вместо тире стоит дефис", "–")
    for match in _SHORT_YEARS.finditer(prose(text)):
        yield Slip(match.start(1), match.end(1), "учебный год пишут через дробную черту: 2023/24", "/")
    for match in _PLACES.finditer(prose(text)):
        if int(match[1]) < int(match[3]):
            yield Slip(match.start(2), match.end(2), "в диапазоне вместо тире стоит дефис", "–")
    for match in _PERIODS.finditer(prose(text)):
        yield Slip(
            match.start(2), match.end(2), "между названиями месяцев и дней ставят тире с пробелами", " – "
        )
    for match in _ROMANS.finditer(prose(text)):
        yield Slip(match.start(2), match.end(2), "в диапазоне вместо тире стоит дефис", "–")


_FROM_RANGE = sought(
    r"(?<!\w)[Сс]\s+(\d{1,2}[:.]\d\d|(?:19|20)\d\d)(?:[–-])(\d{1,2}[:.]\d\d|(?:19|20)\d\d)(?=\s*(?:год|гг?\.|час|\(мск|ч\.|[.,;]|$))"
)


@text_rule("L045", "warning")
def from_with_range(text: str) -> Slips:
    """«С» и тире в одном диапазоне.

    Либо «с 10:00 до 12:00», либо «10:00–12:00»: предлог «с» ждёт пары «до» или «по».

    Плохо: с 10:00–12:00 (мск)
    Хорошо: с 10:00 до 12:00 (мск), с 10–15 участниками
    """
    for match in _FROM_RANGE.finditer(prose(text)):
        yield Slip(match.start(), match.end(), "предлог «с» ждёт «до» или «по», а не тире")


_DASHES = sought(r"(?<=\S) ([–—]) (?=\S)")


@text_rule("L046", "info")
def mixed_dashes(text: str) -> Slips:
    """В тексте смешаны короткое и длинное тире.

    В одном документе тире одинаковы: либо «–», либо «—».

    Плохо: Срок – до 5 июля, а ответственный — директор
    Хорошо: Срок – до 5 июля 2023 г., а ответственный – директор
    """
    if "–" not in text or "—" not in text:
        return
    found = list(_DASHES.finditer(prose(text)))
    kinds = [match[1] for match in found]
    if len(set(kinds)) == 2:
        rarer = min("–—", key=lambda sign: (kinds.count(sign), sign))
        for match in found:
            if match[1] == rarer:
                yield Slip(
                    match.start(1),
                    match.end(1),
                    "в тексте смешаны короткое и длинное тире",
                    "–" if rarer == "—" else "—",
                )
