"""What must hold for a finished document of any kind, whoever made it (``docgen verify``)."""

from docgen.diagnostics import rules_in
from docgen.kinds.every.verify import leftovers, lines, marks, pages, prose

RULES = (*rules_in(leftovers, lines, marks, pages), *prose.RULES)
