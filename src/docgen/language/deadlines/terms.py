"""Terms counted from a day: «в течение 10 рабочих дней», «в трёхдневный срок», «срочно»."""

import re

from docgen.language.deadlines.phrases import Unit, Within
from docgen.language.numbers.words import parse_cardinal

_KIND = r"(?P<kind>рабоч[а-я]+ |календарн[а-я]+ )?"
_UNIT = (
    r"(?P<unit>час(?:а|ов)?|сут[а-я]+|дн[а-я]+|день|недел[а-я]+|месяц[а-я]*|квартал[а-я]*|полугоди[а-я]+|полгода|"
    r"полугода|год[а-я]*|лет)"
)
_COUNT = r"(?:(?P<count>\d+) )?"
_LEAD = (
    r"(?:в течени[еи]|сроком на|на протяжении|в срок,? не (?:более|позднее|превышающий)(?: чем)?|в срок до|не более(?: чем)?|"
    r"не (?:позднее|позже)(?: чем)?(?: через)?|не дольше|в пределах|максимум|через|спустя|за|в)"
)
_NEAR = r"(?:(?:ближайш|последующ|следующ|одн)[а-я]+ )?"
_TERM = re.compile(rf"(?:{_LEAD} {_NEAR}{_COUNT}|(?:до )?(?P<bare>\d+) ){_KIND}{_UNIT}")
_SHORT = (
    (r"\bраб\.", "рабочих"), (r"\bкал(?:енд)?\.", "календарных"), (r"\bр\. ?д\.?", "рабочих дней"),
    (r"\bк\. ?д\.?", "календарных дней"), (r"\bдн\.", "дней"), (r"\bмес\.", "месяцев"),
)  # fmt: skip
_ANCHOR_FIRST = re.compile(
    r"^((?:со дня|с даты|с момента|после|по получении) .+?),? ((?:в|не позднее) .*(?:\d|дней|дня|срок).*)$",
    re.IGNORECASE,
)
_TOO_SHORT = re.compile(r"(?:за|в) (?!течени)")
"""«в месяц» is not a term, «в 10 дней» is."""
_DAILY = re.compile(
    r"(?:в(?: течени[еи])?|срок) (?:(?P<count>\d+)[- ]?(?:ти|и|х|ми)?[- ]?)?(?P<word>[а-я]*?)-?"
    r"(?P<unit>дневн|недельн|месячн|квартальн|годичн|годовой|годов|суточн|часов)(?:ый|ого|ой)?,? ?"
    r"(?P<kind>рабоч[а-я]+ |календарн[а-я]+ )?(?:срок[а-я]*)?"
)
_DAILY_UNITS: dict[str, Unit] = {
    "дневн": "day", "суточн": "day", "недельн": "week", "месячн": "month", "квартальн": "quarter",
    "годичн": "year", "годов": "year", "годовой": "year", "часов": "hour",
}  # fmt: skip
_MOST = 1000
_NEXT = re.compile(r"(?:не (?:позднее|позже) |на )(?:следующ[а-я]+ |1 )(?P<kind>рабоч[а-я]+ )?(?:дня|день)")
_SAME = re.compile(r"(?:в (?:тот же день|день|этот же день)|день в день|в течение (?:этого|того) же дня)")
_WORDS = {
    "срочно": 3, "весьма срочно": 3, "в срочном порядке": 3, "незамедлительно": 3, "немедленно": 3,
    "безотлагательно": 3, "оперативно": 10, "в оперативном порядке": 10,
}  # fmt: skip
"""Marks that stand for a term in days: Правила делопроизводства (приказ Росархива 22.05.2019 № 71), 5.9."""
_ANCHOR = re.compile(
    r",?\s*\b((?:считая |начиная )?(?:со? (?:дня|даты|момента|времени)|от (?:дня|даты)|после|по (?:получении|окончании|"
    r"завершении|истечении|итогам|результатам)|следующ\w+ за)\b.*)$",
    re.IGNORECASE,
)
_DAY_OF = re.compile(
    r"\bв день\s+(подписания|получения|поступления|регистрации|издания|утверждения)\b(.*)$", re.IGNORECASE
)
_RANGE = re.compile(rf"(?:в течение|через) \d+ ?- ?\d+ {_KIND}{_UNIT}")


