"""Abbreviations of the text against their list (D70x)."""

import re
from collections.abc import Iterator

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.walk import Prose, layout_of, prose
from docgen.model.layout.layout import Component, Layout
from docgen.model.markdown.passages import Passage
from docgen.model.programme import Abbreviation
from docgen.sources import Sequence

_TOKEN = re.compile(r"(?<![\w-])[А-ЯЁ]{2,6}(?![\w-])")
# Names: what stands in quotes and the letters of the legal form before them; numbers of papers («форма № СПО-1»).
_NAMES = re.compile(r"(?:(?<![\w-])[А-ЯЁ]{2,}\s+)*«[^«»]*»|№\s*\S+")
_EXPLAINED = re.compile(r"\(\s*(?:далее\s*[–—-]\s*)?([А-ЯЁ]{2,6})\s*\)|([А-ЯЁ]{2,6})\s+\([а-яё]")
_COMMON = frozenset({"РФ", "РСФСР", "СССР", "США", "СНГ", "ООН", "ИНН", "ОГРН", "КПП", "ГОСТ", "НДС", "ФИО"})


@rule("D701", Severity.INFO)
def unexplained(document: Document[Programme], corpus: Corpus) -> Findings:
    """Сокращения нет в перечне сокращений.

    Программу читают и те, кто не знает принятых в колледже сокращений. Не проверяются общеизвестные (РФ, ИНН, ГОСТ),
    правовые формы и слова в названиях, а также то, что раскрыто в самом тексте: «… (далее – КЦП)».

    Плохо:
        sections:
          general:
            economy: Экономика области держится на металлургии; ВРП области за год вырос.
            industry: Отрасль представлена АО «ЛЗТП»; система СПО готовит для него кадры, её МТБ обновляется.
    Хорошо:
        sections:
          general:
            economy: Экономика области держится на металлургии; валовой региональный продукт (далее – ВРП) вырос.
            industry: Отрасль представлена АО «ЛЗТП»; система СПО готовит для него кадры, её МТБ обновляется.
    """
    programme = document.record
    layout = layout_of(document, corpus)
    if layout is None or Component.ABBREVIATIONS.value not in layout.printed() or not programme.abbreviations:
        return
    known = set(_COMMON) | {one.short for one in programme.abbreviations} | set(_in_names(programme))
    found = [one for one in _tokens(programme) if one[2][0] not in known]
    if not found:
        return
    for one in prose(programme):
        known.update(short for pair in _EXPLAINED.findall(one.text) for short in pair if short)
    for one, passage, match in found:
        if match[0] not in known and not _within_name(passage.text, match):
            known.add(match[0])
            span = one.at(passage, *match.span())
            yield Finding(span, f"сокращения «{match[0]}» нет в перечне", "добавьте его в abbreviations:")


def _tokens(programme: Programme) -> Iterator[tuple[Prose, Passage, re.Match[str]]]:
    """Words in capital letters, but for rows of one letter."""
    for one in prose(programme):
        for passage in one.passages:
            for match in _TOKEN.finditer(passage.text):
                if len(set(match[0])) > 1:
                    yield one, passage, match


def _within_name(text: str, token: re.Match[str]) -> bool:
    return any(name.start() <= token.start() < name.end() for name in _NAMES.finditer(text))


def _in_names(programme: Programme) -> Iterator[str]:
    """Capital letters that belong to the names of the cluster and of its participants."""
    texts = [programme.name, programme.short]
    for one in programme.participants:
        texts += [one.name, one.short, one.founder]
    if programme.structure is not None and programme.structure.ano is not None:
        texts += [programme.structure.ano.name, programme.structure.ano.short]
    for text in filter(None, texts):
        yield from re.findall(r"[А-ЯЁ]{2,}", text)


@rule("D702", Severity.INFO)
def unused(document: Document[Programme], corpus: Corpus) -> Findings:
    """Сокращение есть в перечне, а в программе не встречается.

    Плохо:
        abbreviations:
          - {short: ВВП, meaning: валовой внутренний продукт}
    Хорошо:
        abbreviations:
          - {short: СПО, meaning: среднее профессиональное образование}
    """
    programme = document.record
    if not programme.abbreviations or not programme.sections:
        return
    everything = "\n".join([*_texts(document), *_titles(layout_of(document, corpus))])
    for one in programme.abbreviations:
        if not _stands(one.short, everything):
            message = f"сокращение «{one.short}» в программе не встречается"
            yield Finding(one.at("short"), message, "уберите его из перечня")


def _stands(word: str, text: str) -> bool:
    """Whether a word stands in a text by itself; a search for the bare letters is many times cheaper than a pattern."""
    at = text.find(word)
    while at >= 0:
        around = text[max(0, at - 1) : at] + text[at + len(word) : at + len(word) + 1]
        if not any(sign.isalnum() or sign == "_" for sign in around):
            return True
        at = text.find(word, at + 1)
    return False


def _texts(document: Document[Programme]) -> Iterator[str]:
    """All that is written, but for the list of abbreviations itself."""
    node = document.record.node
    own = node.get("abbreviations") if node is not None else None
    for source in (document.source, *document.attached):
        if not isinstance(own, Sequence) or own.source is not source:
            yield source.text
        elif source is document.source:
            yield source.text[: own.start]
            yield source.text[own.end :]


def _titles(layout: Layout | None) -> Iterator[str]:
    """The headings and captions that the layout prints."""
    for section in layout.sections if layout is not None else ():
        yield section.title
        yield from (point.title for point in section.points)
    for name in layout.printed() if layout is not None else ():
        yield layout.title_of(name) if layout is not None else ""
    for part in (*layout.blocks, *layout.sources, *layout.directions) if layout is not None else ():
        yield part.title


@rule("D703")
def explained_twice(document: Document[Programme], corpus: Corpus) -> Findings:
    """Сокращение расшифровано дважды.

    У сокращения одно значение; вторая строка либо повторяет первую, либо противоречит ей.

    Плохо:
        abbreviations:
          - {short: СПО, meaning: среднее профессиональное образование}
          - {short: СПО, meaning: система передачи оповещений}
    Хорошо:
        abbreviations:
          - {short: СПО, meaning: среднее профессиональное образование}
    """
    seen: dict[str, Abbreviation] = {}
    for one in document.record.abbreviations:
        first = seen.setdefault(one.short, one)
        if first is not one:
            related = (Related(first.at("short"), "первый раз"),)
            message = f"сокращение «{one.short}» уже расшифровано: «{first.meaning}»"
            yield Finding(one.at("short"), message, "оставьте одну строку", related)
