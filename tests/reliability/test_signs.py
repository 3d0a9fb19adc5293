"""Characters and numbers that are not what they seem."""

import pytest

from docgen.diagnostics import Source
from docgen.kinds.protocol import KIND
from docgen.render import RenderError, Template
from docgen.sources import parse, structure
from tests.render.word import docx
from tests.sources.tables.workshop import Base


@pytest.mark.parametrize("half", [chr(0xD800), chr(0xDFFF)])
def test_half_a_character_is_refused_wherever_it_comes_in(half: str) -> None:
    """One of them made docxtpl lose the rest of its paragraph."""
    (found,) = parse(Source("x.yaml", f"title: до{half}после\n"))[1]
    assert (found.rule.code, found.span.text) == ("S006", half)
    (escaped,) = parse(Source("x.yaml", f'title: "до\\u{ord(half):04x}после"\n'))[1][:1]
    assert escaped.rule.code.startswith("S")
    with pytest.raises(RenderError, match="T013"):
        Template(docx("{{ x }}")).render({"x": f"до{half}после"})


@pytest.mark.parametrize("key", ["tіtle", "titlе", "ｔｉｔｌｅ"], ids=["Ukrainian i", "Cyrillic e", "wide"])
def test_a_key_in_letters_that_look_alike_is_not_taken_for_the_other(key: str) -> None:
    tree, _ = parse(Source("x.yaml", f"title: А\n{key}: Б\n"))
    assert tree is not None
    problems = structure(tree, KIND.record)[1]
    assert [one.rule.code for one in problems if one.span.text == key] == ["S101"]


@pytest.mark.parametrize(
    "number", ["9" * 5000, "0x" + "f" * 100_000, "1e999999999", "-" + "9" * 5000, "1" * 5000 + ",5"]
)
def test_a_huge_number_is_a_problem(number: str) -> None:
    for field in ("year", "value"):
        tree, _ = parse(Source("x.yaml", f"{field}: {number}\n"))
        assert tree is not None
        record, problems = structure(tree, Base)
        assert record is None
        assert {one.span.line for one in problems} == {1}
