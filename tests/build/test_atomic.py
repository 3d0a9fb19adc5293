"""How a file is written: at once or not at all, with the rights it had, where the user has pointed."""

import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from docgen.build import atomic

posix = pytest.mark.skipif(sys.platform == "win32", reason="rights and pipes of POSIX")


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o444])
def test_a_file_keeps_its_rights(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("old")
    path.chmod(mode)
    atomic.write(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == mode


@posix
def test_a_new_file_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    atomic.write(tmp_path / "ours", b"new")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "usual").stat().st_mode


@posix
def test_a_pipe_or_a_device_takes_the_bytes_and_stays_what_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    atomic.write_where_told(pipe, b"report")
    reader.join()
    assert got == [b"report"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@posix
def test_a_link_leads_to_the_report_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old")
    link = tmp_path / "link.json"
    link.symlink_to("real.json")
    atomic.write_where_told(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "real.json").read_bytes() == b"new"


@posix
def test_what_a_run_that_is_gone_has_left_beside_a_file_goes_with_the_next_one(tmp_path: Path) -> None:
    gone = os.fork()
    if gone == 0:
        os._exit(0)
    os.waitpid(gone, 0)
    left = tmp_path / f".x.yaml.{gone}-abcdefgh.tmp"
    at_work = tmp_path / f".x.yaml.{os.getppid()}-abcdefgh.tmp"
    anothers = tmp_path / f".y.yaml.{gone}-abcdefgh.tmp"
    for path in (left, at_work, anothers):
        path.touch()
    atomic.write_where_told(tmp_path / "x.yaml", b"new")
    assert sorted(path.name for path in tmp_path.glob(".*")) == sorted([at_work.name, anothers.name])
