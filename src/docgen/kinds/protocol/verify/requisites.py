"""The requisites of a finished protocol: its kind, date, chair, signature, marks of stamps (V501, V502, V508–V512)."""

import re
from dataclasses import replace

from docgen.diagnostics import Finding, Findings, Severity, Span, rule
from docgen.kinds.every.verify.leftovers import ANCHOR
from docgen.kinds.protocol.verify.lines import signs
from docgen.kinds.protocol.verify.minutes import items
from docgen.papers.examined import Examined
from docgen.papers.paper import Block
from docgen.papers.sections.words import plain

_MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:\s*[–-]\s*\d{{1,2}})?\s+(?:{_MONTHS})\s+\d{{4}}|\b\d{{1,2}}\.\d{{2}}\.\d{{4}}|«\d{{1,2}}»\s+(?:{_MONTHS})\s+\d{{4}}"
)
_REGISTERED = re.compile(r"(?:№|(?<![А-ЯЁа-яё])[Нн]омер(?:\s+протокола)?\s*[:–—-]?)\s*[\w/-]*\d")
_CHAIR = re.compile(
    r"(?<!заместитель )председател|председательств|(?:в[её]л|вела|проводил|проводила)\s+(?:заседание|совещание|собрание|встречу)"
    r"|(?:заседание|совещание|собрание|встречу)\s+(?:в[её]л|вела|проводил|проводила)|ведущ(?:ий|ая)\s+(?:заседани|совещани|собрани)",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"присутствовал|присутствуют|участник|принявш\w+ участие|члены\s+\w+(?:\s+\w+)?\s*:|приняли участие|участвовал|приглаш[её]нн|список прилагается",
    re.IGNORECASE,
)
_INITIALS = re.compile(
    r"[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ](?:[а-яё]{2,}|[А-ЯЁ]{2,})|[А-ЯЁ](?:[а-яё]{2,}|[А-ЯЁ]{2,})\s[А-ЯЁ]\.\s?[А-ЯЁ]\."
)
_NO_SIGNATURE = re.compile(
    r"\(|ответственн|исполнител|исп\.|срок|докладчик|разослать|\d{1,2}[.)]|[IVX]{1,5}[.)]", re.IGNORECASE
)
_SECRETARY = re.compile(r"\s*(?:секретарь|протокол\s+(?:в[её]л|вела|составил))", re.IGNORECASE)
_TOP, _BOTTOM = 40, 14


def judged(examined: Examined) -> bool:
    """Whether it is a protocol that can be read."""
    return not examined.unreadable and _title(examined) is not None


def _top(examined: Examined) -> list[Block]:
    return list(examined.text[:_TOP])


def _title(examined: Examined) -> Block | None:
    """The paragraph «ПРОТОКОЛ», or the one of whose lines it is."""
    return next((block for block in _top(examined) if _has_title(block)), None)


def _has_title(block: Block) -> bool:
    return any(
        plain(line).startswith(("протокол", "выписка из протокола"))
        for line in (block.text, *block.text.split("\n"))
    )


def start(examined: Examined) -> Span:
    """The word «ПРОТОКОЛ»: the place of what concerns the whole."""
    title = _title(examined)
    return examined.paper.span(title) if title is not None else examined.paper.whole()


def before_items(examined: Examined) -> list[Block]:
    """The beginning, as far as the first question or decision: there it is told who met and when."""
    found = items(examined)
    first = next((item.block or (item.orders[0].block if item.orders else None) for item in found), None)
    until = next((at for at, block in enumerate(examined.text) if block is first), _TOP)
    return list(examined.text[:until])


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
    if not judged(examined):
        return
    head = _head(examined)
    if examined.stage == "to_sign" and ANCHOR.search(head):
        return
    if not _DATE.search(head):
        yield Finding(start(examined), "нет даты совещания", "впишите дату: 13 ноября 2023 г.")
    elif not _REGISTERED.search(head) and examined.stage == "final":
        yield Finding(start(examined), "нет номера протокола", "впишите номер, присвоенный при регистрации")


