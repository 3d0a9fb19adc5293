"""What speaks for a paragraph being a heading: its style, its number, how it is set, how it reads."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.papers.paper import APART, Block, Paper, Table, Where
from docgen.papers.sections.contents import contents
from docgen.papers.sections.numbered import Numbered, parted

_CAPTION = re.compile(
    r"\s*(?:таблица|табл\.|рисунок|рис\.|диаграмма|схема|примечание|источник)\s*[№\d:.]", re.IGNORECASE
)
_SENTENCES = re.compile(r"[а-яё)»][.!?]\s+[А-ЯЁ]")
_LONGEST, _COLUMN = 320, 80
_WORDY, _LONG = 16, 28


@dataclass(frozen=True, slots=True)
class Heading:
    """A paragraph, or the first part of one, or two together, that may be a heading.

    ``first`` and ``last`` are indices into the blocks; ``weight`` says how much speaks for it, ``why`` in Russian.
    """

    first: int
    last: int
    text: str
    number: tuple[int, ...]
    weight: float
    why: str
    level: int | None = None
    run_in: bool = False
    size: float | None = None


def headings(paper: Paper) -> list[Heading]:
    """Everything in the text that may be a heading, in order; contents, captions and running heads are not."""
    return list(_Reading(paper).all())


class _Reading:
    def __init__(self, paper: Paper) -> None:
        self._blocks = paper.blocks
        self._contents = contents(paper.blocks)
        self._size = _usual_size(paper.blocks)
        self._headers = {at for at, table in enumerate(paper.tables) if _has_header(table)}

    def all(self) -> Iterator[Heading]:
        """Single paragraphs, their beginnings, and neighbours that make one heading together."""
        last: Heading | None = None
        for at, block in enumerate(self._blocks):
            heading = self._of(at, block)
            if heading is None:
                if block.text.strip():
                    last = None
                continue
            yield heading
            if last is not None and last.last < at and self._together(last, heading):
                joined = self._joined(last, heading)
                yield joined
                last = joined
            else:
                last = heading
            yield from self._beginnings(at, block, heading)

    def _of(self, at: int, block: Block) -> Heading | None:
        text = block.text.strip()
        if block.where not in (Where.BODY, Where.BOX) or not text or at in self._contents:
            return None
        if _CAPTION.match(text) or self._names_column(block):
            return None
        numbered = parted(block.label, text)
        weight, why = self._weight(block, numbered, text)
        if weight < 0.2 and len(text) > _LONGEST and not block.look.bold_start:
            return None
        return Heading(at, at, numbered.text, numbered.number, weight, why, block.level, size=block.look.size)

    def _names_column(self, block: Block) -> bool:
        """Whether it is a cell of a table's header, or one of several things in a line of a PDF."""
        cell = block.cell
        return cell is not None and (cell.table == APART or (cell.row == 0 and cell.table in self._headers))

    def _weight(self, block: Block, numbered: Numbered, text: str) -> tuple[float, str]:
        words = len(text.split())
        if block.level is not None and words <= 2 * _LONG:
            return (
                0.97 if block.level else 0.7
            ), f"стиль «{block.style}»" if block.style else "уровень структуры"
        look = block.look
        larger = look.size is not None and self._size is not None and look.size >= self._size + 1
        signs = (
            (look.bold, 0.3, "полужирный"),
            ((look.caps and not look.bold) or text.isupper(), 0.2, "прописные буквы"),
            (look.centred, 0.12, "по центру"),
            (larger, 0.2, "крупнее текста"),
            (bool(numbered.number), 0.2, "номер"),
            (numbered.named, 0.2, "слово «раздел»"),
            (text[-1] not in ".,;:!?", 0.12, ""),
        )
        weight = 0.22 + sum(worth for there, worth, _ in signs if there)
        why = ", ".join(told for there, _, told in signs if there and told) or "отдельная строка"
        return max(0.0, min(0.93, weight - _against(block, numbered, text, words))), why

    def _together(self, one: Heading, other: Heading) -> bool:
        """Whether a heading goes on in the next paragraph: nothing between, set alike, the second has no number."""
        if one.run_in or other.number or one.last - one.first >= 2:
            return False
        first, second = self._blocks[one.last], self._blocks[other.first]
        if one.level != other.level or first.cell != second.cell:
            return False
        if not one.text:  # only «Раздел I»: the title stands below
            return True
        alike = _set(first) == _set(second)
        goes_on = other.text[:1].islower() and one.weight >= 0.5 and one.text[-1] not in ".:;"
        return alike and (goes_on or min(one.weight, other.weight) >= 0.5) and other.first - one.last <= 1

    def _joined(self, one: Heading, other: Heading) -> Heading:
        weight = max(one.weight, other.weight) - 0.02
        text = f"{one.text}\n{other.text}".strip()
        return Heading(
            one.first,
            other.last,
            text,
            one.number,
            weight,
            f"{one.why}, на двух строках",
            one.level,
            size=one.size,
        )

    def _beginnings(self, at: int, block: Block, whole: Heading) -> Iterator[Heading]:
        """The first line, the bold start, the first sentence of a paragraph that goes on as text."""
        text = block.text
        bold = block.look.bold_start
        if not block.look.bold and 3 < bold < len(text):
            part = parted(block.label, text[:bold].strip())
            yield Heading(at, at, part.text, part.number, 0.72, "полужирное начало абзаца", whole.level, True)
        line, _, rest = text.partition("\n")
        if rest and line.strip() and block.page is None:
            part = parted(block.label, line.strip())
            weight = min(whole.weight, 0.6) if whole.level is None else whole.weight
            yield Heading(
                at, at, part.text, part.number, max(weight, 0.45), "первая строка абзаца", whole.level, True
            )
        capitals = _capitals(text) if block.page is not None else ""
        if capitals:
            part = parted(block.label, capitals)
            weight, why = self._weight(block, part, capitals)
            yield Heading(at, at, part.text, part.number, weight, why, whole.level, True)
        sentence = re.match(r"(.{5,140}?[а-яё)»])\.\s+[А-ЯЁ]", whole.text, re.DOTALL)
        if sentence and whole.number:
            yield Heading(
                at, at, sentence[1], whole.number, 0.5, "номер и первая фраза абзаца", whole.level, True
            )