def read_term(flat: str, text: str) -> Within | None:
    """The term, or None if the text is not one.

    Raises:
        ValueError: «в течение 3–5 дней», «в течение 0 дней», «в течение полутора месяцев».
    """
    if match := _DAY_OF.search(" ".join(text.split())):
        return Within(0, "day", f"{match[1]}{match[2]}".rstrip(" .;"))
    _unclear(flat, text)
    for pattern, word in _SHORT:
        flat = re.sub(pattern, word, f"{flat} ").strip()
    flat, text = _ANCHOR_FIRST.sub(r"\2 \1", flat), _ANCHOR_FIRST.sub(r"\2 \1", text)
    anchor = _anchor(text)
    term = _ANCHOR.sub("", flat).rstrip(" ,.;")
    found = _worded(term, anchor) or _counted(term, anchor, text) or _joined(term, anchor, text)
    if found:
        return found
    if match := _NEXT.fullmatch(term):
        return Within(1, "workday" if match["kind"] else "day", anchor)
    return Within(0, "day", anchor) if _SAME.fullmatch(term) else None


def _anchor(text: str) -> str:
    """«со дня подписания», as it was written."""
    match = _ANCHOR.search(" ".join(text.replace("\u00a0", " ").split()))
    return match[1].rstrip(" .;)") if match else ""


def _unclear(flat: str, text: str) -> None:
    if _RANGE.search(flat):
        raise ValueError(f"В сроке «{text.strip()}» назван промежуток: оставьте одно число.")
    if re.search(r"полутора|несколько|нескольких|пары|пару", flat):
        raise ValueError(f"Срок «{text.strip()}» не считается точно: назовите число дней.")


def _worded(term: str, anchor: str) -> Within | None:
    if term not in _WORDS:
        return None
    return Within(_WORDS[term], "day", "", f"{term} {anchor}".rstrip())


def _counted(term: str, anchor: str, text: str) -> Within | None:
    match = _TERM.fullmatch(term)
    if match is None:
        return None
    written, unit = match["count"] or match["bare"], match["unit"]
    count = int(written or 1)
    # «в течение 2024 года» and «в течение 4 квартала» name a period.
    if count >= 1900 or (1 < count <= 4 and unit in ("квартала", "полугодия", "год", "квартал")):
        return None
    if written is None and _TOO_SHORT.match(term):
        return None
    if not 1 <= count <= _MOST:
        raise ValueError(f"Срок «{text.strip()}» не посчитать: назовите число от 1 до {_MOST}.")
    return Within(count, _unit(unit, match["kind"] or ""), anchor)


def _unit(word: str, kind: str) -> Unit:
    if kind.startswith("рабоч"):
        return "workday"
    starts: tuple[tuple[str, Unit], ...] = (
        ("час", "hour"), ("сут", "day"), ("дн", "day"), ("ден", "day"), ("нед", "week"), ("мес", "month"),
        ("кв", "quarter"), ("пол", "half"), ("год", "year"), ("лет", "year"),
    )  # fmt: skip
    return next(unit for start, unit in starts if word.startswith(start))


def _joined(term: str, anchor: str, text: str) -> Within | None:
    """«в трёхдневный срок», «в 10-дневный срок», «в двухнедельный срок», «в месячный срок»."""
    match = _DAILY.fullmatch(term)
    if match is None:
        return None
    unit, word = _DAILY_UNITS[match["unit"]], match["word"]
    if word == "полу" and unit == "year":
        return Within(1, "half", anchor)
    if word.startswith("полутор"):
        raise ValueError(f"Срок «{text.strip()}» не считается точно: назовите число дней.")
    count = int(match["count"]) if match["count"] else _prefix(word)
    if count is None or not 1 <= count <= _MOST:
        return None
    return Within(count, "workday" if (match["kind"] or "").startswith("рабоч") else unit, anchor)


def _prefix(word: str) -> int | None:
    if word in ("", "одно"):
        return 1
    try:
        return parse_cardinal(word)
    except ValueError:
        return None
