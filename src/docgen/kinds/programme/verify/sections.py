"""Sections and points of a finished programme (V3xx)."""

from docgen.diagnostics import Finding, Findings, Related, Severity, Span, rule
from docgen.papers.examined import Examined
from docgen.papers.outline import Section
from docgen.papers.paper import Where
from docgen.papers.sections import Found
from docgen.papers.sections.words import covered, phrase

_NAMED_TOO = 0.75  # of a title's words in another section's heading: it stands for both
_ENOUGH = 40  # characters: less is no text of a section


def _judged(examined: Examined) -> bool:
    """Whether sections can be looked for at all: not in a scan, not in another kind of document."""
    return not examined.unreadable and bool(examined.map.sections)


def _at(examined: Examined, found: Found) -> Span:
    return examined.paper.span(examined.paper.blocks[found.heading.first])


def _seen(examined: Examined, found: Found) -> str:
    return " ".join(examined.paper.blocks[found.heading.first].shown.split())[:80]


def _title(examined: Examined, key: str) -> tuple[int, Section]:
    return next((n, one) for n, one in enumerate(examined.outline.sections, 1) if one.key == key)


@rule("V301")
def missing_section(examined: Examined) -> Findings:
    """Нет обязательного раздела.

    Разделы ищутся по стилю заголовка, уровню структуры, номеру и оформлению; другой регистр, порядок слов и мелкие
    описки не мешают. Чего не нашлось, того в документе, скорее всего, нет, или заголовок назван совсем иначе: тогда
    помогут другие названия раздела (aliases) в макете.

    Плохо:   программа без раздела «Финансовое обеспечение»
    Хорошо:  все разделы макета
    """
    if not _judged(examined):
        return
    for number, section in enumerate(examined.outline.sections, 1):
        if section.key in examined.map.sections:
            continue
        shared = _under_one_heading(examined, section)
        if shared is not None:
            other, _ = _title(examined, shared.key)
            told = f"раздел {number} «{section.title}» стоит под одним заголовком с разделом {other}"
            yield Finding(_at(examined, shared), told, "разделите их: дайте каждому разделу свой заголовок")
            continue
        near = examined.map.near.get(section.key)
        related: tuple[Related, ...] = ()
        if near is not None:
            related = (Related(examined.paper.span(examined.paper.blocks[near.first]), "похожий заголовок"),)
        told = f"нет раздела {number} «{section.title}»"
        yield Finding(_where_expected(examined, number), told, "добавьте раздел с таким заголовком", related)


def _under_one_heading(examined: Examined, section: Section) -> Found | None:
    """Another section whose heading names this one too: «Мероприятия и финансовое обеспечение программы»."""
    for found in examined.map.sections.values():
        words = phrase(found.heading.text).words
        if any(covered(phrase(title).words, words) >= _NAMED_TOO for title in section.wordings):
            return found
    return None


def _where_expected(examined: Examined, number: int) -> Span:
    """The heading of the section before which it should stand; else the file."""
    for section in examined.outline.sections[number:]:
        found = examined.map.sections.get(section.key)
        if found is not None and found.in_order:
            return _at(examined, found)
    return examined.paper.whole()


@rule("V302")
def section_out_of_order(examined: Examined) -> Findings:
    """Разделы стоят не в том порядке, что в макете.

    По одному порядку программы сравнивают и сводят; раздел не на своём месте легко не заметить.

    Плохо:   «Организационная структура» раньше, чем «Миссия, цель и задачи»
    Хорошо:  порядок макета
    """
    if not _judged(examined):
        return
    for key, found in examined.map.sections.items():
        if not found.in_order:
            number, section = _title(examined, key)
            told = f"раздел «{section.title}» стоит не на своём месте: по макету он {number}-й"
            yield Finding(_at(examined, found), told, "переставьте раздел по порядку макета")


@rule("V303")
def empty_section(examined: Examined) -> Findings:
    """Раздел или пункт пуст.

    Заголовок есть, а под ним ни текста, ни таблицы, ни рисунка.

    Плохо:   «5. Финансовое обеспечение», и сразу «6. Ожидаемые результаты»
    Хорошо:  текст и таблицы раздела
    """
    if not _judged(examined):
        return
    for section in examined.outline.sections:
        found = examined.map.sections.get(section.key)
        if found is None:
            continue
        if _is_empty(examined, found, examined.map.extent(section.key)):
            told = f"раздел «{section.title}» пуст"
            yield Finding(_at(examined, found), told, "напишите текст раздела")
            continue
        yield from _empty_points(examined, section)


