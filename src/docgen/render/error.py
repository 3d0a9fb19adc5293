"""A document that cannot be made."""

from collections.abc import Iterable

from docgen.diagnostics import Problem


class RenderError(Exception):
    """A document cannot be made; ``problems`` says why, every one with its place in the template."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("; ".join(f"{one.span}: {one.rule.code} {one.message}" for one in self.problems))

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), (self.problems,)  # a worker process hands it to its parent
