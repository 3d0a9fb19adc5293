"""Cross-references in running text: «таблица 7» in the case that the words before ask for."""

import re
from dataclasses import dataclass

from docgen.kinds.programme import looks
from docgen.kinds.programme.shown import Numbers
from docgen.model.markdown.tree import Mention
from docgen.render import Inline, Reference, Text

_CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "prepositional")
_NOUNS = {
    "table": ("таблица", "таблицы", "таблице", "таблицу", "таблицей", "таблице"),
    "figure": ("рисунок", "рисунка", "рисунку", "рисунок", "рисунком", "рисунке"),
    "section": ("раздел", "раздела", "разделу", "раздел", "разделом", "разделе"),
    "point": ("пункт", "пункта", "пункту", "пункт", "пунктом", "пункте"),
}
_ASKED = {
    **dict.fromkeys(("в", "во", "на", "о", "об", "при"), "prepositional"),
    **dict.fromkeys(
        ("из", "от", "до", "для", "без", "у", "кроме", "данных", "данные", "данными"), "genitive"
    ),
    **dict.fromkeys(("к", "ко", "по", "согласно"), "dative"),
    **dict.fromkeys(("с", "со", "перед", "над", "под"), "instrumental"),
    **dict.fromkeys(("см.", "смотри", "смотрите", "через"), "accusative"),
}
_NAMED = re.compile(r"(?:табл|рис|раздел|подраздел|пункт|п\.)[а-яё]*\.?\s*(?:№\s*)?$", re.IGNORECASE)
_LAST_WORD = re.compile(r"([а-яё]+\.?)\s*$", re.IGNORECASE)
_SENTENCE_START = re.compile(r"(?:^|[.!?…]\s+)$")


@dataclass(frozen=True)
class Mentions:
    """Prints mentions of what ``numbers`` knows."""

    numbers: Numbers

    def printed(self, mention: Mention, before: str) -> str | Inline:
        """«таблице 7» after «в», the number alone after «таблице», a gap for what there is not."""
        number = self.numbers.of(mention.key)
        if not number:
            return f"⟦ссылка {mention.key}⟧"
        live = Reference(looks.ref(mention.key), number)
        if _NAMED.search(before):
            return live
        kind = mention.key.partition("-")[0]
        noun = "point" if kind == "section" and "." in number else kind
        return Text.of(f"{_said(noun, before)}\N{NO-BREAK SPACE}", live)


def _said(noun: str, before: str) -> str:
    """The noun in the case that the last word asks for."""
    if noun not in _NOUNS:
        return ""
    last = _LAST_WORD.search(before)
    case = _ASKED.get(last[1].lower(), "") if last else ""
    if not case and _SENTENCE_START.search(before):
        return _NOUNS[noun][0].capitalize()
    return _NOUNS[noun][_CASES.index(case or "nominative")]
