"""Proofreading: rules over plain Russian text, each with its manual.

``proofread`` gives the slips of all rules in the order of the text; ``RULES`` is the list of
rules; ``mend`` applies what is safe, ``fix`` does so with typography fit for a source file.
"""

from docgen.language.proofreading.reading import RULES, fix, mend, proofread
from docgen.language.proofreading.rule import Slip, TextRule

__all__ = ["RULES", "Slip", "TextRule", "fix", "mend", "proofread"]