def _head(examined: Examined) -> str:
    """The text above the first question."""
    top = [block for block in before_items(examined)[:25] if block.cell is None or len(block.text) < 200]
    return " ".join(block.shown for block in top)


@rule("V508")
def no_chair(examined: Examined) -> Findings:
    """Не сказано, кто председательствовал.

    Плохо:   сразу «Присутствовали: …»
    Хорошо:  Председательствовал: В.С. Неумывакин
    """
    if judged(examined) and not any(_CHAIR.search(block.text) for block in _top(examined)):
        yield Finding(start(examined), "не указан председатель", "добавьте: «Председательствовал: …»")


@rule("V509", Severity.WARNING)
def no_attendance(examined: Examined) -> Findings:
    """Не сказано, кто присутствовал.

    До пятнадцати человек перечисляют по организациям, больше – «25 чел. (список прилагается)».

    Плохо:   протокол без участников
    Хорошо:  Присутствовали: от Минпросвещения России – Иванов И.И., Петрова А.А.
    """
    if judged(examined) and not any(_PRESENT.search(block.text) for block in before_items(examined)):
        yield Finding(start(examined), "не указаны участники", "добавьте: «Присутствовали: …»")


@rule("V510")
def no_signature(examined: Examined) -> Findings:
    """В конце протокола нет подписи.

    Протокол подписывает председательствующий: должность, место для подписи, И.О. Фамилия.

    Плохо:   протокол обрывается на последнем поручении
    Хорошо:  Директор Департамента … В.С. Неумывакин
    """
    if not judged(examined):
        return
    last = _after_decisions(examined)
    if not any(
        _is_signature(block) and (_is_extract(examined) or not _SECRETARY.match(block.text)) for block in last
    ):
        span = examined.paper.span(last[-1]) if last else examined.paper.whole()
        yield Finding(
            span,
            "в конце нет подписи председательствующего",
            "добавьте должность, место для подписи, И.О. Фамилию",
        )


def _is_extract(examined: Examined) -> bool:
    """An extract is signed by the secretary."""
    title = _title(examined)
    return title is not None and "выписка" in plain(title.text)


def _after_decisions(examined: Examined) -> list[Block]:
    """What stands below the last decision, or on its last line where a page has joined them; else the end."""
    places = {id(block): at for at, block in enumerate(examined.text)}
    decided = [places[id(order.block)] for item in items(examined) for order in item.orders]
    if not decided:
        return list(examined.text[-_BOTTOM:])
    last = examined.text[max(decided)]
    line = last.text.rpartition("\n")[2]
    joined = [replace(last, text=line)] if line != last.text and signs(line) else []
    return [*joined, *examined.text[max(decided) + 1 :]]


def _is_signature(block: Block) -> bool:
    """Whether a name with initials stands here to sign, not to be heard or to do something."""
    text = block.text.strip()
    return bool(_INITIALS.search(text)) and len(text) < 200 and not _NO_SIGNATURE.match(text)


@rule("V512")
def anchors_missing(examined: Examined) -> Findings:
    """В документе на подпись нет метки для штампа.

    Без метки «МШРГ-4» система не знает, где напечатать дату и номер, без «мшэп» – где отметку о подписи. Метка
    регистрации не нужна, если номер уже вписан.

    Плохо:   пустое место между должностью и фамилией
    Хорошо:  «мшэп» между должностью и фамилией
    """
    if not judged(examined) or examined.stage != "to_sign":
        return
    text = "\n".join(block.text for block in examined.paper.blocks)
    found = {match[0].lower()[:4] for match in ANCHOR.finditer(text)}
    head = _head(examined)
    numbered = _DATE.search(head) and _REGISTERED.search(head)
    if "мшрг" not in found and not numbered:
        yield Finding(
            start(examined), "нет метки для даты и номера «МШРГ-4»", "поставьте метку в строке даты"
        )
    if "мшэп" not in found:
        signed = next((block for block in _after_decisions(examined) if _is_signature(block)), None)
        last = signed or (examined.text[-1] if examined.text else None)
        span = examined.paper.span(last) if last is not None else examined.paper.whole()
        yield Finding(span, "нет метки для отметки о подписи «мшэп»", "поставьте метку у подписи")
