"""Brackets, quotation marks, signs that stand twice."""

import re
from collections.abc import Iterator

from docgen.language.patterns import lazy
from docgen.language.proofreading.rule import Slip, Slips, prose, text_rule
from docgen.language.proofreading.sought import sought

_LIST_MARK = lazy(r"(?:(?<=[\s;:,(])|^)(?:\d{1,3}(?:\.\d+)*|[а-яёa-zА-Я])\)", re.MULTILINE)
_SMILE = lazy(r"[:;]-?[()]+")
_BRACKET = sought(r"[()\[\]]")
_PAIRS = {")": "(", "]": "["}


_BRACKET = sought(r"\(|\)|\[|\]")


@text_rule("L030", "error", seeks=(_BRACKET,))
def brackets(text: str) -> Slips:
    """Скобка без пары.

    Каждой открытой скобке нужна закрывающая: без неё не понять, где кончается пояснение.

    Плохо: Инициаторам создания центров (кластеров продолжить исполнение
    Плохо: Инициаторам создания центров кластеров) продолжить исполнение
    Хорошо: Инициаторам создания центров (кластеров): 1) первое; а) второе :)
    """
    masked = _SMILE.sub(lambda m: " " * len(m[0]), prose(text))
    for paragraph in _PARAGRAPH.finditer(masked):
        if list(_unpaired(paragraph[0])):  # «1)» and «а)» of a list close nothing
            marked = _LIST_MARK.sub(
                lambda m: m[0] if m.string[: m.start()].endswith("(") else " " * len(m[0]), paragraph[0]
            )
            for place, closing in _unpaired(marked):
                start = paragraph.start() + place
                yield Slip(
                    start,
                    start + 1,
                    "закрывающая скобка без открывающей" if closing else "открывающая скобка без закрывающей",
                )


_PARAGRAPH = sought(r"(?:(?!\n[ \t]*\n).)+", re.DOTALL)


def _unpaired(text: str) -> Iterator[tuple[int, bool]]:
    """The places of brackets without a pair, and whether each is a closing one."""
    open_at: list[int] = []
    for match in re.finditer(r"[()\[\]]", text):
        if match[0] in "([":
            open_at.append(match.start())
        elif open_at and text[open_at[-1]] == _PAIRS[match[0]]:
            open_at.pop()
        else:
            yield match.start(), True
    for place in open_at:
        yield place, False


_QUOTE = sought("[«»„“”]")
_NAME_OPENS = lazy(
    r"(?:ООО|АО|ПАО|ОАО|ЗАО|НАО|АНО|ФГБОУ|ФГУП|ФГБУ|ГБПОУ|ГАПОУ|ГБОУ|МБОУ|ГАУ|ГБУ|НКО|ИП|ТОО|ФКУ|ЧОУ|ОГАПОУ|ОГБПОУ|ВО|ДПО|СПО|[Зз]авод\w*|"
    r"[Кк]омбинат\w*|[Фф]абрик\w*|[Кк]омпани\w+|[Кк]олледж\w*|[Тт]ехникум\w*|[Уу]чрежден\w+|[Оо]бществ\w+|[Кк]орпораци\w+|[Хх]олдинг\w*|[Кк]онцерн\w*|[Оо]бъединени\w+|[Цц]ентр\w*|[Фф]ирм\w+|[Сс]оюз\w*|[Фф]онд\w*|[Аа]ссоциаци\w+|[Гг]рупп\w|[Кк]ластер\w*|[Аа]гентств\w+|[А-ЯЁ]{2,6})(?:\s[а-яё]+){0,3}\s*$"
)


@text_rule("L031", "error", seeks=(_QUOTE,))
def quotes(text: str) -> Slips:
    """Кавычка без пары.

    Открытые кавычки закрывают: иначе не видно, где кончается название.

    Плохо: в рамках проекта «Профессионалитет продолжить исполнение
    Плохо: в рамках проекта Профессионалитет» продолжить исполнение
    Хорошо: в рамках проекта «Профессионалитет» с ООО «Завод «Металлист»
    """
    opened: list[int] = []
    for match in _QUOTE.finditer(prose(text)):
        place, sign = match.start(), match[0]
        if sign in "«„":
            opened.append(place)
        elif sign == "»" and opened:
            while len(opened) > 1 and text[opened[-1]] == "„":
                opened.pop()
            opened.pop()
            _close_name(text, opened, place)
        elif sign == "»":
            yield Slip(place, place + 1, "закрывающая кавычка без открывающей")
        elif opened and text[opened[-1]] == "„":
            opened.pop()
    for place in opened:
        yield Slip(place, place + 1, "открывающая кавычка без закрывающей")


