"""Files are read in processes that may die: the parent goes on and says why."""

import os
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from docgen.papers import LIMITS, Children, Refusal, children
from docgen.papers.child import write_message

TASK = f"{__name__}:answer"


def answer(asked: dict[str, Any], data: bytes) -> Any:
    """What the child does in these tests."""
    match asked["do"]:
        case "hang":
            time.sleep(60)
        case "die":
            os.abort()
        case "eat":
            return len([bytes(1 << 28) for _ in range(64)])
        case "raise":
            raise ValueError("что-то не так")
        case "print":
            print("не ответ")  # noqa: T201 - a library that prints must not garble answers
    return [os.getpid(), len(data)]


def run(folder: Path, *jobs: str, count: int = 1, wall: float = 20.0) -> list[Any]:
    file = folder / "x.docx"
    file.write_bytes(b"12345")
    with Children(TASK, count, replace(LIMITS, wall=wall)) as children:
        return [
            one.rule.code if isinstance(one, Refusal) else one[1]
            for one in children.run([(file, {"do": job}) for job in jobs])
        ]


def test_a_child_is_used_again(tmp_path: Path) -> None:
    file = tmp_path / "x.docx"
    file.write_bytes(b"12345")
    with Children(TASK, 1) as children:
        answers = list(children.run([(file, {"do": ""})] * 3))
    assert len({process for process, _ in answers}) == 1
    assert os.getpid() not in {process for process, _ in answers}


def test_one_bad_file_never_stops_the_rest(tmp_path: Path) -> None:
    assert run(tmp_path, "", "die", "", "raise", "print", "", count=2) == [5, "V109", 5, "V109", 5, 5]


def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    assert run(tmp_path, "hang", "", wall=1.5) == ["V108", 5]


def test_a_process_that_was_cut_off_from_us_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []

    def cut(stream: Any, data: bytes) -> None:
        written.append(data)
        if len(written) == 2:
            raise OSError(5, "Input/output error")
        write_message(stream, data)

    monkeypatch.setattr(children, "_FAREWELL", 0.1)
    monkeypatch.setattr(children, "write_message", cut)
    assert run(tmp_path, "", "") == ["V109", 5]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no limits of memory")
def test_a_file_that_eats_the_memory_is_given_up(tmp_path: Path) -> None:
    assert run(tmp_path, "eat", "") == ["V109", 5]


def test_what_is_no_ordinary_file_is_not_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.docx"
    os.mkfifo(pipe)
    with Children(TASK, 1) as children:
        answers = list(children.run([(pipe, {"do": ""}), (tmp_path / "none.docx", {"do": ""})]))
    assert [one.rule.code for one in answers] == ["V110", "V110"]
