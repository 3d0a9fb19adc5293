"""Typography of Russian office documents: quotes, dashes, № and what must not part at a line's end.

``typeset`` gives the text as printed, with U+00A0 for the space and U+2011 for the hyphen that must not break;
``fix`` mends only what is safe in a source file; ``plain`` undoes the marks for comparing.
"""

from docgen.language.typography.profile import OFFICE, Profile
from docgen.language.typography.table import RULES, TypographyRule, fix, plain, typeset

__all__ = ["OFFICE", "RULES", "Profile", "TypographyRule", "fix", "plain", "typeset"]
