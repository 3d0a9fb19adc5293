"""``docgen init`` and ``docgen new``: where they put things, and what they say to do next."""

from pathlib import Path

import pytest

from docgen.__main__ import run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_init_says_where_to_go(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "мои протоколы"]) == 0
    assert 'cd "мои протоколы", затем docgen build' in capsys.readouterr().err
    assert run(["init", "мои протоколы"]) == 0
    assert capsys.readouterr() == ("", "Всё уже есть, ничего не изменено\n")


def test_init_here_has_nowhere_to_go(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init"]) == 0
    assert "Дальше: docgen build" in capsys.readouterr().err


def test_new_takes_the_name_with_or_without_its_ending(folder: Path) -> None:
    (folder / "content").mkdir()
    assert run(["new", "protocol", "a"]) == 0
    assert run(["new", "protocol", "a.yaml"]) == 2
    assert run(["new", "protocol", "b.yaml"]) == 0
    names = sorted(path.name for path in (folder / "content" / "protocol").iterdir())
    assert names == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize("name", ["Кадры", "two words", "../x", "a/b", ""])
def test_new_refuses_what_is_no_name(folder: Path, name: str) -> None:
    (folder / "content").mkdir()
    assert run(["new", "protocol", name]) == 2
    assert [path for path in folder.rglob("*") if path.is_file()] == []
