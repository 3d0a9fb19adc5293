"""What declension promises whatever the word: order, initials, letters, spaces, quotes, overrides."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.language.cases import CASES, Case, Certainty, Gender
from docgen.language.declension import KINDS, decline
from docgen.language.names.person import decline_person, gender_of, parse_name

CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
words = st.text(CYRILLIC, min_size=1, max_size=12).map(str.capitalize)
genders = st.sampled_from([None, Gender.MASCULINE, Gender.FEMININE])
initials = st.lists(st.sampled_from([letter.upper() + "." for letter in CYRILLIC]), min_size=1, max_size=2)


def forms(text: str, kind: str = "person", gender: Gender | None = None) -> tuple[str, ...]:
    return decline(text, kind, gender).forms


@given(words, initials, genders, st.booleans())
def test_initials_never_change(surname: str, letters: list[str], gender: Gender | None, before: bool) -> None:
    short = "".join(letters)
    text = f"{short} {surname}" if before else f"{surname} {short}"
    for form in forms(text, "person", gender):
        assert form.startswith(f"{short} ") if before else form.endswith(f" {short}")


@given(words, words, words, genders)
def test_the_nominative_is_the_input_and_parts_keep_their_places(
    surname: str, first: str, last: str, gender: Gender | None
) -> None:
    text = f"{surname} {first}\u00a0{last}"
    declined = decline_person(text, gender)
    assert declined.form(Case.NOMINATIVE) == text
    assert all(form.count(" ") == 1 and form.count("\u00a0") == 1 for form in declined.forms)


@given(words, st.sampled_from(["surname", "first_name", "patronymic", "person"]), genders)
def test_capitals_decline_like_small_letters(word: str, kind: str, gender: Gender | None) -> None:
    if len(word) > 1:
        assert forms(word.upper(), kind, gender) == tuple(form.upper() for form in forms(word, kind, gender))


@settings(deadline=None)  # the first call may load the dictionary
@given(st.text(max_size=30), st.sampled_from(KINDS), genders)
def test_any_text_is_answered_twice_the_same(text: str, kind: str, gender: Gender | None) -> None:
    once, twice = decline(text, kind, gender), decline(text, kind, gender)
    assert once == twice
    assert len(once.forms) == len(CASES)
    if kind != "person":
        assert once.form(Case.NOMINATIVE) == text


@settings(deadline=None)
@given(st.text(CYRILLIC + " ,–-", max_size=20))
def test_quoted_text_never_changes(name: str) -> None:
    for form in forms(f"Государственное учреждение «{name}»", "organisation"):
        assert form.endswith(f"«{name}»")


@pytest.mark.parametrize(
    ("text", "kind", "case", "expected"),
    [
        ("Бондарь Ольга Александровна", "person", Case.DATIVE, "Бондарь Ольге Александровне"),
        ("ПЁТР ИЛЬИЧ ЧАЙКОВСКИЙ", "person", Case.INSTRUMENTAL, "ПЕТРОМ ИЛЬИЧОМ ЧАЙКОВСКИМ"),
        ("Мамедов Рашад Аликпер оглы", "person", Case.GENITIVE, "Мамедова Рашада Аликпер оглы"),
        ("ФГБОУ ВО «Университет»", "organisation", Case.GENITIVE, "ФГБОУ ВО «Университет»"),
        ("врио министра", "post", Case.DATIVE, "врио министра"),
        ("ДИРЕКТОР ДЕПАРТАМЕНТА", "post", Case.DATIVE, "ДИРЕКТОРУ ДЕПАРТАМЕНТА"),
        (
            "директор, осуществляющий руководство",
            "post",
            Case.DATIVE,
            "директору, осуществляющему руководство",
        ),
        ("89 региональных координаторов", "group", Case.DATIVE, "89 региональным координаторам"),
        ("3 эксперта", "group", Case.ACCUSATIVE, "3 экспертов"),
        ("2 предприятия", "group", Case.ACCUSATIVE, "2 предприятия"),
        ("21 кластер", "group", Case.INSTRUMENTAL, "21 кластером"),
        ("малый и средний бизнес", "group", Case.ACCUSATIVE, "малый и средний бизнес"),
        ("город-герой Волгоград", "organisation", Case.GENITIVE, "города-героя Волгограда"),
        ("Саха (Якутия)", "organisation", Case.GENITIVE, "Саха (Якутия)"),
        ("ИП Петрова Анна Сергеевна", "organisation", Case.DATIVE, "ИП Петровой Анне Сергеевне"),
        ("И.И.Иванов", "person", Case.GENITIVE, "И.И.Иванова"),
        ("партнеры кластера", "group", Case.GENITIVE, "партнеров кластера"),
        ("партнёры кластера", "group", Case.GENITIVE, "партнёров кластера"),
    ],
)
def test_examples(text: str, kind: str, case: Case, expected: str) -> None:
    assert decline(text, kind).form(case) == expected


@pytest.mark.parametrize("text", ["Бондарь О.А.", "О. Ким", "Заяц", "Саша Рабинович"])
def test_gender_is_not_guessed(text: str) -> None:
    declined = decline_person(text)
    assert (declined.gender, declined.certainty) == (None, Certainty.UNSURE)


@pytest.mark.parametrize("text", ["Шевченко О.", "Горгиашвили Д.Г.", "Черных"])
def test_gender_is_not_needed_where_both_decline_alike(text: str) -> None:
    declined = decline_person(text)
    assert declined.certainty is not Certainty.UNSURE
    assert set(declined.forms) == {text}


def test_a_patronymic_against_the_record_is_doubted() -> None:
    assert decline_person("Иванова Анна Петровна", Gender.MASCULINE).certainty is Certainty.UNSURE


@pytest.mark.parametrize(
    "text", ["Бондарь Ольга Александровна", "Ольга Александровна Бондарь", "Бондарь О. А.", "О.А. Бондарь"]
)
def test_a_name_is_printed_in_three_ways(text: str) -> None:
    name = parse_name(text)
    assert name.surname == "Бондарь"
    assert name.signature == "О.А.\u00a0Бондарь"
    assert name.listed == "Бондарь\u00a0О.А."


def test_full_name_puts_the_surname_first() -> None:
    assert parse_name("Ольга Александровна Бондарь").full == "Бондарь Ольга Александровна"
    assert parse_name("Анна-Мария Ремарк").signature == "А.-М.\u00a0Ремарк"
    assert parse_name("Мамедов Рашад Аликпер оглы").signature == "Р.А.\u00a0Мамедов"


def test_gender_comes_from_the_best_evidence() -> None:
    assert gender_of(parse_name("Ким Саша Ильинична")) == (Gender.FEMININE, Certainty.SURE)
    assert gender_of(parse_name("Ким Виктор")) == (Gender.MASCULINE, Certainty.RULE)
    assert gender_of(parse_name("Петрова Л.А.")) == (Gender.FEMININE, Certainty.RULE)


def test_overrides_win() -> None:
    declined = decline("Голец", "surname", Gender.MASCULINE).with_overrides({Case.GENITIVE: "Голеца"})
    assert declined.form(Case.GENITIVE) == "Голеца"
    assert declined.certainty is Certainty.OVERRIDE
    plain = decline("Голец", "surname", Gender.MASCULINE)
    assert plain.with_overrides({}) is plain


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="нет такого вида"):
        decline("Иванов", "заклинание")


def test_names_do_not_load_the_dictionary() -> None:
    code = (
        "import sys; from docgen.language.declension import decline;"
        "decline('Бондарь Ольга Александровна'); print('pymorphy3' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
