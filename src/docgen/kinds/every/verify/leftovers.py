"""What has been forgotten in the text: tags, gaps to fill in, hints, anchors of stamps (V206–V208, V210, V211, V219, V220)."""

import re
from collections.abc import Iterator

from docgen.diagnostics import Finding, Findings, Related, rule
from docgen.papers.examined import Examined
from docgen.papers.paper import APART, Block, MarkKind

_TAG = re.compile(
    r"\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|\{#.{0,200}?#\}|\{\{|\}\}|\{%|%\}|«MERGEFIELD[^»]*»|<<[^<>\n]{1,80}>>"
)
_LINE = re.compile(r"_{3,}(?:[_ \t]*_)*")
_LEADS_TO_VALUE = re.compile(
    r"\b(?:до|не позднее|на сумму|в размере|в количестве|составляет|составит)\s+$", re.IGNORECASE
)
_MEASURE = re.compile(
    r"\s*(?:январ|феврал|марта|апрел|мая|июн|июл|август|сентябр|октябр|ноябр|декабр|тыс\b|млн\b|млрд\b|руб|процент|%|человек|чел\b)",
    re.IGNORECASE,
)
_NAMED_GAP = re.compile(
    r"\[\s*(?:указать|указывается|вписать|заполнить|наименование|название|дата|число|номер|сумма|фио|ф\.\s?и\.\s?о|"
    r"должность|год|регион|адрес|текст|вставить|добавить|выбрать|…|\.\.\.)[^\[\]\n]{0,120}\]"
    r"|\(\s*(?:указать|указываются|указывается|вписать|заполнить|описать|перечислить|нужное подчеркнуть|ненужное зачеркнуть"
    r"|нужное указать|выбрать нужное)(?![а-яё])[^()\n]{0,160}\)"
    r"|(?<!<)<\s*(?:указать|вписать|заполнить|наименование|название|дата|фио|должность|текст)[^<>\n]{0,120}>"
    r"|⟦[^⟧\n]{0,200}⟧?",
    re.IGNORECASE,
)
_MONTHS = r"(?i:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)\b"
_BLANK_DATE = re.compile(
    r"(?<!\w)(?:ХХ|XX|хх|xx|дд|ДД|__)\.(?:ХХ|XX|хх|xx|мм|ММ|__)(?:\.(?:ХХХХ|XXXX|20ХХ|20XX|гггг|ГГГГ|20__|\d{4}))?(?!\w)|\b20(?:ХХ|XX|__)\b|[ХX]{3,}(?!\w)"
    rf"|(?<!\w)[ХXхx]{{2}}\s+{_MONTHS}|\b(?:до|не позднее|к|с)\s+_{{1,2}}\s*{_MONTHS}"
)
_EMPTY_QUOTES = re.compile(r"«\s*»(?=\s*(?:\w+\s+)?20)|«[\s_]{1,6}»\s*(?:_+|\w+)\s*20[\d_ ]{0,4}\s*г")
_NOTE = re.compile(
    r"(?<![\w-])(?:TODO|FIXME|TBD|XXX|ТУДУ)(?![\w-])|\?{3,}|(?<![\w«])(?:уточнить|доделать|дописать|вставить таблицу|будет дополнено)(?=\s*[!?)]|\s*$)",
    re.IGNORECASE,
)
_LOREM = re.compile(r"lorem\s+ipsum|dolor\s+sit\s+amet|рыба[- ]текст|текст[- ]рыба", re.IGNORECASE)
_INVITES = re.compile(
    r"(?:место для ввода текста|щелкните или коснитесь здесь|щёлкните или коснитесь здесь|введите текст|выберите элемент|click (?:or tap )?here to enter)",
    re.IGNORECASE,
)
_FIELD_ERROR = re.compile(
    r"Ошибка!\s*(?:Источник ссылки не найден|Закладка не определена|Не указан[^.]{0,60}|Недопустим[^.]{0,60}|Неизвест[^.]{0,60})\.?"
    r"|Error!\s*(?:Reference source not found|Bookmark not defined|No text of specified style)[^.]{0,40}\.?"
    r"|#(?:ССЫЛКА|ЗНАЧ|ДЕЛ/0|REF|VALUE|DIV/0|NAME|ИМЯ|Н/Д)[!?]?"
)
_SIGNING = re.compile(
    r"подпис|м\.\s?п\.|расшифровк|[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]|[А-ЯЁ][а-яё]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\.|директор|ректор|министр|руководител|председател|секретар|губернатор|начальник|глав[аы]\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]|[А-ЯЁ][а-яё]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\.|подпис|м\.\s?п\.", re.IGNORECASE
)
ANCHOR = re.compile(r"(?<![\w-])(?:МШРГ(?:-\d{1,2})?|мшэп|МШЭП)(?![\w-])")
_STAMP = re.compile(
    r"документ\s+подписан\s+(?:усиленной\s+)?(?:квалифицированной\s+)?электронной\s+подписью", re.IGNORECASE
)
_FILLED = re.compile(
    r"сертификат\s*:?\s*[0-9a-f ]{8,}|владелец\s*:?\s*[А-ЯЁ][а-яё]+|действителен\s+с\s+\d", re.IGNORECASE
)


