"""What docgen's exit codes mean; fixed, scripts rely on them."""

from enum import IntEnum


class Exit(IntEnum):
    """The exit code of a command."""

    CLEAN = 0
    PROBLEMS = 1
    USAGE = 2
    SURROUNDINGS = 3
    BUG = 4
    INTERRUPTED = 130
