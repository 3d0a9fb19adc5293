"""Trouble with the surroundings, as opposed to trouble with the content."""


class Failure(Exception):  # noqa: N818  # not an error of the program
    """The surroundings do not let us work: no LibreOffice, no font, a locked file, a missing folder.

    ``message`` is one Russian sentence that names the cause, ``hint`` says how to mend it.
    The command line shows both and exits with 3.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> "tuple[type[Failure], tuple[str, str]]":
        # Raised in a worker process it must arrive with its hint.
        return Failure, (self.message, self.hint)
