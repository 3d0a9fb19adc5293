"""Keep away from what is not prose: addresses, codes, phones, numbers of documents (T12, T13, T24).

Each protected piece is taken out and a mark is left in its place, so that no rule can harm it and every rule
still sees that something stands there. Marks are put back in their order, so rules may not move or drop them.
"""

import re
from collections.abc import Iterator

from docgen.language.typography.profile import Profile

WORD = "\ue000"
"""Stands for a protected word: an address, a piece of code, a file name."""
FIGURE = "\ue001"
"""Stands for a protected figure: a phone, a tax number, the number of a document."""

_TOP = r"(?:ru|su|com|org|net|info|edu|gov|io|dev|рф)"
_FILE = r"(?:docx?|xlsx?|pptx?|pdf|rtf|odt|txt|csv|ya?ml|json|xml|html?|zip|rar|7z|png|jpe?g|py|md|sig)"
_CODES = (
    "ИНН|КПП|ОГРНИП|ОГРН|ОКТМО|ОКПО|ОКАТО|ОКВЭД|ОКПД2?|ОКФС|ОКОПФ|БИК|СНИЛС|КБК|УИН|ИКЗ|ID|[рклР]/сч?|"
    "[Ии]ндекс|[Кк]од|[Аа]ртикул|[Пп]аспорт(?: серии)?|[Сс]чёт|[Сс]чет"
)
_PLACES = (
    ("www.", r"\bwww\.[^\s<>«»\"]*[^\s<>«»\".,;:!?)\]…]"),
    ("://", r"(?:https?|ftps?|HTTPS?|Https?|mailto|file)://[^\s<>«»\"]*[^\s<>«»\".,;:!?)\]…]"),
    ("`", r"`[^`\n]+`"),
    ("{", r"\{\{.{0,200}?\}\}|\{%.{0,200}?%\}"),
    ("\\", r"\b[A-Za-z]:\\\S+"),
)
_ENDING = re.compile(
    rf"\.(?:{_TOP}(?:/[^\s<>«»\"]*[^\s<>«»\".,;:!?)\]…])?|{_FILE})(?![\w@-])|@[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)
_TAIL_OF_NAME = re.compile(r"[\w.+-]+\Z")
_FIGURE = re.compile(r"\d")
_MARKED = re.compile("[\ue000\ue001]")
_WORDS = tuple((sign, re.compile(pattern)) for sign, pattern in _PLACES)
# Each after the signs of which it needs one.
_FIGURES = (
    (
        "-",
        re.compile(
            r"[12][0-9]{3}-(?<![\d-].....)[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}[\d:.Z+]*)?(?![\d-])"
        ),
    ),
    (
        "+8",
        re.compile(
            r"[+8](?<![\d+-].)7?[ \u00a0-]?\(?[0-9]{3,5}\)?[ \u00a0-]?[0-9]{1,3}(?:[ \u00a0-]?[0-9]{2}){2}(?![\d-])"
        ),
    ),
    ("(", re.compile(r"\([0-9]{3,5}\)[ \u00a0]?[0-9]{1,3}-?[0-9]{2}-?[0-9]{2}(?![\d-])")),
    ("-", re.compile(r"-[0-9]{2}-[0-9]{2}(?![\d-])(?<=([0-9])......)")),
    (
        "0123456789",
        re.compile(
            rf"(?=[A-ZА-Яркл])(?<!\w)(?:{_CODES})(?:/(?:{_CODES}))*[ \u00a0]?[:№–-]?[ \u00a0]*[0-9]+(?:[ /-][0-9]+)*"
        ),
    ),
    (",", re.compile(r"[1-9](?<![0-9].)[0-9]{5}(?=, (?:г\.|[А-ЯЁ]))")),
)
_NUMBERS = (
    ("№", re.compile(r"№[ \u00a0]*((?:[^\W_]+[-/.\u2011])*[^\W_]*\d(?:[-/.\u2011]?[^\W_]+)*)")),
    (
        "-\u2011",
        re.compile(r"([А-ЯЁA-Z](?<![\w./-].)[А-ЯЁA-Z]{0,5}\d*(?:[-\u2011]\d[^\W_]*)+(?:[-/\u2011][^\W_]+)*)"),
    ),
    (
        "-\u2011",
        re.compile(r"(?:ГОСТ(?: Р)?|СНиП|СанПиН|СП)[ \u00a0](\d[\d.]*[-\u2011]\d{2,4})(?!\d)"),
    ),
)


def shield(text: str, profile: Profile) -> tuple[str, list[str]]:
    """The text with marks, and the pieces that the marks stand for."""
    if WORD in text or FIGURE in text:
        text = _MARKED.sub("\ufffd", text)
    pieces: list[tuple[int, int, str, str]] = []
    for sign, pattern in _WORDS:
        if sign in text:
            pieces += ((m.start(), m.end(), WORD, m[0]) for m in pattern.finditer(text))
    pieces += _addresses(text)
    if _FIGURE.search(text) is not None:
        pieces += _figures(text, profile)
    if not pieces:
        return text, []
    return _take_out(text, sorted(pieces, key=_outer_first))


def _figures(text: str, profile: Profile) -> Iterator[tuple[int, int, str, str]]:
    """Phones, codes, days and the numbers of documents."""
    for needed, pattern in _FIGURES:
        if any(sign in text for sign in needed):
            yield from ((m.start(), m.end(), FIGURE, m[0]) for m in pattern.finditer(text))
    for needed, pattern in _NUMBERS:
        if any(sign in text for sign in needed):
            for m in pattern.finditer(text):
                yield m.start(1), m.end(1), FIGURE, m[1].replace("-", profile.joint)


def _outer_first(piece: tuple[int, int, str, str]) -> tuple[int, int]:
    return piece[0], -piece[1]


def _addresses(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Sites, files and mail, found by their ending: to look for a beginning at every word would be slow."""
    if "." not in text and "@" not in text:
        return
    for ending in _ENDING.finditer(text):
        start = ending.start()
        name = _TAIL_OF_NAME.search(text, max(0, start - 80), start)
        if name:
            yield name.start(), ending.end(), WORD, text[name.start() : ending.end()]


def _take_out(text: str, pieces: list[tuple[int, int, str, str]]) -> tuple[str, list[str]]:
    parts: list[str] = []
    kept: list[str] = []
    last = 0
    for start, end, mark, piece in pieces:
        if start < last:
            continue
        parts += (text[last:start], mark)
        kept.append(piece)
        last = end
    parts.append(text[last:])
    return "".join(parts), kept


def restore(text: str, kept: list[str]) -> str:
    """The pieces back in the places of their marks."""
    if not kept:
        return text
    pieces = iter(kept)
    return _MARKED.sub(lambda _: next(pieces), text)
