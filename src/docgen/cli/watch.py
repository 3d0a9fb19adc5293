"""``docgen build --watch``: builds again after every save, until Ctrl-C."""

from collections.abc import Callable
from contextlib import ExitStack, nullcontext
from typing import TYPE_CHECKING, Any

from docgen.cli.console import Console
from docgen.diagnostics import Failure

if TYPE_CHECKING:
    from docgen.build.workspace import Workspace
    from docgen.publish import Office

_WAKE_MS = 200
_QUIET_FOR_MS = 30  # an editor saves in several steps; wait until it is silent


def watch(console: Console, workspace: "Workspace", rebuild: Callable[[], int]) -> None:
    """Build now and after each change under ``content/`` and ``templates/``; broken input is told and waited out."""
    from watchfiles import watch as changes

    folders = [
        folder for folder in (workspace.root / "content", workspace.root / "templates") if folder.is_dir()
    ]
    watching = changes(
        *folders,
        debounce=400,
        step=_QUIET_FOR_MS,
        rust_timeout=_WAKE_MS,
        yield_on_timeout=True,
        raise_interrupt=True,
    )
    next(watching)  # from here on no save is missed, not even one made during the first build
    _once(console, rebuild)
    console.log("Слежу за content/ и templates/. Остановить: Ctrl-C")
    for changed in watching:
        if changed:
            _once(console, rebuild)


def kept_open(office: "Callable[[], Office] | None", stack: ExitStack) -> "Callable[[], Office] | None":
    """The same pool for every build of a watch: a start of LibreOffice costs a second, a document a twentieth."""
    if office is None:
        return None
    pool: list[Any] = []

    def same() -> Any:
        if not pool:
            pool.append(stack.enter_context(office()))
        return nullcontext(pool[0])

    return same


def _once(console: Console, rebuild: Callable[[], int]) -> None:
    """A file that Word holds open now may be free at the next save: tell and go on."""
    try:
        rebuild()
    except Failure as failure:
        console.complain(
            f"Ошибка: {failure.message}" + (f"\n  подсказка: {failure.hint}" if failure.hint else "")
        )
