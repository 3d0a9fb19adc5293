"""What README says to build servers works: the files are valid, their commands run, its waivers act."""

import json
import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.cli.conftest import desk  # noqa: F401  # a workspace with a command line
from tests.cli.desk import COUNCIL, Desk

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SECTION = README.partition("## Continuous integration\n")[2].partition("\n## ")[0]
_BLOCK = re.compile(r"^```yaml\n# (\S+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
BLOCKS: dict[str, Any] = {name: yaml.safe_load(text) for name, text in _BLOCK.findall(SECTION)}
GITHUB, GITLAB = BLOCKS[".github/workflows/documents.yml"], BLOCKS[".gitlab-ci.yml"]
RUN = {
    "github": [step["run"] for step in GITHUB["jobs"]["documents"]["steps"] if "run" in step],
    "gitlab": GITLAB["documents"]["before_script"] + GITLAB["documents"]["script"],
}


def schema(name: str) -> Any:
    """A schema of the catalogue that check-jsonschema carries."""
    path = files("check_jsonschema") / "builtin_schemas" / "vendor" / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("name", "content"), [("github-workflows", GITHUB), ("gitlab-ci", GITLAB)])
def test_the_ready_files_are_what_their_servers_take(name: str, content: Any) -> None:
    if True in content:  # YAML 1.1 reads «on» as a truth; GitHub does not
        content = content | {"on": content[True]}
        del content[True]
    jsonschema.validate(content, schema(name))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(content | {"jobs": 1, "documents": 1}, schema(name))


@pytest.mark.parametrize("server", RUN)
def test_their_commands_run(server: str, desk: Desk) -> None:  # noqa: F811
    commands = [line.partition(" || ")[0] for line in RUN[server] if line.startswith("docgen ")]
    assert len(commands) >= 3
    desk.change(COUNCIL, "до 27 марта 2026 г.", "до 1 марта 2026 г.")
    codes = [desk(f"{line} -t docx" if "build" in line else line).code for line in map(_words, commands)]
    assert set(codes) == {1}, "every command sees the error"
    for name in re.findall(r"--output-file (\S+)", "\n".join(commands)):
        assert "P104" in desk.read(name)


def _words(line: str) -> str:
    return line.removeprefix("docgen ")


def test_the_reports_that_are_written_are_those_that_are_handed_in() -> None:
    for server, handed in (
        (
            "github",
            [step["with"]["sarif_file"] for step in _steps() if "upload-sarif" in step.get("uses", "")],
        ),
        ("gitlab", list(GITLAB["documents"]["artifacts"]["reports"].values())),
    ):
        commands = "\n".join(RUN[server])
        written = set(re.findall(r"(?:--output-file|>) (\S+)", commands))
        read = set(re.findall(r"(\S+) >", commands))
        assert read < written
        assert sorted(written - read) == sorted(handed) != []


@pytest.mark.parametrize("server", RUN)
def test_a_failure_of_docgen_is_not_taken_for_problems(server: str) -> None:
    forgiven = [line.partition(" || ")[2] for line in RUN[server] if " || " in line]
    assert forgiven == ["test $? -eq 1"]


@pytest.mark.skipif(shutil.which("jq") is None, reason="no jq")
def test_github_opens_no_alert_for_what_is_waived(desk: Desk) -> None:  # noqa: F811
    late = "до 27 марта 2026 г."
    desk.change(
        COUNCIL, late, "до 1 марта 2026 г.  # docgen: допустить P104 до 2999-12-31: поручение дано устно"
    )
    assert desk("check --format sarif --output-file all.sarif").code == 0
    (line,) = [line for line in RUN["github"] if line.startswith("jq ")]
    subprocess.run(line, shell=True, cwd=desk.root, check=True)
    before, after = (
        json.loads(desk.read(name))["runs"][0]["results"] for name in ("all.sarif", "docgen.sarif")
    )
    assert [one["ruleId"] for one in before if "suppressions" in one] == ["P104"]
    assert after == [one for one in before if "suppressions" not in one]


def _steps() -> list[dict[str, Any]]:
    steps: list[dict[str, Any]] = GITHUB["jobs"]["documents"]["steps"]
    return steps


def test_the_packages_are_those_that_setup_installs() -> None:
    setup = (ROOT / ".ci" / "setup").read_text(encoding="utf-8")
    for lines in RUN.values():
        (line,) = [line for line in lines if "apt-get install" in line]
        wanted = set(line.partition("--no-install-recommends ")[2].split()) - {
            "git",
            "ca-certificates",
        }  # where pip gets docgen from
        assert wanted >= {"libreoffice-writer-nogui", "bubblewrap"}
        assert [package for package in wanted if package not in setup] == []


def test_the_hooks_are_ours() -> None:
    ours = {
        hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    }
    (repository,) = BLOCKS[".pre-commit-config.yaml"]["repos"]
    assert {hook["id"] for hook in repository["hooks"]} == ours


@pytest.mark.parametrize("name", ["README.md", "README.ru.md"])
def test_the_waiver_that_is_shown_acts(name: str, desk: Desk) -> None:  # noqa: F811
    text = (ROOT / name).read_text(encoding="utf-8")
    (line,) = re.findall(r"^ *(deadline: .*# docgen: .*)$", text, re.MULTILINE)
    desk.change(COUNCIL, "deadline: до 27 марта 2026 г.", line)
    desk.change(COUNCIL, re.findall(r"^date: .*$", desk.read(COUNCIL), re.MULTILINE)[0], "date: 2026-03-13")
    waived = json.loads(desk(f"check {COUNCIL} --format json").out)["waived"]
    assert [(one["code"], one["waiver"]["reason"]) for one in waived] == [("P112", "поручение Министра")]
