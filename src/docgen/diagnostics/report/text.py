"""For people: the place, the line with carets under it, what belongs to it, what to do."""

from collections import Counter
from collections.abc import Callable, Sequence

from docgen.diagnostics.harmless import clean, tame
from docgen.diagnostics.problem import Problem, Related, Severity
from docgen.diagnostics.report.excerpt import excerpt, shorten
from docgen.diagnostics.source import Span

_COLOURS = {Severity.ERROR: "31", Severity.GAP: "35", Severity.WARNING: "33", Severity.INFO: "36"}
_BOLD, _DIM, _GREEN = "1", "2", "32"

# one, two, five: the three forms that a Russian noun takes after a number
_COUNTED = {
    Severity.ERROR: ("ошибка", "ошибки", "ошибок"),
    Severity.GAP: ("пробел", "пробела", "пробелов"),
    Severity.WARNING: ("предупреждение", "предупреждения", "предупреждений"),
    Severity.INFO: ("замечание", "замечания", "замечаний"),
}

Paint = Callable[[str, str], str]


def render(problems: Sequence[Problem], color: bool = False) -> str:
    """All problems in the given order, a blank line between them; empty text for none."""
    paint = _ansi if color else _plain
    return tame("\n".join("".join(f"{line}\n" for line in _lines(problem, paint)) for problem in problems))


def summary(problems: Sequence[Problem]) -> str:
    """The last line: «Найдено: 2 ошибки, 1 предупреждение» or «Замечаний нет»."""
    counts = Counter(problem.severity for problem in problems)
    if not counts:
        return "Замечаний нет"
    return "Найдено: " + ", ".join(_counted(counts[each], each) for each in Severity if counts[each])


def _counted(number: int, severity: Severity) -> str:
    one, two, five = _COUNTED[severity]
    if number % 10 == 1 and number % 100 != 11:
        return f"{number} {one}"
    few = 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14
    return f"{number} {two if few else five}"


def _lines(problem: Problem, paint: Paint) -> list[str]:
    return [
        _header(problem, paint),
        *_excerpt(problem, paint),
        *(_see(problem.span, each) for each in problem.related),
        *_hint(problem.hint, paint),
        f"  {paint(_DIM, f'подробнее: docgen explain {problem.rule.code}')}",
    ]


def _header(problem: Problem, paint: Paint) -> str:
    what = f"{problem.severity.title} {problem.rule.code}:"
    return f"{paint(_BOLD, clean(str(problem.span)) + ':')} {paint(_COLOURS[problem.severity], what)} {_flat(problem.message)}"


def _excerpt(problem: Problem, paint: Paint) -> list[str]:
    span = problem.span
    number, start = span.line, span.column - 1
    line = span.source.line(number)
    if not span.source.text:
        return []
    last, end = span.end_place
    shown = excerpt(line, start, end - 1 if last == number else len(line))
    carets = " " * shown.before + paint(_COLOURS[problem.severity], "^" * shown.marked)
    above = span.source.line(number - 1)
    return [
        *([_gutter(number - 1, excerpt(above, 0, 0).text, paint)] if above.strip() else []),
        _gutter(number, shown.text, paint),
        paint(_DIM, " " * _gutter_width(number) + " |") + f" {carets}",
    ]


def _gutter(number: int, text: str, paint: Paint) -> str:
    return (paint(_DIM, f"{number:>{_gutter_width(number)}} |") + f" {text}").rstrip()


def _gutter_width(number: int) -> int:
    return max(5, len(str(number)))


def _see(origin: Span, related: Related) -> str:
    span = related.span
    here = span.source.path == origin.source.path
    place = f"{clean(span.source.path)}:{span.line}" if not span.cell else clean(str(span))
    if here:
        place = f"ячейку {span.cell}" if span.cell else f"строку {span.line}"
    note = f" ({_flat(related.note)})" if related.note else ""
    line = shorten(span.source.line(span.line))
    return f"  см. {place}{note}" + (f": {line}" if line else "")


def _hint(hint: str, paint: Paint) -> list[str]:
    if not hint:
        return []
    first, *rest = (clean(line) for line in hint.splitlines())
    return [f"  {paint(_GREEN, 'подсказка:')} {first}", *(f"    {line}".rstrip() for line in rest)]


def _flat(text: str) -> str:
    return clean(" ".join(text.split("\n")))


def _plain(_: str, text: str) -> str:
    return text


def _ansi(code: str, text: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"
