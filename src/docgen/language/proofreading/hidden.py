"""Signs that nobody sees, and letters spaced by hand."""

import re
import unicodedata

from docgen.language.proofreading.rule import Slip, Slips, text_rule
from docgen.language.proofreading.sought import sought

_SIGNS = "[\u200b\u200c\u2060\ufeff\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufffd]"
_HIDDEN = sought(_SIGNS, word=_SIGNS)
_NAMES = {
    "\u00ad": "мягкий перенос",
    "\ufeff": "метка порядка байтов",
    "\u200b": "пробел нулевой ширины",
    "\ufffd": "знак замены вместо потерянной буквы",
}


@text_rule("L007", "error")
def hidden_sign(text: str) -> Slips:
    """В тексте стоит невидимый знак.

    Мягкий перенос, пробел нулевой ширины или знак направления письма попадают из браузера: слово с ними не находит
    поиск, а ссылка не открывается.

    Плохо: про\u00adтокол
    Хорошо: протокол
    """
    for match in _HIDDEN.finditer(text):
        name = _NAMES.get(match[0]) or unicodedata.name(match[0], "управляющий знак")
        yield Slip(
            match.start(),
            match.end(),
            f"невидимый знак U+{ord(match[0]):04X} ({name})",
            None if match[0] == "\ufffd" else "",
        )


_SPACED = sought(
    r"(?<!\S)(?:[А-ЯЁа-яё] ){3,}[А-ЯЁа-яё](?!\S)(?:\s{1,3}(?:[А-ЯЁ] ){2,}[А-ЯЁ](?!\S))*",
    word=r"\A[А-ЯЁа-яё]\Z",
    pair=lambda _, following: len(following) == 1,
)


@text_rule("L008", "warning", safe=False)
def spaced_letters(text: str) -> Slips:
    """Слово набрано вразрядку пробелами.

    Слово с пробелами между буквами не находит поиск, и оно рвётся в конце строки; разрядку задают свойством шрифта.

    Плохо: П Р О Т О К О Л
    Хорошо: ПРОТОКОЛ, а и в
    """
    for match in _SPACED.finditer(text):
        letters = match[0].split()
        if len(letters) > 4 or all(letter.isupper() for letter in letters):
            words = re.split(r"\s{2,}", match[0])
            yield Slip(
                match.start(),
                match.end(),
                "слово набрано вразрядку пробелами",
                " ".join("".join(w.split()) for w in words) if "\n" not in match[0] else None,
            )
