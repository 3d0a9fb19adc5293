"""click's exceptions as Russian sentences, told apart by their types."""

import click

from docgen.cli.types import suggest

_FEW = 20


def complaint(error: click.ClickException) -> str:
    """What the user did wrong, how the command is used, where to read more."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.message
    said = sentence(error)
    lines = [f"Ошибка: {said[0].lower()}{said[1:]}"]
    if isinstance(error, click.UsageError) and error.ctx is not None:
        lines = [error.ctx.get_usage(), "", *lines, f"Справка: {error.ctx.command_path} --help"]
    return "\n".join(lines)


def sentence(error: click.ClickException) -> str:
    """One sentence about the error; a message that is not click's own is left as it was written."""
    match error:
        case click.NoSuchOption():
            return f"Нет такого параметра: {error.option_name}{_near_options(error)}"
        case click.MissingParameter():
            return _missing(error)
        case click.BadParameter():
            called = _called(error)
            return f"Неверное значение {called}: {error.message}" if called else error.message
        case click.BadOptionUsage():
            return _bad_usage(error)
        case click.BadArgumentUsage():
            return "Аргументов должно быть больше или меньше"
        case click.FileError():
            return f"Не удалось открыть файл «{error.ui_filename}»"
    return error.message


def _near_options(error: click.NoSuchOption) -> str:
    params = error.ctx.command.get_params(error.ctx) if error.ctx else []
    names = [name for param in params if isinstance(param, click.Option) for name in param.opts]
    return suggest(error.option_name, names)


def _missing(error: click.MissingParameter) -> str:
    param = error.param
    if param is None:
        return error.message
    what = "аргумента" if param.param_type_name == "argument" else "параметра"
    choices = param.type.get_missing_message(param, error.ctx) or _offered(param, error.ctx)
    return f"Не хватает {what} {_name(param)}" + (f" ({choices})" if choices else "")


def _offered(param: click.Parameter, ctx: click.Context | None) -> str:
    """What a shell would offer there, if it is little."""
    found = [] if ctx is None else param.shell_complete(ctx, "")
    words = [one.value for one in found if one.type == "plain"]
    return f"допустимо: {', '.join(words)}" if 0 < len(words) <= _FEW else ""


def _called(error: click.BadParameter) -> str:
    param = error.param
    if param is None:
        return f"параметра {error.param_hint}" if isinstance(error.param_hint, str) else ""
    what = "аргумента" if param.param_type_name == "argument" else "параметра"
    return f"{what} {_name(param)}"


def _name(param: click.Parameter) -> str:
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.human_readable_name.strip("[].")


def _bad_usage(error: click.BadOptionUsage) -> str:
    params = error.ctx.command.get_params(error.ctx) if error.ctx else []
    option = next((each for each in params if error.option_name in each.opts), None)
    if isinstance(option, click.Option) and (option.is_flag or option.count):
        return f"Параметр {error.option_name} значения не принимает"
    return f"После параметра {error.option_name} нужно значение"
