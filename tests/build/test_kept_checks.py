"""What was found in a document is told again without looking, until anything that it depends on changes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docgen.build import kept_checks
from docgen.build.checking import check_workspace
from docgen.build.standing import standings
from docgen.corpus import UNLIMITED, Checked, Kind, Stage
from docgen.diagnostics import Finding, Findings, Related, Rule, rule
from tests.build.workshop import NOTE, WORDS, Note, NoteView, Workshop


class Looking:
    """A workspace, and which of its documents were looked at."""

    def __init__(self, root: Path) -> None:
        self.shop = Workshop(root)
        self.shop.write("content/note/a.yaml", "title: СРОЧНО\n")
        self.seen: list[str] = []
        self.kind: Kind[Note, NoteView] = replace(NOTE, rules=(*NOTE.rules, self._noticing()))

    def _noticing(self) -> Rule:
        @rule("X103")
        def noticing(document: object, corpus: object) -> Findings:
            """На документ посмотрели.

            Плохо:   -
            Хорошо:  -
            """
            self.seen.append(document.id)  # type: ignore[attr-defined]
            yield from ()

        return noticing

    def check(
        self, only: list[Path] | None = None, stage: Stage | None = None, today: date = UNLIMITED
    ) -> Checked:
        return check_workspace(self.shop.workspace, [self.kind], [WORDS], only, stage, today)

    def looked(self, **options: object) -> list[str]:
        """The documents that a check looks at."""
        self.seen.clear()
        self.check(**options)  # type: ignore[arg-type]
        return self.seen


@pytest.fixture
def looking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Looking:
    monkeypatch.setenv("DOCGEN_CACHE", str(tmp_path / "kept"))
    monkeypatch.setattr(kept_checks, "_RULES", "tests")
    return Looking(tmp_path / "w")


def told(checked: Checked) -> list[str]:
    return [f"{p.span} {p.rule.code} {p.severity.value} {p.span.text}" for p in checked.problems]


def test_the_same_is_told_without_looking(looking: Looking) -> None:
    first = told(looking.check())
    assert [line.split()[1] for line in first] == ["X102", "X101"]
    assert looking.looked() == []
    assert told(looking.check()) == first


CHANGES: dict[str, Callable[[Looking], object]] = {
    "its text": lambda it: it.shop.write("content/note/a.yaml", "title: СРОЧНО!\n"),
    "what lies beside it": lambda it: it.shop.write("content/note/a/photo.png", "a picture"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_changed_document_is_looked_at_alone(looking: Looking, change: Callable[[Looking], object]) -> None:
    looking.check()
    change(looking)
    assert looking.looked() == ["a"]
    assert looking.looked() == []


def test_reference_data_matter_to_all(looking: Looking) -> None:
    looking.check()
    looking.shop.write("content/reference/words.yaml", "bye: {text: До свидания}\n")
    assert looking.looked() == ["a", "b"]


def test_another_stage_is_another_question(looking: Looking) -> None:
    looking.check()
    assert looking.looked(stage=Stage.TO_SIGN) == ["a", "b"]
    assert "X102 error" in " ".join(told(looking.check(stage=Stage.TO_SIGN)))
    assert "X102 gap" in " ".join(told(looking.check()))


def test_one_document_does_not_make_the_others_forgotten(looking: Looking) -> None:
    looking.check()
    assert looking.looked(only=[looking.shop.root / "content/note/a.yaml"]) == []
    looking.shop.write("content/note/a.yaml", "title: О сроках\n")
    assert looking.looked(only=[looking.shop.root / "content/note/a.yaml"]) == ["a"]
    assert looking.looked() == []


def test_a_waiver_that_expires_is_looked_at(looking: Looking) -> None:
    waiver = "# docgen: допустить X101 до 2026-03-01: так решил директор\n"
    looking.shop.write("content/note/a.yaml", f"{waiver}title: СРОЧНО\nauthor: Иванов И.И.\n")
    early = looking.check(today=date(2026, 2, 1))
    assert [p.rule.code for p in early.waived] == ["X101"]
    assert [p.rule.code for p in looking.check(today=date(2026, 2, 2)).waived] == ["X101"]
    assert looking.looked(today=date(2026, 2, 3)) == []
    assert looking.looked(today=date(2026, 3, 2)) == ["a"]
    assert "X101" in [p.rule.code for p in looking.check(today=date(2026, 3, 2)).problems]


def test_related_places_come_back(looking: Looking) -> None:
    @rule("X104")
    def pointing(document: object, corpus: object) -> Findings:
        """Указывает на два места.

        Плохо:   -
        Хорошо:  -
        """
        span = document.source.span(0, 5)  # type: ignore[attr-defined]
        yield Finding(span, "два места", "выберите одно", (Related(span, "второе"),))

    looking.kind = replace(looking.kind, rules=(pointing,))
    first = looking.check()
    assert looking.check() == first
    assert first.problems[0].related[0].span.text == "title"


def test_rules_of_other_packages_are_always_asked(looking: Looking, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_checks, "_RULES", "docgen")
    looking.check()
    assert looking.looked() == ["a", "b"]


def readiness(looking: Looking) -> list[tuple[str, list[str]]]:
    looking.seen.clear()
    found, _ = standings(looking.shop.workspace, [looking.kind], [WORDS])
    return [(one.name, [lack.problem.rule.code for lack in one.readiness.lacks]) for one in found]


def test_how_ready_a_document_is_needs_no_look_after_a_check(looking: Looking) -> None:
    before = readiness(looking)
    assert looking.seen
    looking.check()
    assert readiness(looking) == before
    assert looking.seen == []


def test_a_changed_document_and_one_with_waivers_are_looked_at_for_their_readiness(looking: Looking) -> None:
    looking.shop.write("content/note/b.yaml", "title: СРОЧНО # docgen: допустить X101 до 2030-01-01: нужно\n")
    looking.check()
    looking.shop.write("content/note/a.yaml", "title: НЕ СРОЧНО\n")
    readiness(looking)
    assert looking.seen == ["a", "b"]


def test_nothing_is_kept_of_what_is_signed(looking: Looking) -> None:
    looking.shop.write("content/note/a.yaml", "title: СРОЧНО\nstage: signed\nauthor: Иванов И.И.\n")
    looking.check()
    assert looking.looked() == ["a"]


def test_several_processes_tell_the_same(tmp_path: Path) -> None:
    shop = Workshop(tmp_path)
    for number in range(20):
        shop.write(f"content/note/n{number}.yaml", "title: СРОЧНО\n")
    alone = check_workspace(shop.workspace, [NOTE], [WORDS])
    module = "tests.build.workshop"
    together = check_workspace(shop.workspace, [NOTE], [WORDS], registry=module, jobs=2)
    assert told(together) == told(alone)
    assert len(alone.problems) == 40
