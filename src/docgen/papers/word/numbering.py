"""Numbers that Word prints itself: «1.», «I.», «1.1.»; they are in no paragraph's text."""

from dataclasses import dataclass, field

from lxml import etree

from docgen.papers.word.names import W, attribute, on, value, whole

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
_ROMAN_LOW = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_LEVELS = 9
_HIGHEST = 1_000_000


@dataclass
class Level:
    """One level of a list: where it starts, how its number is written."""

    start: int = 1
    format: str = "decimal"
    pattern: str = ""
    arabic_only: bool = False
    restart: int | None = None


@dataclass
class Numbers:
    """All lists of a document and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, dict[int, Level]] = field(default_factory=dict)
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    by_style: dict[str, tuple[str, int]] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, root: etree._Element | None) -> "Numbers":
        """From the root of ``numbering.xml``."""
        numbers = cls()
        if root is None:
            return numbers
        linked: dict[str, str] = {}
        for element in root.iter(f"{W}abstractNum"):
            key = attribute(element, "abstractNumId")
            numbers.levels[key] = {
                whole(attribute(one, "ilvl")): _level(one) for one in element.iter(f"{W}lvl")
            }
            link = value(element, f"{W}styleLink")
            if link:
                linked[link] = key
        for element in root.iter(f"{W}abstractNum"):
            to = value(element, f"{W}numStyleLink")
            if to in linked:
                numbers.levels[attribute(element, "abstractNumId")] = numbers.levels[linked[to]]
        for element in root.findall(f"{W}num"):
            numbers._add(element)
        return numbers

    def _add(self, element: etree._Element) -> None:
        key = attribute(element, "numId")
        self.lists[key] = value(element, f"{W}abstractNumId") or ""
        for override in element.findall(f"{W}lvlOverride"):
            level = whole(attribute(override, "ilvl"))
            own = override.find(f"{W}lvl")
            if own is not None:
                self.overrides.setdefault(key, {})[level] = _level(own)
            start = value(override, f"{W}startOverride")
            if start is not None:
                self.restarts.setdefault(key, {})[level] = whole(start, 1)

    def next(self, key: str, level: int) -> tuple[str, bool]:
        """The number of the next paragraph of a list, and whether it is only a bullet."""
        base = self.lists.get(key)
        if key == "0" or base is None or not 0 <= level < _LEVELS:
            return "", False
        counts = self._counts.setdefault(base, [None] * _LEVELS)
        if key not in self._begun:
            self._begun.add(key)
            for at, start in self.restarts.get(key, {}).items():
                if 0 <= at < _LEVELS:
                    counts[at] = start - 1
        here = self._level(key, level)
        now = counts[level]
        counts[level] = min(here.start if now is None else now + 1, _HIGHEST)
        for deeper in range(level + 1, _LEVELS):
            restart = self._level(key, deeper).restart
            if restart != 0:
                counts[deeper] = None
        return self._written(key, level, counts), here.format == "bullet"

    def _level(self, key: str, level: int) -> Level:
        own = self.overrides.get(key, {}).get(level)
        return (
            own or self.levels.get(self.lists.get(key, ""), {}).get(level) or Level(pattern=f"%{level + 1}.")
        )

    def _written(self, key: str, level: int, counts: list[int | None]) -> str:
        here = self._level(key, level)
        if here.format == "bullet":
            return "•"
        text = here.pattern
        for at in range(_LEVELS):
            if f"%{at + 1}" in text:
                one = self._level(key, at)
                number = counts[at] if counts[at] is not None else one.start
                shape = "decimal" if here.arabic_only and at < level else one.format
                text = text.replace(f"%{at + 1}", written(number or 0, shape))
        return text.strip()


def _level(element: etree._Element) -> Level:
    restart = value(element, f"{W}lvlRestart")
    return Level(
        start=whole(value(element, f"{W}start"), 1),
        format=value(element, f"{W}numFmt") or "decimal",
        pattern=value(element, f"{W}lvlText") or "",
        arabic_only=on(element.find(f"{W}isLgl")) is True,
        restart=None if restart is None else whole(restart),
    )


def written(number: int, shape: str) -> str:
    """A number as a list writes it; there are levels that print words alone."""
    if shape == "none":
        return ""
    if shape in ("upperRoman", "lowerRoman"):
        text = _roman(number)
        return text if shape == "upperRoman" else text.lower()
    if shape in ("upperLetter", "lowerLetter"):
        text = _letters(number, _LATIN)
        return text.upper() if shape == "upperLetter" else text
    if shape in ("russianUpper", "russianLower"):
        text = _letters(number, _RUSSIAN)
        return text.upper() if shape == "russianUpper" else text
    if shape == "decimalZero":
        return f"{number:02d}"
    return str(number)


def _roman(number: int) -> str:
    if not 0 < number < 5000:
        return str(number)
    text = ""
    for worth, letters in (*_ROMAN, *_ROMAN_LOW):
        while number >= worth:
            text += letters
            number -= worth
    return text


def _letters(number: int, alphabet: str) -> str:
    """a … z, aa, bb …"""
    if number < 1:
        return str(number)
    times, at = divmod(number - 1, len(alphabet))
    return alphabet[at] * min(times + 1, 10)
