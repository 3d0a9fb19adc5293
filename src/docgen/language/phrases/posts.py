"""Posts in six cases: «заместитель министра – директор департамента», «врио начальника отдела»."""

from docgen.language.cases import Declension
from docgen.language.phrases.phrase import decline_phrase


def decline_post(text: str) -> Declension:
    """A post or several («руководитель офиса, секретарь рабочей группы»); the heads name people."""
    return decline_phrase(text, person=True)
