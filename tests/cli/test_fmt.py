"""``docgen fmt``: what it mends and what it leaves."""

import pytest

from tests.cli.desk import COUNCIL, Desk

NAME = "content/protocol/x.yaml"
BEFORE = """\
# комментарий "в кавычках"  - с дефисом
title:   'совещания  об "итогах" - и планах'   # хвост "тоже"
date: 2026-03-12
number:   "4"
agenda:
  - topic: об итогах приёма  по протоколу №4
    decisions:
      - text: >-
          направить  отчёт - по форме №5 ,
          в "Минпросвещения России"
        deadline: до 27 марта 2026 г.
"""
AFTER = """\
# комментарий "в кавычках"  - с дефисом
title:   'совещания об «итогах» – и планах'   # хвост "тоже"
date: 2026-03-12
number:   "4"
agenda:
  - topic: об итогах приёма по протоколу № 4
    decisions:
      - text: >-
          направить отчёт – по форме № 5,
          в «Минпросвещения России»
        deadline: до 27 марта 2026 г.
"""


def test_the_projects_own_content_needs_nothing(desk: Desk) -> None:
    before = desk.files()
    said = desk("fmt")
    assert (said.code, said.out, said.err) == (0, "", "Изменено файлов: 0\n")
    assert desk.files() == before


@pytest.mark.parametrize("path", [[], [NAME], ["content/protocol"], ["."]])
def test_texts_are_mended_and_the_rest_is_left(desk: Desk, path: list[str]) -> None:
    desk.write(NAME, BEFORE)
    before = desk.files()
    said = desk("fmt", *path)
    assert (said.code, said.err) == (0, "Изменено файлов: 1\n")
    assert desk.read(NAME) == AFTER
    assert {name for name, data in desk.files().items() if before.get(name) != data} == {NAME}


def test_it_says_what_it_changes(desk: Desk) -> None:
    desk.write(NAME, BEFORE)
    changed = [line.split(" → ") for line in desk("fmt").out.splitlines()]
    assert changed == [
        [
            f'{NAME}:2:10: совещания  об "итогах" - и планах',
            "совещания об «итогах» – и планах",
        ],
        [
            f"{NAME}:6:12: об итогах приёма  по протоколу №4",
            "об итогах приёма по протоколу № 4",
        ],
        [
            f'{NAME}:8:15: направить  отчёт - по форме №5 , в "Минпросвещения России"',
            "направить отчёт – по форме № 5, в «Минпросвещения России»",
        ],
    ]


def test_once_is_enough(desk: Desk) -> None:
    desk.write(NAME, BEFORE)
    desk("fmt")
    assert desk("fmt").err == "Изменено файлов: 0\n"
    assert desk("fmt --check").code == 0


def test_a_check_says_the_same_and_changes_nothing(desk: Desk) -> None:
    desk.write(NAME, BEFORE)
    checked = desk("fmt --check", NAME)
    assert (checked.code, checked.err) == (1, "Изменилось бы файлов: 1\n")
    assert desk.read(NAME) == BEFORE
    assert desk("fmt", NAME).out == checked.out


def test_line_ends_and_the_byte_order_mark_are_kept(desk: Desk) -> None:
    for start in ("", "\N{ZERO WIDTH NO-BREAK SPACE}"):
        desk.write(NAME, start + BEFORE.replace("\n", "\r\n"))
        assert desk("fmt", NAME).code == 0
        assert desk.read(NAME) == start + AFTER.replace("\n", "\r\n")


def test_mixed_line_ends_stay_mixed(desk: Desk) -> None:
    desk.write(NAME, BEFORE.replace("\n", "\r\n", 3).rstrip("\n"))
    assert desk("fmt", NAME).code == 0
    assert desk.read(NAME) == AFTER.replace("\n", "\r\n", 3).rstrip("\n")


def test_a_broken_file_is_told_and_left_and_the_others_are_mended(desk: Desk) -> None:
    desk.write(NAME, BEFORE)
    desk.write("content/protocol/a.yaml", 'titel: "x\n')
    desk.write("content/protocol/b.yaml", "titel: x\n")
    (desk.root / "content/protocol/c.yaml").write_bytes("title: совещания".encode("cp1251"))
    said = desk("fmt")
    assert said.code == 1
    assert desk.read(NAME) == AFTER
    assert desk.read("content/protocol/b.yaml") == "titel: x\n"
    for name in "abc":
        assert f"content/protocol/{name}.yaml:" in said.out


def test_what_is_mended_is_still_the_same_document(desk: Desk) -> None:
    desk.change(COUNCIL, "Какова доля студентов", "Какова  доля студентов")
    assert desk("fmt").code == 0
    assert "Какова доля студентов" in desk.read(COUNCIL)
    assert desk("check").code == 0
