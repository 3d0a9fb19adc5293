"""What is kept between runs: used where it is surely ours, never where it may be somebody else's."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.render import Template, assembly
from docgen.render.cache import MAX_ENTRIES, keep, kept
from tests.render.word import docx

CONTENT = docx(
    "{{ title }}",
    "{%p for o in orders %}",
    "{{ o }}",
    "{%p endfor %}",
    header="{{ title }}",
    title="{{ title }}",
)
NAMES = {"title": "О «приёме» & <отчётах>", "orders": ["раз", "два"]}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOCGEN_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that were compiled."""
    names: list[str] = []
    assemble = assembly.assemble

    def noted(content: bytes, name: str) -> object:
        names.append(name)
        return assemble(content, name)

    monkeypatch.setattr(assembly, "assemble", noted)
    return names


def only_entry(folder: Path) -> Path:
    (entry,) = folder.iterdir()
    return entry


@pytest.mark.usefixtures("folder")
def test_a_template_is_compiled_once_and_prints_the_same(compiled: list[str]) -> None:
    first = Template(CONTENT, "a.docx")
    second = Template(CONTENT, "b.docx")
    assert first.render(NAMES) == second.render(NAMES)
    assert compiled == ["a.docx"]
    assert [source.path for source in second.sources] == [
        source.path.replace("a.docx", "b.docx") for source in first.sources
    ]
    assert second.names() == first.names() == ["orders", "title"]


@pytest.mark.usefixtures("folder", "compiled")
def test_what_goes_wrong_in_a_kept_template_has_its_place() -> None:
    def told(template: Template) -> list[str]:
        with pytest.raises(Exception, match="title") as caught:
            template.render({"orders": []})
        return [f"{one.span} {one.span.text} {one.message}" for one in caught.value.problems]  # type: ignore[attr-defined]

    first, second = told(Template(CONTENT, "a.docx")), told(Template(CONTENT, "a.docx"))
    assert first == second
    assert len(first) > 1


@pytest.mark.usefixtures("folder")
def test_another_template_is_compiled_anew(compiled: list[str]) -> None:
    for text in ("{{ a }}", "{{ b }}"):
        Template(docx(text), text).render({"a": 1, "b": 2})
    assert compiled == ["{{ a }}", "{{ b }}"]


def test_a_template_with_problems_is_not_kept(folder: Path) -> None:
    assert Template(docx("{{ a", "b }}")).problems
    assert not folder.exists()


def shortened(entry: Path) -> None:
    entry.write_bytes(entry.read_bytes()[:-1])


def changed(entry: Path) -> None:
    content = bytearray(entry.read_bytes())
    content[-1] ^= 1
    entry.write_bytes(content)


def emptied(entry: Path) -> None:
    entry.write_bytes(b"")


def of_another(entry: Path) -> None:
    """A sound entry under a name that is not its own."""
    keep(b"foreign", "template", b"another content")
    (other,) = [one for one in entry.parent.iterdir() if one != entry]
    other.replace(entry)


def open_to_all(entry: Path) -> None:
    entry.chmod(0o666)


def in_an_open_folder(entry: Path) -> None:
    entry.parent.chmod(0o777)


def a_link(entry: Path) -> None:
    entry.replace(entry.parent.parent / "elsewhere")
    entry.symlink_to(entry.parent.parent / "elsewhere")


def behind_a_link(entry: Path) -> None:
    entry.parent.rename(entry.parent.parent / "elsewhere")
    entry.parent.symlink_to(entry.parent.parent / "elsewhere")


def a_folder(entry: Path) -> None:
    entry.unlink()
    entry.mkdir()


@pytest.mark.skipif(os.name != "posix", reason="owners and modes")
@pytest.mark.parametrize(
    "spoil",
    [
        shortened,
        changed,
        emptied,
        of_another,
        open_to_all,
        in_an_open_folder,
        a_link,
        behind_a_link,
        a_folder,
    ],
)
def test_an_entry_that_may_not_be_ours_is_not_run(
    folder: Path, compiled: list[str], spoil: Callable[[Path], None]
) -> None:
    whole = Template(CONTENT, "a").render(NAMES)
    spoil(only_entry(folder))
    assert Template(CONTENT, "b").render(NAMES) == whole
    assert compiled == ["a", "b"]


@pytest.mark.skipif(os.name != "posix", reason="owners")
def test_a_folder_of_another_user_is_neither_read_nor_filled(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(b"data", "kind", b"1")
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert kept("kind", b"1") is None
    keep(b"data", "kind", b"2")
    assert len(list(folder.iterdir())) == 1


@pytest.mark.usefixtures("folder")
def test_parts_of_a_key_do_not_run_together() -> None:
    keep(b"data", "kind", b"ab", b"c")
    assert kept("kind", b"ab", b"c") == b"data"
    assert kept("kind", b"a", b"bc") is None
    assert kept("kinda", b"b", b"c") is None


def test_the_oldest_go_when_there_are_too_many(folder: Path) -> None:
    for number in range(MAX_ENTRIES + 5):
        keep(b"", "kind", str(number).encode())
    assert MAX_ENTRIES // 2 < len(list(folder.iterdir())) <= MAX_ENTRIES
    assert kept("kind", str(MAX_ENTRIES + 4).encode()) == b""


def test_where_nothing_can_be_kept_everything_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compiled: list[str]
) -> None:
    (tmp_path / "file").write_bytes(b"")
    for chosen in (str(tmp_path / "file" / "below"), str(tmp_path / "file"), "off"):
        monkeypatch.setenv("DOCGEN_CACHE", chosen)
        assert Template(CONTENT, chosen).render(NAMES)
    assert len(compiled) == 3
