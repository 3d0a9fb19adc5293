"""Slips of habit: a sign inside a word, a verb or a preposition that does not go with its noun, the same root twice."""

from docgen.language.proofreading.rule import Slip, Slips, like, prose, text_rule
from docgen.language.proofreading.sought import sought

_PERCENT_WORD = sought(r"(?<![\w,.])(\d+(?:,\d+)?)-(процент(?:ов|а|ам|ами|ах)?)(?!\w)")
_PERCENT_SIGN = sought(r"%\s?-(?:ов|а|ам|ами|ый|ая|ое|ого|ому|ным|ной)(?!\w)")
_CLIPPED = sought(r"(?<!\w)(Мин|Гос|Рос|Обл|Гор|Рай)\.([а-яё]{3,})")


@text_rule("L141")
def sign_inside(text: str) -> Slips:
    """Лишний знак внутри слова или после знака процента.

    Число отделяют от слова пробелом, к знаку % окончаний не пишут, а сложносокращённые слова пишут слитно.

    Плохо: охват составил 97-процентов
    Плохо: не более 30 %-ов цены
    Плохо: направить в Мин.транс России
    Хорошо: охват составил 97 процентов; не более 30 % цены; в Минтранс России; 85-процентный охват; г. Москва
    """
    masked = prose(text)
    for match in _PERCENT_WORD.finditer(masked):
        right = f"{match[1]} {match[2]}"
        yield Slip(match.start(), match.end(), "число от слова отделяют пробелом", right)
    for match in _PERCENT_SIGN.finditer(masked):
        yield Slip(match.start(), match.end(), "к знаку процента окончаний не пишут", "%")
    for match in _CLIPPED.finditer(masked):
        yield Slip(
            match.start(), match.end(), "сокращённое слово пишут слитно, без точки", match[1] + match[2]
        )


_CONTROL = sought(
    r"(?<!\w)([Кк]онтрол(?:ь|я|ю|ем|е)) по (?=(?:исполнению|выполнению|соблюдению|реализации|расходованию|качеству|ходу)(?!\w))"
)
_CLOTHES = r"(?:жилет|каск|халат|перчатк|маск|спецодежд|костюм|обув|очки|бахил|куртк|шапк|рукавиц|респиратор|одежд)\w*"
_PUT_ON = sought(
    rf"(?<!\w)([Оо])(деть|девать|девают|девает|дел|дели|денут|девайте)(?= (?:[\w-]+ ){{0,2}}{_CLOTHES})"
)
_PAY = sought(
    r"(?<!\w)([Уу])пла(тить|чивать|чивают|чивает|тил|тили|чены|чена) (?=(?:услуги|услуг|работы|товары|проезд|счёт|счет|покупк))"
)


@text_rule("L142", "warning")
def unfit_word(text: str) -> Slips:
    """Предлог или глагол не сочетается с этим словом.

    Контроль бывает «за исполнением», одежду надевают, а услуги и счета оплачивают (уплачивают налоги и взносы).

    Плохо: контроль по исполнению приказа
    Плохо: одевать светоотражающие жилеты
    Плохо: уплачивать услуги связи
    Хорошо: контроль за исполнением приказа; надевать жилеты; одевать детей; уплачивать взносы; контроль по итогам года
    """
    masked = prose(text)
    for match in _CONTROL.finditer(masked):
        yield Slip(match.start(), match.end() - 1, "контроль осуществляют за чем-нибудь", f"{match[1]} за")
    for match in _PUT_ON.finditer(masked):
        right = like(match[0], f"на{match[2]}")
        yield Slip(match.start(), match.end(), f"одежду на себя надевают: «{right}»", right)
    for match in _PAY.finditer(masked):
        end = match.start() + len(match[0]) - 1
        right = like(match[0], f"опла{match[2]}")
        yield Slip(match.start(), end, f"услуги и покупки оплачивают: «{right}»", right)


def _alike(word: str, following: str) -> bool:
    """Whether two neighbours begin with the same six letters."""
    return following[:6] in word


