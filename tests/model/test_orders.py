"""Orders: whom a text written in place of a key means."""

import pytest

from docgen.model.orders import Addressee


@pytest.mark.parametrize(
    "text",
    ["Белых Ирина Юрьевна", "Иванов И.И.", "И.И. Иванов", "И. И. Иванов", "Мамедов Рашад Аликпер оглы"],
)
def test_a_name_means_a_person(text: str) -> None:
    assert Addressee.from_text(text).people
    assert Addressee.from_text(text).name is None


@pytest.mark.parametrize(
    "text",
    [
        "региональные координаторы",
        "Департамент молодёжной политики",
        "Ассоциация А.И. Петрова",
        "ООО «А.Б.»",
        "г. Москва",
        "Правительство Москвы",
    ],
)
def test_anything_else_means_a_group_or_an_organisation(text: str) -> None:
    assert Addressee.from_text(text).name == text
