"""Kills, full disks, locked files, foreign clocks: what is there is whole, and the next build puts everything right."""

import errno
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from docgen.__main__ import run
from docgen.build.ledger import Ledger
from docgen.build.lock import alone
from docgen.diagnostics import Failure

PROJECT = Path(__file__).parents[2]
MINISTRY, COUNCIL = "2023-11-08-mshrg-4", "2026-03-12-sovet"
BUILD = ["-q", "build", "-t", "docx"]
OURS = {".ledger.json", ".ledger.journal", ".lock"}

Build = Callable[..., int]


def workspace(root: Path) -> Path:
    """A copy of the project's protocols: what is killed forty times should be quick to make."""
    shutil.copytree(
        PROJECT / "content", root / "content", ignore=shutil.ignore_patterns("programme", "portfolio")
    )
    return root


def changed(root: Path) -> None:
    """Something else in the source of the council's protocol."""
    source = root / "content" / "protocol" / f"{COUNCIL}.yaml"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace('number: "4"', 'number: "5"'), encoding="utf-8")


def outputs(root: Path) -> dict[str, bytes]:
    """What lies in ``out/protocol``, whatever it is."""
    return {path.name: path.read_bytes() for path in (root / "out" / "protocol").glob("*")}


def hidden(root: Path) -> set[str]:
    """What docgen keeps for itself in ``out/``."""
    return {path.name for path in (root / "out").rglob(".*")}


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Build:
    """``build(root)`` in a folder: the exit code."""

    def built(root: Path, *more: str) -> int:
        monkeypatch.chdir(root)
        code = run([*BUILD, *more])
        capsys.readouterr()
        return code

    return built


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return workspace(tmp_path / "ws")


@pytest.fixture
def clean(tmp_path: Path, build: Build) -> dict[str, bytes]:
    """What an undisturbed build makes."""
    folder = workspace(tmp_path / "clean")
    assert build(folder) == 0
    made = outputs(folder)
    assert set(made) == {f"{MINISTRY}.docx", f"{COUNCIL}.docx"}
    return made


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_build_killed_at_any_moment_leaves_whole_files_and_the_next_one_repairs_the_rest(
    tmp_path: Path, build: Build
) -> None:
    first = workspace(tmp_path / "first")
    protocols = first / "content" / "protocol"
    (protocols / f"{MINISTRY}.yaml").unlink()
    build(first)
    old = outputs(first)
    changed(first)
    shutil.copyfile(protocols / f"{COUNCIL}.yaml", protocols / "another.yaml")
    roots = [shutil.copytree(first, tmp_path / f"{number:02}") for number in range(1, 41)]
    build(first)
    new = outputs(first)
    done = subprocess.run(
        [sys.executable, "-m", "tests.build.dying", first, *roots],
        cwd=PROJECT,
        capture_output=True,
        check=True,
    )
    killed = int(done.stdout)
    assert 15 <= killed < len(roots)
    littered = 0
    for folder in roots[:killed]:
        littered += any(name.endswith(".tmp") for name in hidden(folder))
        for name, data in outputs(folder).items():
            if not name.endswith(".tmp"):
                assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None
                assert data in (old.get(name), new[name])
        assert build(folder) == 0
        assert outputs(folder) == new
        assert hidden(folder) <= OURS
    assert littered


@pytest.mark.parametrize("afterwards", ["nothing", "source"])
def test_an_interrupted_build_knows_its_files_again(
    root: Path, build: Build, monkeypatch: pytest.MonkeyPatch, afterwards: str
) -> None:
    replace = Path.replace

    def interrupted(self: Path, target: Path) -> Path:
        if Path(target).name == f"{COUNCIL}.docx":
            raise KeyboardInterrupt
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", interrupted)
        assert build(root) == 130
    assert set(outputs(root)) == {f"{MINISTRY}.docx"}
    if afterwards == "source":
        people = root / "content" / "reference" / "people.yaml"
        people.write_text(
            people.read_text(encoding="utf-8").replace("проректор", "первый проректор"), encoding="utf-8"
        )
    assert build(root) == 0
    assert set(outputs(root)) == {f"{MINISTRY}.docx", f"{COUNCIL}.docx"}


def test_a_torn_journal_only_costs_work(root: Path, build: Build, clean: dict[str, bytes]) -> None:
    build(root)
    ledger = Ledger.read(root / "out" / ".ledger.json")
    (root / "out" / ".ledger.journal").write_bytes(b'{"version": 1, "outputs": {"out/x": {"inp\n\xff\n[]\n')
    again = Ledger.read(root / "out" / ".ledger.json")
    assert (again.entries, outputs(root)) == (ledger.entries, clean)