def _found(examined: Examined, pattern: re.Pattern[str]) -> Iterator[tuple[Block, re.Match[str]]]:
    for block in examined.paper.blocks:
        for match in pattern.finditer(block.text):
            yield block, match


@rule("V206")
def template_tags(examined: Examined) -> Findings:
    """В документе осталась разметка шаблона.

    Знаки «{{ … }}», «{% … %}», «<<…>>» значат, что место шаблона не заполнено.

    Плохо:   Председатель: {{ chair }}
    Хорошо:  Председатель: И.И. Иванов
    """
    for block, match in _found(examined, _TAG):
        told = f"осталась разметка шаблона «{match[0]}»"
        yield Finding(examined.paper.span(block, *match.span()), told, "впишите то, что должно здесь стоять")


@rule("V207")
def gaps_to_fill(examined: Examined) -> Findings:
    """В документе остались незаполненные места.

    «____», «[указать]», «XX.XX.XXXX», «TODO» – заготовки, которые забыли заполнить. Черта для собственноручной подписи
    рядом с фамилией заготовкой не считается; даты и номера в документе на подпись ставит система по своим меткам.

    Плохо:   срок – до XX.XX.2026; [указать наименование колледжа]
    Хорошо:  срок – до 5 марта 2026 г.; ГБПОУ «Липецкий политехнический техникум»
    """
    for pattern, why in (
        (_NAMED_GAP, "осталась подсказка"),
        (_BLANK_DATE, "не вписана дата или число"),
        (_EMPTY_QUOTES, "не вписана дата"),
        (_NOTE, "осталась пометка автора"),
    ):
        for block, match in _found(examined, pattern):
            if pattern is _EMPTY_QUOTES and (examined.stage == "to_sign" or _is_signing(examined, block)):
                continue
            told = f"{why} «{' '.join(match[0].split())}»"
            yield Finding(examined.paper.span(block, *match.span()), told, "впишите недостающее или удалите")
    yield from _lines(examined)


def _lines(examined: Examined) -> Findings:
    for block, match in _found(examined, _LINE):
        if _is_in_sentence(match) or not _is_signing(examined, block):
            told = "осталась незаполненная черта"
            yield Finding(
                examined.paper.span(block, *match.span()), told, "впишите недостающее или удалите черту"
            )


def _is_in_sentence(gap: re.Match[str]) -> bool:
    """«до ___ апреля», «в размере ____ тыс. рублей»: no place for a signature, whoever is named beside it."""
    before = gap.string[max(0, gap.start() - 40) : gap.start()]
    return bool(_LEADS_TO_VALUE.search(before) or _MEASURE.match(gap.string, gap.end()))


def _is_signing(examined: Examined, block: Block) -> bool:
    """Whether a line is to be signed by hand: a name or a post stands by it, in the same row or the next paragraphs."""
    if _SIGNING.search(block.text):
        return True
    if block.cell is not None and block.cell.table != APART:
        return any(_SIGNING.search(one.text) for one in examined.row(block.cell))
    blocks, at = examined.paper.blocks, examined.at(block)
    near = [one for one in blocks[max(0, at - 3) : at + 4] if one.text.strip() and len(one.text) < 160]
    return any(_NAME.search(one.text) for one in near)


