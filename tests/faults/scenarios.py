"""Every command of docgen that writes, in a workspace where it has something to do."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parents[2]
MINISTRY, COUNCIL = "2023-11-08-mshrg-4", "2026-03-12-sovet"
_COUNCIL = f"content/protocol/{COUNCIL}.yaml"
_GROUP = "Министерство образования Липецкой области"
_PROGRAMME = "content/programme/tula-chemistry.yaml"


@dataclass(frozen=True)
class Scenario:
    """A command; the folder as it was, what was done in it before, and what has changed since.

    ``again`` are the codes that the command may end with when it is given once more; ``pdf`` if it needs an office;
    ``reports`` are files that speak of others.
    """

    arguments: tuple[str, ...]
    laid: Callable[[Path], None]
    before: tuple[tuple[str, ...], ...] = ()
    changed: Callable[[Path], None] = lambda root: None
    again: frozenset[int] = frozenset({0})
    pdf: bool = False
    cached: bool = False
    reports: tuple[str, ...] = ()


def _protocols(root: Path) -> None:
    for kept in ("protocol", "reference"):  # what is disturbed so often should be quick to make
        shutil.copytree(PROJECT / "content" / kept, root / "content" / kept)
    (root / "content" / "protocol" / f"{MINISTRY}.yaml").unlink()


def _programmes(root: Path) -> None:
    _protocols(root)
    (root / "content" / "programme").mkdir()
    shutil.copyfile(PROJECT / _PROGRAMME, root / _PROGRAMME)
    shutil.copytree(PROJECT / "content" / "portfolio", root / "content" / "portfolio")


def _many(root: Path) -> None:
    _protocols(root)
    for number in range(17):
        shutil.copyfile(root / _COUNCIL, root / "content" / "protocol" / f"copy-{number:02}.yaml")


def _nothing(root: Path) -> None:
    root.mkdir(parents=True)


def _edited(path: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        source = root / path
        text = source.read_text(encoding="utf-8")
        assert old in text
        source.write_text(text.replace(old, new), encoding="utf-8")

    return edit


_other_number = _edited(_COUNCIL, 'number: "4"', 'number: "5"')
_hyphens = _edited(_COUNCIL, " – ", " - ")


def _renamed_and_more(root: Path) -> None:
    _other_number(root)
    shutil.copyfile(root / _COUNCIL, root / "content" / "protocol" / "another.yaml")


def _untidy(root: Path) -> None:
    _hyphens(root)
    shutil.copyfile(root / _COUNCIL, root / "content" / "protocol" / "another.yaml")
    (root / _COUNCIL).chmod(0o600)


def _another_year(root: Path) -> None:
    _edited("content/portfolio/2022-2024.yaml", "as_of: 2022-03-01", "as_of: 2022-03-02")(root)
    _edited(_PROGRAMME, "аппаратчиков, лаборантов", "лаборантов, аппаратчиков")(root)


def _gone(root: Path) -> None:
    (root / _COUNCIL).unlink()


def _old_reports(root: Path) -> None:
    for name in ("report.json", "status.html"):
        (root / name).write_text("прежний отчёт\n", encoding="utf-8")


_DOCX = ("-q", "build", "-t", "docx")
_OUTPUT = f"out/protocol/{COUNCIL}.docx"

SCENARIOS: dict[str, Scenario] = {
    "docx": Scenario(_DOCX, _protocols, (_DOCX,), _renamed_and_more),
    "pdf": Scenario(("-q", "build"), _protocols, (("-q", "build"),), _renamed_and_more, pdf=True),
    "pages": Scenario(("-q", "build"), _programmes, (("-q", "build"),), _another_year, pdf=True),
    "processes": Scenario(("-q", "build", "-t", "docx", "-j", "2"), _many),
    "cached": Scenario(_DOCX, _protocols, (), cached=True),
    "checked": Scenario(("-q", "check"), _protocols, cached=True),
    "fmt": Scenario(("-q", "fmt"), _protocols, (), _untidy),
    "approve": Scenario(("-q", "forms", "--approve", _GROUP), _protocols),
    "new": Scenario(
        ("-q", "new", "programme", "fresh", "--cluster", "metallurgy", "--region", "Липецкая область"),
        _protocols,
        again=frozenset({0, 2}),
    ),
    "init": Scenario(("-q", "init", "."), _nothing),
    "clean": Scenario(("-q", "clean"), _protocols, (_DOCX,), _gone),
    "status": Scenario(
        ("-q", "status", "--format", "html", "--output-file", "status.html"),
        _protocols,
        changed=_old_reports,
        reports=("status.html",),
    ),
    "check": Scenario(
        ("-q", "check", "--format", "json", "--output-file", "report.json"),
        _protocols,
        changed=_old_reports,
        reports=("report.json",),
    ),
    "verify": Scenario(
        (
            "-q",
            "verify",
            "--as",
            "protocol",
            "--select",
            "F001",
            "--format",
            "json",
            "--output-file",
            "report.json",
            _OUTPUT,
        ),
        _protocols,
        (_DOCX,),
        _old_reports,
        reports=("report.json",),
    ),
}


def environment(scenario: Scenario, root: Path) -> dict[str, str]:
    """Where a run keeps what it has found out."""
    return {"DOCGEN_CACHE": str(root.with_suffix(".cache")) if scenario.cached else "off"}
