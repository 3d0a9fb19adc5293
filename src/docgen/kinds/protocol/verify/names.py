"""Names in a finished protocol: one person is always written one way (V507)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.diagnostics import Finding, Findings, Related, Severity, Span, rule
from docgen.papers.examined import Examined
from docgen.papers.sections.words import distance

_LISTED = re.compile(r"(?<![\w-])([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)\s+([А-ЯЁ])\.\s?([А-ЯЁ])\.")
_SIGNED = re.compile(r"(?<![\w.])([А-ЯЁ])\.\s?([А-ЯЁ])\.\s?([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)")
_ENDING = re.compile(r"(?:ого|ому|ыми|ими|ой|ою|ый|ий|ым|им|ых|их|ую|ая|ом|ем|ём|ами|а|у|е|ы|и|ю|я|ь|й)$")
_MANS = re.compile(r"(?:[оеё]в|[иы]н|[сц]кий|[оеё]вым|[иы]ным|[сц]кого|[сц]кому)$")
_WOMANS = re.compile(r"(?:[оеё]вой|[иы]ной|[сц]кая|[сц]кой|[сц]кую)$")
_SHORTEST = 4


@dataclass(frozen=True)
class Named:
    """A name with its place."""

    surname: str
    initials: str
    span: Span

    @property
    def stem(self) -> str:
        """What all cases of a surname have in common."""
        plain = self.surname.lower().replace("ё", "е")
        return _ENDING.sub("", plain, count=1) if len(plain) > _SHORTEST else plain


def _names(examined: Examined) -> Iterator[Named]:
    for block in examined.paper.blocks:
        for match in _LISTED.finditer(block.text):
            yield Named(match[1], match[2] + match[3], examined.paper.span(block, *match.span()))
        for match in _SIGNED.finditer(block.text):
            yield Named(match[3], match[1] + match[2], examined.paper.span(block, *match.span()))


@rule("V507", Severity.WARNING)
def names_that_disagree(examined: Examined) -> Findings:
    """Один человек назван по-разному.

    У одной фамилии разные или переставленные инициалы, при тех же инициалах фамилия отличается одной буквой или стоит то
    в мужском, то в женском роде: скорее всего, это описка. Падежи учитываются.

    Плохо:   «Соколов А.С.» в списке и «выступление Соколова А.А.» ниже
    Хорошо:  «Соколов А.С.» и «выступление Соколова А.С.»
    """
    if examined.unreadable:
        return
    by_stem: dict[str, list[Named]] = defaultdict(list)
    for name in _names(examined):
        by_stem[name.stem].append(name)
    yield from _other_initials(by_stem)
    yield from _other_letters(by_stem)
    yield from _other_gender(by_stem)


def _other_initials(by_stem: dict[str, list[Named]]) -> Findings:
    for names in by_stem.values():
        first = names[0]
        told = set()
        for name in names[1:]:
            same = sum(a == b for a, b in zip(first.initials, name.initials, strict=True))
            swapped = name.initials == first.initials[::-1] != first.initials
            if (same == 1 or swapped) and name.initials not in told:
                told.add(name.initials)
                message = f"инициалы «{name.span.text}» расходятся с «{first.span.text}»"
                see = (Related(first.span, "здесь иначе"),)
                yield Finding(name.span, message, "если это один человек, исправьте инициалы", see)


def _other_letters(by_stem: dict[str, list[Named]]) -> Findings:
    stems = [stem for stem in by_stem if len(stem) > _SHORTEST]
    for at, stem in enumerate(stems):
        for other in stems[:at]:
            one, two = by_stem[other][0], by_stem[stem][0]
            if one.initials == two.initials and stem[0] == other[0] and 0 < distance(stem, other) <= 1:
                message = f"фамилия «{two.span.text}» отличается от «{one.span.text}» одной буквой"
                see = (Related(one.span, "здесь иначе"),)
                yield Finding(two.span, message, "если это один человек, исправьте фамилию", see)


def _other_gender(by_stem: dict[str, list[Named]]) -> Findings:
    """«Соколов А.С.» and «информацию Соколовой А.С.»: endings that only a man's or only a woman's surname has."""
    for names in by_stem.values():
        seen: dict[tuple[str, str], Named] = {}
        for name in names:
            gender = "м" if _MANS.search(name.surname) else "ж" if _WOMANS.search(name.surname) else ""
            other = seen.get((name.initials, "ж" if gender == "м" else "м")) if gender else None
            if other is not None and (name.initials, gender) not in seen:
                message = f"«{name.span.text}» – другого рода, чем «{other.span.text}»"
                see = (Related(other.span, "здесь иначе"),)
                yield Finding(name.span, message, "если это один человек, исправьте окончание", see)
            if gender:
                seen.setdefault((name.initials, gender), name)
