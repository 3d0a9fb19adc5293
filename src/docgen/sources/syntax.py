"""The parser's complaints, told in Russian with a hint.

The parser names no error types, so what went wrong is read off the text at the place it stopped at,
never off its English sentence.
"""

import re

import yaml

from docgen.diagnostics import Problem, Source
from docgen.sources import problems as said

_GLUED = re.compile(r"\s*(?:- )?[a-z_]+:[^\s:/]")
_TEXT_AFTER_COLON = re.compile(r"^(\s*(?:- )?[^\s:#'\"][^:#]*:\s+)([^'\"\[{|>].*?:(?:\s.*)?)$")


def explain_syntax(source: Source, error: yaml.YAMLError) -> Problem:
    """The problem for an error of the YAML parser: where it stopped, the likely cause, what to do."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return said.SYNTAX.at(source.span(0, 0), "текст не разбирается как YAML", "проверьте запись")
    offset = min(mark.index, len(source.text))
    message, hint = _cause(source, error, *source.place(offset))
    return said.SYNTAX.at(source.span(offset, min(offset + 1, len(source.text))), message, hint)


def _without_space(source: Source, number: int) -> int | None:
    """The line, this one or the written one before it, in which a value is glued to its key: «date:2026-03-12»."""
    for candidate in (number, number - 1, number - 2):
        if _GLUED.match(source.line(candidate)):
            return candidate
        if candidate != number and source.line(candidate).strip():
            return None
    return None


def _cause(source: Source, error: yaml.YAMLError, number: int, column: int) -> tuple[str, str]:
    line = source.line(number)
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent or line[column - 1 : column] == "\t":
        return "табуляция в отступе", "замените табуляцию пробелами"
    match = _TEXT_AFTER_COLON.match(line)
    if match:
        quoted = match[2].rstrip().replace('"', '\\"')
        return (
            "двоеточие с пробелом внутри текста без кавычек",
            f'возьмите текст в кавычки: {match[1].strip()} "{quoted}"',
        )
    opened = getattr(error, "context_mark", None)
    sign = source.text[opened.index : opened.index + 1] if opened is not None else ""
    if opened is not None and sign and sign in "\"'[{":
        place = source.place(opened.index)[0]
        name = "кавычка" if sign in "\"'" else "скобка"
        return (
            f"{name} «{sign}», открытая в строке {place}, не закрыта или закрыта не там",
            f"проверьте строку {place}",
        )
    here = line[column - 1 : column]
    if here and here in "@`%":
        return f"текст не может начинаться со знака «{here}»", "возьмите текст в кавычки"
    if here and here in "&*!|>":
        return f"знак «{here}» в начале значения имеет особый смысл", "возьмите текст в кавычки"
    glued = _without_space(source, number)
    if glued is not None:
        return f"в строке {glued} после двоеточия нет пробела", "поставьте пробел: «ключ: значение»"
    if not line and column == 1:
        return "файл оборвался: скобка или кавычка не закрыта", "допишите конец"
    if ":" not in line and not line.lstrip().startswith("-"):
        return (
            "строка не похожа ни на поле «ключ: значение», ни на пункт списка",
            "проверьте отступ и двоеточие",
        )
    return "нарушена запись: ключ, список или отступ не на месте", "выровняйте отступ по соседним строкам"
