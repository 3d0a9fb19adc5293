"""What README.ru.md shows works: its examples pass the check, its commands and options exist, its links lead somewhere."""

import re
import shlex
import shutil
from pathlib import Path

import click
import pytest

from docgen.build.checking import check_workspace
from docgen.build.workspace import Workspace
from docgen.cli import COMMANDS
from docgen.cli.program import docgen
from docgen.diagnostics import Problem, Severity
from docgen.kinds import KINDS, REFERENCES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.ru.md").read_text(encoding="utf-8")
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_PATH = re.compile(r"# (content/(\w+)/\S+\.yaml)\n")


def blocks(*languages: str) -> list[str]:
    return [text for language, text in _FENCE.findall(README) if language in languages]


WHOLE = [text for text in blocks("yaml") if re.search(r"^agenda:", text, re.MULTILINE)]
REFERENCE = [text for text in blocks("yaml") if text.startswith("# content/reference/")]
DECISIONS = [text for text in blocks("yaml") if text.startswith("- ")]
FIELDS = [text for text in blocks("yaml") if text not in WHOLE + REFERENCE + DECISIONS]
BRIEF = next(text for text in WHOLE if "form: full" not in text)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content" / "reference", tmp_path / "content" / "reference")
    shutil.copytree(ROOT / "templates", tmp_path / "templates", ignore=shutil.ignore_patterns("pictures"))
    for text in REFERENCE:
        path = tmp_path / _path(text)
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{text}", encoding="utf-8")
    return tmp_path


def _path(text: str) -> str:
    match = _PATH.match(text)
    assert match is not None, text
    return match[1]


def _problems(root: Path, protocol: str) -> list[Problem]:
    path = root / "content" / "protocol" / "example.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(protocol, encoding="utf-8")
    return check_workspace(Workspace(root), KINDS, REFERENCES).problems


def _told(problems: list[Problem], *severities: Severity) -> list[str]:
    return [f"{p.span}: {p.rule.code} {p.message}" for p in problems if p.severity in severities]


def test_every_sort_of_example_is_there() -> None:
    assert (len(WHOLE), len(REFERENCE) > 3, len(DECISIONS) > 2, len(FIELDS)) == (2, True, True, 1)


@pytest.mark.parametrize("text", WHOLE, ids=_path)
def test_a_whole_protocol_is_not_even_warned_about(root: Path, text: str) -> None:
    assert _told(_problems(root, text), Severity.ERROR, Severity.GAP, Severity.WARNING) == []


@pytest.mark.parametrize("text", DECISIONS, ids=range(len(DECISIONS)))
def test_decisions_fit_into_the_first_protocol(root: Path, text: str) -> None:
    head, found, _ = BRIEF.partition("    decisions:\n")
    assert found
    protocol = head + found + "".join(f"      {line}\n" for line in text.splitlines())
    assert _told(_problems(root, protocol), Severity.ERROR, Severity.GAP) == []


@pytest.mark.parametrize("text", FIELDS)
def test_fields_fit_into_the_first_protocol(root: Path, text: str) -> None:
    assert _told(_problems(root, f"{BRIEF}\n{text}"), Severity.ERROR, Severity.GAP) == []


LINES = [
    line for text in blocks("sh", "bat") for line in text.splitlines() if line.strip().startswith("docgen")
]


@pytest.mark.parametrize("line", [*LINES, *re.findall(r"`(docgen [a-z][^`]*)`", README)])
def test_commands_and_options_exist(line: str) -> None:
    name, *words = shlex.split(line)[1:]
    assert name in COMMANDS
    context = click.Context(docgen)
    command = docgen.get_command(context, name)
    assert command is not None
    options = {option for parameter in command.get_params(context) for option in parameter.opts}
    assert {word for word in words if word.startswith("-") and len(word) > 1} <= options


def test_every_link_of_the_contents_leads_to_a_heading() -> None:
    anchors = {
        re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
        for title in re.findall(r"^#+ (.+)$", README, re.MULTILINE)
    }
    targets = re.findall(r"\]\(#([^)]+)\)", re.sub(r"`[^`\n]*`", "", _FENCE.sub("", README)))
    assert len(targets) > 10
    assert [target for target in targets if target not in anchors] == []


def test_the_sections_printed_in_the_manual_are_typeset_as_the_house_does() -> None:
    prose = _FENCE.sub("", README)
    assert " - " not in prose
    assert "—" not in prose
    assert re.findall(r'"[А-Яа-яё]', re.sub(r"`[^`]*`", "", prose)) == []
