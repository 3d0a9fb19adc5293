"""Deadlines in Russian: phrase → value (:func:`parse_deadline`), value → phrase (``value.canonical``).

Indifferent to «ё», case, kinds of spaces and dashes, and to «Срок –» in front. Nothing here knows the day of
signing: «до 1 октября» stays without a year, «в течение месяца» without a day.
"""

import re
from functools import lru_cache

from docgen.language.dates.day import NO_YEAR
from docgen.language.dates.period_reading import normal
from docgen.language.deadlines.cycles import Every, Frequency
from docgen.language.deadlines.fixed import double_or_unclear, read_fixed
from docgen.language.deadlines.phrases import (
    At,
    By,
    During,
    EndOf,
    Inherited,
    Kind,
    NoDeadline,
    OnEvent,
    Permanent,
    Within,
)
from docgen.language.deadlines.recurring import read_recurring
from docgen.language.deadlines.terms import read_term
from docgen.language.deadlines.words import read_event, read_exact_words, read_inherited, read_vague

__all__ = [
    "At",
    "By",
    "DeadlinePhrase",
    "During",
    "EndOf",
    "Every",
    "Frequency",
    "Inherited",
    "Kind",
    "NoDeadline",
    "OnEvent",
    "Permanent",
    "Within",
    "lacks_year",
    "parse_deadline",
]

DeadlinePhrase = At | By | EndOf | During | Every | Within | Inherited | Permanent | OnEvent | NoDeadline

_TITLE = re.compile(
    r"\(?(?:(?:окончательн|крайн|контрольн|предельн|установленн|плановы)[а-я]+ )?срок(?:и|ом)?(?: [а-я]+){0,5}(?: ?: ?| ?- | -)|\(?срок(?: исполнения)? (?=до |не поз|к \d|с \d|в теч)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:в сроки?|со сроком(?: исполнения)?|сроком)[,:]? (?=до |не поз|к \d|с \d|по \d|\d)", re.IGNORECASE
)
_NOTE = re.compile(r"(?<=\d) ?\((?:[а-яё]+ ?)+\)(?= (?:раб|кал|дн|мес|нед|час|сут|лет))")
_HASTE = re.compile(
    r"^(?:в (?:возможно )?(?:кратчайш|коротк|сжат)[а-я]+ сроки?|незамедлительно|срочно|оперативно|немедленно|безотлагательно),? (?:но )?(?=не позднее|до |не позже)"
)


@lru_cache(maxsize=4096)
def parse_deadline(text: str) -> DeadlinePhrase:
    """Read a deadline as it is written in a protocol or a plan.

    Raises:
        ValueError: impossible («31 ноября»), ambiguous («до 05.06», «до ноября»), vague («в ближайшее время»)
            or not understood; the message is a Russian sentence for the author.
    """
    bare = _bare(text)
    if not bare:
        raise ValueError("Срок не указан.")
    flat = _HASTE.sub("", normal(_NOTE.sub("", bare.lower())).rstrip(" ;,"))
    dotless = flat.rstrip(" .;")
    found = read_exact_words(dotless)
    if found is not None:
        return found
    read_vague(dotless, bare)
    value = (
        read_recurring(flat, bare)
        or read_inherited(dotless, bare)
        or read_fixed(flat, bare)
        or read_term(dotless, bare)
        or read_event(dotless, bare)
    )
    if value is None:
        double_or_unclear(flat, bare)
        raise ValueError(
            f"Срок «{bare}» не понят: напишите, например, «до 24 ноября 2023 г.» или «в течение 10 рабочих дней»."
        )
    return value


def _bare(text: str) -> str:
    """Without «Срок –», «в срок», brackets around and spaces."""
    bare = " ".join(re.sub(r"[\u00a0\u202f\u2009]", " ", text).split())
    bare = re.sub(r"^\((.*)\)\.?$", r"\1", bare)
    title = _TITLE.match(re.sub(r"[‐‑‒–—―−]", "-", bare.replace("ё", "е").replace("Ё", "Е")))
    bare = bare[title.end() :].strip() if title else bare
    return bare[lead.end() :] if (lead := _LEAD.match(bare)) else bare


def lacks_year(phrase: DeadlinePhrase) -> bool:
    """«до 1 октября», «IV квартал»: the year has to be guessed from the day of signing."""
    if isinstance(phrase, At | By):
        return phrase.day.year == NO_YEAR
    if isinstance(phrase, During):
        return not phrase.period.has_year
    if isinstance(phrase, EndOf):
        return phrase.part is not None and not phrase.part.has_year
    return isinstance(phrase, Permanent) and phrase.since is not None and phrase.since.year == NO_YEAR
