"""``docgen forms``: the case forms in use, and approving them."""

import json
import re
from typing import Any

import pytest

from tests.cli.desk import COUNCIL, Desk
from tests.templates.word_file import WordFile

FORMS = "content/reference/forms.yaml"
STRANGE = "кластеровладелец Зюзя"


@pytest.fixture
def unsure(desk: Desk) -> Desk:
    """A workspace where an order is given to somebody whose name nobody can be sure to decline."""
    desk.change(COUNCIL, "      - to: lipetsk-college\n", f"      - to: {STRANGE}\n")
    return desk


def forms(desk: Desk, line: str = "forms") -> list[dict[str, Any]]:
    return [json.loads(row) for row in desk(f"{line} --json").out.splitlines()]


def test_forms_are_listed_with_certainty_and_place(desk: Desk) -> None:
    said = desk("forms")
    assert said.code == 0
    assert "content/reference/people.yaml:11:3: точно: родительный: проректор → проректора\n" in said.out
    rows = forms(desk)
    assert len(rows) == len(said.out.splitlines())
    assert all(row["documents"] and row["place"].startswith("content/") for row in rows)
    assert len({(row["text"], row["kind"], row["case"]) for row in rows}) == len(rows)


def test_only_unsure_ones_can_be_asked_for(unsure: Desk) -> None:
    (row,) = forms(unsure, "forms --unsure")
    assert (row["text"], row["case"], row["certainty"]) == (STRANGE, "dative", "unsure")
    assert row["place"].startswith(f"{COUNCIL}:")
    assert row["documents"] == ["protocol/2026-03-12-sovet"]
    assert f"НЕ УВЕРЕНЫ: дательный: {STRANGE} → " in unsure("forms --unsure").out


def test_an_approved_form_stops_being_a_problem_and_wins(unsure: Desk) -> None:
    assert "C103" in unsure("check", COUNCIL).out
    said = unsure("forms --approve", STRANGE)
    assert (said.code, said.out) == (0, f"утверждено: {STRANGE}\n")
    assert "C103" not in unsure("check", COUNCIL).out
    assert unsure("check --select S").code == 0
    guessed = forms(unsure)
    (row,) = [row for row in guessed if row["text"] == STRANGE]
    assert row["certainty"] == "override"
    unsure.change(FORMS, f'dative: "{row["form"]}"', 'dative: "кластеровладельцу Зюзе"')
    assert unsure("build -t docx", COUNCIL).code == 0
    lines = WordFile(unsure.root / "out/protocol/2026-03-12-sovet.docx").lines()
    assert any("Кластеровладельцу Зюзе направить" in line for line in lines)


def test_what_is_approved_is_not_approved_twice(unsure: Desk) -> None:
    unsure("forms --approve", STRANGE)
    before = unsure.files()
    said = unsure("forms --approve", STRANGE)
    assert said.code == 0
    assert f"уже утверждено: {STRANGE}" in said.err
    assert unsure.files() == before


@pytest.mark.parametrize(
    "written",
    [
        f'"{STRANGE}":\n  genitive: "А"  # сказал сам\n\nдругой: {{dative: другому}}\n',
        f'{STRANGE}: {{genitive: "А"}}\nдругой: {{dative: другому}}\n',
        f"# заметка\n{STRANGE}:\n    genitive: А\n",
    ],
)
def test_a_new_case_joins_those_that_are_approved(unsure: Desk, written: str) -> None:
    unsure.write(FORMS, written)
    assert unsure("forms --approve", STRANGE).code == 0
    told = unsure.read(FORMS)
    assert told.count(STRANGE + '":') + told.count(f"{STRANGE}:") == 1
    assert unsure("check --select S,C103", COUNCIL).out == "Замечаний нет\n"
    assert all(kept in told for kept in re.findall(r"# \w+|другой.*", written))


def test_line_ends_of_the_file_are_kept(unsure: Desk) -> None:
    unsure.write(FORMS, "другой: {dative: другому}\r\n")
    unsure("forms --approve", STRANGE)
    told = unsure.read(FORMS)
    assert told.startswith("другой: {dative: другому}\r\n\r\n")
    assert "\n" not in told.replace("\r\n", "")


def test_a_text_that_no_document_prints_is_wrong_usage(desk: Desk) -> None:
    said = desk("forms --approve", "Сидоров С.С.")
    assert said.code == 2
    assert "документы не печатают форм этого текста: Сидоров С.С." in said.err
    assert FORMS not in desk.files()


def test_a_broken_file_of_forms_is_not_written(unsure: Desk) -> None:
    unsure.write(FORMS, "x: [\n")
    said = unsure("forms --approve", STRANGE)
    assert said.code == 3
    assert unsure.read(FORMS) == "x: [\n"


def test_a_document_with_errors_is_told_and_the_others_are_listed(desk: Desk) -> None:
    desk.change(COUNCIL, "title:", "titel:")
    said = desk("forms")
    assert said.code == 1
    assert "titel" in said.out
    assert "проректор → проректора" in said.out
