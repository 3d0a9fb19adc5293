"""Choices of the layout in a finished programme: exactly one of the ways is taken (V310)."""

import re
from collections.abc import Iterator

from docgen.diagnostics import Finding, Findings, Related, Severity, Span, rule
from docgen.papers.examined import Examined
from docgen.papers.outline import Point, Section
from docgen.papers.paper import Block
from docgen.papers.sections.words import covered, likeness, phrase, plain

_SENTENCE = re.compile(r"[^.!?;\n]+(?:[.!?;]|$)")
_ASSERTS = re.compile(
    r"\bсозда(?:ют|[её]тся|[её]т|н[аоы]?|ли|ется)\b|\bучре(?:жда|ди)|действу|объедин(?:ены|ились|яются|яет)|выбра(?:ли|на|н|но)\b"
    r"|образова(?:ли|но|на|ны)\b|зарегистрир|в форме\b|форма\b.{0,60}[–—:-]|является\b|осуществля",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"рассм[ао]тр|сравн|отклон|отказ|нецелесообраз|вместо|в отличие|\bне\s+\w+|\bлибо\b|\bили\b|/|мог(?:ли|ла|ло|ут)?\b|возможн"
    r"|преимущ|недостат|вариант(?:ов|ы|а|ах)\b|в дальнейшем|впоследствии|на втором этапе|ранее|преобраз|\bесли\b",
    re.IGNORECASE,
)
_TOLD, _SAME = 0.85, 0.9
_SENTENCES = 80  # characters: a paragraph so long says more than a name


@rule("V310", Severity.WARNING)
def more_than_one_way(examined: Examined) -> Findings:
    """Выбраны оба варианта, а нужен один.

    Макет предлагает варианты, из которых программа выбирает один. Если в тексте утверждаются оба, непонятно, как устроен
    кластер; вероятно, осталась заготовка. Вариант, который только обсуждается или отклонён, не считается.

    Плохо:   «Участники создают АНО. … Участники действуют как объединение без образования юридического лица.»
    Хорошо:  «Рассмотрены оба варианта. Участники создают АНО.»
    """
    if examined.unreadable:
        return
    for section, point in _choosing(examined):
        chosen = _chosen(examined, section, point)
        if len(chosen) > 1:
            first, other = chosen[:2]
            told = f"выбраны оба варианта: {first[1]} и {other[1]}"
            see = (Related(first[0], "первый вариант – здесь"),)
            yield Finding(other[0], told, "оставьте один вариант", see)


def _choosing(examined: Examined) -> Iterator[tuple[Section, Point]]:
    for section in examined.outline.sections:
        if section.key in examined.map.sections:
            yield from ((section, point) for point in section.points if len(point.choices) > 1)


def _chosen(examined: Examined, section: Section, point: Point) -> list[tuple[Span, str]]:
    """Where each way is taken: asserted in a sentence or the heading of a text; if none is, named in a list."""
    whole = _text(examined, examined.map.extent(section.key))
    found = examined.map.points.get((section.key, point.key))
    headed = found is not None and not any(_is(choice, found.heading.text) for choice in point.choices)
    own = _text(examined, examined.map.extent_of_point(section.key, point.key)) if headed else whole
    taken = [
        _asserted(examined, own, choice) or _named(examined, whole, choice, True) for choice in point.choices
    ]
    if not any(taken):
        taken = [_named(examined, whole, choice) for choice in point.choices]
    return [one for one in taken if one is not None]


def _text(examined: Examined, extent: range) -> list[Block]:
    return [block for at in extent if (block := examined.paper.blocks[at]).cell is None]


def _asserted(examined: Examined, blocks: list[Block], choice: tuple[str, ...]) -> tuple[Span, str] | None:
    for block in blocks:
        for match in _SENTENCE.finditer(block.text):
            if _ASSERTS.search(match[0]) and not _HEDGED.search(match[0]) and _tells(match[0], choice):
                start = match.start() + len(match[0]) - len(match[0].lstrip())
                return examined.paper.span(block, start, match.end()), _quoted(choice)
    return None


def _tells(sentence: str, choice: tuple[str, ...]) -> bool:
    words = plain(sentence).split()
    return any(
        wording in re.findall(r"\w+", sentence)
        if wording.isupper()
        else covered(phrase(wording).words, words) >= _TOLD
        for wording in choice
    )


def _named(
    examined: Examined, blocks: list[Block], choice: tuple[str, ...], over_text: bool = False
) -> tuple[Span, str] | None:
    """The paragraph that is nothing but the name of a way; ``over_text``: only with sentences under it."""
    for block, below in zip(blocks, [*blocks[1:], None], strict=True):
        has_text = below is not None and len(below.text) >= _SENTENCES and below.list_level is None
        if (has_text or not over_text) and _is(choice, block.text):
            return examined.paper.span(block), _quoted(choice)
    return None


def _is(choice: tuple[str, ...], text: str) -> bool:
    """Whether a text is the name of a way and nothing else."""
    return any(likeness(phrase(text), phrase(wording)) >= _SAME for wording in choice)


def _quoted(choice: tuple[str, ...]) -> str:
    return f"«{choice[0]}»"
