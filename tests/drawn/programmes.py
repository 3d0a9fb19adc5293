"""Programmes drawn at random by the project's own layout: begun or complete, with all tables or none."""

from typing import Any

from hypothesis import strategies as st

from tests.drawn.words import days, maybe, names, texts

Tree = dict[str, Any]

YEARS = (2022, 2023, 2024)
_PARTICIPANTS = ("college", "plant", "region-office", "college-2")
_TASKS, _INDICATORS, _MEASURES = ("З1", "З2", "З3"), ("П1", "П2", "П3"), ("1.1", "1.2", "2.1", "3.1")
_SOURCES = ("federal_budget", "region_budget", "local_budget", "employers_money", "college_funds")
_DIRECTIONS = ("equipment", "software", "repair", "programmes", "training", "other")
_MOMENTS = ("январь 2022 г.", "II квартал 2023 г.", "2024 год", "2022-03-15", "30 июня 2023 г.")
_POINTS = {
    "general": ("economy", "industry", "vocational", "cluster"),
    "mission": ("mission", "goals"),
    "organisation": ("variant", "participants", "management"),
    "measures": ("programmes", "infrastructure", "staff", "schedule", "indicators"),
    "finance": ("sources", "directions"),
    "outcomes": ("influence", "risks"),
}
_money = st.decimals(min_value=0, max_value=9_999_999, places=1, allow_nan=False).map(str)
_amounts = st.dictionaries(st.sampled_from(YEARS), _money, max_size=3)


def _rows(fields: Tree, optional: Tree, most: int = 4) -> st.SearchStrategy[Any]:
    return st.lists(st.fixed_dictionaries(fields, optional=optional), max_size=most)


def _keyed(key: str, keys: tuple[str, ...], fields: Tree, optional: Tree) -> st.SearchStrategy[Any]:
    """Rows with different keys, some or all of those there are."""
    row = st.fixed_dictionaries(fields, optional=optional)
    return st.tuples(st.integers(0, len(keys)), st.lists(row, min_size=len(keys), max_size=len(keys))).map(
        lambda drawn: [{key: name, **one} for name, one in zip(keys[: drawn[0]], drawn[1], strict=False)]
    )


def _markdown() -> st.SearchStrategy[str]:
    """Prose of paragraphs, lists, headings and tables; words that are marks of Markdown are escaped by their author."""
    plain = texts().map(_escaped)
    pieces = st.one_of(
        plain,
        plain.map(lambda text: f"**{text}** и *{text}*"),
        st.lists(plain, min_size=1, max_size=4).map(lambda items: "\n".join(f"- {item}" for item in items)),
        st.lists(plain, min_size=1, max_size=3).map(lambda items: "\n".join(f"1. {item}" for item in items)),
        plain.map(lambda text: f"### {text}"),
        st.lists(plain, min_size=2, max_size=5).map(_pipes),
    )
    return st.lists(pieces, min_size=1, max_size=5).map("\n\n".join)


def _escaped(text: str) -> str:
    for sign in "\\`*_{}[]<>#|!&~":
        text = text.replace(sign, "\\" + sign)
    return text


def _pipes(cells: list[str]) -> str:
    rows = [f"| {cell} | {number} |" for number, cell in enumerate(cells, 1)]
    return "\n".join(["Таблица: Сведения", "", rows[0], "| --- | ---: |", *rows[1:]])


def _sections() -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(
        {},
        optional={
            section: st.fixed_dictionaries({}, optional=dict.fromkeys(points, _markdown()))
            for section, points in _POINTS.items()
        },
    )


def _members() -> st.SearchStrategy[Any]:
    role = st.sampled_from(["chair", "deputy", "secretary", "member"])
    return _rows(
        {"person": names()}, {"post": texts(4), "organisation": st.sampled_from(_PARTICIPANTS), "role": role}
    )


def _structures() -> st.SearchStrategy[Any]:
    ano = st.fixed_dictionaries(
        {"name": texts(6)},
        optional={
            "short": texts(2),
            "registration_planned": days(),
            "founders": st.just(["college", "plant"]),
            "board": _members(),
        },
    )
    agreement = st.fixed_dictionaries({}, optional={"date": days(), "number": st.just("5 <б>")})
    association = st.fixed_dictionaries(
        {},
        optional={
            "name": texts(6),
            "agreement": agreement,
            "managing_company": st.just("plant"),
            "council": _members(),
        },
    )
    return st.one_of(
        st.fixed_dictionaries({"ano": ano}), st.fixed_dictionaries({"association": association}), st.none()
    )