def refuse(number: int, code: int) -> tuple[Callable[..., Any], list[int]]:
    """A function that makes the ``number``-th call of another one fail, and the count of the calls."""
    calls = [0]

    def around(function: Callable[..., Any]) -> Callable[..., Any]:
        def called(*arguments: Any, **named: Any) -> Any:
            calls[0] += 1
            if calls[0] == number:
                raise OSError(code, os.strerror(code))
            return function(*arguments, **named)

        return called

    return around, calls


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize(
    ("owner", "name"), [(tempfile, "mkstemp"), (os, "fsync"), (Path, "chmod"), (Path, "replace")]
)
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES])
def test_a_write_that_fails_is_told_with_a_hint_and_harms_nothing(
    root: Path,
    clean: dict[str, bytes],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    owner: Any,
    name: str,
    number: int,
    code: int,
) -> None:
    monkeypatch.chdir(root)
    around, calls = refuse(number, code)
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, around(getattr(owner, name)))
        assert run(BUILD) == 3
    assert calls[0] == 3  # two documents and the ledger
    told = capsys.readouterr().err
    assert told.count("Ошибка: ") == 1
    assert "подсказка: " in told
    assert len(outputs(root)) == (2 if number == 3 else 1)
    assert all(clean[name] == data for name, data in outputs(root).items())
    assert not [name for name in hidden(root) if name.endswith(".tmp")]
    assert run(BUILD) == 0
    assert outputs(root) == clean
    assert hidden(root) <= OURS


def test_a_file_that_is_open_elsewhere_does_not_stop_the_others(
    root: Path, build: Build, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    build(root)
    before = outputs(root)
    changed(root)
    replace = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if Path(target).name == f"{COUNCIL}.docx":
            raise PermissionError(errno.EACCES, "Permission denied", str(target))
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", locked)
        assert run(["build", "-t", "docx", "--force"]) == 3
    said = capsys.readouterr().err
    assert f"нет доступа на запись: {root / 'out' / 'protocol' / COUNCIL}.docx" in said
    assert "закройте файл в Word" in said
    assert "собрано 1, без изменений 0, не собрано 1" in said
    assert outputs(root) == before
    assert build(root) == 0
    assert set(outputs(root)) == set(before)
    assert outputs(root)[f"{COUNCIL}.docx"] != before[f"{COUNCIL}.docx"]


def test_a_file_in_the_place_of_the_folder_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "out").write_text("не папка", encoding="utf-8")
    monkeypatch.chdir(root)
    assert run(BUILD) == 3
    assert "файл не записан" in capsys.readouterr().err
    assert (root / "out").read_text(encoding="utf-8") == "не папка"


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere"
)
def test_a_folder_that_cannot_be_written_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "out").mkdir(mode=0o555)
    monkeypatch.chdir(root)
    assert run(BUILD) == 3
    assert "нет доступа на запись" in capsys.readouterr().err


