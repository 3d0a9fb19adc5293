"""How many study in the colleges of the cluster, in the text (D813)."""

import re
from collections.abc import Iterator

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.walk import Prose, prose
from docgen.language.numbers.numerals import group, parse_number
from docgen.model.markdown.passages import Passage

_STUDYING = re.compile(
    r"(?:в\s+(?:\S+\s+)?колледжах кластера\s+обуча\w+|обуча\w+\s+в\s+(?:\S+\s+)?колледжах кластера|"
    r"(?<=кластер)(?=[^.]*колледж)[^.]*\.\s+в колледжах обуча\w+)\W{0,4}",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"(?P<count>\d{1,3}(?:[ \u00a0]\d{3})+|\d+)\s+(?:человек|студент|обучающ)")


@rule("D813")
def students_in_text(document: Document[Programme], corpus: Corpus) -> Findings:
    """Число обучающихся в колледжах кластера не равно сумме по участникам.

    Сверяется с суммой поля students всех колледжей, когда оно заполнено у каждого.

    Плохо:
        sections:
          organisation:
            participants: В колледжах кластера обучаются 640 человек. Участники показаны в таблице [](#table-participants).
    Хорошо:
        sections:
          organisation:
            participants: В колледжах кластера обучаются 600 человек. Участники показаны в таблице [](#table-participants).
    """
    colleges = [one for one in document.record.participants if one.kind is not None and one.kind.is_college]
    students = [one.students for one in colleges if one.students is not None]
    if not colleges or len(students) < len(colleges):
        return
    counted = sum(students)
    for place, passage, start, end in _students(document.record):
        said = parse_number(passage.text[start:end])
        if said != counted:
            message = f"в тексте обучающихся {group(said)}, а у колледжей вместе {group(counted)}, разница {group(abs(said - counted))}"
            yield Finding(
                place.at(passage, start, end), message, "исправьте текст или численность у участников"
            )


def _students(programme: Programme) -> Iterator[tuple[Prose, Passage, int, int]]:
    """Where the number of students is told, in a sentence or in the cell beside its name."""
    for one in prose(programme):
        label = False
        for passage in one.passages:
            match = _STUDYING.search(passage.text[0].lower() + passage.text[1:])
            found = _PEOPLE.match(passage.text, match.end() if match else 0) if match or label else None
            if found is not None:
                yield one, passage, *found.span("count")
            label = match is not None and match.end() == len(passage.text)
