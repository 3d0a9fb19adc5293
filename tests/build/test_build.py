"""What is built, why, and what happens to what was there before."""

import hashlib
from pathlib import Path

import pytest

from docgen.build import atomic
from docgen.diagnostics import Failure, Severity
from tests.build.workshop import Workshop, paragraphs_of, word_file


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


def reasons(shop: Workshop) -> dict[str, str]:
    return {target.id: target.reason for target in shop.plan()}


def test_everything_is_built_the_first_time_and_nothing_the_second(shop: Workshop) -> None:
    assert shop.states() == {"a": "built", "b": "built"}
    assert paragraphs_of(shop.root / "out/note/a.docx") == ["Записка об итогах", "Здравствуйте"]
    assert shop.states() == {"a": "fresh", "b": "fresh"}


def test_only_what_depends_on_a_change_is_built_and_the_reason_is_told(shop: Workshop) -> None:
    shop.build()
    shop.write("content/note/a.yaml", "title: Записка о сроках\nauthor: Иванов И.И.\n")
    assert reasons(shop) == {"a": "изменился исходник", "b": ""}
    assert shop.states() == {"a": "built", "b": "fresh"}


def test_a_change_of_reference_data_reaches_every_kind_that_reads_them(shop: Workshop) -> None:
    shop.build()
    shop.write("content/reference/words.yaml", "hello: {text: Привет}\n")
    assert reasons(shop)["b"] == "изменился content/reference/words.yaml"
    shop.build()
    assert paragraphs_of(shop.root / "out/note/a.docx")[1] == "Привет"


def test_a_change_of_the_template_is_a_reason(shop: Workshop) -> None:
    shop.build()
    (shop.root / "templates/note.docx").write_bytes(word_file("{{ title }}"))
    assert reasons(shop) == {"a": "изменился шаблон", "b": "изменился шаблон"}


def test_a_lost_output_is_made_again(shop: Workshop) -> None:
    shop.build()
    (shop.root / "out/note/a.docx").unlink()
    assert reasons(shop) == {"a": "нет файла a.docx", "b": ""}


def test_an_output_edited_by_hand_is_set_aside_not_lost(shop: Workshop) -> None:
    shop.build()
    edited = shop.root / "out/note/a.docx"
    edited.write_bytes(b"edited in Word")
    assert reasons(shop)["a"] == "файл a.docx изменён вручную"
    shop.build()
    assert (shop.root / "out/note/a (правка 1).docx").read_bytes() == b"edited in Word"
    assert paragraphs_of(edited)[1] == "Здравствуйте"


def test_the_same_sources_give_the_same_bytes(
    shop: Workshop, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = Workshop(tmp_path_factory.mktemp("other"))
    (other.root / "templates/note.docx").write_bytes((shop.root / "templates/note.docx").read_bytes())
    shop.build()
    other.build()
    assert (shop.root / "out/note/a.docx").read_bytes() == (other.root / "out/note/a.docx").read_bytes()


def test_one_broken_document_never_stops_the_rest(shop: Workshop) -> None:
    shop.write("content/note/a.yaml", "titel: Записка\n")
    report = shop.build()
    assert [(o.target.id, o.state) for o in report.outcomes] == [("a", "failed"), ("b", "built")]
    assert {problem.rule.code for problem in report.problems} == {"S101", "S102"}
    assert not (shop.root / "out/note/a.docx").exists()


def test_an_error_of_a_rule_stops_its_document_and_a_gap_does_not_stop_a_draft(shop: Workshop) -> None:
    shop.write("content/note/a.yaml", "title: СРОЧНО\nauthor: Иванов И.И.\n")
    shop.write("content/note/b.yaml", "title: Записка\n")
    report = shop.build()
    assert {o.target.id: o.state for o in report.outcomes} == {"a": "failed", "b": "built"}
    assert [(p.rule.code, p.severity) for p in report.problems] == [
        ("X101", Severity.ERROR),
        ("X102", Severity.GAP),
    ]


def test_a_gap_stops_a_document_on_its_way_to_signature(shop: Workshop) -> None:
    shop.write("content/note/b.yaml", "stage: to_sign\ntitle: Записка\n")
    report = shop.build()
    assert {o.target.id: o.state for o in report.outcomes} == {"a": "built", "b": "failed"}


def test_broken_reference_data_fail_the_documents_that_read_them(shop: Workshop) -> None:
    shop.write("content/reference/words.yaml", "hello: {txt: Привет}\n")
    report = shop.build()
    assert {o.state for o in report.outcomes} == {"failed"}
    assert {p.rule.code for p in report.problems} == {"S101", "S102", "C203"}


def test_a_signed_file_is_never_written(shop: Workshop) -> None:
    signed = shop.root / "out/note/b.docx"
    signed.parent.mkdir(parents=True)
    signed.write_bytes(b"signed")
    total = hashlib.sha256(b"signed").hexdigest()
    source = (
        "stage: signed\nsigned: {{file: out/note/b.docx, sha256: {}}}\ntitle: Записка\nauthor: Иванов И.И.\n"
    )
    shop.write("content/note/b.yaml", source.format(total))
    assert shop.states() == {"a": "built", "b": "signed"}
    assert {o.target.id: o.state for o in shop.build(force=True).outcomes}["b"] == "signed"
    assert signed.read_bytes() == b"signed"
    shop.write("content/note/b.yaml", source.format("0" * 64))
    report = shop.build()
    assert [problem.rule.code for problem in report.problems] == ["C202"]
    assert signed.read_bytes() == b"signed"


def test_a_ledger_that_cannot_be_read_only_costs_work(shop: Workshop) -> None:
    shop.build()
    for damage in ("", "{", '{"version": 99}', '{"version": 1, "outputs": {"x": 1}}', "[]"):
        (shop.root / "out/.ledger.json").write_text(damage)
        assert set(reasons(shop).values()) == {"файл a.docx ещё не собирался", "файл b.docx ещё не собирался"}


def test_a_template_that_asks_for_what_the_view_has_not_fails_before_any_document(shop: Workshop) -> None:
    (shop.root / "templates/note.docx").write_bytes(word_file("{{ titel }}"))
    report = shop.build()
    assert {o.state for o in report.outcomes} == {"failed"}
    (problem,) = report.problems
    assert problem.span.source.path == "templates/note.docx"
    assert "title" in problem.hint


def test_a_write_that_fails_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(b"old")

    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Failure) as caught:
        atomic.write(path, b"new")
    assert "не записан" in caught.value.message
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_leftovers_of_a_killed_run_are_swept(tmp_path: Path) -> None:
    (tmp_path / ".x.docx.abc.tmp").write_bytes(b"")
    atomic.sweep(tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_signed_document_that_names_no_file_is_told_the_line_to_add(shop: Workshop) -> None:
    shop.write("out/note/b.pdf", "signed")
    shop.write("content/note/b.yaml", "stage: signed\ntitle: Записка\nauthor: Иванов И.И.\n")
    (problem,) = shop.build().problems
    total = hashlib.sha256(b"signed").hexdigest()
    assert problem.hint == f"добавьте строку signed: {{file: out/note/b.pdf, sha256: {total}}}"
