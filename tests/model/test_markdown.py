"""Marked text: what blocks it has, where each word is written, what cannot be printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.model.markdown.passages import figures, mentions, passages, plain, read
from docgen.model.markdown.tree import (
    Emphasis,
    Figure,
    Grid,
    Heading,
    Link,
    Listing,
    Mention,
    Paragraph,
    Quote,
    Strong,
    Words,
)

TEXT = """\
Первый *абзац* с **жирным** и [ссылкой](https://a.ru/x_y)
второй строки, см. [](#table-funding).

### Заголовок

– пункт;
– пункт два
  продолжение
  1) вложенный

| Год | Сумма |
|-----|------:|
| 2022 | **1,5** |

![Участок *стана*](pictures/stan.png)

> чужие слова
"""


def test_a_text_is_read_into_blocks() -> None:
    paragraph, heading, listing, grid, figure, quote = read(TEXT).blocks
    assert isinstance(paragraph, Paragraph)
    assert [type(piece) for piece in paragraph.pieces] == [
        *(Words, Emphasis, Words, Strong, Words, Link, Words, Mention, Words),
    ]
    assert isinstance(heading, Heading)
    assert heading.level == 3
    assert isinstance(listing, Listing)
    assert not listing.numbered
    assert isinstance(listing.items[1][1], Listing)
    assert listing.items[1][1].numbered == ")"
    assert isinstance(grid, Grid)
    assert grid.aligns == ("", "right")
    assert isinstance(figure, Figure)
    assert (figure.path, figure.key) == ("pictures/stan.png", "stan")
    assert isinstance(quote, Quote)


def test_its_words_without_marks_are_passages() -> None:
    assert plain(TEXT).splitlines() == [
        "Первый абзац с жирным и ссылкой второй строки, см. 1.",
        "Заголовок",
        "пункт;",
        "пункт два продолжение",
        "вложенный",
        *("Год", "Сумма", "2022", "1,5"),
        "Участок стана",
        "чужие слова",
    ]
    assert [mention.key for mention in mentions(TEXT)] == ["table-funding"]
    assert [TEXT[one.start : one.end] for one in figures(TEXT)] == ["![Участок *стана*](pictures/stan.png)"]


def test_a_word_is_found_where_it_is_written() -> None:
    for passage in passages(TEXT):
        for word in passage.text.replace("1.", "").split():
            start = passage.text.index(word)
            begin, end = passage.written(start, start + len(word))
            assert TEXT[begin:end].replace("**", "") == word


@pytest.mark.parametrize(
    "text",
    [
        "Главный разрыв между колледжами\n– в оборудовании.",
        "Дефицит кадров вырос в 2022 г.\n– до 1720 человек.",
        "– оснащение, ремонт и наладка\n  – всё за счёт гранта;",
        "Кластер\n— это объединение\n— и не более того.",
    ],
)
def test_a_dash_that_a_line_was_wrapped_at_continues_the_sentence(text: str) -> None:
    (line,) = plain(text).splitlines()
    assert line == text.removeprefix("– ").replace("\n  –", " –").replace("\n", " ")


@pytest.mark.parametrize(
    "text",
    [
        "Задачи:\n– первая;\n– вторая.",
        "Решены **две задачи:**\n– первая\n– вторая",
        "Задач две.\n\n– Первая.\n– Вторая.",
        "Задач две.\n– Первая.\n– Вторая.",
        "- задача:\n  – первая\n  – вторая",
        "• задача, которая\n  длинна\n• вторая",
    ],
)
def test_a_dash_begins_an_item_where_a_sentence_or_an_item_has_ended(text: str) -> None:
    assert not {"–", "•"}.intersection(plain(text))
    assert len(plain(text).splitlines()) == 2 + text.startswith(("З", "Р", "- "))


WORD = st.text("абвгдеж12", min_size=1, max_size=6)
PIECE = st.one_of(
    WORD,
    WORD.map("**{}**".format),
    WORD.map("*{}*".format),
    WORD.map("[{}](https://example.ru/a_b)".format),
    st.just(r"\*"),
    st.just("&amp;"),
    st.just("[](#table-x)"),
)
LINE = st.lists(PIECE, min_size=1, max_size=6).map(" ".join)
BLOCK = st.one_of(
    st.lists(LINE, min_size=1, max_size=3).map("\n".join),
    LINE.map("### {}".format),
    st.lists(LINE.map("- {}".format), min_size=1, max_size=3).map("\n".join),
    LINE.map("> {}".format),
)


@given(st.lists(BLOCK, min_size=1, max_size=4).map("\n\n".join))
def test_every_letter_is_found_where_it_is_written(text: str) -> None:
    for passage in passages(text):
        for place, letter in enumerate(passage.text):
            start, end = passage.written(place, place + 1)
            written = text[start:end]
            assert letter == written or written in (r"\*", "&amp;", "[](#table-x)", "\n") or letter == " "


@given(st.text("аб *_#[]()!`<>|-–\n1.&\\", max_size=60))
def test_any_text_is_read_and_its_places_lie_within(text: str) -> None:
    for passage in passages(text):
        start, end = passage.written(0, len(passage.text))
        assert 0 <= start <= end <= len(text)
    for mark in read(text).unprintable:
        assert 0 <= mark.start <= mark.end <= len(text)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Регион <b>растёт</b>.", ["<b>", "</b>"]),
        ("Было.\n\n<div>\nтаблица\n</div>", ["<div>\nтаблица\n</div>"]),
        ("Раз\n\n---\n\nдва", ["---"]),
        ("```\nкод\n```", ["```\nкод\n```"]),
        ("## Раздел", ["##"]),
        ("Цена < 5 и > 3 & т. д., 2 * 3", []),
    ],
)
def test_what_cannot_be_printed_is_told_with_its_place(text: str, marked: list[str]) -> None:
    assert [text[one.start : one.end] for one in read(text).unprintable] == marked
