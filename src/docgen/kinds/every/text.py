"""The rules of proofreading as rules of the house: problems with places, manuals for ``docgen explain``."""

from collections.abc import Callable, Iterator

from docgen.diagnostics import Problem, Rule, Severity, Span, declare
from docgen.language.proofreading import RULES as TEXT_RULES
from docgen.language.proofreading import proofread

RULES: tuple[Rule, ...] = tuple(
    declare(rule.code, Severity(rule.severity), rule.manual) for rule in TEXT_RULES
)
_BY_CODE = {rule.code: rule for rule in RULES}


def check_text(span_of: Callable[[int, int], Span], text: str) -> Iterator[Problem]:
    """What the text rules find; ``span_of`` tells where the characters of the text are written."""
    for rule, slip in proofread(text):
        hint = "" if slip.suggestion is None else _hint(text[slip.start : slip.end], slip.suggestion)
        yield _BY_CODE[rule.code].at(span_of(slip.start, slip.end), slip.message, hint)


def _hint(found: str, suggestion: str) -> str:
    """What to do, in words that show spaces too."""
    if not suggestion:
        return "уберите пробел" if found.isspace() else "уберите лишнее"
    if suggestion.strip() and suggestion == suggestion.strip():
        return (
            f"напишите {suggestion}" if "«" in suggestion or "»" in suggestion else f"напишите «{suggestion}»"
        )
    return f"поставьте пробел: «{suggestion}»" if suggestion.strip() else "оставьте один пробел"
