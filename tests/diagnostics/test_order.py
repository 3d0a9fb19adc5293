"""The order of problems: parts of a file by their numbers."""

from docgen.diagnostics import Severity, Source, declare

RULE = declare("V999", Severity.ERROR, "Правило.\n\nПлохо: а\nХорошо: б")


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
