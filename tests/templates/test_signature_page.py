"""Whatever the length of the text, the signature takes its end with it to a new page."""

from pathlib import Path

import pytest

from docgen.diagnostics import Failure
from docgen.kinds.protocol.decisions import DecisionView
from docgen.publish import Office, PageExpectation, check_pages, find_office
from tests.templates.test_protocol import TEMPLATE, item, protocol

pytestmark = pytest.mark.office

_TASK = "Направить в Министерство просвещения Российской Федерации описание опыта целевого приёма"
_LENGTHS = range(14, 27)


def _decisions(count: int, deadline: str) -> tuple[DecisionView, ...]:
    short = (DecisionView(f"{number}.", "Принять к сведению.", "", ()) for number in range(1, count))
    return (*short, DecisionView(f"{count}.", f"{_TASK}.", deadline, ()))


@pytest.mark.parametrize(
    ("deadline", "vote"),
    [("", ""), ("до 1 мая 2026 г.", ""), ("", "Голосовали: «за» – 5. Решение принято единогласно.")],
    ids=["decision", "deadline", "vote"],
)
def test_at_least_two_lines_stay_with_the_signature(tmp_path: Path, deadline: str, vote: str) -> None:
    try:
        find_office()
    except Failure as failure:
        pytest.skip(failure.message)
    jobs = [(tmp_path / f"{length}.docx", tmp_path / f"{length}.pdf") for length in _LENGTHS]
    for length, (docx, _) in zip(_LENGTHS, jobs, strict=True):
        view = protocol(
            items=(item(*_decisions(length, deadline), vote=vote),), executor="Иванов Иван Иванович"
        )
        docx.write_bytes(TEMPLATE.render(view))
    with Office(1) as office:
        assert all(answer.ok for answer in office.convert(jobs))
    expected = PageExpectation(path="a.pdf", signature=("Директор", "И.И. Иванов"))
    wrong = {pdf.stem: [one.message for one in check_pages(pdf, expected)] for _, pdf in jobs}
    assert {length: messages for length, messages in wrong.items() if messages} == {}
