"""What a line of minutes is by its words: a question, the heading of decisions, an item, a deadline, a signature."""

import re

from docgen.papers.paper import Block

_BY_QUESTION = r"по\s+(?:\w+\s+)?вопрос\w*(?:\s*№?\s*\d{1,2})?(?:\s+повестки(?:\s+дня)?)?"
_OUTCOME = r"по\s+(?:итогам|результатам)(?:\s+\w+){1,5}"
_OF_WHOM = r"единогласно|совещания|заседания|совета|комиссии|собрания|рабочей\s+группы"
_DECIDED_WORD = (
    r"р\s*е\s*ш\s*и\s*л[\sаио]*|п\s*о\s*с\s*т\s*а\s*н\s*о\s*в\s*и\s*л[\sаио]*|решени[ея](?:\s+и\s+поручения)?"
    r"|решено|(?:новые\s+)?поручения(?:\s+и\s+решения)?|постановлено|договорились|постановлени[ея]|решает|решают"
)
_WHO_DECIDES = r"(?:комиссия|совет|собрание|коллегия|группа|комитет|члены|участники)(?:\s+\w+){0,3}"
_DECIDED = re.compile(
    rf"\s*(?:\d{{1,2}}(?:\.\d{{1,2}})?\s*[.)]\s*)?(?:(?:{_BY_QUESTION}|{_OUTCOME})\s*[,:–—-]?\s+)?(?:{_WHO_DECIDES}\s+)?"
    rf"(?:принят\w{{1,3}}\s+|протокольно\w{{0,2}}\s+)?(?:{_DECIDED_WORD})"
    rf"(?:\s+(?:{_BY_QUESTION}|{_OUTCOME}|{_OF_WHOM}))*\s*[:.]?\s*",
    re.IGNORECASE,
)
_DECIDED_LATE = re.compile(r"(?:РЕШИЛИ|ПОСТАНОВИЛИ|Р\s?Е\s?Ш\s?И\s?Л\s?И)\s*:?\s*$")
_JOINT = re.compile(r"\b(?:решения|поручения|по\s+(?:итогам|результатам))\b", re.IGNORECASE)
_LONGEST_HEADING = 160

HEARD = re.compile(r"\s*(?:СЛУШАЛИ|Слушали)\b")
_ITEM = re.compile(
    r"\s*(?:[IVXІХ]{1,6}\s*[.)]|(?:\d{1,2}\s*[.)]\s*)?"
    r"(?:СЛУШАЛИ|Слушали|По\s+(?:\w+\s+)?вопросу|Вопрос\s+(?:№\s*)?\d)\b)\s*"
)
_ABOUT = re.compile(r"\s*(\d{1,2})\s*[.)]\s*Об?о?\s+[«а-яёА-ЯЁ]")
_HEADED_ABOUT = re.compile(r"(?:\d+\.\s*)?Об?о?\s")
_SENTENCE_END = (".", ";", ",", ":")
_LONGEST_ITEM = 700

_ROMAN = re.compile(r"\s*([IVXІХ]{1,6})\s*[.)]")
_ROMAN_LETTERS = str.maketrans("ІХ", "IX")
_ROMAN_WORTH = {"I": 1, "V": 5, "X": 10}
_ARABIC = re.compile(
    r"\s*(?:(?:Вопрос|По\s+вопросу)\s+(?:№\s*)?(?P<said>\d{1,2})\b\s*[.):]?|(?P<set>\d{1,2})\s*[.):])(?!\d)"
)
_SPELT = re.compile(
    r"\bпо\s+(перв|втор|трет|четв|пят|шест|седьм|восьм|девят|десят)\w*\s+вопрос", re.IGNORECASE
)
_SPELT_ROOTS = ("перв", "втор", "трет", "четв", "пят", "шест", "седьм", "восьм", "девят", "десят")

