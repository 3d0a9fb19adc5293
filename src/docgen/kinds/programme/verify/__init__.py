"""What must hold for a finished programme, whoever wrote it (``docgen verify --as programme``)."""

from docgen.diagnostics import rules_in
from docgen.kinds.every import verify as every
from docgen.kinds.programme.verify import (
    hints,
    money,
    numbers,
    period,
    sections,
    signatures,
    tables,
    unread,
    variants,
)
from docgen.kinds.programme.verify.outline import outline

__all__ = ["RULES", "outline"]

RULES = (
    *every.RULES,
    *rules_in(hints, sections, numbers, variants, tables, unread, period, money, signatures),
)
