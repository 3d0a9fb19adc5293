"""Commands meet tables beside a source: they may be named on the command line, and are never mended."""

import pytest

from tests.cli.desk import Desk

SOURCE = "content/programme/x.yaml"
TABLE = "content/programme/x/tasks.csv"
TASKS = 'Код;Задача\nЗ1;"обновить  ""базу"" - и планы"\n'


@pytest.fixture
def programme(desk: Desk) -> Desk:
    desk.write(SOURCE, 'name: Кластер - "Пример"\ntasks: tasks.csv\n')
    desk.write(TABLE, TASKS)
    return desk


@pytest.mark.parametrize("named", [SOURCE, TABLE, "content/programme/x"])
def test_a_table_stands_for_its_source(programme: Desk, named: str) -> None:
    programme.write(TABLE, TASKS + ";без кода\n")
    said = programme("check --format short", named)
    assert said.code == 1
    assert f"{TABLE}:3:1: error S102 поле «code» (код) не заполнено\n" in said.out
    assert "content/protocol" not in said.out


def test_text_rules_read_tables_too(programme: Desk) -> None:
    assert f"{TABLE}:2:" in programme("check --format short", SOURCE).out


def test_tables_are_never_mended(programme: Desk) -> None:
    said = programme("fmt", SOURCE)
    assert said.code == 0, said
    assert programme.read(SOURCE) == "name: Кластер – «Пример»\ntasks: tasks.csv\n"
    assert programme.read(TABLE) == TASKS


def test_rules_of_tables_are_explained(desk: Desk) -> None:
    assert desk("explain S310").out.startswith("S310")
