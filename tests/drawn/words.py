"""Texts that people write and texts that break programs: marks of XML, quotes, endless words, rare letters."""

from datetime import date

from hypothesis import strategies as st

_PLAIN = [
    "отчёт",
    "об",
    "итогах",
    "приёма",
    "колледж",
    "Липецкой",
    "области",
    "в",
    "2024",
    "году",
    "создание",
    "кластера",
    "«Сталь»",
    "предприятия",
    "отрасли",
    "не",
    "позднее",
    "12",
    "марта",
    "2026",
    "г.",
    "№",
    "7-п",
    "стр.",
    "5",
    "АО",
    "ЛЗТП",
    "ёлка",
    "съезд",
    "—",
    "–",
    "-",
    "обучающихся",
    "практика",
    "и",
    "т.",
    "д.",
    "1",
    "709,4",
    "тыс.",
    "рублей",
    "85,5",
    "%",
]
HOSTILE = (
    "<", ">", "&", "&amp;", "&#38;", "<b>жирно</b>", "]]>", "<!--", "-->", "<?xml?>", "\"", "'", "«", "»", "„лапы“", "“q”",
    "\\", "/", "{", "}", "[", "]", "|", "%", "#", "@", "*", "_", "`", "~", "^", "$", "‑", "…", "×", "№№", "€", "½", "²",
    "ОООООООООООООООООООООООООООООООООООООООООООООООООООООООООООООООООООООООООООООО", "a" * 70, "https://пример.рф/a?b=c&d=<e>",
    "https://example.org/" + "x" * 60, "info@example.org", "C:\\новая\\папка", "Ё", "ѣ", "café", "naïve", "№ 1/2-<а>", "1 000 000", "-5",
)  # fmt: skip
_words = st.one_of(
    st.sampled_from(_PLAIN), st.sampled_from(_PLAIN), st.sampled_from(_PLAIN), st.sampled_from(HOSTILE)
)


def texts(most: int = 12) -> st.SearchStrategy[str]:
    """One to ``most`` words; never only marks: what is looked for must be found again."""
    return st.lists(_words, min_size=0, max_size=most - 1).map(lambda words: " ".join(["слово", *words]))


def names() -> st.SearchStrategy[str]:
    """A full name, as people are written in place of a key."""
    return st.builds(
        lambda surname, first, father: f"{surname} {first} {father}",
        st.sampled_from(["Иванов", "Кузнецов-Белов", "Черных", "Ким", "Гоголь", "Дюма", "Шевчук", "Бондарь"]),
        st.sampled_from(["Иван", "Пётр", "Илья", "Олег"]),
        st.sampled_from(["Ильич", "Петрович", "Олегович"]),
    )


def days() -> st.SearchStrategy[str]:
    """A day as ISO writes it."""
    return st.dates(min_value=date(2022, 1, 1), max_value=date(2027, 12, 31)).map(str)


def maybe(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """A value or nothing."""
    return st.one_of(st.none(), strategy)