ORDER_NUMBER = re.compile(
    r"\s*(?:[Пп]ункт\s+|[Пп]\.\s*)?(\d{1,2}(?:\.\d{1,2}){0,3}(?=\s*[.)])|\d{1,2}(?:\.\d{1,2}){1,3})\s*[.)]?\s+(?=\S)"
)
_BULLET = re.compile(r"\s*(?:[-–—•·▪●*\uf0b7]\s*|[а-яё]\)\s+)(?=\S)")
DUE_LINE = re.compile(r"\s*срок[иа]?(?:\s+исполнения)?\s*[:–—-]", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"^\s*(?:председатель|секретарь|директор|заместитель|министр|руководитель|начальник|ректор|президент|губернатор|глава|генеральный)\b[^.;]{0,200}?(?:[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+|[А-ЯЁ][а-яё]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\.)?\s*$",
    re.IGNORECASE,
)
_END = re.compile(
    r"\s*(?:лист\s+(?:рассылки|согласования|ознакомления)|приложени[ея](?:\s*№?\s*\d{1,2})?\s*(?:$|[:.])|исп\.\s|разослать:|список\s+(?:участников|присутств))",
    re.IGNORECASE,
)


def heads_decisions(text: str) -> bool:
    """«РЕШИЛИ:», «Решение по вопросу 1», «По итогам обсуждения решено:»."""
    return len(text) <= _LONGEST_HEADING and bool(_DECIDED.fullmatch(text))


def inline_decision(text: str) -> str:
    """What is decided in the line itself: «Принятое решение: утвердить отчёт»; nothing if it is no such line."""
    head, sign, rest = text.partition(":")
    return rest.strip() if sign and heads_decisions(head) else ""


def ends_in_decisions(text: str) -> bool:
    """«Заслушав …, РЕШИЛИ:», or «Решили:» as a line of its own after others."""
    return bool(_DECIDED_LATE.search(text)) or ("\n" in text and heads_decisions(text.rpartition("\n")[2]))


def heads_joint_decisions(text: str) -> bool:
    """«Решения и поручения:», «По итогам совещания решили»: of all questions together."""
    return bool(_JOINT.search(text))


def begins_item(block: Block, text: str) -> bool:
    """Whether a question of the agenda begins here, by the look of the line alone."""
    if block.cell is not None:
        return False
    if len(text) < _LONGEST_ITEM and (_ITEM.match(text) or _ABOUT.match(text)):
        return True
    stands_out = block.look.bold or block.look.centred
    title = stands_out and len(text) < _LONGEST_HEADING * 2 and not text.endswith(_SENTENCE_END)
    return (bool(block.level) or title) and bool(_HEADED_ABOUT.match(text))


def roman_number(text: str) -> int | None:
    """The Roman number of a question, Latin letters or not."""
    match = _ROMAN.match(text)
    if match is None:
        return None
    total = last = 0
    for letter in reversed(match[1].translate(_ROMAN_LETTERS)):
        worth = _ROMAN_WORTH[letter]
        total += worth if worth >= last else -worth
        last = max(last, worth)
    return total


def written_roman(text: str) -> str:
    """The same number as it is written."""
    match = _ROMAN.match(text)
    return match[1] if match else ""


def spelt_number(text: str) -> int | None:
    """«По второму вопросу» is 2."""
    match = _SPELT.search(text)
    return _SPELT_ROOTS.index(match[1].lower()) + 1 if match else None


def question_number(text: str) -> int | None:
    """The number of a question, however it is written."""
    return roman_number(text) or spelt_number(text) or arabic_number(text)


def arabic_number(text: str) -> int | None:
    """«3. О плане», «Вопрос № 3», «По вопросу 3 повестки дня» are 3."""
    match = _ARABIC.match(text)
    return int(match["said"] or match["set"]) if match else None


def unnumbered(text: str) -> str:
    """A question without its number."""
    match = _ROMAN.match(text) or _ARABIC.match(text)
    return text[match.end() :].strip() if match else text.strip()


def bullet(block: Block) -> int | None:
    """How many characters of ``block.text`` are the sign of a list («– », «а) »); ``None``: it is no such item."""
    match = _BULLET.match(block.text)
    if match is not None:
        return match.end()
    listed = block.list_level is not None and not re.match(r"\s*\d", block.label)
    return 0 if listed else None


def signs(text: str) -> bool:
    """«Директор ______ И.И. Иванов»."""
    return bool(_SIGNATURE.match(text))


def ends_decisions(block: Block, text: str) -> bool:
    """Whether the decisions are over: the signature, or what is filed after it."""
    signature = signs(text) and not ORDER_NUMBER.match(text)
    return bool(signature or _END.match(text) or block.cell is not None)
