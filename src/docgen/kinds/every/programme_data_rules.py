"""What must hold for the reference data that programmes and the portfolio are held against."""

from docgen.diagnostics import rules_in
from docgen.kinds.every import (
    card_rules,
    layout_demand_rules,
    layout_rules,
    layout_shape_rules,
    name_rules,
    passport_rules,
    prose,
    subject_rules,
)

RULES = (*rules_in(name_rules, subject_rules, card_rules, passport_rules), *prose.RULES)
LAYOUT_RULES = (*rules_in(layout_rules, layout_shape_rules, layout_demand_rules), *prose.RULES)
