"""What is wrong with the tags of a part before anything is rendered; all of it at once."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from docgen.diagnostics import Problem
from docgen.render.expression import check_tag
from docgen.render.mend import owner
from docgen.render.package import W
from docgen.render.problems import (
    EMPTY_PARAGRAPHS,
    FIELD_INSIDE,
    LOOK_ALIKE,
    MENDED,
    NOT_ALONE,
    REVIEW_LEFT,
    TORN,
    TORN_PAIR,
    UNPAIRED,
)
from docgen.render.source import Page
from docgen.render.tags import Tag, had_typography, loose_brackets

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_IDENTIFIER = re.compile(r"[^\W\d]\w*")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_ENOUGH = 50  # of the same fault in one part
_DEEPEST = 20
_PAIRS = {"for": "endfor", "if": "endif", "with": "endwith"}
_WHOLE = {"p": "абзац", "tr": "строку таблицы", "tc": "ячейку"}
_INSIDE = {"p": "абзаце", "tr": "строке таблицы", "tc": "ячейке"}
_LATIN = str.maketrans("асеорхуктмнвАСЕОРХУКТМНВі", "aceopxyktmhbACEOPXYKTMHBi")


def lint(page: Page, tags: list[Tag]) -> list[Problem]:
    """The problems of all tags of a part."""
    found = list(_torn(page))
    for tag in tags:
        found += misspelt(tag)
        if had_typography(tag):
            found.append(
                MENDED.at(tag.span, "в теге типографские кавычки или тире", "наберите прямые кавычки и дефис")
            )
    found += _alone(tags)
    found += _pairs([tag for tag in tags if tag.kind == "{%"])
    return found


def lint_hidden(tags: list[Tag]) -> list[Problem]:
    """The problems of the tags of a part, some of which are in no paragraph's text: those that the text does not tell."""
    hidden = [tag for tag in tags if tag.line is None]
    found = [problem for tag in hidden for problem in misspelt(tag)]
    return [*found, *_pairs([tag for tag in tags if tag.kind == "{%"])] if hidden else []


def misspelt(tag: Tag) -> list[Problem]:
    """What is wrong inside one tag; nothing more is told of a tag that Word or a Russian letter got into."""
    return [*_look_alikes(tag), *_marks_inside(tag)] or list(check_tag(tag))


def review_marks(root: "Element", page: Page) -> Iterator[Problem]:
    """Tracked changes that were left in the template."""
    for line in page.lines:
        if any(True for _ in line.element.iter(f"{W}ins", f"{W}del", f"{W}commentRangeStart")):
            message = "в абзаце остались исправления или примечания"
            yield REVIEW_LEFT.at(page.span(line, 0, len(line.text)), message, "примите исправления в Word")


def _torn(page: Page) -> Iterator[Problem]:
    for span in islice(loose_brackets(page), _ENOUGH):
        opens = span.text.startswith("{")
        message = "тег не закончен в этом абзаце" if opens else "закрывающие скобки без открывающих"
        yield TORN.at(span, message, "наберите тег целиком в одном абзаце")


def _look_alikes(tag: Tag) -> Iterator[Problem]:
    if tag.kind == "{#":
        return
    bare = _QUOTED.sub(lambda found: " " * len(found[0]), tag.inner)
    for found in _IDENTIFIER.finditer(bare):
        name = found[0]
        if any("a" <= sign.lower() <= "z" for sign in name) and any(
            "а" <= sign.lower() <= "ё" for sign in name
        ):
            russian = "».«".join(sorted({sign for sign in name if "а" <= sign.lower() <= "ё"})).replace(
                ".", ", "
            )
            yield LOOK_ALIKE.at(
                tag.part(*found.span()),
                f"в имени «{name}» русские буквы: «{russian}»",
                f"наберите латиницей: {name.translate(_LATIN)}",
            )


def _marks_inside(tag: Tag) -> Iterator[Problem]:
    """Fields inside a tag would lose an end; bookmarks are kept whole by the way tags are gathered."""
    if not tag.line:
        return
    touched = [
        one.element for one in tag.line.pieces if one.editable and one.end > tag.start and one.start < tag.end
    ]
    if len(touched) < 2:
        return
    order = list(tag.line.element.iter())
    between = order[order.index(touched[0]) : order.index(touched[-1])]
    if any(one.tag in (f"{W}fldChar", f"{W}instrText") for one in between):
        yield FIELD_INSIDE.at(tag.span, "внутри тега поле Word", "наберите тег заново простым текстом")
    if any(one.tag == f"{W}footnoteReference" for one in between):
        yield FIELD_INSIDE.at(tag.span, "внутри тега знак сноски", "перенесите сноску за тег")


