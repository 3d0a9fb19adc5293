"""The JSON Schema of a record, for editors and for checking sources elsewhere."""

from typing import Any

from pydantic import BaseModel

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(record: type[BaseModel], title: str) -> dict[str, Any]:
    """The schema (draft 2020-12) of a record's YAML, with Russian titles and descriptions.

    docgen reads every value as text, so ``number: 4`` and ``number: "4"`` mean the same to it: the schema accepts a
    number where a text is wanted and a text where a number is. A key without a value is to it as if it were not there.
    """
    schema = record.model_json_schema()
    schema = {"$schema": DRAFT, **_eased(schema), "title": title}
    schema.pop("description", None)  # what the class says of itself is for programmers, in English
    return schema


def _unwanted(key: str, value: Any, node: dict[str, Any]) -> bool:
    """``default: null`` says nothing; what a class says of itself is for programmers, in English."""
    of_class = "properties" in node or "enum" in node
    return (key == "default" and value is None) or (
        of_class and key in ("title", "description") and isinstance(value, str)
    )


def _eased(node: Any) -> Any:
    if isinstance(node, list):
        return [_eased(item) for item in node]
    if not isinstance(node, dict):
        return node
    eased = {key: _eased(value) for key, value in node.items() if not _unwanted(key, value, node)}
    match node.get("type"):
        case "string":
            eased["type"] = ["string", "number"]
        case "integer":
            eased |= {"type": ["integer", "string"], "pattern": r"^\d+$"}
        case "number":
            eased["type"] = ["number", "string"]
        case "boolean":
            eased = {k: v for k, v in eased.items() if k != "type"} | {
                "enum": [True, False, "true", "false", "yes", "no", "on", "off"]
            }
        case "object" if "properties" in node:
            eased.setdefault("additionalProperties", False)
            eased["properties"] = {
                key: value if key in node.get("required", ()) else _may_be_empty(value)
                for key, value in eased["properties"].items()
            }
    return eased


_EMPTY = {"type": "null"}


def _may_be_empty(node: dict[str, Any]) -> dict[str, Any]:
    """A key that is not required may stand without a value: that is how a scaffold shows what there is to write."""
    if "anyOf" in node:
        return node if _EMPTY in node["anyOf"] else node | {"anyOf": [*node["anyOf"], _EMPTY]}
    told = {key: value for key, value in node.items() if key in ("title", "description", "default")}
    return told | {"anyOf": [{key: value for key, value in node.items() if key not in told}, _EMPTY]}
