"""What must hold for a protocol. Codes by theme: P10x–P15x orders, P20x–P22x requisites, P30x people, P40x agenda,
P50x voting, P60x marks."""

from docgen.diagnostics import rules_in
from docgen.kinds.protocol.rules import (
    addressees,
    agenda,
    attendance,
    citations,
    deadline_days,
    deadlines,
    decisions,
    heading,
    marks,
    orders,
    participants,
    requisites,
    topics,
    voting,
)

RULES = rules_in(
    addressees,
    agenda,
    attendance,
    citations,
    deadline_days,
    deadlines,
    decisions,
    heading,
    marks,
    orders,
    participants,
    requisites,
    topics,
    voting,
)