_SAME_ROOT = sought(
    r"(?<![\w-])(([А-Яа-яё]{6,})[а-яё]{1,4}(?:ть|ти)(?:ся)?) (\2[а-яё]{1,5})(?![\w-])",
    word=r"[А-яё]{6}(?:ть|ти)(?:ся)?\Z",
    pair=_alike,
)
_ADJECTIVE_AFTER = sought(
    r"(?<![\w-])(([а-яё]{8,})(?:ия|ии|ию|ией)) (\2(?:ионн|н)[а-яё]{2,3})(?![\w-])",
    word=r"[а-яё]{8}(?:ия|ии|ию|ией)\Z",
    pair=_alike,
)


@text_rule("L143", "warning")
def same_root(text: str) -> Slips:
    """Однокоренные слова рядом.

    «Продолжить продолжение работ», «организация организационной поддержки» говорят одно и то же дважды.

    Плохо: продолжить продолжение работ
    Плохо: план по организации организационной поддержки
    Хорошо: продолжить работы; план организационной поддержки; обеспечить обеспеченность жильём; учебный год
    """
    masked = prose(text)
    for pattern in (_SAME_ROOT, _ADJECTIVE_AFTER):
        for match in pattern.finditer(masked):
            if not match[3].endswith(("ность", "ности", "ностью")):
                yield Slip(match.start(), match.end(), "однокоренные слова рядом")


_MONTH = r"(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"
_SPACED = sought(rf"(?<![\w.,:/-])(\d{{1,2}})\s[–—-]\s(\d{{1,2}})(?=\s{_MONTH}(?!\w))")
_SINCE_DASH = sought(rf"(?<!\w)[Сс]о? (\d{{1,2}})[–—-](\d{{1,2}})(?=\s{_MONTH}(?!\w))")


@text_rule("L144", "warning")
def days_of_month(text: str) -> Slips:
    """Промежуток дней одного месяца записан не так.

    Между днями одного месяца ставят тире без пробелов; после «с» вместо тире пишут «по».

    Плохо: провести 15 – 19 сентября
    Плохо: пройдут с 10–14 ноября
    Хорошо: провести 15–19 сентября; пройдут с 10 по 14 ноября; 28 ноября – 2 декабря; пункт 5 – 10 мая
    """
    masked = prose(text)
    for match in _SPACED.finditer(masked):
        if (
            int(match[1]) < int(match[2]) <= 31
            and "ункт" not in masked[max(0, match.start() - 8) : match.start()]
        ):
            yield Slip(
                match.start(), match.end(), "в промежутке дней тире без пробелов", f"{match[1]}–{match[2]}"
            )
    for match in _SINCE_DASH.finditer(masked):
        start = "со 2" if match[1] == "2" else f"с {match[1]}"
        yield Slip(
            match.start(), match.end(), "после «с» пишут «по»", like(match[0], f"{start} по {match[2]}")
        )


_GENERIC = sought(
    r"(?<!\w)(?:[А-ЯЁ][а-яё-]+(?:ск|цк)(?:ой|ая|ую|ий|ого|ому|им|ом)) (Район(?:а|у|ом|е)?|Округ(?:а|у|ом|е)?)(?!\w)"
)
_SMALL_INITIAL = sought(
    r"(?<![\w.])([А-ЯЁ])\.\s?([а-яё])\. ?(?=[А-ЯЁ][а-яё]{2,})", word=r"(?<![\w.])[А-ЯЁ]\.(?:\Z|[а-яё]\.)"
)


@text_rule("L145")
def wrong_letter_case(text: str) -> Slips:
    """Прописная в родовом слове или строчная в инициалах.

    В названиях районов и округов родовое слово пишут со строчной; инициалы – прописные.

    Плохо: предприятия Омского Района
    Плохо: назначить С.в. Никитина
    Хорошо: предприятия Омского района; назначить С.В. Никитина; И.о. Иванов; Еврейская автономная область
    """
    masked = prose(text)
    for match in _GENERIC.finditer(masked):
        yield Slip(match.start(1), match.end(1), "родовое слово пишут со строчной", match[1].lower())
    for match in _SMALL_INITIAL.finditer(masked):
        if match[0].lower().replace(" ", "") not in ("и.о.", "т.е.", "т.д.", "т.п.", "т.к.", "н.э.", "в.т."):
            right = f"{match[1]}.{match[2].upper()}."
            yield Slip(
                match.start(), match.start() + len(match[0].rstrip()), "инициалы пишут прописными", right
            )
