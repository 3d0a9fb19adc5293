"""A document depends on the tables and pictures in the folder of its name."""

from pathlib import Path

import pytest

from docgen.build.checking import check_workspace
from docgen.build.ledger import Ledger
from docgen.build.means import Means
from docgen.build.unchanged import all_unchanged
from docgen.diagnostics import Problem
from tests.build.workshop import MEANS, NOTE, WORDS, Workshop, paragraphs_of

TABLE = "content/note/a/parts.csv"


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    shop = Workshop(tmp_path)
    shop.write("content/note/a.yaml", "title: Записка\nauthor: Иванов И.И.\nparts: parts.csv\n")
    shop.write(TABLE, "name;size\nпервая часть;1\n")
    return shop


def reasons(shop: Workshop) -> dict[str, str]:
    return {target.id: target.reason for target in shop.plan()}


def told(problems: list[Problem]) -> list[str]:
    return [f"{problem.span} {problem.rule.code}" for problem in problems]


def unchanged(shop: Workshop) -> list[str]:
    return all_unchanged(shop.workspace, Ledger.read(shop.root / "out/.ledger.json"), ("docx",), "")


def test_rows_of_a_table_are_printed(shop: Workshop) -> None:
    assert shop.states() == {"a": "built", "b": "built"}
    assert paragraphs_of(shop.root / "out/note/a.docx")[0] == "Записка, первая часть"
    assert shop.states() == {"a": "fresh", "b": "fresh"}
    assert unchanged(shop) == ["note/a", "note/b"]


def test_a_changed_table_is_a_reason_for_its_document_alone(shop: Workshop) -> None:
    shop.build()
    shop.write(TABLE, "name;size\nвторая часть;1\n")
    assert reasons(shop) == {"a": f"изменился {TABLE}", "b": ""}
    assert unchanged(shop) == []
    assert shop.states() == {"a": "built", "b": "fresh"}
    assert paragraphs_of(shop.root / "out/note/a.docx")[0] == "Записка, вторая часть"


def test_a_new_picture_beside_a_source_is_a_reason(shop: Workshop) -> None:
    shop.build()
    shop.write("content/note/b/deep/photo.png", "a picture")
    assert unchanged(shop) == []
    assert reasons(shop) == {"a": "", "b": "изменился content/note/b/deep/photo.png"}


def test_marks_of_an_open_file_are_no_reason(shop: Workshop) -> None:
    shop.build()
    shop.write("content/note/a/~$parts.xlsx", "")
    shop.write("content/note/a/.~lock.parts.xlsx#", "")
    assert reasons(shop) == {"a": "", "b": ""}
    assert unchanged(shop) == ["note/a", "note/b"]


def test_a_table_that_is_gone_stops_its_document_alone(shop: Workshop) -> None:
    shop.build()
    (shop.root / TABLE).unlink()
    assert reasons(shop)["a"] == f"нет больше {TABLE}"
    report = shop.build()
    assert [(outcome.target.id, outcome.state) for outcome in report.outcomes] == [
        ("a", "failed"),
        ("b", "fresh"),
    ]
    assert told(report.problems) == ["content/note/a.yaml:3:8 S301"]


def test_what_is_wrong_in_a_table_is_told_by_build_and_check(shop: Workshop) -> None:
    shop.write(TABLE, "name;size\nчасть;много\n")
    wrong = [f"{TABLE}:2:7 S103"]
    assert told(shop.build().problems) == wrong
    for only in (None, [shop.root / "content/note/a.yaml"]):
        found = check_workspace(shop.workspace, [NOTE], [WORDS], only).problems
        assert [one for one in told(found) if "S" in one] == wrong
    other = [shop.root / "content/note/b.yaml"]
    assert told(check_workspace(shop.workspace, [NOTE], [WORDS], other).problems) == []


def test_a_table_travels_to_a_worker_that_sees_no_disk(shop: Workshop, tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, dashboard_address=None, processes=True, silence_logs=50
    ) as cluster:
        shop.build(means=Means(MEANS.registry, scheduler=cluster.scheduler_address))
    assert paragraphs_of(shop.root / "out/note/a.docx")[0] == "Записка, первая часть"
