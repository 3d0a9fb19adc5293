"""``docgen fields``, ``schema``, ``rules``, ``explain``: what can be looked up."""

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from docgen.cli.kinds import all_rules
from docgen.kinds import KINDS, REFERENCES
from tests.cli.desk import COUNCIL, PROJECT, Desk

NAMES = [kind.name for kind in KINDS] + [reference.name for reference in REFERENCES]
RUSSIAN = re.compile(r"[а-яё]", re.IGNORECASE)


class WithoutDates(yaml.SafeLoader):
    """What other programs read: numbers and booleans, and dates left as texts."""


WithoutDates.yaml_implicit_resolvers = {
    sign: [(tag, expression) for tag, expression in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def schema(desk: Desk, name: str = "protocol") -> dict[str, Any]:
    said = desk("schema", name)
    assert said.code == 0
    read = json.loads(said.out)
    assert isinstance(read, dict)
    return read


def judge(desk: Desk, name: str = "protocol") -> jsonschema.Draft202012Validator:
    """Who says whether a source keeps the schema."""
    return jsonschema.Draft202012Validator(schema(desk, name))


def sources(name: str) -> list[Path]:
    """The project's files of a kind or a registry."""
    places = (f"{name}/*.yaml", f"reference/{name}.yaml", f"reference/{name}/*.yaml")
    return [path for place in places for path in PROJECT.glob(f"content/{place}")]


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Every object of a schema."""
    if isinstance(node, dict):
        yield node
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from nodes(child)


def test_fields_tell_name_type_and_title(desk: Desk) -> None:
    said = desk("fields protocol")
    assert said.code == 0
    rows = [re.split(r"  +", line, maxsplit=2) for line in said.out.splitlines()]
    assert all(len(row) == 3 and RUSSIAN.search(row[2]) for row in rows)
    names = [row[0] for row in rows]
    assert "title" in names
    assert len(set(names)) == len(names) > 30


@pytest.mark.parametrize("command", ["fields", "schema"])
def test_an_unknown_name_is_wrong_usage_with_a_suggestion(desk: Desk, command: str) -> None:
    said = desk(command, "protokol")
    assert said.code == 2
    assert "может быть, protocol?" in said.err
    assert desk(command).code == (2 if command == "fields" else 0), "schemas are listed"


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_is_one(desk: Desk, name: str) -> None:
    told = schema(desk, name)
    assert told["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(told)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("loader", [yaml.BaseLoader, WithoutDates])
def test_the_schema_accepts_the_projects_content(desk: Desk, name: str, loader: Any) -> None:
    by_schema = judge(desk, name)
    for source in sources(name):
        by_schema.validate(yaml.load(source.read_text(encoding="utf-8"), loader))
    assert sources(name) or name == "forms"


def test_a_key_without_a_value_is_accepted_as_docgen_accepts_it(desk: Desk) -> None:
    by_schema = judge(desk)
    empty = dict.fromkeys(schema(desk)["properties"])
    by_schema.validate(empty)
    assert not by_schema.is_valid({"agenda": [{"decisions": [None]}]})
    desk.write("content/protocol/x.yaml", "".join(f"{key}:\n" for key in empty))
    assert "ошибка S" not in desk("check content/protocol/x.yaml").out


PLACES: list[tuple[str | int, ...]] = [
    (),
    ("quorum",),
    ("present", 0),
    ("agenda", 0),
    ("agenda", 0, "vote"),
    ("agenda", 0, "questions", 0),
    ("agenda", 1, "decisions", 1),
    ("agenda", 1, "decisions", 1, "items", 0),
    ("approvals", 0),
]


def test_the_schema_rejects_a_misspelt_key_wherever_it_stands(desk: Desk) -> None:
    by_schema = judge(desk)
    document = yaml.load((PROJECT / COUNCIL).read_text(encoding="utf-8"), yaml.BaseLoader)
    assert by_schema.is_valid(document)
    for place in PLACES:
        wrong = copy.deepcopy(document)
        node = wrong
        for step in place:
            node = node[step]
        node["titel"] = "x"
        assert not by_schema.is_valid(wrong), place


@pytest.mark.parametrize(
    "text",
    [
        "title: [a]\n",
        "agenda: что-то\n",
        "stage: почти\n",
        "collegial: может быть\n",
        "quorum: {members: семь}\n",
    ],
)
def test_the_schema_rejects_what_docgen_rejects(desk: Desk, text: str) -> None:
    assert not judge(desk).is_valid(yaml.safe_load(text))
    desk.write("content/protocol/x.yaml", text)
    assert desk("check content/protocol/x.yaml").code == 1


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_speaks_russian(desk: Desk, name: str) -> None:
    told = schema(desk, name)
    assert RUSSIAN.search(told["title"])
    untitled = []
    for node in nodes(told):
        for key in ("title", "description"):
            if isinstance(node.get(key), str):
                assert RUSSIAN.search(node[key]), node[key]
        properties = node.get("properties")
        if isinstance(properties, dict) and all(isinstance(value, dict) for value in properties.values()):
            untitled += [name for name, value in properties.items() if "title" not in value]
    assert untitled == []


def test_rules_are_listed_by_code(desk: Desk) -> None:
    said = desk("rules")
    assert said.code == 0
    codes = [line.split()[0] for line in said.out.splitlines()]
    assert codes == sorted(all_rules()) == sorted(set(codes))
    assert {code[0] for code in codes} >= set("SCLPTF")


def test_rules_can_be_read_by_programs(desk: Desk) -> None:
    rows = [json.loads(line) for line in desk("rules --json").out.splitlines()]
    assert len(rows) == len(all_rules())
    assert all(set(row) == {"code", "severity", "title"} and all(row.values()) for row in rows)


def test_every_rule_is_explained(desk: Desk) -> None:
    for code, rule in all_rules().items():
        said = desk("explain", code)
        assert said.code == 0
        assert said.out.startswith(f"{code} · {rule.severity.title}\n{rule.title}")
        assert "Плохо:" in said.out
        assert "Хорошо:" in said.out


@pytest.mark.parametrize("code", ["P104", "p104", "Р104", "р104", "З104", " p104 "])
def test_a_code_may_be_typed_in_russian_letters(desk: Desk, code: str) -> None:
    said = desk("explain", code)
    assert said.code == 0
    assert said.out.startswith("P104 · ошибка\n")


@pytest.mark.parametrize(
    ("typed", "code"), [("С001", "C001"), ("Ы101", "S101"), ("Д014", "L014"), ("а001", "F001")]
)
def test_every_letter_may_be_typed_in_russian(desk: Desk, typed: str, code: str) -> None:
    assert code in all_rules()
    assert desk("explain", typed).out.startswith(f"{code} · ")


def test_an_unknown_code_is_wrong_usage_with_a_suggestion(desk: Desk) -> None:
    said = desk("explain P1041")
    assert said.code == 2
    assert re.search(r"правила «P1041» нет: может быть, P1\d\d\?", said.err)


def test_everything_that_has_a_schema_is_listed(desk: Desk) -> None:
    names = [line.split()[0] for line in desk("schema").out.splitlines()]
    assert {"protocol", "people", "report", "status"} <= set(names)
    for name in names:
        jsonschema.Draft202012Validator.check_schema(schema(desk, name))
