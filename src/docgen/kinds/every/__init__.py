"""What must hold for documents of every kind; a kind adds :func:`form_rules` of its own view."""

from docgen.diagnostics import rules_in
from docgen.kinds.every import keys, prose, stages
from docgen.kinds.every.forms import form_rules

__all__ = ["RULES", "form_rules"]

RULES = (*rules_in(keys, stages), *prose.RULES)
