"""``docgen status``: how ready documents are, what is missing, who can act."""

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from docgen.cli.readiness import json as status_json
from tests.cli.desk import COUNCIL, MINISTRY, PROJECT, Desk

TULA = "content/programme/tula-chemistry.yaml"


@pytest.fixture
def begun(desk: Desk) -> Desk:
    """A workspace with a programme that is only begun."""
    (desk.root / "content/programme").mkdir()
    for path in (PROJECT / "content/programme").glob("tula-chemistry*"):
        target = desk.root / "content/programme" / path.name
        shutil.copytree(path, target) if path.is_dir() else shutil.copy(path, target)
    return desk


def told(desk: Desk, line: str = "status") -> dict[str, dict[str, Any]]:
    """What the JSON says of each document."""
    report = json.loads(desk(f"{line} --format json").out)
    jsonschema.validate(report, status_json.schema())
    return {document["id"]: document for document in report["documents"]}


def lacks(document: dict[str, Any], part: str) -> list[tuple[str, str, str]]:
    """Code, unit and who can act of all that a part lacks."""
    return [
        (lack["code"], unit["title"], lack["who"])
        for each in document["parts"]
        if each["title"] == part
        for unit in each["units"]
        for lack in unit["lacks"]
    ]


def test_a_complete_document_is_ready_and_nothing_is_written(desk: Desk) -> None:
    before = desk.files()
    said = desk("status", MINISTRY)
    assert said.code == 0
    assert "2023-11-08-mshrg-4" in said.out
    assert "100 %" in said.out
    assert said.out.splitlines()[-1] == "Документов: 1; готов – 1"
    assert desk.files() == before


def test_a_programme_is_told_by_the_sections_of_its_layout(begun: Desk) -> None:
    document = told(begun, f"status {TULA}")["tula-chemistry"]
    assert document["state"] == "gaps"
    assert 0 < document["percent"] < 50
    assert (
        document["ready"] + sum(not u["ready"] for p in document["parts"] for u in p["units"])
        == (document["units"])
    )
    titles = [part["title"] for part in document["parts"]]
    assert titles[0] == "Общие сведения"
    assert titles[1] == "1. Общие положения"
    assert titles[-1] == "Лист подписания"


def test_what_is_missing_lies_at_the_point_it_belongs_to(begun: Desk) -> None:
    document = told(begun, f"status {TULA}")["tula-chemistry"]
    college = "ГПОУ ТО «Окский химический колледж»"
    finance = lacks(document, "5. Финансовое обеспечение программы развития")
    assert ("D105", "5.1 Финансирование в разбивке по источникам", college) in finance
    assert ("D121", "Смета расходов", college) in finance  # it has no place of its own in the source
    mission = lacks(document, "2. Миссия, стратегическая цель и задачи кластера")
    assert ("D121", "Стратегическая цель", college) in mission


def test_who_can_act_is_who_the_place_is_about(begun: Desk) -> None:
    document = told(begun, f"status {TULA}")["tula-chemistry"]
    organisation = lacks(document, "3. Организационная структура центра")
    assert {who for code, _, who in organisation if code == "D202"} == {"ООО «Тульский полимер»"}
    assert [who for _, _, who in lacks(document, "Лист подписания")] == ["стороны, подписывающие программу"]
    assert sum(document["who"].values()) == document["gaps"] + document["errors"]


def test_at_signing_a_gap_is_an_error(begun: Desk) -> None:
    draft, signing = (begun(f"status {TULA} --stage {stage}") for stage in ("draft", "to_sign"))
    assert (draft.code, signing.code) == (0, 1)
    assert "есть пробелы" in draft.out
    assert "есть ошибки" in signing.out


def test_the_text_fits_the_terminal(begun: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    said = begun("status")
    assert max(map(len, said.out.splitlines())) <= 80
    assert "5. Финансовое обеспечение программы развития" in said.out


def test_many_documents_are_told_in_a_table_only(begun: Desk) -> None:
    text = begun.read(TULA)
    for number in range(6):
        begun.write(f"content/programme/other-{number}.yaml", text)
    assert "Кто может восполнить" not in begun("status content/programme").out
    assert "Кто может восполнить" in begun("status content/programme -v").out


def test_a_source_that_cannot_be_read_is_told_too(desk: Desk) -> None:
    desk.write(COUNCIL, "title: [\n")
    said = desk("status")
    assert said.code == 1
    assert "не читается" in said.out
    document = told(desk)["2026-03-12-sovet"]
    assert (document["stage"], document["state"], document["percent"]) == (None, "unread", 0)


def test_an_error_of_a_protocol_lies_at_its_decision(desk: Desk) -> None:
    desk.change(COUNCIL, "до 27 марта 2026 г.", "до 1 марта 2026 г.")
    document = told(desk, f"status {COUNCIL}")["2026-03-12-sovet"]
    ((code, unit, who),) = [
        (lack["code"], unit["title"], lack["who"])
        for part in document["parts"]
        for unit in part["units"]
        for lack in unit["lacks"]
    ]
    assert code == "P104"
    assert unit.startswith("Решение ")
    assert who.startswith("секретарь – ")


class _Page(HTMLParser):
    """Checks that tags close, and notes what is loaded from elsewhere and where links lead."""

    _EMPTY = ("meta",)

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.loaded: list[str] = []
        self.ids: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in self._EMPTY:
            self.open.append(tag)
        self.loaded += [f"{tag} {name}" for name in given if name in ("src", "srcset", "data")]
        self.ids |= {given["id"] or ""} if "id" in given else set()
        if tag == "a":
            self.links.add(given["href"] or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_whole_and_loads_nothing(begun: Desk, tmp_path: Path) -> None:
    begun("status --format html --output-file", str(tmp_path / "s.html"))
    html = (tmp_path / "s.html").read_text(encoding="utf-8")
    page = _Page()
    page.feed(html)
    assert (page.open, page.loaded) == ([], [])
    assert {link.removeprefix("#") for link in page.links} == page.ids
    assert not re.search(r"https?:|url\(|@import", html)
    assert "tula-chemistry" in html


def test_what_is_written_in_a_source_is_no_markup_of_the_page(begun: Desk) -> None:
    text = begun.read(TULA)
    begun.write(TULA, text.replace("Тульский полимер", "<script>alert(1)</script>"))
    html = begun("status --format html").out
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_the_schema_of_the_report_is_printed_as_of_any_other(desk: Desk) -> None:
    assert json.loads(desk("schema status").out) == status_json.schema()
