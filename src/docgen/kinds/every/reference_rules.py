"""What must hold for the files of reference data that every kind may read."""

from docgen.diagnostics import rules_in
from docgen.kinds.every import name_rules, people_rules, prose
from docgen.kinds.every.keys import unknown_key

RULES = (unknown_key, *rules_in(people_rules, name_rules), *prose.RULES)