@rule("V208")
def filler_text(examined: Examined) -> Findings:
    """В документе остался текст-заполнитель.

    «Lorem ipsum» и подобным заполняют макет, пока нет настоящего текста.

    Плохо:   Lorem ipsum dolor sit amet
    Хорошо:  настоящий текст
    """
    for block, match in _found(examined, _LOREM):
        told = f"остался текст-заполнитель «{match[0]}»"
        yield Finding(examined.paper.span(block, *match.span()), told, "замените его настоящим текстом")


@rule("V210")
def stamp_anchors(examined: Examined) -> Findings:
    """Метка для штампа осталась в готовом документе или стоит не один раз.

    По меткам «МШРГ-4», «мшэп» система документооборота ставит номер, дату и отметку о подписи. В документе на подпись
    каждая стоит ровно один раз, в готовом не остаётся ни одной.

    Плохо:   «мшэп» в зарегистрированном документе
    Хорошо:  отметка об электронной подписи на её месте
    """
    first: dict[str, Finding] = {}
    for block, match in _found(examined, ANCHOR):
        span = examined.paper.span(block, *match.span())
        name = "МШРГ" if match[0].upper().startswith("МШРГ") else "мшэп"
        if examined.stage == "final":
            told = f"в готовом документе осталась метка «{match[0]}»"
            yield Finding(span, told, "зарегистрируйте документ: система заменит метку штампом")
        elif name in first:
            see = (Related(first[name].span, "первый раз здесь"),)
            yield Finding(span, f"метка «{match[0]}» стоит ещё раз", "оставьте одну метку", see)
        first.setdefault(name, Finding(span, ""))


@rule("V211")
def stamp_filled_in(examined: Examined) -> Findings:
    """Отметка об электронной подписи вписана до подписания.

    Отметку с номером сертификата и владельцем ставит система после подписания. Вписанная заранее, она выдаёт
    неподписанный документ за подписанный. В файле Word отметки не бывает никогда: подписывают не его.

    Плохо:   «Документ подписан электронной подписью. Владелец Иванов…» в файле на подпись
    Хорошо:  метка «мшэп» или пустое место для отметки
    """
    if examined.stage != "to_sign" and examined.paper.format == "pdf":
        return
    for block, match in _found(examined, _STAMP):
        if any(_FILLED.search(near.text) for near in _neighbours(examined, block)):
            told = "отметка об электронной подписи заполнена до подписания"
            yield Finding(
                examined.paper.span(block, *match.span()), told, "уберите отметку: её поставит система"
            )


def _neighbours(examined: Examined, block: Block) -> tuple[Block, ...]:
    at = examined.at(block)
    return examined.paper.blocks[max(0, at - 1) : at + 6]


@rule("V219")
def invitations_to_type(examined: Examined) -> Findings:
    """Осталось поле с приглашением ввести текст.

    Элемент управления показывает подсказку, потому что в него ничего не вписали.

    Плохо:   «Место для ввода текста.»
    Хорошо:  вписанный текст
    """
    told_at = set()
    for mark in examined.marks(MarkKind.PLACEHOLDER):
        told_at.add(mark.block)
        told = f"поле не заполнено: «{mark.text[:60]}»"
        yield Finding(examined.place(mark), told, "впишите текст или удалите поле")
    for block, match in _found(examined, _INVITES):
        if all(examined.paper.blocks[at] is not block for at in told_at if at is not None):
            told = f"осталось приглашение «{match[0]}»"
            yield Finding(examined.paper.span(block, *match.span()), told, "впишите текст или удалите поле")


@rule("V220")
def broken_fields(examined: Examined) -> Findings:
    """Поле или формула показывает ошибку.

    Ссылка ведёт на удалённую закладку, заголовок или ячейку, и Word печатает вместо неё «Ошибка!».

    Плохо:   см. таблицу Ошибка! Источник ссылки не найден.
    Хорошо:  см. таблицу 7
    """
    for block, match in _found(examined, _FIELD_ERROR):
        told = f"поле показывает ошибку «{match[0]}»"
        yield Finding(examined.paper.span(block, *match.span()), told, "исправьте ссылку и обновите поля: F9")
