"""What must hold for a finished protocol, whoever wrote it (``docgen verify --as protocol``)."""

from docgen.diagnostics import rules_in
from docgen.kinds.every import verify as every
from docgen.kinds.protocol.verify import deadlines, names, orders, requisites

RULES = (*every.RULES, *rules_in(deadlines, names, orders, requisites))