def _capitals(text: str) -> str:
    """The first lines in capitals of a paragraph that goes on in small letters: a heading that was joined to it."""
    lines = text.split("\n")
    count = next((at for at, line in enumerate(lines) if not line.isupper()), len(lines))
    return "\n".join(lines[:count]) if 0 < count < len(lines) else ""


def _has_header(table: Table) -> bool:
    """Whether the first row names columns: several short cells over other rows."""
    first = [cell.text for cell in table.rows[0]] if len(table.rows) > 1 else []
    return len(first) > 1 and all(len(text) < _COLUMN for text in first)


def _set(block: Block) -> tuple[bool, bool, float | None]:
    return block.look.bold, block.look.caps, block.look.size


def _against(block: Block, numbered: Numbered, text: str, words: int) -> float:
    """What speaks against: it reads like text, a list, a cell."""
    signs = (
        (words > _LONG, 0.5),
        (_WORDY < words <= _LONG, 0.1),
        (text[-1] in ",;", 0.5),
        (text[-1] == ":", 0.2),
        (bool(_SENTENCES.search(numbered.text)), 0.4),
        (numbered.text[:1].islower(), 0.35),
        (block.list_level is not None and not block.label, 0.35),
        (block.cell is not None, 0.12),
    )
    return sum(worth for there, worth in signs if there)


def _usual_size(blocks: Sequence[Block]) -> float | None:
    """The size that most letters are set in."""
    sizes: Counter[float] = Counter()
    for block in blocks:
        if block.look.size is not None and block.where is Where.BODY:
            sizes[block.look.size] += len(block.text)
    return sizes.most_common(1)[0][0] if sizes else None
