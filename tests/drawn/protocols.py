"""Protocols drawn at random: every field there or not, lists of any length, all forms and stages."""

from typing import Any

from hypothesis import strategies as st

from tests.drawn.words import days, maybe, names, texts

Tree = dict[str, Any]

_PEOPLE = ("bondar", "sokolov", "ivanova", "kim", "petrova")
_ORGANISATIONS = ("irpo", "gup", "minprosvet")
_DEADLINES = (
    "до 24 ноября 2027 г.", "ежемесячно до 5 числа", "в течение 10 рабочих дней", "постоянно", "при необходимости",
    "до 12:00 (мск) 13 ноября 2027 г.", "I квартал 2027 г.", "в установленные сроки", {"by": "2027-11-24"}, {"none": True},
)  # fmt: skip


def _people() -> st.SearchStrategy[Any]:
    return st.one_of(st.sampled_from(_PEOPLE), names())


def _organisations() -> st.SearchStrategy[Any]:
    return st.one_of(
        st.sampled_from(_ORGANISATIONS),
        st.fixed_dictionaries({"name": texts(8)}, optional={"short": texts(3)}),
    )


def orders(depth: int = 2) -> st.SearchStrategy[Tree]:
    """Decisions with items in them, ``depth`` deep."""
    fields: dict[str, Any] = {
        "note": st.booleans(),
        "to": st.lists(st.one_of(_people(), st.sampled_from(_ORGANISATIONS), texts(4)), max_size=3),
        "jointly": st.lists(st.sampled_from(_ORGANISATIONS), max_size=2),
        "deadline": st.sampled_from(_DEADLINES),
        "control": _people(),
    }
    if depth > 1:
        fields["items"] = st.lists(st.deferred(lambda: orders(depth - 1)), max_size=3)
    return st.fixed_dictionaries({"text": texts(30)}, optional=fields)


def _attendances() -> st.SearchStrategy[Any]:
    with_people = st.fixed_dictionaries(
        {"people": st.lists(_people(), min_size=1, max_size=5)}, optional={"organisation": _organisations()}
    )
    group = st.fixed_dictionaries({"group": texts(4)}, optional={"count": st.integers(1, 2000)})
    return st.lists(st.one_of(with_people, group), max_size=5)


def _speeches() -> st.SearchStrategy[Any]:
    return st.lists(st.fixed_dictionaries({"person": _people(), "text": texts(20)}), max_size=2)


def _questions() -> st.SearchStrategy[Any]:
    question = st.fixed_dictionaries({"person": _people(), "text": texts()}, optional={"answer": texts()})
    return st.lists(question, max_size=2)


def _votes() -> st.SearchStrategy[Any]:
    number = st.integers(0, 300)
    return st.fixed_dictionaries({"favour": number}, optional={"against": number, "abstained": number})


def _items() -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(
        {},
        optional={
            "topic": texts(),
            "opening": st.booleans(),
            "aside": texts(5),
            "heading": texts(),
            "speakers": st.lists(_people(), max_size=3),
            "discussed": _speeches(),
            "questions": _questions(),
            "decisions": st.lists(orders(), max_size=4),
            "vote": _votes(),
            "dissent": _speeches(),
        },
    )


_ANNEXES = st.fixed_dictionaries(
    {"title": texts()}, optional={"sheets": st.integers(1, 99), "copies": st.integers(1, 9), "file": texts(2)}
)
_APPROVALS = st.fixed_dictionaries({"person": _people()}, optional={"date": days(), "remark": texts()})
_QUORUM = st.fixed_dictionaries({"members": st.integers(1, 90), "present": st.integers(0, 90)})
_LINES = st.fixed_dictionaries({"to": texts(6)}, optional={"copies": st.integers(1, 30)})
_CONTROL = st.fixed_dictionaries({"person": _people()}, optional={"text": texts()})


def protocols() -> st.SearchStrategy[Tree]:
    """The tree of a protocol's source."""
    return st.fixed_dictionaries(
        {"stage": st.sampled_from(["draft", "to_sign"])},
        optional={
            "organisation": _organisations(),
            "title": texts(20),
            "form": st.sampled_from(["brief", "full"]),
            "resolved": st.sampled_from(["РЕШИЛИ", "ПОСТАНОВИЛИ"]),
            "date": days(),
            "number": st.sampled_from(["4", "Д05-1/2пр", "7 & <8>"]),
            "place": st.sampled_from(["Москва", "г. Гусь-Хрустальный", "<город>"]),
            "chair": _people(),
            "secretary": _people(),
            "collegial": st.booleans(),
            "quorum": maybe(_QUORUM),
            "present": _attendances(),
            "invited": _attendances(),
            "list_limit": st.integers(1, 15),
            "agenda": st.lists(_items(), max_size=4),
            "control": maybe(_CONTROL),
            "annexes": st.lists(_ANNEXES, max_size=3),
            "approvals": st.lists(_APPROVALS, max_size=3),
            "distribution": st.lists(_LINES, max_size=4),
            "executor": _people(),
        },
    )
