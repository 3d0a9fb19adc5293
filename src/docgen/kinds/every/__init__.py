"""What must hold for documents of every kind; a kind adds :func:`form_rules` of its own view,
and ``MARKED_RULES`` if its texts have marks."""

from docgen.diagnostics import rules_in
from docgen.kinds.every import keys, marked, prose, stages
from docgen.kinds.every.forms import form_rules

__all__ = ["MARKED_RULES", "RULES", "form_rules"]

RULES = (*rules_in(keys, stages), *prose.RULES)

MARKED_RULES = rules_in(marked)
"""For kinds whose records hold texts in Markdown."""