def _alone(tags: list[Tag]) -> Iterator[Problem]:
    """A tag that stands for a paragraph, row or cell shares it with nothing."""
    seen: set[object] = set()
    for tag in tags:
        if tag.marker not in _WHOLE or not tag.line:
            continue
        element = owner(tag)
        if element is None:
            yield NOT_ALONE.at(
                tag.span, "тег строки или ячейки стоит вне таблицы", "перенесите его в таблицу"
            )
        elif element in seen:
            message = f"второй такой тег в одном {_INSIDE[tag.marker]}".replace(
                "одном строке", "одной строке"
            )
            yield NOT_ALONE.at(tag.span, message.replace("одном ячейке", "одной ячейке"), _own_place(tag))
        elif _other_text(element, tag):
            message = f"тег заменяет {_WHOLE[tag.marker]}, а рядом есть другой текст: он бы пропал"
            yield NOT_ALONE.at(tag.span, message, _own_place(tag))
        elif tag.marker == "p" and next(element.iter(f"{W}sectPr"), None) is not None:
            yield FIELD_INSIDE.at(
                tag.span, "в абзаце тега разрыв раздела: он бы пропал", "перенесите тег выше"
            )
        seen.add(element)


def _own_place(tag: Tag) -> str:
    place = {"p": "отдельный абзац", "tr": "отдельную строку таблицы", "tc": "отдельную ячейку"}[tag.marker]
    return f"вынесите тег в {place}"


def _other_text(element: "Element", tag: Tag) -> bool:
    written = "".join(one.text or "" for one in element.iter(f"{W}t"))
    drawn = next(element.iter(f"{W}drawing", f"{W}pict", f"{W}object"), None) is not None
    return drawn or "".join(written.split()) != "".join(tag.text.split())


def _pairs(tags: list[Tag]) -> Iterator[Problem]:
    """Every beginning has its end, of the same kind, in the same place of the document."""
    opened: list[Tag] = []
    for tag in tags:
        if tag.word in _PAIRS:
            opened.append(tag)
            if len(opened) == _DEEPEST + 1:
                message = "циклы и условия вложены слишком глубоко"
                yield UNPAIRED.at(tag.span, message, f"оставьте не больше {_DEEPEST} друг в друге")
        elif tag.word in ("else", "elif"):
            if not opened or opened[-1].word == "with":
                yield UNPAIRED.at(
                    tag.span, f"«{tag.word}» без своего if или for", "уберите его или добавьте начало"
                )
            else:
                yield from _same_place(opened[-1], tag)
        elif tag.word in _PAIRS.values():
            if not opened:
                yield UNPAIRED.at(tag.span, f"«{tag.word}» без начала", "уберите его или добавьте начало")
            elif _PAIRS[opened[-1].word] != tag.word:
                hint = f"сначала закройте «{opened[-1].word}»: {{% {_PAIRS[opened[-1].word]} %}}"
                yield UNPAIRED.at(tag.span, f"«{tag.word}» закрывает не то, что открыто", hint)
                if any(_PAIRS[one.word] == tag.word for one in opened):
                    while _PAIRS[opened.pop().word] != tag.word:
                        pass
            else:
                yield from _same_place(opened.pop(), tag)
    for tag in opened:
        yield UNPAIRED.at(tag.span, f"«{tag.word}» не закрыт", f"добавьте {{% {_PAIRS[tag.word]} %}}")


def _same_place(start: Tag, end: Tag) -> Iterator[Problem]:
    if not start.line or not end.line:
        return
    if start.marker != end.marker:
        example = f"{{%{start.marker} {end.word} %}}" if start.marker else f"{{% {end.word} %}}"
        yield UNPAIRED.at(
            end.span, f"«{start.word}» и «{end.word}» написаны по-разному", f"напишите {example}"
        )
        return
    first, second = owner(start), owner(end)
    if first is second or first is None or second is None:
        return
    if first.getparent() is not second.getparent():
        message = f"«{start.word}» и «{end.word}» стоят в разных ячейках или частях документа"
        yield TORN_PAIR.at(end.span, message, "поставьте их рядом; строки таблицы повторяет {%tr for … %}")
    elif not start.marker:
        for tag in (start, end):
            if tag.line and tag.line.text.strip() == tag.text and not any(tag.dashes):
                yield EMPTY_PARAGRAPHS.at(
                    tag.span, "после тега останется пустой абзац", f"напишите {{%p {tag.inner.strip()} %}}"
                )
