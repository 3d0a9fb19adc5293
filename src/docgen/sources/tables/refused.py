"""Giving up on a table: raised where it is seen, made a problem where the file was named."""

from docgen.diagnostics import Rule


class Refused(Exception):  # noqa: N818  # a finding, not a failure of the program
    """The table cannot be read: which rule is broken, what to say, what to do."""

    def __init__(self, rule: Rule, message: str, hint: str) -> None:
        super().__init__(message)
        self.rule, self.message, self.hint = rule, message, hint
