"""``--select``, ``--ignore`` and ``--baseline`` of ``docgen verify``; those of ``docgen check`` have tests of their own."""

import json
from typing import Any

import pytest

from tests.build.workshop import word_file
from tests.cli.desk import Desk

FILE = "письма/протокол.docx"
PARAGRAPHS = ("ПРОТОКОЛ", "совещания с директорами", "РЕШИЛИ:", "1. Иванову  направить отчёт.")


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.write(FILE, "")
    (desk.root / FILE).write_bytes(word_file(*PARAGRAPHS))
    return desk


def told(desk: Desk, *more: str) -> list[dict[str, Any]]:
    found = json.loads(desk("verify --as protocol --format json", FILE, *more).out)["problems"]
    assert isinstance(found, list)
    return found


def test_codes_can_be_chosen(desk: Desk) -> None:
    everything = {one["code"] for one in told(desk)}
    assert any(code.startswith("L") for code in everything)
    assert any(code.startswith("V") for code in everything)
    assert {one["code"] for one in told(desk, "--select", "L")} == {c for c in everything if c[0] == "L"}
    assert {one["code"] for one in told(desk, "--ignore", "V")} == {c for c in everything if c[0] != "V"}


def test_a_paragraph_that_moved_is_not_new(desk: Desk) -> None:
    desk("verify --as protocol --format json --output-file old.json", FILE)
    assert told(desk, "--baseline", "old.json") == []
    assert desk("verify --as protocol --baseline old.json", FILE).code == 0
    added = ("ПРОТОКОЛ", "совещания с директорами", "г. Москва", "РЕШИЛИ:", *PARAGRAPHS[3:])
    (desk.root / FILE).write_bytes(word_file(*added))
    assert [one["code"] for one in told(desk, "--baseline", "old.json") if one["code"][0] == "L"] == []
    (desk.root / FILE).write_bytes(word_file(*added, "2. Петрову  направить отчёт."))
    new = [one for one in told(desk, "--baseline", "old.json") if one["code"] == "L024"]
    assert len(new) == 1
    assert new[0]["path"].endswith("6")


def test_what_was_mended_is_told_if_asked(desk: Desk) -> None:
    desk("verify --as protocol --format json --output-file old.json", FILE)
    (desk.root / FILE).write_bytes(word_file(*PARAGRAPHS[:3], "1. Иванову направить отчёт."))
    said = desk("verify -v --as protocol --baseline old.json", FILE)
    assert "L024 больше нет: два пробела подряд" in said.err
