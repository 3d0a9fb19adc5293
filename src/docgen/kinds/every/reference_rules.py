"""What must hold for the reference data (C12x)."""

from docgen.diagnostics import Rule
from docgen.kinds.every.keys import unknown_key

RULES: tuple[Rule, ...] = (unknown_key,)