def _empty_points(examined: Examined, section: Section) -> Findings:
    for point in section.points:
        found = examined.map.points.get((section.key, point.key))
        if found is not None and _is_empty(
            examined, found, examined.map.extent_of_point(section.key, point.key)
        ):
            told = f"пункт «{point.wordings[0]}» пуст"
            yield Finding(_at(examined, found), told, "напишите текст пункта")


def _is_empty(examined: Examined, found: Found, extent: range) -> bool:
    length = 0
    for at in extent:
        block = examined.paper.blocks[at]
        if block.picture or (block.cell is not None and block.text.strip()):
            return False
        if block.where in (Where.BODY, Where.BOX) and block.level is None:
            length += len(block.text.strip())
    if found.heading.run_in:
        length -= len(found.heading.text)
    return length < _ENOUGH


@rule("V304")
def missing_point(examined: Examined) -> Findings:
    """Нет обязательного пункта раздела.

    Пункт не нашёлся ни по заголовку, ни в тексте раздела. Если он раскрыт другими словами, добавьте заголовок из макета.

    Плохо:   раздел «Общие положения» без анализа социально-экономической ситуации
    Хорошо:  все пункты макета
    """
    if not _judged(examined):
        return
    for section in examined.outline.sections:
        found = examined.map.sections.get(section.key)
        if found is None or _is_empty(examined, found, examined.map.extent(section.key)):
            continue
        for point in section.points:
            key = (section.key, point.key)
            have = (examined.map.points, examined.map.told, examined.map.strayed)
            if point.required and not any(key in one for one in have):
                told = f"в разделе «{section.title}» нет пункта «{point.wordings[0]}»"
                yield Finding(_at(examined, found), told, "добавьте пункт с таким заголовком")


@rule("V305", Severity.INFO)
def unsure_section(examined: Examined) -> Findings:
    """Раздел опознан не наверняка.

    Заголовок похож на нужный, но назван или оформлен необычно. Проверьте, тот ли это раздел; чтобы сомнений не было,
    задайте ему стиль «Заголовок 1» и название из макета.

    Плохо:   «Деньги программы развития» обычным текстом
    Хорошо:  «Финансовое обеспечение программы развития» стилем «Заголовок 1»
    """
    if not _judged(examined):
        return
    for key, found in examined.map.sections.items():
        if not found.certain:
            _, section = _title(examined, key)
            share = f"{found.sure:.0%}".replace("%", " %")
            told = f"это, видимо, раздел «{section.title}» (уверенность {share}: {found.heading.why})"
            yield Finding(_at(examined, found), told, "назовите раздел как в макете, стилем «Заголовок 1»")


@rule("V306", Severity.WARNING)
def strayed_point(examined: Examined) -> Findings:
    """Пункт стоит в другом разделе.

    Пункт есть, но не там, где его ждёт макет и где его будут искать.

    Плохо:   «Механизм управления кластером» в разделе «Общие положения»
    Хорошо:  тот же пункт в разделе «Организационная структура центра»
    """
    if not _judged(examined):
        return
    for (key, _), (where, found) in examined.map.strayed.items():
        _, section = _title(examined, key)
        _, other = _title(examined, where)
        told = f"пункт раздела «{section.title}» стоит в разделе «{other.title}»: «{_seen(examined, found)}»"
        yield Finding(_at(examined, found), told, "перенесите пункт в его раздел")


@rule("V307", Severity.WARNING)
def repeated_section(examined: Examined) -> Findings:
    """Раздел повторяется.

    Заголовок раздела встречается ещё раз с тем же уровнем: вероятно, при сборке документа вставлены две редакции.

    Плохо:   два раздела «Общие положения»
    Хорошо:  один
    """
    if not _judged(examined):
        return
    for found in examined.map.repeated:
        _, section = _title(examined, found.key)
        first = Related(_at(examined, examined.map.sections[found.key]), "первый раз здесь")
        told = f"раздел «{section.title}» повторяется"
        yield Finding(_at(examined, found), told, "оставьте один раздел", (first,))


@rule("V309")
def another_kind(examined: Examined) -> Findings:
    """Это не программа развития: не найден ни один раздел макета.

    Вероятно, прислан другой документ или программа составлена по другому макету (--layout).

    Плохо:   протокол, проверяемый как программа
    Хорошо:  программа с разделами макета
    """
    if not examined.unreadable and examined.outline.sections and not examined.map.sections:
        told = "не найден ни один раздел макета: это не программа или другой макет"
        yield Finding(examined.paper.whole(), told, "проверьте, тот ли это файл, и ключ --layout")
