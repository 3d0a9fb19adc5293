"""How shells ask what may stand at the cursor, and the scripts that teach them to ask."""

from typing import TYPE_CHECKING

from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
    get_completion_class,
    shell_complete,
)

from docgen.cli.program import docgen

if TYPE_CHECKING:
    from docgen.cli.console import Console

VARIABLE = "_DOCGEN_COMPLETE"


class _WholeWord(ShellComplete):
    """Fish and zsh put the answer in place of the whole word: of «--format=sa», not of «sa»."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """What may stand there, each with the option before it."""
        option, sign, _ = incomplete.partition("=")
        found = super().get_completions(args, incomplete)
        if not (sign and option.startswith("--")):
            return found
        return [CompletionItem(f"{option}={one.value}", one.type, one.help) for one in found]


class Zsh(_WholeWord, ZshComplete):
    """Click's zsh."""


class Fish(_WholeWord, FishComplete):
    """Click's own script cuts an answer at its second comma: a list of codes, and most of our sentences."""

    source_template = FishComplete.source_template.replace(
        'string split "," $completion', 'string split --max 1 "," $completion'
    )


class Bash(BashComplete):
    """Bash tells «--format=sa» as three words."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the cursor and the word at it."""
        args, incomplete = super().get_completion_args()
        return (args[:-1], incomplete) if args[-1:] == ["="] else (args, incomplete)


for _shell in (Bash, Zsh, Fish):
    add_completion_class(_shell)


def script(shell: str) -> str:
    """What bash, zsh or fish reads once."""
    found: type[ShellComplete] | None = get_completion_class(shell)
    assert found is not None, shell
    return found(docgen, {}, "docgen", VARIABLE).source()


def answer(console: "Console", instruction: str) -> int:
    """Answer a shell, which has asked by a variable of the environment."""
    return shell_complete(docgen, {"obj": console}, "docgen", VARIABLE, instruction)
