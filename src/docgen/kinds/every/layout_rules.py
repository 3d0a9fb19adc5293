"""What must hold for the layouts of programmes (C35x)."""

from docgen.kinds.every import prose

RULES = prose.RULES
