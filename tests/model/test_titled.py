"""A member of a closed list is written by its key or in Russian."""

import pytest
from pydantic import TypeAdapter, ValidationError

from docgen.model.layout.demands import ParticipantKind

READ = TypeAdapter(ParticipantKind)


@pytest.mark.parametrize(
    ("written", "member"),
    [
        ("base_college", ParticipantKind.BASE_COLLEGE),
        ("Базовый колледж", ParticipantKind.BASE_COLLEGE),
        ("колледж - участник", ParticipantKind.COLLEGE),
        ("предприятие‑партнер", ParticipantKind.ENTERPRISE),
        ("  ВУЗ ", ParticipantKind.UNIVERSITY),
    ],
)
def test_key_title_and_other_words_are_read(written: str, member: ParticipantKind) -> None:
    assert READ.validate_python(written) is member


@pytest.mark.parametrize("written", ["", "колеж", "базовый"])
def test_anything_else_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        READ.validate_python(written)


def test_the_description_of_a_field_tells_keys_and_titles() -> None:
    assert ParticipantKind.told().startswith("base_college – базовый колледж, college – колледж-участник")
