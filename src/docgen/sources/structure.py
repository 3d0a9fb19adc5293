"""Tree → record. pydantic's errors become problems by error *type* and place, never by its English text."""

import difflib
from collections.abc import Callable
from typing import Any, TypeVar, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from docgen.diagnostics import Problem, Span
from docgen.sources import problems as said
from docgen.sources.fewer import MOST, first_of, quoted
from docgen.sources.record import _Located
from docgen.sources.tree import Mapping, Node, Scalar, Sequence, find, name_span

T = TypeVar("T", bound=_Located)

Error = dict[str, Any]
Said = tuple[Any, Span, str, str]


def structure(tree: Mapping, record: type[T]) -> tuple[T | None, list[Problem]]:
    """The record of a tree; no record, but all problems at once, if any field is wrong."""
    try:
        return record.model_validate(tree), []
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False)
        problems = [_problem(tree, record, dict(item)) for item in errors[:MOST]]
        return None, first_of(_without_repeats(problems), len(errors) - len(problems))


def _without_repeats(problems: list[Problem]) -> list[Problem]:
    seen: dict[tuple[str, int, int], Problem] = {}
    for problem in problems:
        seen.setdefault((problem.rule.code, problem.span.start, problem.span.end), problem)
    return list(seen.values())


def _problem(tree: Mapping, record: type[BaseModel], error: Error) -> Problem:
    path = _path(tree, error["loc"])
    explain = _EXPLANATIONS.get(error["type"], _explain_value)
    rule, span, message, hint = explain(tree, path, error, record)
    return rule.at(span, message, hint)  # type: ignore[no-any-return]


def _path(tree: Node, location: tuple[str | int, ...]) -> list[str | int]:
    """The part of pydantic's location that names places of the tree (it also names its own schema's branches)."""
    path: list[str | int] = []
    node: Any = tree
    for position, step in enumerate(location):
        last = position == len(location) - 1
        if isinstance(node, Mapping) and str(step) in node:
            node = node[str(step)]
            path.append(str(step))
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
            node = node[step]
            path.append(step)
        elif last and isinstance(node, Mapping):
            path.append(str(step))
    return path


def _explain_extra(tree: Mapping, path: list[str | int], error: Error, record: type[BaseModel]) -> Said:
    key = str(path[-1])
    owner = _node(tree, path[:-1])
    if isinstance(owner, Mapping) and _cut_by_comma(owner, key):
        hint = "запятая в {…} отделяет поля: возьмите текст в кавычки"
        return said.UNKNOWN_KEY, name_span(owner, key), f"неизвестный ключ {quoted(key)}", hint
    known = _fields_at(record, path[:-1])
    near = difflib.get_close_matches(key, known, n=1, cutoff=0.6) or _by_title(record, path[:-1], key)
    hint = (
        f"может быть, {near[0]}?" if near else f"допустимы: {', '.join(known)}" if known else "уберите ключ"
    )
    span = name_span(owner, key) if isinstance(owner, Mapping) else find(tree, path)
    return said.UNKNOWN_KEY, span, f"неизвестный ключ {quoted(key)}", hint


def _cut_by_comma(owner: Mapping, key: str) -> bool:
    """Whether a key without a value stands in braces: the rest of a text after its comma."""
    value = owner.get(key)
    in_braces = owner.source.text[owner.start : owner.start + 1] == "{"
    return in_braces and isinstance(value, Scalar) and value.absent


def _explain_missing(tree: Mapping, path: list[str | int], error: Error, record: type[BaseModel]) -> Said:
    key = str(path[-1])
    title = _title_at(record, path)
    named = f"«{key}» ({title})" if title else f"«{key}»"
    owner = _node(tree, path[:-1])
    if isinstance(owner, Mapping) and key in owner.names:
        return said.MISSING_KEY, owner.names[key].span, f"поле {named} не заполнено", "впишите значение"
    return said.MISSING_KEY, find(tree, path[:-1]), f"не хватает ключа {named}", f"добавьте {key}:"


def _explain_value(tree: Mapping, path: list[str | int], error: Error, record: type[BaseModel]) -> Said:
    context = error.get("ctx") or {}
    reason = context.get("error")
    message = str(reason) if isinstance(reason, ValueError) else "значение не читается"
    text, _, hint = message.partition(" | ")
    if text[1:2].islower():  # the house's way: a sentence without capital and full stop
        text = text[:1].lower() + text[1:]
    return said.BAD_VALUE, find(tree, path), text.removesuffix("."), hint or "исправьте значение"


def _explain_number(kind: str, example: str) -> Callable[..., Said]:
    def explain(tree: Mapping, path: list[str | int], error: Error, record: type[BaseModel]) -> Said:
        span = find(tree, path)
        return said.BAD_VALUE, span, f"{quoted(span.text)} – не {kind}", f"например: {example}"

    return explain


def _explain_bound(sentence: str) -> Callable[..., Said]:
    def explain(tree: Mapping, path: list[str | int], error: Error, record: type[BaseModel]) -> Said:
        context = error.get("ctx") or {}
        bound = next((v for k, v in context.items() if k in _BOUNDS), "")
        return said.BAD_VALUE, find(tree, path), sentence.format(bound), "исправьте значение"

    return explain


_BOUNDS = ("ge", "gt", "le", "lt", "min_length", "max_length")


