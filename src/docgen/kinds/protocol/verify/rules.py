"""What a finished protocol must hold: its requisites, its items, its orders (V50x, V51x)."""

import re
from collections.abc import Iterator

from docgen.diagnostics import Finding, Findings, Severity, Span, rule
from docgen.kinds.every.verify.leftovers import ANCHOR
from docgen.kinds.protocol.verify.minutes import Item, Order, items, roman_number
from docgen.papers.examined import Examined
from docgen.papers.paper import Block
from docgen.papers.sections.words import plain

_MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:\s*[–-]\s*\d{{1,2}})?\s+(?:{_MONTHS})\s+\d{{4}}|\b\d{{1,2}}\.\d{{2}}\.\d{{4}}|«\d{{1,2}}»\s+(?:{_MONTHS})\s+\d{{4}}"
)
_REGISTERED = re.compile(r"№\s*[\w/-]*\d")
_CHAIR = re.compile(
    r"председател|председательств|вёл заседание|вел заседание|вела совещание|вел совещание|вёл совещание",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"присутствовал|присутствуют|участник|участвовал|приглаш[её]нн|список прилагается", re.IGNORECASE
)
_INITIALS = re.compile(r"[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]{2,}|[А-ЯЁ][а-яё]{2,}\s[А-ЯЁ]\.\s?[А-ЯЁ]\.")
_TOP, _BOTTOM = 40, 14
_ROMAN = {"I": 1, "V": 5, "X": 10}
_ROMAN_LETTERS = str.maketrans("ІХ", "IX")


def _judged(examined: Examined) -> bool:
    return not examined.unreadable and _title(examined) is not None


def _top(examined: Examined) -> list[Block]:
    return list(examined.text[:_TOP])


def _title(examined: Examined) -> Block | None:
    """The paragraph «ПРОТОКОЛ»."""
    return next((block for block in _top(examined) if plain(block.text).startswith("протокол")), None)


def _start(examined: Examined) -> Span:
    title = _title(examined)
    return examined.paper.span(title) if title is not None else examined.paper.whole()


@rule("V501")
def not_a_protocol(examined: Examined) -> Findings:
    """Это не протокол: в начале документа нет слова «ПРОТОКОЛ».

    Вид документа печатается прописными буквами после наименования организации. Остальные проверки протокола без него не
    делаются.

    Плохо:   программа развития, проверяемая как протокол
    Хорошо:  МИНИСТЕРСТВО … ПРОТОКОЛ совещания …
    """
    if not examined.unreadable and _title(examined) is None:
        told = "в начале документа нет слова «ПРОТОКОЛ»"
        yield Finding(examined.paper.whole(), told, "проверьте, тот ли это файл, или добавьте вид документа")


@rule("V502")
def no_date(examined: Examined) -> Findings:
    """Нет даты совещания или номера протокола.

    Датой протокола считается дата совещания. В документе на подпись вместо даты и номера может стоять метка «МШРГ-4».

    Плохо:   «  »  2023 г. №
    Хорошо:  13 ноября 2023 г. № Д05-125/05пр
    """
    if not _judged(examined):
        return
    top = [block for block in _top(examined) if block.cell is None or len(block.text) < 200]
    head = " ".join(block.shown for block in top[:25])
    if examined.stage == "to_sign" and ANCHOR.search(head):
        return
    if not _DATE.search(head):
        yield Finding(_start(examined), "нет даты совещания", "впишите дату: 13 ноября 2023 г.")
    elif not _REGISTERED.search(head) and examined.stage == "final":
        yield Finding(_start(examined), "нет номера протокола", "впишите номер, присвоенный при регистрации")


