"""The case that a verb asks of what was heard and of whom (L117, L118)."""

import re
from collections.abc import Iterator

from docgen.language.patterns import lazy
from docgen.language.proofreading.grammar import forms, full, nouns, only
from docgen.language.proofreading.rule import Slip, Slips, prose, text_rule
from docgen.language.proofreading.sought import sought

_VERBS = r"(?:[Зз]аслуш|[Вв]ыслуш|ЗАСЛУШ|[Пп]рослуш)(?:ав|али?|ать|АЛИ)|[Оо]бсудив|[Рр]ассмотрев"
_SAID = lazy(
    r"(?:выступлени|доклад|отч[её]т|сообщени|информаци|предложени|мнени|презентаци|справк|пояснени)[а-яё]{1,3}|доклад|отч[её]т|выступлений|сообщений|справка"
)
_HEARD = sought(
    rf"(?<![\w-])(?:{_VERBS})(?:\s+и\s+[а-яё]+(?:ив|ав|ев|яв))?\s+([а-яё]+)((?:\s+[а-яё]+(?:-[а-яё]+)?){{0,2}})"
)
_ONE_PERSON = lazy(
    r"\s+(?:[а-яё-]+\s+){0,4}(?:[А-ЯЁ][а-яё]+\s+)?[А-ЯЁ][а-яё]+(?:ой|ова|ева|ёва|ина|ого)\s[А-ЯЁ]\.[А-ЯЁ]\.(?!\s+и\s|,\s+(?:[а-яё]+\s+){0,6}[А-ЯЁ][а-яё]+\s[А-ЯЁ]\.)"
)
_MANY = frozenset(["выступления", "доклады", "сообщения", "отчёты", "отчеты", "презентации"])


@text_rule("L117", "warning", seeks=(_HEARD,))
def heard_what(text: str) -> Slips:
    """Падеж после «заслушав» и «выслушав».

    Заслушав (что?) информацию, доклад (кого?) директора: доклад в винительном падеже, докладчик – в родительном.

    Плохо: Заслушав информация проректора, члены группы решили
    Плохо: Заслушав доклад директору Департамента, участники решили
    Плохо: Заслушав и обсудив выступления заместителя министра Петрова Н.П. о ходе ремонта
    Хорошо: Заслушав информацию проректора, члены группы решили; Заслушав выступления Петрова Н.П. и Соколова А.С.
    """
    masked = prose(text)
    for match in _HEARD.finditer(masked):
        word = match[1]
        if not _SAID.fullmatch(word):
            continue
        if not nouns(word, "accs"):
            yield Slip(match.start(1), match.end(1), "заслушав (что?) – нужен винительный падеж")
        elif word in _MANY and _ONE_PERSON.match(masked, match.end(1)):
            yield Slip(
                match.start(1), match.end(1), "выступал один человек, а слово стоит во множественном числе"
            )
        yield from _whose(match)


def _whose(match: re.Match[str]) -> Slips:
    """The first noun after the report, unless it can be a genitive."""
    at = match.end(1)
    for word in match[2].split():
        start = match.string.index(word, at)
        at = start + len(word)
        if only(word, "NOUN") and any(form.animate for form in nouns(word)):
            wrong = not nouns(word, "gent") and not (nouns(word, "nomn") and word in _TOLD)
            if wrong:
                yield Slip(start, at, f"слово «{word}» должно стоять в родительном падеже")
            return
        if not full(word) or not any(form.part == "ADJF" for form in forms(word)):
            return


_TOLD = frozenset(  # nominatives that the rule on «заслушав выступление» tells
    ["начальник", "директор", "проректор", "ректор", "заместитель", "руководитель", "министр", "председатель", "специалист", "методист", "преподаватель", "советник", "эксперт", "координатор", "секретарь", "инженер", "консультант", "представитель", "губернатор", "мастер", "куратор", "заведующий", "помощник", "президент"]
)  # fmt: skip

