"""What other programs send to standard input, in whatever encoding; and what a command says that was told too little."""

import io

import pytest

from docgen.__main__ import run
from tests.cli.desk import Desk


def given(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251"])
def test_lines_are_read_in_the_encodings_of_an_office(
    encoding: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given("Иванова\tf\r\n\r\nИванов\tm\n".encode(encoding), monkeypatch)
    assert run(["decline", "-", "--as", "surname"]) == 0
    dative = [line.split()[1] for line in capsys.readouterr().out.splitlines() if "дательный" in line]
    assert dative == ["Ивановой", "Иванову"]
    given("до 24 ноября 2023 г.\t08.11.2023\n".encode(encoding), monkeypatch)
    assert run(["deadline", "-"]) == 0
    assert "24 ноября 2023 г., пятница" in capsys.readouterr().out


@pytest.mark.parametrize(
    "line", [["decline", "-"], ["deadline", "-", "--from", "2023-11-08"], ["proof", "-"]]
)
def test_what_is_no_text_is_wrong_usage(
    line: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given(b"PK\x03\x04\0\0", monkeypatch)
    assert run(line) == 2
    assert "это не текст" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("new",), "не хватает аргумента ВИД (допустимо: protocol, programme, portfolio)"),
        (("fields",), "не хватает аргумента ВИД (допустимо: protocol,"),
        (("explain",), "не хватает аргумента КОД\n"),
        (("verify", "."), "не хватает параметра --as (допустимо: programme, protocol)"),
        (("verify", ".", "--as", "protokol"), "(programme, protocol); может быть, protocol?"),
        (("decline", " "), "текст пуст: склонять нечего"),
        (("new", "programme", "x", "--region", "Омск"), "«Омск» нет: может быть, Омская область?"),
    ],
)
def test_what_is_missing_is_told_with_what_there_is(desk: Desk, words: tuple[str, ...], told: str) -> None:
    said = desk("", *words)
    assert said.code == 2
    assert told in said.err