@rule("V503")
def no_agenda(examined: Examined) -> Findings:
    """Нет ни одного вопроса повестки.

    Вопрос – «I. О …», «СЛУШАЛИ: …», «По первому вопросу …» или заголовок «О …». Без вопросов непонятно, что обсуждали.

    Плохо:   сплошной текст без вопросов
    Хорошо:  I. Об итогах приёма. (Иванова И.И.)
    """
    if _judged(examined) and not items(examined):
        told = "не найдено ни одного вопроса повестки"
        yield Finding(_start(examined), told, "назовите вопросы: «I. О …»")


@rule("V504")
def no_decisions(examined: Examined) -> Findings:
    """По вопросу повестки нет решений.

    После обсуждения пишут «РЕШИЛИ:» и пункты решения, хотя бы «1. Принять информацию … к сведению.»

    Плохо:   I. Об итогах приёма. Заслушав …, – и сразу следующий вопрос
    Хорошо:  РЕШИЛИ: 1. Принять информацию Ивановой И.И. к сведению.
    """
    if not _judged(examined):
        return
    for item in _after_agenda(items(examined)):
        if item.block is not None and not item.orders:
            told = "по вопросу нет решений" if item.decided else "по вопросу нет слова «РЕШИЛИ» и решений"
            yield Finding(examined.paper.span(item.block), told, "впишите решение")


