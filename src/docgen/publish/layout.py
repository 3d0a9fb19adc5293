"""Checks of the layout: empty pages, numbers, the signature, what a line's end must not part."""

import re
from collections.abc import Iterator

from docgen.diagnostics import Problem
from docgen.publish import problems
from docgen.publish.expectation import PageExpectation
from docgen.publish.finished import Finished
from docgen.publish.text import Line, PageText

_TOP = 24 * 72 / 25.4  # the number stands above the first line of text, which has at least 20 mm over it
_LINES_BEFORE_SIGNATURE = 2
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
