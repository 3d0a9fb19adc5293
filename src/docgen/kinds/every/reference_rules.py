"""What must hold for the files of reference data."""

from docgen.diagnostics import rules_in
from docgen.kinds.every import (
    card_rules,
    layout_demand_rules,
    layout_rules,
    layout_shape_rules,
    name_rules,
    passport_rules,
    people_rules,
    prose,
    subject_rules,
)
from docgen.kinds.every.keys import unknown_key

RULES = (unknown_key, *rules_in(people_rules, name_rules), *prose.RULES)
PROGRAMME_RULES = (*rules_in(name_rules, subject_rules, card_rules, passport_rules), *prose.RULES)
LAYOUT_RULES = (*rules_in(layout_rules, layout_shape_rules, layout_demand_rules), *prose.RULES)
