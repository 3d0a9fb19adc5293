"""Proofreading: rules over plain Russian text, each with its manual.

``proofread`` gives the slips of all rules in the order of the text; ``RULES`` is the list of rules.
"""

from docgen.language.proofreading.reading import RULES, mend, proofread
from docgen.language.proofreading.rule import Slip, TextRule

__all__ = ["RULES", "Slip", "TextRule", "mend", "proofread"]
