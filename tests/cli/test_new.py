"""``docgen init`` and ``docgen new``: where they put things, and what they say to do next."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from docgen.__main__ import run
from tests.cli.desk import COUNCIL, PROJECT, Desk
from tests.templates.word_file import WordFile


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_init_says_where_to_go(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "мои протоколы"]) == 0
    assert 'cd "мои протоколы", затем docgen build' in capsys.readouterr().err
    assert run(["init", "мои протоколы"]) == 0
    assert capsys.readouterr() == ("", "Всё уже есть, ничего не изменено\n")


def test_init_here_has_nowhere_to_go(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init"]) == 0
    assert "Дальше: docgen build" in capsys.readouterr().err


def test_new_takes_the_name_with_or_without_its_ending(folder: Path) -> None:
    (folder / "content").mkdir()
    assert run(["new", "protocol", "a"]) == 0
    assert run(["new", "protocol", "a.yaml"]) == 2
    assert run(["new", "protocol", "b.yaml"]) == 0
    names = sorted(path.name for path in (folder / "content" / "protocol").iterdir())
    assert names == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize("name", ["Кадры", "two words", "../x", "a/b", ""])
def test_new_refuses_what_is_no_name(folder: Path, name: str) -> None:
    (folder / "content").mkdir()
    assert run(["new", "protocol", name]) == 2
    assert [path for path in folder.rglob("*") if path.is_file()] == []


DRAFT = "content/protocol/2026-03-14-kadry.yaml"


def test_the_scaffold_is_a_draft_that_passes_the_check(desk: Desk) -> None:
    said = desk("new protocol 2026-03-14-kadry")
    assert (said.code, said.out) == (0, f"{DRAFT}\n")
    assert "docgen check" in said.err
    checked = desk("check", DRAFT)
    assert checked.code == 0
    assert "пробел" in checked.out
    assert "ошибка" not in checked.out


def test_the_scaffold_is_built_with_its_gaps_visible(desk: Desk) -> None:
    desk("new protocol 2026-03-14-kadry")
    assert desk("build -t docx", DRAFT).code == 0
    lines = list(WordFile(desk.root / "out/protocol/2026-03-14-kadry.docx").lines())
    assert lines[1].endswith("| ПРОЕКТ")
    assert sum("⟦" in line for line in lines) >= 5
    assert not [line for line in lines if "{" in line.replace("{PAGE}", "") or "None" in line]


def test_the_scaffold_names_a_schema_that_accepts_it(desk: Desk) -> None:
    desk("new protocol 2026-03-14-kadry")
    first = desk.read(DRAFT).splitlines()[0]
    modeline = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert modeline is not None
    file = (desk.root / DRAFT).parent / modeline[1]
    schema = json.loads(file.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(yaml.safe_load(desk.read(DRAFT)), schema)
    assert desk("check --select C0 -q").out == ""  # the folder of schemas is no kind of documents


def test_a_document_that_exists_is_not_touched(desk: Desk) -> None:
    before = desk.files()
    said = desk("new protocol 2026-03-12-sovet")
    assert said.code == 2
    assert f"документ уже есть: {COUNCIL}" in said.err
    assert desk.files() == before


@pytest.mark.parametrize(
    "name", [".x", "-x", "X", "x" * 101, "x\n", "x.yaml/..", "2026-03-14\tkadry", ".yaml"]
)
def test_a_name_that_cannot_be_a_file_everywhere_is_refused(desk: Desk, name: str) -> None:
    before = desk.files()
    said = desk("new -- protocol", name)
    assert said.code == 2
    assert "не годится" in said.err
    assert desk.files() == before


def test_an_unknown_kind_is_refused_with_a_suggestion(desk: Desk) -> None:
    said = desk("new protokol x")
    assert said.code == 2
    assert "может быть, protocol?" in said.err


def test_a_new_document_can_be_made_from_any_folder_of_the_workspace(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk.root / "content" / "reference")
    assert desk("new protocol x").code == 0
    assert (desk.root / "content/protocol/x.yaml").is_file()


def test_init_makes_a_workspace_that_builds(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "новая"
    said = desk("init", str(folder))
    assert said.code == 0
    made = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    shipped = [*PROJECT.glob("templates/*.docx"), *PROJECT.glob("content/[!.]*/**/*.*")]
    schemas = {name for name in made if name.startswith("content/.schema/")}
    assert made - schemas == {path.relative_to(PROJECT).as_posix() for path in shipped}
    assert len(said.out.splitlines()) == len(shipped)
    named = {
        re.match(r"# yaml-language-server: \$schema=(?:\.\./)+(\S+)", path.read_text("utf-8"))
        for path in shipped
        if path.suffix == ".yaml"
    }
    assert {f"content/{match[1]}" for match in named if match} <= schemas
    assert None not in named
    monkeypatch.chdir(folder)
    assert desk("check").code == 0
    assert desk("build -t docx").code == 0


def test_init_never_overwrites(desk: Desk) -> None:
    desk.write(COUNCIL, "title: моё\n")
    desk.write("templates/protocol.docx", "мой шаблон")
    before = desk.files()
    desk("init")
    after = desk.files()
    assert {name: after[name] for name in before} == before
    (desk.root / COUNCIL).unlink()
    assert desk("init").out == f"{COUNCIL}\n"


def test_init_in_a_place_that_is_a_file_is_wrong_usage(desk: Desk) -> None:
    desk.write("файл", "")
    assert desk("init файл").code == 2


def test_new_tells_what_is_still_to_be_written(desk: Desk) -> None:
    said = desk("new protocol 2026-03-14-kadry")
    gaps = [line for line in desk("check", DRAFT).out.splitlines() if ": пробел " in line]
    assert f"Ещё не написано ({len(gaps)}):" in said.err
    assert "  Не указана дата совещания\n" in said.err


def test_an_option_that_the_kind_does_not_ask_for_is_wrong_usage(desk: Desk) -> None:
    before = desk.files()
    said = desk("new protocol x --cluster metallurgy")
    assert said.code == 2
    assert "параметр --cluster не нужен" in said.err
    assert desk.files() == before


PORTFOLIO = "content/portfolio/2025.yaml"


def test_a_portfolio_starts_with_the_years_of_a_layout(desk: Desk) -> None:
    said = desk("new portfolio 2025")
    assert (said.code, said.out) == (0, f"{PORTFOLIO}\n")
    newest = yaml.safe_load(desk.read(PORTFOLIO))
    assert set(newest) == {"stage", "period", "as_of", "place"}
    assert newest["period"]["to"] >= newest["period"]["from"]
    assert desk("check --ignore R103", PORTFOLIO).code == 0, "there are no programmes here"
    said = desk("new portfolio other --layout programme-2022")
    written = yaml.safe_load(desk.read("content/portfolio/other.yaml"))
    assert (written["layout"], written["period"]) == ("programme-2022", {"from": 2022, "to": 2024})


def test_a_portfolio_starts_without_layouts_too(folder: Path) -> None:
    (folder / "content").mkdir()
    assert run(["new", "portfolio", "2025"]) == 0
    assert yaml.safe_load((folder / PORTFOLIO).read_text(encoding="utf-8"))["period"] is None


def test_a_portfolio_knows_its_options(desk: Desk) -> None:
    assert "может быть, programme-2022?" in desk("new portfolio x --layout programme-202").err
    assert "параметр --region не нужен" in desk("new portfolio x --region Омск").err


def test_what_the_hints_of_a_portfolio_offer_is_accepted(desk: Desk) -> None:
    desk("new portfolio 2025")
    text = desk.read(PORTFOLIO)
    offered = re.sub(r"^# ?(?=outliers:|copies:|  )", "", text, flags=re.MULTILINE)
    assert yaml.safe_load(offered)["copies"] == {"share": 50, "words": 40}
    desk.write(PORTFOLIO, offered.replace("as_of:", "as_of: 1 марта 2026 г."))
    assert desk("check --ignore R103", PORTFOLIO).code == 0
