"""``docgen verify``: files and folders, verdicts and refusals, the same in every number of processes."""

import json
from pathlib import Path

import pytest

from tests.cli.desk import Desk
from tests.papers.page import body, package, page
from tests.papers.styles import WAYS, Spoilt, Way, written

MINUTES = """
ПРОТОКОЛ
совещания с инициаторами создания кластеров
13 ноября 2023 г. № Д05-125/05пр
Председательствовал: В.С. Неумывакин
Присутствовали: от ФГБОУ ДПО ИРПО – Бондарь О.А.
I. Об итогах приёма.
РЕШИЛИ:
1. Принять информацию Бондарь О.А. к сведению.
{}
Директор Департамента
В.С. Неумывакин
"""
GOOD = page(MINUTES.format("2. Колледжам направить отчёт до 1 марта 2024 г.").strip())
BAD = page(MINUTES.format("2. Направить отчёт.").strip())


@pytest.fixture
def box(desk: Desk) -> Path:
    """A folder of files of all sorts."""
    folder = desk.root / "box"
    (folder / "deep").mkdir(parents=True)
    for name, data in {
        "good.docx": GOOD,
        "bad.docx": BAD,
        "deep/old.docx": b"{\\rtf1}",
        "deep/empty.pdf": b"",
        "deep/macro.docm": package(body("ПРОТОКОЛ"), {"word/vbaProject.bin": "x"}),
        "notes.txt": b"not looked at",
        "~$good.docx": b"a lock of Word",
    }.items():
        (folder / name).write_bytes(data)
    return folder


def test_a_good_protocol_has_no_problems(desk: Desk, box: Path) -> None:
    said = desk("verify --as protocol box/good.docx")
    assert (said.code, said.out) == (0, "Замечаний нет\n")


def test_a_problem_has_a_place_an_excerpt_and_a_hint(desk: Desk, box: Path) -> None:
    said = desk("verify --as protocol box/bad.docx --select V505")
    assert said.code == 1
    assert said.out.startswith(
        "box/bad.docx#абзац 9:1:1: ошибка V505: не сказано, кто должен исполнить поручение\n"
        "    1 | 2. Направить отчёт.\n"
        "      | ^^^^^^^^^^^^^^^^^^^\n"
    )


def test_a_folder_ends_with_a_table_of_verdicts(desk: Desk, box: Path) -> None:
    said = desk("verify --as protocol box")
    assert said.code == 1
    table = said.out[said.out.index("\nфайл  ") + 1 :].splitlines()
    assert [line.split()[:3] for line in table[1:6]] == [
        ["box/bad.docx", "ошибки", "2"],
        ["box/deep/empty.pdf", "отказ", "1"],
        ["box/deep/macro.docm", "ошибки", "5"],
        ["box/deep/old.docx", "отказ", "1"],
        ["box/good.docx", "годен", "0"],
    ]
    assert table[-1] == "Файлов: 5; годен – 1, отказ – 2, ошибки – 2"


def test_the_same_in_any_number_of_processes(desk: Desk, box: Path) -> None:
    one, four = desk("verify --as protocol box -j 1"), desk("verify --as protocol box -j 4")
    assert (one.code, one.out) == (four.code, four.out)


def test_reports_for_programs(desk: Desk, box: Path) -> None:
    report = json.loads(desk("verify --as protocol box/deep --format json").out)
    assert [(p["path"], p["code"]) for p in report["problems"] if p["code"] < "V2"] == [
        ("box/deep/empty.pdf", "V101"),
        ("box/deep/old.docx", "V102"),
    ]
    sarif = json.loads(desk("verify --as protocol box/bad.docx --format sarif").out)
    assert {one["ruleId"] for one in sarif["runs"][0]["results"]} >= {"V505", "V506"}


@pytest.mark.parametrize("way", WAYS[5:8], ids=lambda way: way.name)
def test_a_programme_is_held_against_its_layout(desk: Desk, way: Way) -> None:
    (desk.root / "x.docx").write_bytes(written(way, Spoilt(missing=frozenset({"finance"}))))
    said = desk("verify --as programme --layout programme-2022 x.docx --select V301")
    assert said.code == 1
    assert "нет раздела 5 «Финансовое обеспечение программы развития»" in said.out


def test_wrong_usage(desk: Desk, box: Path) -> None:
    unknown = desk("verify --as letter box/good.docx")
    assert (unknown.code, "programme, protocol" in unknown.err) == (2, True)
    assert desk("verify --as programme --layout none box/good.docx").code == 2
    assert desk("verify --as protocol --layout x box/good.docx").code == 2
    assert desk("verify --as protocol none.docx").code == 2


def test_to_sign_wants_the_marks_of_stamps(desk: Desk, box: Path) -> None:
    said = desk("verify --as protocol --stage to_sign box/good.docx --format short")
    assert said.code == 1
    assert "V512" in said.out


def test_a_problem_says_under_which_heading_it_stands(desk: Desk) -> None:
    text = "# Общие положения\n## Анализ ситуации\nСрок – до XX.XX.2026."
    (desk.root / "x.docx").write_bytes(page(text))
    said = desk("verify --as programme x.docx --select V207").out
    assert "см. x.docx#абзац 2:1 (раздел «Общие положения»): Анализ ситуации" in said
