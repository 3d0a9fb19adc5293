"""Problems are the same and in the same order, whatever the machine: jobs, hash seed, locale, time zone."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.build.workshop import word_file
from tests.cli.desk import COUNCIL, PROJECT, THICK

SURROUNDINGS = {
    "one": {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    "another": {"PYTHONHASHSEED": "4242", "TZ": "Asia/Kamchatka", "LC_ALL": "C"},
    "a third": {
        "PYTHONHASHSEED": "random",
        "TZ": "America/Noronha",
        "LC_ALL": "tr_TR.UTF-8",
        "COLUMNS": "40",
    },
}


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace in which much is wrong: in documents, reference data, names of files."""
    shutil.copytree(PROJECT / "content", tmp_path / "content", ignore=THICK)
    text = (tmp_path / COUNCIL).read_text(encoding="utf-8")
    wrong = text.replace("до 27 марта 2026 г.", "до 1 марта 2026 г.").replace("title: заседания", "# title: ")
    for number in range(17):  # enough for a build to share them out
        (tmp_path / f"content/protocol/copy-{number}.yaml").write_text(wrong, encoding="utf-8")
    (tmp_path / "content/protocol/Имя.yaml").write_text("title: x\n", encoding="utf-8")
    (tmp_path / "content/protokol").mkdir()
    (tmp_path / "content/protokol/x.yaml").write_text("title: x\n", encoding="utf-8")
    return tmp_path


def said(workspace: Path, *arguments: str, **surroundings: str) -> bytes:
    """What docgen says on stdout."""
    done = subprocess.run(
        [sys.executable, "-m", "docgen", *arguments],
        cwd=workspace,
        capture_output=True,
        check=False,
        env=os.environ | surroundings,
    )
    assert done.returncode == 1, done.stderr.decode()
    return done.stdout


def test_a_check_says_the_same_everywhere(workspace: Path) -> None:
    told = [said(workspace, "check", "--format", "json", **around) for around in SURROUNDINGS.values()]
    assert told[0].count(b"P104") >= 17
    assert told[0] == told[1] == told[2]


def test_a_build_says_the_same_with_any_number_of_jobs(workspace: Path) -> None:
    told = [
        said(workspace, "build", "-t", "docx", "-j", jobs, "--format", "json", **around)
        for jobs, around in zip(("1", "2", "4"), SURROUNDINGS.values(), strict=True)
    ]
    assert told[0].count(b'"code": "P104"') == 17
    assert told[0] == told[1] == told[2]


def test_verify_says_the_same_with_any_number_of_jobs(tmp_path: Path) -> None:
    for number in range(4):
        content = word_file("ПРОТОКОЛ", f"совещания  № {number}", "РЕШИЛИ:", "1. Иванову направить отчёт")
        (tmp_path / f"протокол {number}.docx").write_bytes(content)
    (tmp_path / "испорчен.docx").write_bytes(b"PK\x03\x04")
    told = [
        said(tmp_path, "verify", ".", "--as", "protocol", "-j", jobs, "--format", "json", **around)
        for jobs, around in zip(("1", "2", "4"), SURROUNDINGS.values(), strict=True)
    ]
    assert told[0].count(b'"code"') >= 5
    assert told[0] == told[1] == told[2]


def test_the_order_of_arguments_changes_nothing(workspace: Path) -> None:
    files = ["content/protocol/copy-3.yaml", "content/protocol/copy-12.yaml", "content/reference", COUNCIL]
    orders = (files, files[::-1], [*files, files[0], "content/protocol/../reference/"])
    told = [said(workspace, "check", *order, "--format", "json", "--fail-level", "info") for order in orders]
    assert told[0].count(b"P104") >= 2
    assert told[0] == told[1] == told[2]


def test_the_order_of_finished_files_changes_nothing(tmp_path: Path) -> None:
    names = [f"протокол {number}.docx" for number in (10, 9, 1)]
    for name in names:
        (tmp_path / name).write_bytes(word_file("ПРОТОКОЛ", "РЕШИЛИ:", "1. Иванову  направить отчёт"))
    orders = (names, names[::-1], [*names, names[0]])
    told = [said(tmp_path, "verify", *order, "--as", "protocol", "--format", "json") for order in orders]
    assert told[0].count(b'"code"') >= 3
    assert told[0] == told[1] == told[2]
