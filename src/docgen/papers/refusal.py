"""Why a file was not read."""

from docgen.diagnostics import Rule


class Refusal(Exception):  # noqa: N818 - a verdict, not a failure
    """The file gets no further; ``rule`` says what kind of refusal, ``message`` one Russian sentence, ``hint`` an action."""

    def __init__(self, rule: Rule, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.hint = hint
