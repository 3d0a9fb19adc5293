"""Whether an output is open in Word or LibreOffice just now: both leave a mark beside the file.

On Windows the system itself refuses to replace such a file; elsewhere it would be replaced under the hands of who has it
open, and their next save would bring the old text back.
"""

from pathlib import Path

from docgen.diagnostics import Failure


def refuse_if_open(path: Path) -> None:
    """``Failure`` says who has the file, and what to do if nobody has."""
    for program, mark in _marks(path):
        if mark.is_file():
            raise Failure(
                f"файл открыт в {program}: {path}{_by(mark)}",
                f"закройте его; если он нигде не открыт, удалите {mark}",
            )


def _marks(path: Path) -> tuple[tuple[str, Path], ...]:
    """Word writes its mark over the first letters of a long name, Excel before any name."""
    cut = min(2, max(0, len(path.stem) - 6))
    return (
        ("LibreOffice", path.with_name(f".~lock.{path.name}#")),
        ("Word", path.with_name(f"~${path.name[cut:]}")),
        ("Excel", path.with_name(f"~${path.name}")),
    )


def _by(mark: Path) -> str:
    """The one whom LibreOffice names in its mark: «name,user,computer,time,profile;»."""
    try:
        named = mark.read_text(encoding="utf-8").split(",")
    except (OSError, ValueError):
        return ""
    who = " на ".join(filter(None, named[1:3])) if len(named) > 3 else ""
    return f" ({who})" if who.isprintable() and who else ""
