"""``docgen deadline``: the answer, its form for people and for programs, and the exit code."""

import io
import json

import pytest

from docgen.__main__ import run

MOVED = (
    "           01.10.2023 (воскресенье) – нерабочий день: срок перенесён на предшествующий рабочий день, "
    "29.09.2023 (пятница)."
)


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.splitlines()


def test_a_deadline_is_explained_in_russian(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["deadline", "до 1 октября 2023 г.", "--from", "2023-09-04"]) == 0
    assert lines(capsys) == [
        "текст      до 1 октября 2023 г.",
        "срок       до 1 октября 2023 г.",
        "вид        день",
        "исполнить  29 сентября 2023 г., пятница, до 23:59 (МСК)",
        "почему     Последний день срока – 01.10.2023 (воскресенье), включительно.",
        MOVED,
    ]


def test_a_contract_moves_forward(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["deadline", "до 1 октября 2023 г.", "--from", "04.09.2023", "--contract"]) == 0
    assert "исполнить  2 октября 2023 г., понедельник, до 23:59 (МСК)" in lines(capsys)


def test_a_region_gives_local_time(capsys: pytest.CaptureFixture[str]) -> None:
    asked = [
        "deadline",
        "до 12:00 по местному времени 13 ноября 2023 г.",
        "--from",
        "2023-11-08",
        "--region",
        "41",
    ]
    assert run(asked) == 0
    assert "исполнить  13 ноября 2023 г., понедельник, до 12:00 (МСК+9)" in lines(capsys)


def test_json_has_fixed_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["deadline", "в течение 10 рабочих дней", "--from", "2023-11-08", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert list(answer) == ["text", "kind", "canonical", "due", "reasons", "problems"]
    assert answer["kind"] == "within"
    assert answer["due"] == "2023-11-22T23:59:00+03:00"
    assert answer["problems"] == []


def test_what_cannot_be_read_has_no_kind_and_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["deadline", "в ближайшее время", "--from", "2023-11-08", "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert (answer["kind"], answer["canonical"], answer["due"]) == (None, None, None)
    assert "нельзя проверить" in answer["problems"][0]


def test_a_missing_year_fails_but_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["deadline", "до 1 октября", "--from", "2023-11-08"]) == 1
    assert "внимание   Год не указан: принят 2024 год, ближайший после подписания." in lines(capsys)


def test_lines_are_read_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (
        "\ufeffдо 24 ноября 2023 г.\t2023-11-08\n\nдо 12:00 по местному времени 13 ноября 2023 г.\t08.11.2023\t41\n"
        "постоянно\n"
    )
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))
    assert run(["deadline", "-", "--from", "2023-01-01", "--json"]) == 0
    answers = [json.loads(line) for line in lines(capsys)]
    assert [answer["due"] for answer in answers] == [
        "2023-11-24T23:59:00+03:00",
        "2023-11-13T12:00:00+12:00",
        None,
    ]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["до 1 октября"], "нужна дата"),
        (["до 1 октября", "--from", "вчера"], "не дата"),
        (["до 1 октября", "--from", "2023-11-31"], "последнее число – 30"),
        (["до 1 октября", "--from", "2023-11-08", "--region", "99"], "«99» нет"),
        ([], "ТЕКСТ"),
    ],
)
def test_wrong_usage_is_told_in_russian(
    arguments: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["deadline", *arguments]) == 2
    assert why in capsys.readouterr().err


def test_a_wrong_line_is_named(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "sys.stdin", io.TextIOWrapper(io.BytesIO("постоянно\tвчера\n".encode()), encoding="utf-8")
    )
    assert run(["deadline", "-"]) == 2
    assert "строка 1: «вчера» – не дата" in capsys.readouterr().err