_SURNAME = r"([А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ][а-яё]+)?)\s(?=[А-ЯЁ]\.\s?[А-ЯЁ]\.)"
_WORDS = r"(?:[а-яё-]+\s+){0,5}"
_TRIGGERS = (
    (
        "gent",
        r"(?:[Вв]ыступлени[еяюй]|[Дд]оклад(?:а|у|ом)?|[Сс]ообщени[ея]|[Оо]тч[её]т(?:а|у|ом)?|[Ии]нформаци[яиюе]|[Мм]нени[ея]|[Пп]резентаци[яиюе]|[Кк]андидатур[ауы]|[Пп]од руководством|[Пп]ри участии|[Сс] участием|[Пп]о предложению|[Пп]о инициативе|[Зз]а подписью|[Оо]т имени)",
        "родительном",
    ),
    (
        "gent",
        r"(?:[Зз]аслуш|[Вв]ыслуш)(?:ав|али?|ать)\s+(?:и\s+[а-яё]+\s+)?(?:выступление|доклад|отч[её]т|сообщение|информацию|мнение)\s+(?:[А-ЯЁа-яё-]+\s+){1,6}",
        "родительном",
    ),
    (
        "datv",
        r"(?:(?<!\w)[Пп]оручить|(?<!\w)[Пп]редложить|(?<!\w)[Рр]екомендовать|[Пп]оручено|[Сс]лово предоставлено|[Пп]редоставить слово|[Вв]ручить|[Оо]бъявить благодарность|[Пп]рисвоить|[Рр]азрешить)",
        "дательном",
    ),
    (
        "accs",
        rf"(?:[Вв]озложить\s+(?:[а-яё]+\s+){{0,4}}на|[Вв]озложен[аоы]?\s+на|[Вв]озлагается\s+на|[Вв]озлагаю\s+на|[Нн]азначить\s+{_WORDS}|[Ии]збрать\s+{_WORDS}|[Нн]аградить|[Кк]омандировать|[Вв]ключить|[Вв]ключить\s+в\s+{_WORDS}|[Ии]сключить\s+из\s+состава\s+{_WORDS}|[Уу]твердить\s+(?:председателем|секретарём|руководителем|координатором|членом)\s+{_WORDS})",
        "винительном",
    ),
    ("ablt", r"(?:[Сс]огласова(?:ть|н|на|но|ны)\s+с(?:о)?|[Сс]овместно\s+с(?:о)?|[Вв]стретиться\s+с|[Пп]одписан[аоы]?|[Уу]твержд[её]н[аоы]?|[Пп]одготовлен[аоы]?|[Пп]редставлен[аоы]?)", "творительном"),
)  # fmt: skip
_ASKED = tuple(
    (case, title, sought(rf"(?<![\w-]){trigger}(?<=[а-яё\s])\s*(?<=\s){_SURNAME}"))
    for case, trigger, title in _TRIGGERS
)
_ENDINGS: tuple[tuple[str, frozenset[str]], ...] = (
    ("ского", frozenset(["gent", "accs"])), ("цкого", frozenset(["gent", "accs"])), ("скому", frozenset(["datv"])), ("цкому", frozenset(["datv"])),
    ("ским", frozenset(["ablt"])), ("цким", frozenset(["ablt"])), ("ском", frozenset(["loct"])), ("цком", frozenset(["loct"])), ("скую", frozenset(["accs"])), ("цкую", frozenset(["accs"])),
    ("ская", frozenset(["nomn"])), ("цкая", frozenset(["nomn"])), ("ский", frozenset(["nomn"])), ("цкий", frozenset(["nomn"])), ("ской", frozenset(["gent", "datv", "ablt", "loct", "nomn"])),
    *((stem, frozenset(["nomn"])) for stem in ("ов", "ев", "ёв", "ин", "ын")),
    *((stem + "а", frozenset(["nomn", "gent", "accs"])) for stem in ("ов", "ев", "ёв", "ин", "ын")),
    *((stem + "у", frozenset(["datv", "accs"])) for stem in ("ов", "ев", "ёв", "ин", "ын")),
    *((stem + "ым", frozenset(["ablt"])) for stem in ("ов", "ев", "ёв", "ин", "ын")),
    *((stem + "ой", frozenset(["gent", "datv", "ablt", "loct"])) for stem in ("ов", "ев", "ёв", "ин", "ын")),
    *((stem + "е", frozenset(["loct"])) for stem in ("ов", "ев", "ёв", "ин", "ын")),
)  # fmt: skip


_GIVES = lazy(
    r"(?:направ|представ|предостав|переда|вруч|долож|сообщ|высла|отправ|адрес|выда|доведи|довести)[а-яё]*\s[^.;]*\Z",
    re.IGNORECASE,
)


@text_rule("L118", "warning")
def surname_case(text: str) -> Slips:
    """Фамилия стоит не в том падеже.

    Поручить (кому?) Иванову И.И., возложить на (кого?) Петрову Л.А., согласовать с (кем?) Морозовой Е.В., выступление (кого?) Кузнецова Д.И.

    Плохо: Поручить Иванов И.И. подготовить проект
    Плохо: Согласовать с Морозова Е.В. перечень регионов
    Плохо: Выступление Кузнецову Д.И. признали содержательным
    Хорошо: Поручить Иванову И.И.; Согласовать с Морозовой Е.В.; Контроль возложить на Кравчук Л.П.; доклад Седых Н.В.
    """
    masked = prose(text)
    for case, title, pattern in _ASKED:
        for match in pattern.finditer(masked):
            for name in _names(masked, match):
                able = next((cases for ending, cases in _ENDINGS if name[1].endswith(ending)), None)
                if (
                    able is None
                    or case in able
                    or (case == "gent" and able == frozenset(["nomn"]) and name is match)
                ):
                    continue
                if (
                    case == "gent"
                    and "datv" in able
                    and _GIVES.search(masked, max(0, match.start() - 60), match.start())
                ):
                    continue  # «направить отчёт Петрову И.И.»
                yield Slip(name.start(1), name.end(1), f"фамилия «{name[1]}» должна стоять в {title} падеже")


_ANOTHER = lazy(rf"[А-ЯЁ]\.\s?[А-ЯЁ]\.(?:\s+и|,)\s+{_SURNAME}")


def _names(masked: str, match: re.Match[str]) -> Iterator[re.Match[str]]:
    """The name that was found and those that follow it after «и» or a comma."""
    found: re.Match[str] | None = match
    while found:
        yield found
        found = _ANOTHER.match(masked, found.end())
