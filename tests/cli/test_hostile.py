"""Names of files and values made to be obeyed: no command passes them on to the terminal or to a build server's log."""

import os
import re
import shutil
import sys

import pytest

from tests.build.workshop import word_file
from tests.cli.desk import COUNCIL, Desk

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]|##\\[")
COMMAND = re.compile(r"^\s*::.*", re.MULTILINE)
NAMES = ("\x1b]0;owned\x07\x1b[31mx", "\u202egnp", "2026-##[stop-commands]x")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no such names of files")


@pytest.fixture
def hostile(desk: Desk) -> Desk:
    """A workspace with such names and values, and finished files called so."""
    for name in NAMES:
        shutil.copy(COUNCIL, f"content/protocol/{name}.yaml")
    values = 'title: "\\e[31m\\x9b красный\\n::error::красный"\n::stop-commands::x: ##[add-mask]y\n'
    desk.write("content/protocol/values.yaml", values)
    for name in (*NAMES, "::error::"):
        (desk.root / f"{name}.docx").write_bytes(
            word_file("ПРОТОКОЛ", "РЕШИЛИ:", "::error::", "1. \x85Отчёт  .")
        )
    return desk


@pytest.mark.parametrize(
    "line",
    [
        "check",
        "check --format short",
        "check --format json",
        "check -v --ignore C002",
        "verify . --as protocol -v",
        "verify . --as protocol --format sarif",
        "build --dry-run",
        "build -t docx -v --why",
        "status -v",
        "status --format json",
        "fmt --check",
        "forms",
        "forms --json",
    ],
)
def test_nothing_is_passed_on(hostile: Desk, line: str) -> None:
    said = hostile(line)
    assert said.code in (0, 1)
    told = said.out + said.err
    assert told
    assert not OBEYED.search(told)
    assert not COMMAND.search(told)


@pytest.mark.parametrize(
    "words",
    [
        ("check", "\x1b[31mx"),
        ("\x1b[31mx",),
        ("check", "--\x1b[31mx"),
        ("new", "protocol", "\x1b[31mx"),
        ("explain", "\x1b[31mx"),
        ("decline", "\x1b[31mx\u202e", "--as", "post"),
        ("decline", "::error::x", "--json"),
        ("deadline", "##[error]\x9b", "--from", "2026-03-13"),
        ("proof", "\x1b[31mx"),
        ("verify", "::error::\x1b[31mx.docx", "--as", "protocol"),
    ],
)
def test_what_was_typed_is_not_passed_on_either(hostile: Desk, words: tuple[str, ...]) -> None:
    said = hostile("", *words)
    assert said.out + said.err
    assert not OBEYED.search(said.out + said.err)
    assert not COMMAND.search(said.out + said.err)


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux only")
def test_a_name_that_is_no_text_is_told(desk: Desk) -> None:
    shutil.copy(COUNCIL, os.fsdecode(b"content/protocol/2026-\x9b.yaml"))
    said = desk("check --select C002 --format short")
    assert (said.code, said.out.split(": ")[0]) == (1, "content/protocol/2026-\ufffd.yaml:1:1")
    assert desk("check --format json").code == 1