ELSEWHERE = """
import sys, time
for name in ("localtime", "gmtime"):
    setattr(time, name, lambda *_, real=getattr(time, name): real(86400 * 365 * 60))
time.time = lambda: 86400.0 * 365 * 60
from docgen.__main__ import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    "world",
    [
        {"TZ": "Asia/Kamchatka", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "77"},
    ],
    ids=["Kamchatka", "Los Angeles"],
)
def test_another_clock_zone_locale_and_hash_give_the_same_bytes(
    root: Path, clean: dict[str, bytes], world: dict[str, str]
) -> None:
    subprocess.run(
        [sys.executable, "-c", ELSEWHERE, *BUILD],
        cwd=root,
        env=os.environ | world,
        capture_output=True,
        check=True,
    )
    assert outputs(root) == clean


def test_two_builds_at_once_make_everything_once(root: Path, clean: dict[str, bytes], build: Build) -> None:
    command = [sys.executable, "-m", "docgen", *BUILD]
    both = [
        subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)
    ]
    for one in both:
        _, told = one.communicate()
        assert (one.returncode, told) == (0, b"")
    assert outputs(root) == clean
    ledger = json.loads((root / "out" / ".ledger.json").read_text(encoding="utf-8"))
    assert set(ledger["outputs"]) == {f"out/protocol/{name}" for name in clean}
    assert hidden(root) == {".ledger.json", ".lock"}


def test_a_second_build_says_that_it_waits(root: Path, clean: dict[str, bytes]) -> None:
    command = [sys.executable, "-m", "docgen", "build", "-t", "docx"]
    with alone(root / "out"):
        waiting = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert waiting.stderr is not None
        assert waiting.stderr.readline().decode().strip() == "Ждём: здесь уже идёт другая сборка"
        assert outputs(root) == {}
    waiting.communicate()
    assert waiting.returncode == 0
    assert outputs(root) == clean


def test_where_nothing_can_be_locked_the_work_goes_on(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", encoding="utf-8")
    worked = []
    with alone(tmp_path / "out"):
        worked.append("all the same")
    assert worked


def test_what_a_killed_build_placed_without_a_word_is_ours_though_the_source_has_changed_since(
    root: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(root)
    changed(root)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Ledger, "remember", killed)
        assert build(root) == 130
    source = root / "content" / "protocol" / f"{COUNCIL}.yaml"
    source.write_text(
        source.read_text(encoding="utf-8").replace('number: "5"', 'number: "6"'), encoding="utf-8"
    )
    assert build(root) == 0
    assert set(outputs(root)) == {f"{MINISTRY}.docx", f"{COUNCIL}.docx"}


def test_a_journal_that_could_not_be_taken_in_is_taken_in_by_the_next_build(
    root: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    around, _ = refuse(3, errno.ENOSPC)  # two documents and the ledger
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", around(os.fsync))
        assert build(root) == 3
    assert ".ledger.journal" in hidden(root)
    assert build(root) == 0
    assert hidden(root) == {".ledger.json", ".lock"}


class Broken:
    """A LibreOffice that fails as a whole."""

    batch = 1

    def __init__(self, *_: Any, **__: Any) -> None:
        pass

    def __enter__(self) -> "Broken":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def warm(self, documents: int) -> None:
        pass

    def submit(self, batch: list[tuple[Path, Path]]) -> "Future[Any]":
        future: Future[Any] = Future()
        future.set_exception(Failure("LibreOffice не запускается", "переустановите его"))
        return future


def test_a_libreoffice_that_does_not_start_fails_the_pdfs_and_nothing_else(
    root: Path, clean: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from docgen import publish

    monkeypatch.setattr(publish, "find_office", lambda: publish.Installation(Path("/nowhere")))
    monkeypatch.setattr(publish, "Office", Broken)
    monkeypatch.chdir(root)
    assert run(["build"]) == 3
    said = capsys.readouterr()
    assert "P304" in said.out
    assert said.err.count("Ошибка: LibreOffice не запускается\n  подсказка: переустановите его") == 1
    assert "не собрано 2" in said.err
    assert outputs(root) == clean
    assert run(["-q", "build", "-t", "docx"]) == 0


@pytest.mark.parametrize("forms", ["docx,pdf", "pdf"])
def test_without_room_for_temporary_files_there_is_no_pdf_and_all_the_rest(
    root: Path,
    clean: dict[str, bytes],
    forms: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from docgen import publish
    from docgen.build import publishing

    def full(**_: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device", "/tmp/x")

    monkeypatch.setattr(publish, "find_office", lambda: publish.Installation(Path("/nowhere")))
    monkeypatch.setattr(publish, "Office", Broken)
    monkeypatch.setattr(publishing, "mkdtemp", full)
    monkeypatch.chdir(root)
    assert run(["build", "-t", forms]) == 3
    said = capsys.readouterr().err
    assert said.count("Ошибка: /tmp/x: на диске нет места\n  подсказка: освободите место") == 1
    assert "не собрано 2" in said
    assert outputs(root) == (clean if "docx" in forms else {})


@pytest.mark.parametrize("command", [["clean"], ["build", "-t", "docx"], ["fmt"]])
@pytest.mark.parametrize("code", [errno.EACCES, errno.EIO])
def test_a_folder_of_sources_that_cannot_be_read_is_not_taken_for_an_empty_one(
    root: Path,
    clean: dict[str, bytes],
    command: list[str],
    code: int,
    build: Build,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    build(root)
    listdir = os.listdir

    def refused(path: Any) -> list[str]:
        if str(path).endswith("protocol"):
            raise OSError(code, os.strerror(code), str(path))
        return listdir(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "listdir", refused)
        assert run(command) == 3
    assert "content/protocol: " in capsys.readouterr().err
    assert outputs(root) == clean


def test_what_was_cleaned_by_a_killed_run_is_forgotten_by_the_next(
    root: Path, build: Build, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    build(root)
    (root / "content" / "protocol" / f"{COUNCIL}.yaml").unlink()

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Ledger, "write", killed)
        assert run(["clean"]) == 130
    assert set(outputs(root)) == {f"{MINISTRY}.docx"}
    assert run(["clean"]) == 0
    capsys.readouterr()
    ledger = Ledger.read(root / "out" / ".ledger.json")
    assert set(ledger.entries) == {f"out/protocol/{MINISTRY}.docx"}
