"""Texts as viewers of SARIF want them: a manual as Markdown, a message that no viewer takes for a link."""

import re

_EXAMPLES = re.compile(r"^(?:Плохо|Хорошо):", re.MULTILINE)
_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")
_FENCE = re.compile(r"`{3,}")


def manual(explanation: str) -> str:
    """The words of a rule's manual, then its examples as they are written."""
    found = _EXAMPLES.search(explanation)
    words = _SIGNS.sub(r"\\\1", explanation[: found.start()] if found else explanation).strip()
    if found is None:
        return words
    examples = explanation[found.start() :].strip()
    fence = "`" * max([3, *(len(each) + 1 for each in _FENCE.findall(examples))])
    return f"{words}\n\n{fence}text\n{examples}\n{fence}"


def unlinked(text: str) -> str:
    """A plain text: «[…](…)» would be an embedded link, and what a stranger has written shall not be one."""
    return re.sub(r"([\[\]])", r"\\\1", text) if "](" in text else text