def _after_agenda(found: list[Item]) -> list[Item]:
    """Without the agenda that is listed first, item after item, and comes again below."""
    first = next((at for at, item in enumerate(found) if item.decided or item.orders), 0)
    listed = {plain(item.block.text) for item in found[:first] if item.block is not None}
    later = {plain(item.block.text) for item in found[first:] if item.block is not None}
    return found[first:] if listed & later or (first > len(found) // 2 - 1 and first > 1) else found


def _orders(examined: Examined) -> Iterator[Order]:
    """What somebody has to do: not decisions of the meeting itself, not headings of sub-items."""
    for item in items(examined):
        for order in item.orders:
            if order.asks and not order.collegial and not order.parts:
                yield order


@rule("V505")
def no_addressee(examined: Examined) -> Findings:
    """В поручении не сказано, кто должен его исполнить.

    Поручение начинается с исполнителя в дательном падеже: «Департаменту образования направить …». Решения самого
    совещания («Утвердить план», «Принять к сведению») исполнителя не требуют.

    Плохо:   2. Направить отчёт до 1 марта 2026 г.
    Хорошо:  2. Колледжам направить отчёт до 1 марта 2026 г.
    """
    if not _judged(examined):
        return
    for order in _orders(examined):
        if not order.addressed:
            told = "не сказано, кто должен исполнить поручение"
            yield Finding(examined.paper.span(order.block), told, "назовите исполнителя в дательном падеже")


@rule("V506")
def no_deadline(examined: Examined) -> Findings:
    """У поручения нет срока.

    Срок пишут в самом пункте или отдельной строкой: «Срок – до 1 марта 2026 г.» Поручение без срока нельзя
    проконтролировать.

    Плохо:   2. Колледжам направить отчёт.
    Хорошо:  2. Колледжам направить отчёт. Срок – до 1 марта 2026 г.
    """
    if not _judged(examined):
        return
    for order in _orders(examined):
        if not order.due:
            yield Finding(
                examined.paper.span(order.block), "у поручения нет срока", "добавьте: «Срок – до …»"
            )


@rule("V508")
def no_chair(examined: Examined) -> Findings:
    """Не сказано, кто председательствовал.

    Плохо:   сразу «Присутствовали: …»
    Хорошо:  Председательствовал: В.С. Неумывакин
    """
    if _judged(examined) and not any(_CHAIR.search(block.text) for block in _top(examined)):
        yield Finding(_start(examined), "не указан председатель", "добавьте: «Председательствовал: …»")


@rule("V509", Severity.WARNING)
def no_attendance(examined: Examined) -> Findings:
    """Не сказано, кто присутствовал.

    До пятнадцати человек перечисляют по организациям, больше – «25 чел. (список прилагается)».

    Плохо:   протокол без участников
    Хорошо:  Присутствовали: от Минпросвещения России – Иванов И.И., Петрова А.А.
    """
    if _judged(examined) and not any(_PRESENT.search(block.text) for block in _top(examined)):
        yield Finding(_start(examined), "не указаны участники", "добавьте: «Присутствовали: …»")


@rule("V510")
def no_signature(examined: Examined) -> Findings:
    """В конце протокола нет подписи.

    Протокол подписывает председательствующий: должность, место для подписи, И.О. Фамилия.

    Плохо:   протокол обрывается на последнем поручении
    Хорошо:  Директор Департамента … В.С. Неумывакин
    """
    if not _judged(examined):
        return
    last = [block for block in examined.text if block.text.strip()][-_BOTTOM:]
    decisions = {id(order.block) for item in items(examined) for order in item.orders}
    signed = any(_INITIALS.search(b.text) and id(b) not in decisions and len(b.text) < 200 for b in last)
    if not signed:
        span = examined.paper.span(last[-1]) if last else examined.paper.whole()
        yield Finding(
            span,
            "в конце нет подписи председательствующего",
            "добавьте должность, место для подписи, И.О. Фамилию",
        )


@rule("V511")
def items_out_of_count(examined: Examined) -> Findings:
    """Номера вопросов или пунктов идут не подряд.

    На пункты протокола ссылаются по номерам; пропуск или повтор делает ссылки неверными.

    Плохо:   I, II, IV
    Хорошо:  I, II, III
    """
    if not _judged(examined):
        return
    found = _after_agenda(items(examined))
    last = 0
    for item in found:
        written = roman_number(item.block) if item.block is not None else None
        if item.block is not None and written is not None:
            number = _arabic(written)
            if number != last + 1:
                told = f"номер вопроса {written}, а по порядку он {last + 1}-й"
                yield Finding(examined.paper.span(item.block), told, "исправьте номера вопросов")
            last = number
        yield from _orders_out_of_count(examined, item)


def _orders_out_of_count(examined: Examined, item: Item) -> Findings:
    last: dict[str, int] = {}
    for order in item.orders:
        if not order.number:
            continue
        parent, _, own = order.number.rpartition(".")
        number = int(own)
        if number != last.get(parent, 0) + 1:
            expected = f"{parent}.{last.get(parent, 0) + 1}" if parent else str(last.get(parent, 0) + 1)
            told = f"номер пункта {order.number}, а по порядку – {expected}"
            yield Finding(examined.paper.span(order.block), told, "исправьте номера пунктов")
        last[parent] = number


def _arabic(roman: str) -> int:
    total = last = 0
    for letter in reversed(roman.translate(_ROMAN_LETTERS)):
        worth = _ROMAN[letter]
        total += worth if worth >= last else -worth
        last = max(last, worth)
    return total


@rule("V512")
def anchors_missing(examined: Examined) -> Findings:
    """В документе на подпись нет метки для штампа.

    Без метки «МШРГ-4» система не знает, где напечатать дату и номер, без «мшэп» – где отметку о подписи. Метка
    регистрации не нужна, если номер уже вписан.

    Плохо:   пустое место между должностью и фамилией
    Хорошо:  «мшэп» между должностью и фамилией
    """
    if not _judged(examined) or examined.stage != "to_sign":
        return
    text = "\n".join(block.text for block in examined.paper.blocks)
    found = {match[0].lower()[:4] for match in ANCHOR.finditer(text)}
    head = " ".join(block.shown for block in _top(examined)[:25])
    numbered = _DATE.search(head) and _REGISTERED.search(head)
    if "мшрг" not in found and not numbered:
        yield Finding(
            _start(examined), "нет метки для даты и номера «МШРГ-4»", "поставьте метку в строке даты"
        )
    if "мшэп" not in found:
        last = examined.text[-1] if examined.text else None
        span = examined.paper.span(last) if last is not None else examined.paper.whole()
        yield Finding(span, "нет метки для отметки о подписи «мшэп»", "поставьте метку у подписи")
