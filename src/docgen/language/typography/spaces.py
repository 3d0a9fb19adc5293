"""Spaces, spaced letters and hyphens that lost their place: T11, T17, T25."""

import re

from docgen.language.patterns import lazy
from docgen.language.typography.profile import Profile

_SPACED_WORD = lazy(r"[А-ЯЁ](?<!\S.)[ \u00a0](?:[А-ЯЁ][ \u00a0]){2,}[А-ЯЁ](?!\S)")


def join_spaced_letters(text: str, profile: Profile) -> str:
    """«П Р О Т О К О Л» becomes «ПРОТОКОЛ»: letters are spaced by a property of the type, not by spaces."""
    return _SPACED_WORD.sub(lambda m: m[0].replace(" ", "").replace("\u00a0", ""), text)


_MANY = lazy(r"[ \u00a0]{2,}")
_BEFORE_SIGN = lazy(r"[ \u00a0][,;:.!?»\])]")
_BEFORE = lazy(
    r"[ \u00a0](?:(?=[,;!?»\])](?!\())|(?=:(?![()DPp/-]))|(?=\.(?![\w.\ue000\ue001])))(?<=[^\s(«„\[].)"
)
_AFTER_OPENING = lazy(r"([(«„\[])[ \u00a0]+(?=\S)")
_BEFORE_BRACKET = lazy(
    r"(?<=[а-яё]{2}|[А-ЯЁ]{2})\((?=[а-яё«]{5}|[а-яё]+ |[А-ЯЁ]{2,}\))|(?<=[0-9])\((?=(?:мск|МСК)\))"
)
_AFTER_COMMA = lazy(r"([,;])(?<=[а-яёА-ЯЁ»)].)(?=[а-яёА-ЯЁ«„(])")


def tidy_spaces(text: str, profile: Profile) -> str:
    """One space between words, none before , . ; : ! ? ) » and after ( « [, one after a comma and before (, none at a line's end."""
    if "\n" in text or text[-1:] in " \t\u00a0":
        text = "\n".join([line.rstrip(" \t\u00a0") for line in text.split("\n")])
    if "  " in text or "\u00a0" in text:
        text = _MANY.sub(_one_space, text)
    text = _AFTER_OPENING.sub(r"\1", text)
    if _BEFORE_SIGN.search(text):
        text = _BEFORE.sub("", text)
    if "(" in text:
        text = _BEFORE_BRACKET.sub(" (", text)
    return _AFTER_COMMA.sub(r"\1 ", text)


def _one_space(match: re.Match[str]) -> str:
    """One space, firm if any was; the indent of a line stays."""
    start = match.start()
    if start == 0 or match.string[start - 1] in "\n\t":
        return match[0]
    return "\u00a0" if "\u00a0" in match[0] else " "


_TAIL = r"(?:то|либо|нибудь|таки|график|партн[её]р\w*)(?![\w-])"
_AFTER_HYPHEN = lazy(
    rf"- +(?:(?<=[а-яё][ое]- )|(?<=нтернет- )|(?<=нлайн- )|(?<=бизнес- )|(?<=вице- )|(?<=план- )|(?<=[Пп]о- )"
    rf"(?=[а-яё]+(?:ски|му)\b)|(?<=[а-яё]- )(?={_TAIL}))(?!(?:и|или|а|да|либо [а-яё]+-)\b)(?=[а-яёА-ЯЁ])"
)
_BEFORE_HYPHEN = lazy(rf" -(?:(?<=[а-яё][ое] -)(?=[а-яё]{{3}})|(?<=[а-яё] -)(?={_TAIL}))")


_FIRST_HALF = (
    "социально-|учебно-|научно-|образовательно-|организационно-|материально-|информационно-|нормативно-|финансово-|производственно-|"
    "административно-|культурно-|психолого-|технико-|практико-|инженерно-|торгово-|хозяйственно-|опытно-|"
)
_SPACED_COMPOUND = lazy(
    r" - (?:" + "|".join(f"(?<={half[:-1]} - )" for half in _FIRST_HALF.split("|") if half) + r")"
    r"(?=[а-яё]{5,}(?:ый|ий|ого|ому|ым|им|ом|ая|ой|ую|ое|ые|ие|ых|их|ыми|ими)(?![\w-]))"
)


def mend_hyphens(text: str, profile: Profile) -> str:
    """«образовательно- производственных» is one word; «научно- и технико-» waits for its second half and stays."""
    if " - " in text:
        text = _SPACED_COMPOUND.sub("-", text)
    if "- " in text:
        text = _AFTER_HYPHEN.sub("-", text)
    if " -" in text:
        text = _BEFORE_HYPHEN.sub("-", text)
    return text
