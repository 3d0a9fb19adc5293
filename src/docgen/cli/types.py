"""Types of arguments that refuse a value in Russian.

click writes its refusals in English at the moment it makes them, so they are made anew here from the type and
the value; a command may use click's own types and knows nothing of this.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:  # needed only while completing
    from click.shell_completion import CompletionItem

_NAMES: dict[type[Any], str] = {
    click.types.StringParamType: "текст",
    click.types.IntParamType: "число",
    click.types.FloatParamType: "число",
    click.types.BoolParamType: "да/нет",
    click.DateTime: "дата",
    click.File: "файл",
    click.Choice: "слово",
}


class Translated(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic since click 8.4
    """One of click's types with a Russian name and Russian refusals."""

    def __init__(self, original: "click.ParamType[Any]") -> None:
        self.original = original
        self.name = _name(original)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The value, or a refusal that names it."""
        try:
            return self.original.convert(value, param, ctx)
        except click.BadParameter as error:
            raise click.BadParameter(_refusal(self.original, value), ctx, param) from error

    def split_envvar_value(self, rv: str) -> Sequence[str]:
        """Several values out of one environment variable."""
        return self.original.split_envvar_value(rv)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        """How the value is called in the usage line."""
        return (
            _days(self.original)
            if isinstance(self.original, click.DateTime)
            else self.original.get_metavar(param, ctx)
        )

    def get_missing_message(self, param: click.Parameter, ctx: click.Context | None) -> str | None:
        """What may be given, if little may be."""
        return f"допустимо: {allowed(self.original)}" if isinstance(self.original, click.Choice) else None

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """What the shell may offer."""
        return self.original.shell_complete(ctx, param, incomplete)


def translated(original: "click.ParamType[Any]") -> "click.ParamType[Any]":
    """The type with Russian refusals; a type that a command made itself is left as it is."""
    ours = type(original).__module__ != click.types.__name__
    return original if ours or original.is_composite else Translated(original)


def allowed(choice: "click.Choice[Any]") -> str:
    """The words that may be chosen."""
    return ", ".join(choice.normalize_choice(each, None) for each in choice.choices)


def limits(kind: "click.ParamType[Any]") -> str:
    """«от 1 до 64»; empty for what is not a number between limits."""
    number = kind.original if isinstance(kind, Translated) else kind
    if not isinstance(number, click.IntRange | click.FloatRange):
        return ""
    ends = (("от", number.min), ("до", number.max))
    return " ".join(f"{word} {end}" for word, end in ends if end is not None)


def suggest(word: str, possible: list[str]) -> str:
    """«; может быть, build?» or nothing."""
    from difflib import get_close_matches  # needed only after a mistake

    near = get_close_matches(word, possible, n=2) or get_close_matches(_other_layout(word), possible, n=1)
    return f"; может быть, {' или '.join(near)}?" if near else ""


_LAYOUT = str.maketrans("йцукенгшщзхъфывапролджэячсмитьбю", "qwertyuiop[]asdfghjkl;'zxcvbnm,.")


def _other_layout(word: str) -> str:
    """What would have been typed had the keyboard not been in Russian: «игшдв» is build."""
    return word.lower().translate(_LAYOUT)


def _name(original: "click.ParamType[Any]") -> str:
    if isinstance(original, click.Path):
        if not original.dir_okay:
            return "файл"
        return "путь" if original.file_okay else "папка"
    return next((name for kind, name in _NAMES.items() if isinstance(original, kind)), original.name)


def _refusal(original: "click.ParamType[Any]", value: Any) -> str:
    match original:
        case click.Choice():
            names = [original.normalize_choice(each, None) for each in original.choices]
            return f"«{value}» — не то, что можно выбрать ({allowed(original)}){suggest(str(value), names)}"
        case click.Path() | click.File():
            return _no_path(original, Path(str(value)))
        case click.IntRange() | click.FloatRange():
            return f"«{value}» — нужно число {limits(original)}".rstrip()
        case click.types.IntParamType():
            return f"«{value}» — нужно целое число"
        case click.types.FloatParamType():
            return f"«{value}» — нужно число"
        case click.types.BoolParamType():
            return f"«{value}» — нужно true или false"
        case click.DateTime():
            return f"«{value}» — нужна дата вида {_days(original)}"
    return f"«{value}» не подходит"


def _days(date: click.DateTime) -> str:
    """How a day is written: «ГГГГ-ММ-ДД», not «%Y-%m-%d»."""
    parts = {"%Y": "ГГГГ", "%m": "ММ", "%d": "ДД", "%H": "чч", "%M": "мм", "%S": "сс"}
    shown = "|".join(date.formats)
    for code, words in parts.items():
        shown = shown.replace(code, words)
    return shown


def _no_path(original: "click.Path[Any] | click.File", path: Path) -> str:
    if path.is_dir():
        wrong_kind = "«{}» — папка, а нужен файл"
        right = isinstance(original, click.Path) and original.dir_okay
    elif path.exists():
        wrong_kind = "«{}» — файл, а нужна папка"
        right = isinstance(original, click.File) or original.file_okay
    else:
        return f"«{path}» не найден" if _name(original) == "файл" else f"нет такого пути: «{path}»"
    return f"нет доступа к «{path}»" if right else wrong_kind.format(path)
