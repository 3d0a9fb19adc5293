"""The table of typographic rules in the order in which they are applied."""

from collections.abc import Callable
from dataclasses import dataclass

from docgen.language.typography import dashes, figures, glue, quotes, signs, spaces
from docgen.language.typography import glance as see
from docgen.language.typography.profile import NBSP, OFFICE, SOURCE, Profile
from docgen.language.typography.shield import restore, shield

Change = Callable[[str, Profile], str]


@dataclass(frozen=True, slots=True)
class TypographyRule:
    """One change of the table. ``safe``: ``docgen fmt`` may make it in a source file, where it also helps the reader.

    ``needs``: what a text shows at a glance if there is anything to change in it, one of these at least.
    """

    code: str
    title: str
    safe: bool
    change: Change
    needs: int

    def __call__(self, text: str, profile: Profile = OFFICE) -> str:
        """Only this change, protected places left alone."""
        shielded, kept = shield(text, profile)
        return restore(self.change(shielded, profile), kept)


RULES = (
    TypographyRule(
        "T25",
        "Вразрядку набирают свойством шрифта, а не пробелами",
        False,
        spaces.join_spaced_letters,
        see.CAPITAL,
    ),
    TypographyRule(
        "T17", "Один пробел между словами, ни одного перед знаком", True, spaces.tidy_spaces, see.GAP
    ),
    TypographyRule("T20", "Римские цифры – латинскими буквами", True, signs.latinise_roman, see.ROMAN),
    TypographyRule("T15", "Многоточие и апостроф – одним знаком", True, signs.set_ellipsis, see.DOTS),
    TypographyRule("T19", "Номер обозначают знаком №", True, signs.replace_latin_n, see.LATIN_N),
    TypographyRule("T02", "Пробел вокруг знака №", True, signs.space_number_sign, see.NUMBER_SIGN),
    TypographyRule("T18", "«г.» с точкой и пробелом после года", True, figures.mend_years, see.YEAR),
    TypographyRule("T22", "Время через двоеточие", False, figures.set_time, see.TIME),
    TypographyRule("T11", "Дефис без пробелов", True, spaces.mend_hyphens, see.LOOSE_HYPHEN),
    TypographyRule("T10", "Тире в диапазонах", True, dashes.set_ranges, see.DASH),
    TypographyRule("T09", "Тире с пробелами", True, dashes.set_dash, see.FREE_DASH),
    TypographyRule("T09", "Тире в начале строки списка", False, dashes.set_list_dash, see.FREE_DASH),
    TypographyRule("T21", "Минус перед числом", False, dashes.set_minus, see.MINUS),
    TypographyRule("T14", "Кавычки-ёлочки, внутри лапки", True, quotes.set_quotes, see.QUOTE),
    TypographyRule("T05", "Пробел перед знаком процента", True, figures.space_percent, see.PERCENT),
    TypographyRule(
        "T04", "Сокращение не отрывается от числа и названия", False, glue.glue_abbreviations, see.SHORTENED
    ),
    TypographyRule("T06", "Разряды больших чисел", False, figures.group_thousands, see.THOUSANDS),
    TypographyRule("T04", "Точка в сокращениях единиц", True, figures.mend_abbreviations, see.MONEY),
    TypographyRule("T23", "Пробел внутри «т. д.»", False, glue.set_abbreviations, see.SPACED),
    TypographyRule("T01", "Инициалы не отрываются от фамилии", False, glue.glue_initials, see.INITIAL),
    TypographyRule("T03", "Число не отрывается от месяца, год от «г.»", False, glue.glue_dates, see.DATE),
    TypographyRule("T05", "Число не отрывается от единицы", False, glue.glue_units, see.FIGURE | see.MONEY),
    TypographyRule(
        "T12", "Неразрывный дефис в номерах и при цифрах", False, figures.join_hyphens, see.HYPHEN
    ),
    TypographyRule("T07", "Частицы не отрываются от слова", False, glue.glue_particles, see.PARTICLE),
    TypographyRule("T08", "Однобуквенное слово не кончает строку", False, glue.glue_short_words, see.SHORT),
    TypographyRule("T16", "Буква ё по правилу дома", False, glue.set_yo, see.YO),
)


_SAFE = tuple(rule for rule in RULES if rule.safe)
_TURNS = 6
"""More than any text needs; a guard against two changes that undo each other."""


def typeset(text: str, profile: Profile = OFFICE) -> str:
    """The text as it is printed; doing it twice changes nothing more."""
    return _apply(text, profile, RULES)


def fix(text: str) -> str:
    """The text with what is safe to mend in a source: ordinary spaces and hyphens only; twice is the same as once."""
    return _apply(text, SOURCE, _SAFE)


def plain(text: str) -> str:
    """The text for comparing and searching: ordinary spaces and hyphens."""
    return text.replace("\u00a0", " ").replace("\u2011", "-")


def _apply(text: str, profile: Profile, rules: tuple[TypographyRule, ...]) -> str:
    """All changes in turn, again until nothing changes: what one does may open the way for another."""
    changed = _at_a_glance(text, profile, rules)
    if changed is None or not (changed == text or _only_glued(text, changed)):
        return _until_same(text, profile, rules)
    return changed


def _at_a_glance(text: str, profile: Profile, rules: tuple[TypographyRule, ...]) -> str | None:
    """The text after those changes that may find something in it; none if that cannot be said."""
    shown, kept = see.glance(text), list[str]()
    if shown is not None and shown & see.KEPT:
        text, kept = shield(text, profile)
        shown = see.glance(text)
    if shown is None:
        return None
    for rule in rules:
        if rule.needs & shown:
            text = rule.change(text, profile)
    return restore(text, kept)


def _until_same(text: str, profile: Profile, rules: tuple[TypographyRule, ...]) -> str:
    for _ in range(_TURNS):
        shielded, kept = shield(text, profile)
        for rule in rules:
            shielded = rule.change(shielded, profile)
        changed = restore(shielded, kept)
        if changed == text or _only_glued(text, changed):
            return changed
        text = changed
    return text


def _only_glued(before: str, after: str) -> bool:
    """Whether nothing but spaces became firm: that opens the way for no other change."""
    return len(before) == len(after) and before.replace(NBSP, " ") == after.replace(NBSP, " ")