_PARTICIPANT = {
    "short": texts(3), "kind": st.sampled_from(["base_college", "college", "enterprise", "university", "authority"]),
    "inn": st.just("4800000014"), "ogrn": st.just("1214800000018"), "federal": st.booleans(), "founder": texts(6),
    "functions": st.lists(texts(5), max_size=3), "grant_recipient": st.booleans(), "students": st.integers(0, 30000),
}  # fmt: skip
_MEASURE = {
    "block": st.sampled_from(["programmes", "infrastructure", "staff"]), "tasks": st.lists(st.sampled_from(_TASKS), max_size=2),
    "indicators": st.lists(st.sampled_from(_INDICATORS), max_size=2), "start": st.sampled_from(_MOMENTS[:2]),
    "end": st.sampled_from(_MOMENTS[1:3]), "owner": st.sampled_from(_PARTICIPANTS),
    "executors": st.lists(st.sampled_from(_PARTICIPANTS), max_size=2), "result": texts(), "money": _money,
}  # fmt: skip
_INDICATOR = {
    "unit": st.sampled_from(["человек", "процентов", "единиц <&>"]), "base": _money, "base_year": st.just(2021),
    "values": _amounts, "cumulative": st.booleans(), "source": texts(4),
}  # fmt: skip
_ESTIMATE = {
    "number": st.just("1"), "direction": st.sampled_from(_DIRECTIONS), "source": st.sampled_from(_SOURCES),
    "measure": st.sampled_from(_MEASURES), "year": st.sampled_from(YEARS), "quantity": st.integers(1, 50),
    "unit": texts(2), "price": _money, "sum": _money,
}  # fmt: skip
_RISK = {
    "category": st.sampled_from(["финансовый", "кадровый", "<&>"]), "likelihood": st.integers(1, 5), "impact": st.integers(1, 5),
    "mitigation": texts(), "owner": st.sampled_from(_PARTICIPANTS), "trigger": texts(5),
}  # fmt: skip
_RESULT = {
    "kind": st.sampled_from(["social", "industry"]), "indicator": st.sampled_from(_INDICATORS), "value": _money,
    "unit": st.just("человек"), "year": st.sampled_from(YEARS),
}  # fmt: skip
_ACT = {
    "kind": st.just("Федеральный закон"),
    "date": days(),
    "number": st.just("273-ФЗ"),
    "repealed_by": texts(4),
}
_AUTHORITY = st.fixed_dictionaries(
    {"kind": st.sampled_from(["charter", "power_of_attorney", "decree"])},
    optional={"date": days(), "number": st.just("07-Д")},
)
_SIDES = st.sampled_from([*_PARTICIPANTS, "region", "founder:college"])
_LINES = _rows({"name": texts(4), "unit": st.just("человек"), "source": texts(3)}, {"y2021": _money})


def programmes() -> st.SearchStrategy[Tree]:
    """The tree of a programme's source."""
    return st.fixed_dictionaries(
        {"stage": st.sampled_from(["draft", "to_sign"]), "layout": st.just("programme-2022")},
        optional={
            "name": texts(), "short": texts(4), "cluster": st.just("metallurgy"), "region": st.just("Липецкая область"),
            "industry": st.just("metallurgy"), "period": st.just({"from": YEARS[0], "to": YEARS[-1]}), "place": texts(2),
            "year": st.just(2022), "date": days(), "teaching_example": st.booleans(), "mission": texts(30), "goal": texts(),
            "approvals": _rows({}, {"stamp": st.sampled_from(["approved", "agreed"]), "person": names(), "post": texts(6), "date": days()}, 3),
            "tasks": _keyed("code", _TASKS, {"text": texts()}, {}),
            "participants": _keyed("key", _PARTICIPANTS, {"name": texts(8)}, _PARTICIPANT),
            "structure": maybe(_structures()),
            "measures": _keyed("code", _MEASURES, {"text": texts()}, _MEASURE),
            "indicators": _keyed("code", _INDICATORS, {"name": texts()}, _INDICATOR),
            "funding": _rows({"source": st.sampled_from(_SOURCES), "direction": st.sampled_from(_DIRECTIONS)}, {"amounts": _amounts}, 6),
            "estimate": _rows({"name": texts(5)}, _ESTIMATE, 8),
            "results": _rows({"text": texts()}, _RESULT),
            "risks": _rows({"name": texts(5)}, _RISK),
            "legal_acts": _rows({"title": texts()}, _ACT),
            "abbreviations": _rows({"short": st.sampled_from(["МТБ", "СПО", "А<Б"]), "meaning": texts(4)}, {}),
            "signatories": _rows({"side": _SIDES}, {"person": names(), "post": texts(5), "authority": _AUTHORITY, "date": days()}),
            "tables": st.fixed_dictionaries({}, optional={"region_statistics": _LINES, "industry_statistics": _LINES}),
            "sections": _sections(),
        },
    )  # fmt: skip
