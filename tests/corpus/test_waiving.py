"""Problems in the tables of a document: waived where the source names the table."""

import pytest

from docgen.corpus import Checked
from docgen.corpus.waiving import UNLIMITED, with_waivers
from docgen.diagnostics import Severity, Source, TableSource, declare

RULE = declare("D501", Severity.ERROR, "Итог равен сумме.\n\nПлохо: 1 + 1 = 3\nХорошо: 1 + 1 = 2")
SHEET = TableSource("content/programme/x/estimate.xlsx!Смета", "Итого | 3", ((0, 8),))
CSV = Source("content/programme/x/tables/region.csv", "Итого;3\n")
WAIVER = "  # docgen: допустить D501 до 2026-12-31: так утверждено\n"


@pytest.mark.parametrize(
    ("text", "waived"),
    [
        (f"estimate: estimate.xlsx{WAIVER}region: tables/region.csv\n", [SHEET.path]),
        (f"estimate: {{file: estimate.xlsx, sheet: Смета}}{WAIVER}region: tables/region.csv\n", [SHEET.path]),
        (f"money:{WAIVER}  estimate: estimate.xlsx\n  region: tables/region.csv\n", [SHEET.path, CSV.path]),
        (f"title: x{WAIVER}estimate: estimate.xlsx\n", []),
    ],
)
def test_a_table_is_covered_where_it_is_named(text: str, waived: list[str]) -> None:
    source = Source("content/programme/x.yaml", text)
    found = [RULE.at(table.span(0), "итог не равен сумме") for table in (SHEET, CSV)]
    checked = with_waivers(Checked(found), source, {RULE.code: RULE}, UNLIMITED)
    assert [problem.span.source.path for problem in checked.waived] == waived
    unused = [problem.rule.code for problem in checked.problems if problem.rule is not RULE]
    assert unused == ([] if waived else ["C155"])


def test_a_table_of_another_document_is_not() -> None:
    source = Source("content/programme/y.yaml", f"estimate: estimate.xlsx{WAIVER}")
    checked = with_waivers(Checked([RULE.at(SHEET.span(0), "итог")]), source, {RULE.code: RULE}, UNLIMITED)
    assert checked.waived == []
