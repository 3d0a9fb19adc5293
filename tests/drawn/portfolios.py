"""Portfolios drawn at random: which years and layout, from where on a value stands out or a text is copied."""

from typing import Any

from hypothesis import strategies as st

from tests.drawn.words import days, texts

Tree = dict[str, Any]


def portfolios() -> st.SearchStrategy[Tree]:
    """The tree of a portfolio's source; its figures come from the programmes that lie beside it."""
    outliers = st.fixed_dictionaries(
        {},
        optional={
            "method": st.sampled_from(["mad", "iqr"]),
            "threshold": st.just("2,5"),
            "at_least": st.integers(3, 9),
        },
    )
    copies = st.fixed_dictionaries({}, optional={"share": st.integers(1, 100), "words": st.integers(10, 60)})
    return st.fixed_dictionaries(
        {"stage": st.sampled_from(["draft", "to_sign"])},
        optional={
            "title": texts(), "place": texts(2), "as_of": days(), "outliers": outliers, "copies": copies,
            "period": st.just({"from": 2022, "to": 2024}), "layout": st.just("programme-2022"),
        },
    )  # fmt: skip
