"""A programme as Word shows it, for a reviewer to read; and what must hold of any."""

import re
import zipfile
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from docgen.corpus import load
from docgen.corpus.check import check_document
from docgen.diagnostics import Severity
from docgen.kinds import KINDS, REFERENCES, programme
from docgen.kinds.programme.record import Programme
from tests.conftest import Compare
from tests.kinds.programme.printed import DATA, WORD, printed, workspace
from tests.render.test_pitfalls import PNG
from tests.render.test_valid import VALIDATOR, complaints
from tests.templates.word_file import W, WordFile

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", ["printed", "begun"])
def test_the_programme_reads_as_recorded(name: str, tmp_path: Path, golden: Compare) -> None:
    lines = WordFile(printed(workspace(tmp_path, name), name).docx).lines()
    golden(GOLDEN / f"{name}.txt", "".join(f"{line}\n" for line in lines).replace("\N{NO-BREAK SPACE}", "°"))


def test_every_golden_is_of_a_programme() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == {path.stem for path in DATA.glob("*.yaml")}


@pytest.fixture
def body(tmp_path: Path) -> ElementTree.Element:
    """The body of the full programme, with a picture beside it."""
    root = workspace(tmp_path, "printed")
    folder = root / "content" / "programme" / "printed"
    folder.mkdir()
    (folder / "stan.png").write_bytes(PNG)
    with zipfile.ZipFile(BytesIO(printed(root, "printed").docx)) as archive:
        return ElementTree.fromstring(archive.read("word/document.xml"))[0]


def test_ids_and_bookmarks_are_not_repeated(body: ElementTree.Element) -> None:
    names = [mark.get(f"{W}name", "") for mark in body.iter(f"{W}bookmarkStart")]
    numbers = [mark.get(f"{W}id", "") for mark in body.iter(f"{W}bookmarkStart")]
    drawn = [one.get("id", "") for one in body.iter() if one.tag.endswith("}docPr")]
    for ids in (names, numbers, drawn):
        assert ids
        assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"_[A-Za-z]\w{0,38}", name) for name in names)
    assert sorted(numbers) == sorted(mark.get(f"{W}id", "") for mark in body.iter(f"{W}bookmarkEnd"))


def test_every_reference_leads_to_a_bookmark_that_says_the_same(body: ElementTree.Element) -> None:
    names = {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}
    codes = [(code.text or "").split() for code in body.iter(f"{W}instrText")]
    referred = [code[1] for code in codes if code[0] in ("REF", "PAGEREF")]
    assert {code[0] for code in codes} == {"TOC", "PAGEREF", "REF", "SEQ"}
    assert referred
    assert set(referred) <= names


def test_pictures_are_described_and_stay_with_their_titles(body: ElementTree.Element) -> None:
    drawings = list(body.iter(f"{W}drawing"))
    assert len(drawings) == 6
    for drawing in drawings:
        assert next(one.get("descr") for one in drawing.iter() if one.tag.endswith("}docPr"))


def test_wide_tables_stand_on_turned_pages_and_only_the_title_page_is_a_first_one(
    body: ElementTree.Element,
) -> None:
    sections = list(body.iter(f"{W}sectPr"))
    sides = [section.find(f"{W}pgSz").get(f"{W}orient", "") for section in sections]  # type: ignore[union-attr]
    assert sides[0] == sides[-1] == ""
    assert all(one != other for one, other in pairwise(sides))
    assert [section.find(f"{W}titlePg") is not None for section in sections] == [True] + [False] * (
        len(sides) - 1
    )
    assert all(len(section.findall(f"{W}headerReference")) == 2 for section in sections)


def test_rows_are_not_split_and_heads_repeat(body: ElementTree.Element) -> None:
    for table in body.iter(f"{W}tbl"):
        rows = list(table.iter(f"{W}tr"))
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        style = table.find(f"{W}tblPr/{W}tblStyle")
        if style is not None and style.get(f"{W}val") == "Grid":
            assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None


def test_a_programme_has_the_same_bytes_every_time(tmp_path: Path) -> None:
    root = workspace(tmp_path, "printed")
    assert printed(root, "printed").docx == printed(root, "printed").docx


def test_a_ready_programme_is_no_draft(tmp_path: Path) -> None:
    root = workspace(tmp_path, "printed", {"stage: draft": "stage: to_sign"})
    lines = list(WordFile(printed(root, "printed").docx).lines())
    assert "Проект | ПРОЕКТ" not in lines


def _lines(root: Path, name: str) -> list[str]:
    return list(WordFile(printed(root, name).docx).lines())


def test_the_title_page_says_of_what_the_programme_is_unless_told_otherwise(tmp_path: Path) -> None:
    said = {"short: кластер": "cases: {genitive: Центра «Малый Дон»}\nshort: кластер"}
    lines = _lines(workspace(tmp_path, "printed", said), "printed")
    assert "Наименование программы | Центра «Малый\N{NO-BREAK SPACE}Дон»" in lines


def test_a_form_that_is_not_certain_is_shown_where_the_name_is_written(tmp_path: Path) -> None:
    name = "Образовательно-производственный центр (кластер) металлургической отрасли Липецкой области"
    loaded = load(
        workspace(tmp_path, "printed", {name: "Кванторианцы «Дон»", "short: ": "short: кластер. "}),
        KINDS,
        REFERENCES,
    )
    (document,) = loaded.corpus.of(Programme)
    found = [
        one for one in check_document(document, programme.KIND, loaded.corpus) if one.rule.code == "C103"
    ]
    assert [(one.span.text, one.severity) for one in found] == [("Кванторианцы «Дон»", Severity.GAP)]


def test_a_managing_company_has_no_members_to_be_named(tmp_path: Path) -> None:
    text = (DATA / "printed.yaml").read_text(encoding="utf-8")
    council = text[text.index("    council:\n") : text.index("measures:\n")]
    lines = _lines(workspace(tmp_path, "printed", {council: "    managing_company: omk\n"}), "printed")
    assert any("управляющая компания" in line for line in lines)
    assert not any("Состав органа управления" in line for line in lines)


@pytest.mark.skipif(not VALIDATOR, reason="OOXML_VALIDATOR is not set")
@pytest.mark.parametrize("name", ["printed", "begun"])
def test_word_has_nothing_to_complain_of(name: str, tmp_path: Path) -> None:
    assert complaints(WORD.read_bytes(), tmp_path) == []
    assert complaints(printed(workspace(tmp_path, name), name).docx, tmp_path) == []
