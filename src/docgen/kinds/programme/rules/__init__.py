"""What must hold for a programme. Codes by theme: D1xx sections and prose, D2xx participants and signing,
D3xx indicators, D4xx tasks and measures, D5xx money, D6xx results and risks, D7xx legal acts, abbreviations and
references, D8xx the text against the tables."""

from docgen.diagnostics import rules_in
from docgen.kinds.programme.rules import (
    figures_in_text,
    indicators,
    measures,
    money,
    points,
    results,
    risks,
)

RULES = rules_in(
    points,
    indicators,
    measures,
    money,
    results,
    risks,
    figures_in_text,
)
