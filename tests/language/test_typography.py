"""Typesetting as an editor would do it, and the laws it keeps."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.language.typography import RULES, Profile, fix, plain, typeset

HERE = Path(__file__).parent
PAIRS = [
    tuple(line.split("\t"))
    for line in (HERE / "typography.tsv").read_text(encoding="utf-8").split("\n")
    if line and not line.startswith("#")
]
PIECES = [
    *"абвгиксуяАБВИХС ,.;:!?()«»„“”\"'-–—№%…§NIVXabcG0123456789\u00a0\u2011\n",
    *[
        "г.",
        "гг.",
        "в.",
        "т.",
        "д.",
        "п.",
        "ст.",
        "млн",
        "млн.",
        "тыс",
        "руб",
        "2023",
        "2024",
        "150000",
        "5",
        "июля",
        "январь-март",
        "-5",
        "12.00",
        "(мск)",
        "...",
        "В.С.",
        "Иванов",
    ],
    *[
        "  ",
        " - ",
        "- ",
        " -",
        "научно- и ",
        "a@b.ru",
        "https://a.ru/x-1",
        "Д05-84/05пр",
        "по-",
        "`x - y`",
        "{{ a }}",
        "\ue000",
        "бы",
    ],
]
texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))


def visible(text: str) -> str:
    """The firm space and hyphen as the table writes them."""
    return text.replace("\u00a0", "~").replace("\u2011", "=")


def test_the_table_is_long_enough() -> None:
    assert len(PAIRS) >= 200
    assert len({code for code, *_ in PAIRS}) >= 20


@pytest.mark.parametrize(("code", "before", "after"), PAIRS)
def test_an_editor_would_print_it_so(code: str, before: str, after: str) -> None:
    assert visible(typeset(before)) == after
    assert typeset(typeset(before)) == typeset(before)


@given(texts)
def test_twice_is_once(text: str) -> None:
    once = typeset(text)
    assert typeset(once) == once


@given(texts)
def test_fixing_twice_is_once_and_adds_no_marks(text: str) -> None:
    once = fix(text)
    assert fix(once) == once
    assert once.count("\u00a0") <= text.count("\u00a0")
    assert once.count("\u2011") <= text.count("\u2011")


@given(texts)
def test_letters_are_never_lost(text: str) -> None:
    """Only signs and spaces change; the letters that do (Roman numerals, N, ё) are changed one for one."""
    hidden = str.maketrans("ХІМСхі", "XIMCXI", "№NoºО.°г\ue000\ue001\ufffd")
    before, after = (
        [c for c in part.translate(hidden) if c.isalnum()] for part in (text, plain(typeset(text)))
    )
    assert before == after or "N" in text


@given(texts)
def test_lines_stay(text: str) -> None:
    assert typeset(text).count("\n") == text.count("\n")


@pytest.mark.parametrize(
    "address", ["a.sokolov@firpo.ru", "https://disk.yandex.ru/d/4dJ6VXN1i3Ss1w", "+7 (495) 123-45-67"]
)
@given(text=texts)
def test_addresses_are_never_touched(address: str, text: str) -> None:
    assert address in typeset(f"{text} {address} {text}")


def test_every_rule_has_a_title_and_works_alone() -> None:
    for rule in RULES:
        assert rule.title
        assert isinstance(rule("Срок - 5 июля 2023 г."), str)
    dash = next(rule for rule in RULES if rule.code == "T09")
    assert visible(dash("Срок - 5 июля")) == "Срок~– 5 июля"


def test_a_house_may_decide_otherwise() -> None:
    assert typeset("а - б", Profile(dash="—", short_words=0)) == "а\u00a0— б"
    assert typeset('«слово "б"»', Profile(inner_quotes="guillemets")) == "«слово «б»»"
    assert visible(typeset("за счёт их", Profile(short_words=2))) == "за~счёт их"
    assert typeset("и т.д.", Profile(spaced_abbreviations=False)) == "и\u00a0т.д."
    assert typeset("Фёдоров", Profile(yo="remove")) == "Федоров"
    assert typeset("150000", Profile(thousands=False)) == "150000"
    assert typeset("он же", Profile(particles=False)) == "он же"
    assert typeset("12.00 (мск)", Profile(colon_in_time=False)) == "12.00 (мск)"


def test_a_source_keeps_its_ordinary_spaces() -> None:
    assert fix('№Д05-84/05пр - "а" в 2023году, 85%') == "№ Д05-84/05пр – «а» в 2023 году, 85 %"
    assert fix("- пункт") == "- пункт"


def test_plain_undoes_the_marks() -> None:
    assert plain("Д05\u201184 №\u00a05") == "Д05-84 № 5"


def test_a_megabyte_is_set_line_by_line_like_a_single_line() -> None:
    line = (
        "Принять информацию Соколова А.С. к сведению – до 24 ноября 2023 г. (№Д05-84/05пр), 85% и 150000.\n"
    )
    count = 1_000_000 // len(line.encode())
    assert typeset(line * count) == typeset(line) * count


@pytest.mark.parametrize(
    "piece", ["a", "1", " ", "-", "А.", "\u00a0", "№", '"', "a-", "1.", "я@", "(", "т.", "1 "]
)
def test_no_text_makes_it_crawl(piece: str) -> None:
    once = typeset(piece * 20_000)  # a pattern that backtracks would never come back
    assert typeset(once) == once


PROOFREAD = sorted((HERE / "proofreading").glob("*.txt"))
TYPED = [text for pair in PAIRS for text in pair[1:]] + [
    line for path in PROOFREAD for line in path.read_text(encoding="utf-8").splitlines()
]


def test_no_change_is_missed_at_a_glance(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = [(typeset(text), typeset(text, Profile(short_words=2, yo="remove")), fix(text)) for text in TYPED]
    monkeypatch.setattr("docgen.language.typography.glance.glance", lambda text: None)
    for text, found in zip(TYPED, seen, strict=True):
        assert found == (typeset(text), typeset(text, Profile(short_words=2, yo="remove")), fix(text)), text
