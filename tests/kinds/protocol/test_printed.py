"""What is printed of a protocol, from its source to the view."""

import shutil
from pathlib import Path

import pytest

from docgen.__main__ import run
from docgen.build.dress import dress
from docgen.build.usage import forms_in_use
from docgen.build.workspace import Workspace
from docgen.corpus import load
from docgen.kinds import KINDS, REFERENCES
from docgen.kinds.protocol.attendance import PresentRow
from docgen.kinds.protocol.phrases import opening
from docgen.kinds.protocol.view import ProtocolView, view
from docgen.render.inline import Gap

ROOT = Path(__file__).parents[3]
PEOPLE = """\
ivanova: {name: Иванова И.И., gender: f, post: директор, organisation: college}
sokolov: {name: Соколов А.С., gender: m, organisation: college}
panin: {name: Панин П.И., gender: m, post: советник министра}
"""
COLLEGE = "college: {name: ГБПОУ «Колледж», city: Тула}\n"


def printed(root: Path, source: str) -> ProtocolView:
    for name, text in (("people", PEOPLE), ("organisations", COLLEGE)):
        _write(root / f"content/reference/{name}.yaml", text)
    _write(root / "content/protocol/x.yaml", source)
    loaded = load(root, KINDS, REFERENCES)
    assert loaded.problems == []
    (document,) = (one for one in loaded.corpus.documents if one.kind == "protocol")
    return view(document, loaded.corpus)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_an_empty_draft_shows_everything_that_is_to_be_written(tmp_path: Path) -> None:
    shown = printed(tmp_path, "agenda: [{topic: }]")
    (item,) = shown.items
    assert (item.heading, item.heard) == ("⟦вопрос повестки⟧", "Заслушав выступление ⟦докладчик⟧,")
    assert [decision.text for decision in item.decisions] == ["⟦решение⟧"]
    full = printed(tmp_path, "form: full\nagenda: [{topic: об итогах}]")
    assert full.items[0].listened == ("⟦докладчик⟧ – об итогах.",)


def test_a_gap_is_seen_where_the_text_is_otherwise_left_as_it_is(tmp_path: Path) -> None:
    shown: object = dress(printed(tmp_path, "stage: draft")).date
    assert shown == Gap("дата совещания")
    assert (
        dress(printed(tmp_path, "date: 2026-03-12")).date
        == "12\N{NO-BREAK SPACE}марта 2026\N{NO-BREAK SPACE}г."
    )


def test_people_of_an_entry_without_organisation_stand_with_their_own(tmp_path: Path) -> None:
    shown = printed(tmp_path, "present: [{people: [ivanova, sokolov, panin, Крылова Анна Сергеевна]}]")
    present = tuple(PresentRow(row.organisation, _plain(row.names)) for row in shown.present)
    assert present == (
        PresentRow("от ГБПОУ «Колледж»", "Иванова И.И.\nСоколов А.С."),
        PresentRow("Советник министра", "Панин П.И."),
        PresentRow("", "Крылова А.С."),
    )


@pytest.mark.parametrize(
    ("order", "text"),
    [
        ("to: sokolov", "Соколову А.С.:"),
        ("to: college", "ГБПОУ «Колледж»:"),
        ("to: sokolov, control: panin", "Соколову А.С. (контроль – Панин П.И.):"),
        ("text: принять следующие меры.", "Принять следующие меры:"),
    ],
)
def test_what_stands_before_subitems_ends_in_a_colon(tmp_path: Path, order: str, text: str) -> None:
    shown = printed(
        tmp_path, f"agenda: [{{topic: о мерах, decisions: [{{{order}, items: [{{text: сообщить}}]}}]}}]"
    )
    assert _plain(shown.items[0].decisions[0].text) == text


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Соколову А.С.", "Соколову А.С."),
        ("принять меры.", "принять меры"),
        ("меры: ", "меры"),
        ("в г. N.", "в г. N"),
    ],
)
def test_the_period_of_initials_stays(text: str, bare: str) -> None:
    assert opening(text) == bare


def test_a_form_of_what_is_written_in_place_of_a_key_has_its_place(tmp_path: Path) -> None:
    printed(tmp_path, "agenda:\n  - topic: о мерах\n    decisions: [{to: кванторианцы, text: сообщить}]\n")
    forms, _ = forms_in_use(Workspace(tmp_path), KINDS, REFERENCES)
    places = {form.text: str(form.place) for form in forms}
    assert places["кванторианцы"] == "content/protocol/x.yaml:3:22"


@pytest.mark.office
def test_the_first_draft_is_built_as_it_comes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "content" / "reference", tmp_path / "content" / "reference")
    monkeypatch.chdir(tmp_path)
    assert run(["new", "protocol", "2026-03-13-kadry"]) == 0
    assert run(["build", "-t", "pdf"]) == 0
    assert (tmp_path / "out/protocol/2026-03-13-kadry.pdf").is_file()
