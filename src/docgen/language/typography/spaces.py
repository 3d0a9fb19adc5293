"""Spaces, spaced letters and hyphens that lost their place: T11, T17, T25."""

import re

from docgen.language.typography.profile import Profile

_SPACED_WORD = re.compile(r"(?<!\S)(?:[А-ЯЁ][ \u00a0]){3,}[А-ЯЁ](?!\S)")


def join_spaced_letters(text: str, profile: Profile) -> str:
    """«П Р О Т О К О Л» becomes «ПРОТОКОЛ»: letters are spaced by a property of the type, not by spaces."""
    return _SPACED_WORD.sub(lambda m: m[0].replace(" ", "").replace("\u00a0", ""), text)


_MANY = re.compile(r"(?<=\S)[ \u00a0]{2,}")
_TRAILING = re.compile(r"[ \u00a0\t]+(?=\n|\Z)")
_BEFORE = re.compile(
    r"(?<=[^\s(«„\[])[ \u00a0]+(?:(?=[,;!?»\])](?!\())|(?=:(?![()DPp/-]))|(?=\.(?![\w.\ue000\ue001])))"
)
_AFTER_OPENING = re.compile(r"(?<=[(«„\[])[ \u00a0]+(?=\S)")
_AFTER_COMMA = re.compile(r"(?<=[а-яёА-ЯЁ»)])([,;])(?=[а-яёА-ЯЁ«„(])")


def tidy_spaces(text: str, profile: Profile) -> str:
    """One space between words, none before , . ; : ! ? ) » and after ( « [, one after a comma, none at a line's end."""
    text = _TRAILING.sub("", text)
    text = _MANY.sub(lambda m: "\u00a0" if "\u00a0" in m[0] else " ", text)
    text = _AFTER_OPENING.sub("", text)
    text = _BEFORE.sub("", text)
    return _AFTER_COMMA.sub(r"\1 ", text)


_PARTS = r"[а-яё]{2,}[ое]|[Ии]нтернет|[Оо]нлайн|[Вв]еб|[Мм]едиа|[Бб]изнес|IT|ИТ|[Вв]ице|[Ээ]кс|[Пп]лан|[Сс]оциально"
_TAIL = r"(?:то|либо|нибудь|таки|график|партн[её]р\w*)(?![\w-])"
_AFTER_HYPHEN = re.compile(
    rf"(?<![\w-])((?:[\w-]*-)?(?:{_PARTS}))- +(?!(?:и|или|либо|а|да)\b)(?=[а-яёА-ЯЁ])|(?<=[а-яё])- +(?={_TAIL})|(?<![\w-])([Пп]о)- +(?=[а-яё]+(?:ски|му|и)\b)"
)
_BEFORE_HYPHEN = re.compile(rf"(?<=[а-яё][ое]) +-(?=[а-яё]{{3}})|(?<=[а-яё]) +-(?={_TAIL})")


def mend_hyphens(text: str, profile: Profile) -> str:
    """«образовательно- производственных» is one word; «научно- и технико-» waits for its second half and stays."""
    if "- " in text:
        text = _AFTER_HYPHEN.sub(lambda m: f"{m[1] or m[2] or ''}-", text)
    if " -" in text:
        text = _BEFORE_HYPHEN.sub("-", text)
    return text
