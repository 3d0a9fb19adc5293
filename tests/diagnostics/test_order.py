"""The order of problems: parts of a file by their numbers, and the same whatever order they were found in."""

from hypothesis import given
from hypothesis import strategies as st

from docgen.diagnostics import Problem, Related, Severity, Source, declare
from docgen.diagnostics.report import FORMATS

RULE = declare("V999", Severity.ERROR, "Правило.\n\nПлохо: а\nХорошо: б")
OTHER = declare("V998", Severity.WARNING, "Правило.\n\nПлохо: а\nХорошо: б")


def test_the_second_paragraph_comes_before_the_tenth() -> None:
    paths = ["b.docx", "a.docx#абзац 10", "a.docx#абзац 2", "a.docx", "a.pdf#page3"]
    problems = [RULE.at(Source(path, "текст").span(0), "плохо") for path in paths]
    assert [problem.span.source.path for problem in sorted(problems)] == [
        "a.docx",
        "a.docx#абзац 2",
        "a.docx#абзац 10",
        "a.pdf#page3",
        "b.docx",
    ]


def problems() -> st.SearchStrategy[Problem]:
    """Problems that are hard to tell apart."""
    words = st.sampled_from(("", "а", "б"))
    spans = st.builds(lambda path, start: Source(path, "раз\nдва").span(start), words, st.integers(0, 5))
    related = st.lists(st.builds(Related, spans, words), max_size=2).map(tuple)
    raised = st.sampled_from((None, *Severity))
    return st.builds(Problem, st.sampled_from((RULE, OTHER)), spans, words, words, related, raised)


@given(
    st.lists(problems(), max_size=6).flatmap(lambda found: st.tuples(st.just(found), st.permutations(found)))
)
def test_a_report_does_not_depend_on_the_order_of_finding(found: tuple[list[Problem], list[Problem]]) -> None:
    one, another = found
    for render in FORMATS.values():
        assert render(sorted(one)) == render(sorted(another))
