"""Every Word template: what it says, that its look is in its styles, that tables are sound."""

import re
from pathlib import Path

import pytest

from tests.conftest import Compare
from tests.templates.word_file import W, WordFile, text_of

HERE = Path(__file__).parent
TEMPLATES = sorted((HERE.parent.parent / "templates").glob("*.docx"))
_BUILT_IN = {"header", "footer"}


@pytest.fixture(params=TEMPLATES, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    """A template."""
    assert isinstance(request.param, Path)
    return request.param


@pytest.fixture
def file(path: Path) -> WordFile:
    """The template, read."""
    return WordFile(path)


def test_the_template_says_what_was_reviewed(path: Path, file: WordFile, golden: Compare) -> None:
    golden(HERE / f"{path.stem}.txt", "\n".join(file.lines()) + "\n")


def test_every_style_in_use_is_defined_and_named_in_russian(file: WordFile) -> None:
    for root in (file.body, *file.headers().values()):
        for tag in ("pStyle", "rStyle", "tblStyle"):
            for used in root.iter(f"{W}{tag}"):
                name = file.name_of(used.get(f"{W}val", ""))
                assert name in _BUILT_IN or re.fullmatch(r"[А-ЯЁ][А-Яа-яЁё –-]+", name), name
        assert all(file.style_name(paragraph) != "без стиля" for paragraph in root.iter(f"{W}p"))


def test_style_ids_are_latin_and_russian_styles_are_in_the_gallery(file: WordFile) -> None:
    names = [file.name_of(identifier) for identifier in file.styles]
    assert len(names) == len(set(names))
    for identifier, style in file.styles.items():
        assert re.fullmatch(r"[A-Za-z]+[1-9]?", identifier)
        based = style.find(f"{W}basedOn")
        assert based is None or based.get(f"{W}val") in file.styles
        if style.get(f"{W}customStyle"):
            assert style.find(f"{W}qFormat") is not None, identifier


def test_the_look_is_in_the_styles(file: WordFile) -> None:
    for paragraph in file.body.iter(f"{W}p"):
        properties = [child.tag for part in paragraph.iter(f"{W}pPr") for child in part]
        assert properties == [f"{W}pStyle"], text_of(paragraph)
        assert paragraph.find(f"{W}r/{W}rPr") is None, text_of(paragraph)


def test_cells_are_as_wide_as_their_columns(file: WordFile) -> None:
    for table in file.body.iter(f"{W}tbl"):
        columns = [int(column.get(f"{W}w", "0")) for column in table.iter(f"{W}gridCol")]
        size = table.find(f"{W}tblPr/{W}tblW")
        assert size is not None
        assert int(size.get(f"{W}w", "0")) == sum(columns)
        for row in table.iter(f"{W}tr"):
            place = 0
            for cell in row.iter(f"{W}tc"):
                span, width = cell.find(f"{W}tcPr/{W}gridSpan"), cell.find(f"{W}tcPr/{W}tcW")
                taken = int(span.get(f"{W}val", "1")) if span is not None else 1
                assert width is not None
                assert int(width.get(f"{W}w", "0")) == sum(columns[place : place + taken])
                place += taken
            assert place == len(columns)


def test_the_file_tells_nothing_about_who_made_it(file: WordFile) -> None:
    core = file.parts["docProps/core.xml"].decode()
    assert re.search(r"<dc:creator>[^<]+<|lastModifiedBy>[^<]+<", core) is None
    assert b"w:rsid" not in file.parts["word/document.xml"]
    assert not [
        name for name in file.parts if name.startswith(("customXml/", "word/theme/", "word/comments"))
    ]
