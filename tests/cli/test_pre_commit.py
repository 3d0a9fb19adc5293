"""The hooks, run by pre-commit itself in a repository of an office; docgen is the one that is installed here."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.desk import COUNCIL, PROJECT, THICK

MANIFEST = PROJECT / ".pre-commit-hooks.yaml"
TOOLS = Path(sys.executable).parent

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git")


class Repository:
    """A git repository with docgen's content and hooks."""

    def __init__(self, root: Path, hooks: Path) -> None:
        self.root, self._home = root, root.parent / "cache"
        shutil.copytree(PROJECT / "content", root / "content", ignore=THICK)
        config = {"repos": [{"repo": str(hooks), "rev": _head(hooks), "hooks": HOOKS}]}
        (root / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
        _git(root, "init", "-q")

    def run(self, hook: str) -> tuple[int, str]:
        """The exit status and the words of a hook over all files."""
        _git(self.root, "add", "-A")
        done = subprocess.run(
            [TOOLS / "pre-commit", "run", hook, "--all-files", "--color", "never"],
            cwd=self.root, capture_output=True, encoding="utf-8", check=False,
            env=_environment() | {"PRE_COMMIT_HOME": str(self._home)},
        )  # fmt: skip
        return done.returncode, done.stdout + done.stderr

    def change(self, old: str, new: str) -> None:
        path = self.root / COUNCIL
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


HOOKS: list[dict[str, Any]] = [
    {"id": "docgen-check"},
    {"id": "docgen-fmt"},
    {"id": "docgen-verify", "args": ["--as", "protocol"]},
]


def _environment() -> dict[str, str]:
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    name = {
        f"GIT_{who}_{what}": "docgen@example.org"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    rest = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    return rest | nobody | name | {"PATH": f"{TOOLS}{os.pathsep}{os.environ['PATH']}"}


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, env=_environment())
    return done.stdout.strip()


def _head(folder: Path) -> str:
    return _git(folder, "rev-parse", "HEAD")


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with our hooks, that run the docgen of this environment instead of installing another one."""
    folder = tmp_path_factory.mktemp("hooks")
    text = MANIFEST.read_text(encoding="utf-8")
    assert text.count("language: python\n") == len(HOOKS)
    (folder / MANIFEST.name).write_text(
        text.replace("language: python", "language: system"), encoding="utf-8"
    )
    _git(folder, "init", "-q")
    _git(folder, "add", "-A")
    _git(folder, "commit", "-q", "-m", "hooks")
    return folder


@pytest.fixture
def repository(tmp_path: Path, hooks: Path) -> Repository:
    root = tmp_path / "office"
    root.mkdir()
    return Repository(root, hooks)


def test_the_manifest_is_one() -> None:
    done = subprocess.run(
        [TOOLS / "pre-commit", "validate-manifest", MANIFEST], capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, b"")
    assert {hook["id"] for hook in yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))} == {
        h["id"] for h in HOOKS
    }


def test_check_stops_a_commit_with_an_error(repository: Repository) -> None:
    assert repository.run("docgen-check")[0] == 0
    repository.change("до 27 марта 2026 г.", "до 1 марта 2026 г.")
    code, said = repository.run("docgen-check")
    assert code == 1
    assert "ошибка P104" in said


def test_fmt_mends_and_stops_until_it_is_added(repository: Repository) -> None:
    assert repository.run("docgen-fmt")[0] == 0
    repository.change("заседания", "заседания  совета")
    code, said = repository.run("docgen-fmt")
    assert code == 1
    assert "files were modified by this hook" in said
    assert "заседания совета" in (repository.root / COUNCIL).read_text(encoding="utf-8")
    assert repository.run("docgen-fmt")[0] == 0


def test_verify_looks_at_word_files(repository: Repository) -> None:
    code, said = repository.run("docgen-verify")
    assert code == 0
    assert "no files to check" in said
    (repository.root / "протокол.docx").write_bytes(b"PK")
    code, said = repository.run("docgen-verify")
    assert code == 1
    assert "протокол.docx" in said