def _close_name(text: str, opened: list[int], place: int) -> None:
    """Two quotes that close together are written as one: ООО «Завод «Металлист»."""
    if not opened or text[place + 1 : place + 2] == "»":
        return
    inside = text[opened[-1] + 1 : place].partition("«")[0]
    next_close, next_open = text.find("»", place + 1), text.find("«", place + 1)
    unclosed = next_close == -1 or (next_open != -1 and next_open < next_close)
    if unclosed and len(inside) < 60 and "," not in inside and _NAME_OPENS.search(inside):
        opened.pop()


_STRAIGHT = sought(r"(?<![\d\w])\"(?=\S)([^\"\n«»]{1,200}?(?:\n[^\"\n«»]{1,150}?)?)(?<=\S)\"(?!\w)")
_CURLY = sought(r"“([^“”„«»\n]{1,200})”")


@text_rule("L032", "warning", safe=True)
def straight_quotes(text: str) -> Slips:
    """Кавычки прямые или английские вместо «ёлочек».

    В русском тексте кавычки – «ёлочки», внутри них – „лапки“.

    Плохо: участников ФП "Профессионалитет"
    Хорошо: участников ФП «Профессионалитет», экран 24"
    """
    masked = prose(text)
    for pattern in (_STRAIGHT, _CURLY):
        for match in pattern.finditer(masked):
            near = masked[max(0, match.start() - 300) : match.start()]
            inner = near.count("«") > near.count("»")
            inside = text[match.start() + 1 : match.end() - 1]
            right = f"„{inside}“" if inner else f"«{inside}»"
            yield Slip(
                match.start(),
                match.end(),
                f"кавычки должны быть {'„такими“' if inner else '«такими»'}",
                right,
            )


_INCHLESS = sought(r'(?<!\d)"')


@text_rule("L033", "error")
def odd_straight_quote(text: str) -> Slips:
    """Прямая кавычка без пары или в паре с «ёлочкой».

    Название, открытое одной кавычкой и закрытое другой, не распознаёт ни поиск, ни читатель.

    Плохо: участников ФП «Профессионалитет" 2023 года
    Плохо: участников ФП "Профессионалитет 2023 года
    Хорошо: участников ФП «Профессионалитет» 2023 года, экран 24"
    """
    masked = prose(text)
    if '"' not in masked:
        return
    for line in re.finditer(r"[^\n]+(?:\n[^\n]+)*", masked):
        rest = _STRAIGHT.sub(lambda m: " " * len(m[0]), line[0])
        for match in _INCHLESS.finditer(rest):
            start = line.start() + match.start()
            yield Slip(start, start + 1, "прямая кавычка без пары")


_TWICE = sought(
    r",[ \u00a0]?[,.](?!\.)|;[ \u00a0]?[;,.]|:[ \u00a0]?[,;:](?![)(])|(?<![.?!])\.[ \u00a0]?\.(?!\.)(?![ \u00a0]?\.)|(?<!\.)\.{4,}|[?!][ \u00a0]?[,;](?=\s[а-яё])|(?<=[а-яё»)])[?!]\.(?!\.)"
)


@text_rule("L034", "error")
def twice(text: str) -> Slips:
    """Два знака препинания подряд.

    Из двух знаков оставляют один; точка в конце сокращения служит и точкой предложения.

    Плохо: организаций,, реализующих программы
    Плохо: гранты, субсидии и т.д..
    Хорошо: гранты, субсидии и т.д.; что?.. 2023 г., и...
    """
    for match in _TWICE.finditer(prose(text)):
        signs = match[0].replace(" ", "").replace("\u00a0", "")
        right = signs[0] if signs[0] == signs[-1] and len(signs) == 2 else None
        yield Slip(match.start(), match.end(), f"два знака подряд: «{signs}»", right)
