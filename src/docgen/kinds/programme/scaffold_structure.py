"""The choice of an organisational form in a new programme: every way commented out, with what each asks for."""

from collections.abc import Mapping

from pydantic.fields import FieldInfo

from docgen.kinds.programme.scaffold_lines import Lines, said
from docgen.model.layout.layout import Choice, Layout
from docgen.model.programme import Ano, Association, Member, Structure
from docgen.sources.rows import row_type

_FIELDS: Mapping[str, Mapping[str, FieldInfo]] = {
    "": Structure.model_fields,
    "ano": Ano.model_fields,
    "association": Association.model_fields,
}
_NONE: Mapping[str, FieldInfo] = {}
_MEMBER = "- {person: Фамилия Имя Отчество, post: директор, organisation: ключ участника, role: chair}"


def structure(layout: Layout) -> Lines:
    """``structure:`` with the ways that the layout offers."""
    for numbered in layout.choices():
        title = numbered.point.title
        yield from ("", *said(f"{title}: выберите одно и уберите знаки # перед его строками."), "structure:")
        for choice in numbered.point.exactly_one_of:
            yield from _choice(choice, "", "  ")


def _choice(choice: Choice, within: str, lead: str) -> Lines:
    """A way with its own fields, then the ways within it."""
    yield from said(f"{choice.title}. {' '.join((choice.hint or '').split())}".rstrip(), lead)
    yield f"#{lead}{choice.key}:"
    yield from _members(_FIELDS.get(within, _NONE).get(choice.key), f"{lead}  ")
    ways = {one.key for one in choice.exactly_one_of}
    for name, field in _FIELDS.get(choice.key, _NONE).items():
        if name not in ways:
            told = ". ".join(filter(None, (field.title, field.description)))
            yield from (f"#{lead}  {name}:  # {told}", *_members(field, f"{lead}    "))
    for one in choice.exactly_one_of:
        yield from _choice(one, choice.key, f"{lead}  ")


def _members(field: FieldInfo | None, lead: str) -> Lines:
    """How a member of a governing body is written, if the field holds members."""
    if field is not None and row_type(field.annotation) is Member:
        yield f"#{lead}{_MEMBER}"
