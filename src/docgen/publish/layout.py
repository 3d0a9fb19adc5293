"""Checks of the layout: empty pages, numbers, the signature, what the end of a line or a page must not part."""

import re
from collections.abc import Iterator

from docgen.diagnostics import Problem
from docgen.publish import problems
from docgen.publish.expectation import PageExpectation
from docgen.publish.finished import Finished
from docgen.publish.text import Line, PageText

_TOP = 24 * 72 / 25.4  # the number stands above the first line of text, which has at least 20 mm over it
_LINES_BEFORE_SIGNATURE = 2
_TITLE_LINES = 6
_NUMBER = re.compile(r"\W*(\d+)\W*")


def emptiness(finished: Finished, expectation: PageExpectation) -> Iterator[Problem]:
    if finished.pages and not any(page.lines for page in finished.pages):
        yield problems.NO_TEXT.at(
            finished.pages[0].top(), "в файле нет текста", "сделайте PDF из документа Word, а не из скана"
        )
        return
    for page in finished.pages:
        if not _body(page) and not page.has_pictures:
            yield problems.EMPTY_PAGE.at(
                page.top(),
                f"страница {page.number} пуста",
                "уберите лишний разрыв страницы или пустые абзацы",
            )


def signature(finished: Finished, expectation: PageExpectation) -> Iterator[Problem]:
    if not expectation.signature or not finished.pages:
        return
    patterns = [_loose(line) for line in expectation.signature]
    name = expectation.signature[-1]
    for page in reversed(finished.pages):
        places = [list(pattern.finditer(page.text)) for pattern in patterns]
        if all(places):
            last = places[-1][-1]
            start = max((match.start() for match in places[0] if match.start() <= last.start()), default=0)
            yield from _lonely(page, start, last.end())
            return
        if places[-1]:
            yield problems.SIGNATURE_ALONE.at(
                page.source.span(*places[-1][-1].span()),
                f"подпись «{name}» оторвана от должности",
                "отметьте строки подписи «Не отрывать от следующего»",
            )
            return
    yield problems.SIGNATURE_ALONE.at(
        finished.pages[-1].top(), f"нет подписи «{name}»", "проверьте, что шаблон её печатает"
    )


def _lonely(page: PageText, start: int, end: int) -> Iterator[Problem]:
    before = [line for line in _body(page) if line.end <= start]
    if len(before) < _LINES_BEFORE_SIGNATURE:
        yield problems.SIGNATURE_ALONE.at(
            page.source.span(start, end),
            f"на странице {page.number} перед подписью строк текста: {len(before)}, а нужно не меньше двух",
            "отметьте последние абзацы «Не отрывать от следующего»",
        )


def numbers(finished: Finished, expectation: PageExpectation) -> Iterator[Problem]:
    for page in finished.pages if expectation.numbered else ():
        line = _number_line(page)
        shown = page.line_text(line).strip() if line else ""
        wanted = "" if page.number == 1 else str(page.number)
        if shown == wanted:
            continue
        span = page.source.span(line.start, line.end) if line else page.top()
        if not wanted:
            message, hint = (
                f"на первой странице стоит номер «{shown}»",
                "задайте особый колонтитул первой страницы",
            )
        elif not shown:
            message, hint = (
                f"на странице {wanted} нет номера вверху",
                "вставьте номер страницы в верхний колонтитул",
            )
        else:
            message, hint = (
                f"вверху страницы {wanted} стоит «{shown}»",
                f"должно быть «{wanted}», без точек и тире",
            )
        yield problems.PAGE_NUMBER.at(span, message, hint)


def breaks(finished: Finished, expectation: PageExpectation) -> Iterator[Problem]:
    patterns = [(piece, _parted(piece)) for piece in dict.fromkeys(expectation.unbroken) if piece.strip()]
    for page in finished.pages:
        for piece, pattern in patterns:
            for match in pattern.finditer(page.text):
                if "\n" in match[0]:
                    yield problems.BROKEN_PIECE.at(
                        page.source.span(*match.span()),
                        f"«{piece}» разорвано между строками",
                        "поставьте неразрывный пробел или неразрывный дефис",
                    )


def torn(finished: Finished, expectation: PageExpectation) -> Iterator[Problem]:
    """Headings at the foot of a page, and captions at the top of one that has no figure."""
    headings = frozenset(map(_letters, expectation.headings))
    captions = frozenset(map(_letters, expectation.captions))
    for page in finished.pages if headings or captions else ():
        body = _body(page)
        for line in _alone(page, body[-_TITLE_LINES:], headings, last=True):
            yield problems.TORN.at(
                page.source.span(line.start, line.end),
                f"внизу страницы {page.number} заголовок без того, что он называет: «{page.line_text(line)}»",
                "отметьте его и первую строку под ним «Не отрывать от следующего»",
            )
        for line in _alone(page, body[:_TITLE_LINES], captions) if not page.has_pictures else ():
            yield problems.TORN.at(
                page.source.span(line.start, line.end),
                f"вверху страницы {page.number} подпись без рисунка: «{page.line_text(line)}»",
                "отметьте абзац с рисунком «Не отрывать от следующего»",
            )


def _alone(
    page: PageText, lines: list[Line], titles: frozenset[str], *, last: bool = False
) -> Iterator[Line]:
    """The first line of a title that takes the last lines of these, or the first ones."""
    for count in range(1, len(lines) + 1):
        taken = lines[-count:] if last else lines[:count]
        if _letters("".join(map(page.line_text, taken))) in titles:
            yield taken[0]
            return


def _letters(text: str) -> str:
    return re.sub(r"[^\w.]+", "", text).casefold()


def _number_line(page: PageText) -> Line | None:
    """The line in the top margin that is nothing but a number."""
    high = [line for line in page.lines if line.y > page.height - _TOP]
    return next((line for line in high if _NUMBER.fullmatch(page.line_text(line))), None)


def _body(page: PageText) -> list[Line]:
    """The lines that are not running heads."""
    number = _number_line(page)
    return [line for line in page.lines if not line.artifact and line is not number]


def _loose(text: str) -> re.Pattern[str]:
    """``text`` however it falls into lines."""
    return re.compile(r"\s+".join(re.escape(word).replace(r"\-", r"\-\s*") for word in text.split()))


def _parted(text: str) -> re.Pattern[str]:
    """``text`` with or without a line's end anywhere inside."""
    letters = [letter for letter in text if not letter.isspace()]
    inside = r"\s*".join(map(re.escape, letters))
    return re.compile(rf"(?<!\w){inside}(?!\w)" if letters[-1].isalnum() else rf"(?<!\w){inside}")