def _explain_choice(tree: Mapping, path: list[str | int], error: Error, record: type[BaseModel]) -> Said:
    span = find(tree, path)
    expected = str((error.get("ctx") or {}).get("expected", "")).replace("'", "").replace(" or ", ", ")
    choices = [choice.strip() for choice in expected.split(",") if choice.strip()]
    near = difflib.get_close_matches(span.text.strip("'\""), choices, n=1, cutoff=0.6)
    hint = (f"может быть, {near[0]}? " if near else "") + f"допустимы: {', '.join(choices)}"
    return said.NOT_A_CHOICE, span, f"{quoted(span.text)} – не из допустимых значений", hint


def _explain_shape(expected: str, example: str) -> Callable[..., Said]:
    def explain(tree: Mapping, path: list[str | int], error: Error, record: type[BaseModel]) -> Said:
        node = _node(tree, path)
        actual = (
            "текст" if isinstance(node, Scalar) else "список" if isinstance(node, Sequence) else "набор полей"
        )
        return said.WRONG_SHAPE, find(tree, path), f"здесь ожидается {expected}, а написан {actual}", example

    return explain


def _explain_pattern(tree: Mapping, path: list[str | int], error: Error, record: type[BaseModel]) -> Said:
    title = _title_at(record, path)
    return (
        said.BAD_VALUE,
        find(tree, path),
        f"{title or 'значение'}: лишние или недостающие знаки",
        "проверьте запись",
    )


_LIST = _explain_shape("список", "начните строки с «- »")
_FIELDS = _explain_shape("набор полей «ключ: значение»", "запишите поля с отступом")
_TEXT = _explain_shape("текст", "запишите значение одной строкой или в кавычках")

_EXPLANATIONS: dict[str, Callable[..., Said]] = {
    "extra_forbidden": _explain_extra,
    "missing": _explain_missing,
    "value_error": _explain_value,
    "enum": _explain_choice,
    "literal_error": _explain_choice,
    "list_type": _LIST,
    "tuple_type": _LIST,
    "model_type": _FIELDS,
    "model_attributes_type": _FIELDS,
    "dict_type": _FIELDS,
    "string_type": _TEXT,
    "int_parsing": _explain_number("целое число", "3"),
    "int_from_float": _explain_number("целое число", "3"),
    "int_type": _explain_number("целое число", "3"),
    "decimal_parsing": _explain_number("число", "253,2"),
    "decimal_type": _explain_number("число", "253,2"),
    "bool_parsing": _explain_number("true и не false", "true"),
    "bool_type": _explain_number("true и не false", "true"),
    "too_short": _explain_bound("список слишком короткий: нужно не меньше {}"),
    "too_long": _explain_bound("список слишком длинный: нужно не больше {}"),
    "string_pattern_mismatch": _explain_pattern,
    "string_too_short": _explain_bound("текст слишком короткий: нужно не меньше {} знаков"),
    "string_too_long": _explain_bound("текст слишком длинный: нужно не больше {} знаков"),
    "greater_than_equal": _explain_bound("число должно быть не меньше {}"),
    "greater_than": _explain_bound("число должно быть больше {}"),
    "less_than_equal": _explain_bound("число должно быть не больше {}"),
    "less_than": _explain_bound("число должно быть меньше {}"),
}


def _node(tree: Node, path: list[str | int]) -> Node | None:
    node: Any = tree
    for step in path:
        try:
            node = node[step]
        except (KeyError, IndexError, TypeError):
            return None
    return node  # type: ignore[no-any-return]


def _written_fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a record by the keys they are written under; a registry has none of its own."""
    fields = model.model_fields
    return {} if "root" in fields else {field.alias or name: field for name, field in fields.items()}


def _fields_at(record: type[BaseModel], path: list[str | int]) -> list[str]:
    model = _model_at(record, path)
    return list(_written_fields(model)) if model is not None else []


def _by_title(record: type[BaseModel], path: list[str | int], key: str) -> list[str]:
    """The field that is called so in Russian: «заголовок» is title."""
    model = _model_at(record, path)
    if model is None:
        return []
    titles = {(field.title or name).lower(): name for name, field in _written_fields(model).items()}
    near = difflib.get_close_matches(key.lower(), titles, n=1, cutoff=0.6)
    return [titles[title] for title in near]


def _title_at(record: type[BaseModel], path: list[str | int]) -> str:
    model = _model_at(record, path[:-1])
    field = _written_fields(model).get(str(path[-1])) if model is not None else None
    return (field.title or "").lower() if field is not None else ""


def _model_at(record: type[BaseModel], path: list[str | int]) -> type[BaseModel] | None:
    """The record type that a path leads to, read off the type hints."""
    model: type[BaseModel] | None = record
    keyed = False
    for step in path:
        if model is None:
            return None
        if keyed:  # the key of a mapping whose values are of the model's type
            keyed = False
        elif "root" in model.model_fields:
            model = _model_in(model.model_fields["root"].annotation)
        elif not isinstance(step, int):
            field = _written_fields(model).get(str(step))
            model = _model_in(field.annotation) if field is not None else None
            keyed = field is not None and _is_mapping(field.annotation)
    return model


def _is_mapping(annotation: Any) -> bool:
    """``dict[str, X]``, perhaps optional."""
    return get_origin(annotation) is dict or any(map(_is_mapping, getattr(annotation, "__args__", ())))


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = getattr(annotation, "record_type", None)
    if isinstance(inner, type):
        return inner
    for argument in getattr(annotation, "__args__", ()):
        found = _model_in(argument)
        if found is not None:
            return found
    return None
