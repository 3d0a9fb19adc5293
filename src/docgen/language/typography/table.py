"""The table of typographic rules in the order in which they are applied."""

from collections.abc import Callable
from dataclasses import dataclass

from docgen.language.typography import dashes, figures, glue, quotes, signs, spaces
from docgen.language.typography.profile import NBSP, OFFICE, SOURCE, Profile
from docgen.language.typography.shield import restore, shield

Change = Callable[[str, Profile], str]


@dataclass(frozen=True, slots=True)
class TypographyRule:
    """One change of the table. ``safe``: ``docgen fmt`` may make it in a source file, where it also helps the reader."""

    code: str
    title: str
    safe: bool
    change: Change

    def __call__(self, text: str, profile: Profile = OFFICE) -> str:
        """Only this change, protected places left alone."""
        shielded, kept = shield(text, profile)
        return restore(self.change(shielded, profile), kept)


RULES = (
    TypographyRule(
        "T25", "Вразрядку набирают свойством шрифта, а не пробелами", False, spaces.join_spaced_letters
    ),
    TypographyRule("T17", "Один пробел между словами, ни одного перед знаком", True, spaces.tidy_spaces),
    TypographyRule("T20", "Римские цифры – латинскими буквами", True, signs.latinise_roman),
    TypographyRule("T15", "Многоточие и апостроф – одним знаком", True, signs.set_ellipsis),
    TypographyRule("T19", "Номер обозначают знаком №", True, signs.replace_latin_n),
    TypographyRule("T02", "Пробел вокруг знака №", True, signs.space_number_sign),
    TypographyRule("T18", "«г.» с точкой и пробелом после года", True, figures.mend_years),
    TypographyRule("T22", "Время через двоеточие", False, figures.set_time),
    TypographyRule("T11", "Дефис без пробелов", True, spaces.mend_hyphens),
    TypographyRule("T10", "Тире в диапазонах", True, dashes.set_ranges),
    TypographyRule("T09", "Тире с пробелами", True, dashes.set_dash),
    TypographyRule("T09", "Тире в начале строки списка", False, dashes.set_list_dash),
    TypographyRule("T21", "Минус перед числом", False, dashes.set_minus),
    TypographyRule("T14", "Кавычки-ёлочки, внутри лапки", True, quotes.set_quotes),
    TypographyRule("T05", "Пробел перед знаком процента", True, figures.space_percent),
    TypographyRule("T04", "Сокращение не отрывается от числа и названия", False, glue.glue_abbreviations),
    TypographyRule("T06", "Разряды больших чисел", False, figures.group_thousands),
    TypographyRule("T04", "Точка в сокращениях единиц", True, figures.mend_abbreviations),
    TypographyRule("T23", "Пробел внутри «т. д.»", False, glue.set_abbreviations),
    TypographyRule("T01", "Инициалы не отрываются от фамилии", False, glue.glue_initials),
    TypographyRule("T03", "Число не отрывается от месяца, год от «г.»", False, glue.glue_dates),
    TypographyRule("T05", "Число не отрывается от единицы", False, glue.glue_units),
    TypographyRule("T12", "Неразрывный дефис в номерах и при цифрах", False, figures.join_hyphens),
    TypographyRule("T07", "Частицы не отрываются от слова", False, glue.glue_particles),
    TypographyRule("T08", "Однобуквенное слово не кончает строку", False, glue.glue_short_words),
    TypographyRule("T16", "Буква ё по правилу дома", False, glue.set_yo),
)


_ALL = tuple(rule.change for rule in RULES)
_SAFE = tuple(rule.change for rule in RULES if rule.safe)
_TURNS = 6
"""More than any text needs; a guard against two changes that undo each other."""


def typeset(text: str, profile: Profile = OFFICE) -> str:
    """The text as it is printed; doing it twice changes nothing more."""
    return _apply(text, profile, _ALL)


def fix(text: str) -> str:
    """The text with what is safe to mend in a source: ordinary spaces and hyphens only; twice is the same as once."""
    return _apply(text, SOURCE, _SAFE)


def plain(text: str) -> str:
    """The text for comparing and searching: ordinary spaces and hyphens."""
    return text.replace("\u00a0", " ").replace("\u2011", "-")


def _apply(text: str, profile: Profile, changes: tuple[Change, ...]) -> str:
    """All changes in turn, again until nothing changes: what one does may open the way for another."""
    for _ in range(_TURNS):
        shielded, kept = shield(text, profile)
        for change in changes:
            shielded = change(shielded, profile)
        changed = restore(shielded, kept)
        if changed == text or _only_glued(text, changed):
            return changed
        text = changed
    return text


def _only_glued(before: str, after: str) -> bool:
    """Whether nothing but spaces became firm: that opens the way for no other change."""
    return len(before) == len(after) and before.replace(NBSP, " ") == after.replace(NBSP, " ")
