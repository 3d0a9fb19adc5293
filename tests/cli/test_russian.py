"""Help and complaints have no English left but names."""

import re
from pathlib import Path

import click
import pytest

from docgen.__main__ import run
from docgen.cli import COMMANDS
from docgen.cli.program import docgen
from docgen.cli.russian import adopt

ENGLISH = re.compile(
    r"Usage|Options|Commands|Error|Try|Missing|No such|Invalid|Show|required|default|OPTIONS|ARGS|is not|does not"
)


def complaint(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """The line that says what is wrong."""
    assert run(arguments) == 2
    told = capsys.readouterr().err
    assert not ENGLISH.search(told), told
    (line,) = (line for line in told.splitlines() if line.startswith("Ошибка: "))
    return line.removeprefix("Ошибка: ")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("tkaes", "нет такой команды: tkaes; может быть, takes?"),
        ("вщсещк", "нет такой команды: вщсещк; может быть, doctor?"),
        ("zzz", "нет такой команды: zzz"),
        ("-q", "не указана команда"),
        ("--colr", "нет такого параметра: --colr; может быть, --color?"),
        ("takes", "не хватает параметра --as (допустимо: person, post)"),
        ("takes --as", "после параметра --as нужно значение"),
        (
            "takes --as pots",
            "неверное значение параметра --as: «pots» — не то, что можно выбрать (person, post); может быть, post?",
        ),
        ("takes --as post --force=1", "параметр --force значения не принимает"),
        ("takes --as post -j 0", "неверное значение параметра --jobs: «0» — нужно число от 1 до 64"),
        ("takes --as post -j x", "неверное значение параметра --jobs: «x» — нужно число от 1 до 64"),
        (
            "takes --as post --from завтра",
            "неверное значение параметра --from: «завтра» — нужна дата вида ГГГГ-ММ-ДД",
        ),
        ("takes --as post нет.yaml", "неверное значение аргумента ПУТИ: «нет.yaml» не найден"),
        ("takes --as post .", "неверное значение аргумента ПУТИ: «.» — папка, а нужен файл"),
        ("ends", "не хватает аргумента WAY"),
        ("ends clean и ещё", "лишнее в командной строке: и ещё"),
        (
            "completion tcsh",
            "неверное значение аргумента ОБОЛОЧКА: «tcsh» — не то, что можно выбрать (bash, zsh, fish)",
        ),
    ],
)
def test_complaint_is_one_russian_sentence(
    line: str, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert complaint(line.split(), capsys).startswith(expected)


@pytest.mark.parametrize("name", ["", "takes", "ends", "doctor", "completion"])
def test_help_is_russian(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*name.split(), "--help"]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"Использование: docgen {name}".rstrip())
    assert not ENGLISH.search(told.replace("auto", "")), told
    assert "Показать эту справку и выйти." in told


def test_help_of_a_command_tells_defaults_and_duties(capsys: pytest.CaptureFixture[str]) -> None:
    run(["takes", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert "Сколько сразу. [по умолчанию: 1; от 1 до 64]" in told
    assert "Что это. [обязательно]" in told
    assert "--output-file ФАЙЛ" in told


def test_without_arguments_help_is_shown_as_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    assert "Команды:" in capsys.readouterr().err


def test_every_installed_command_loads_and_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    context = click.Context(docgen)
    names = docgen.list_commands(context)
    assert {"doctor", "completion", "takes"} <= set(names) <= set(COMMANDS)
    for name in names:
        command = docgen.get_command(context, name)
        assert command is not None
        assert command.callback is not None


def test_no_command_lets_click_speak_english(capsys: pytest.CaptureFixture[str]) -> None:
    names = docgen.list_commands(click.Context(docgen))
    assert len(names) > 3
    for name in names:
        assert run([name, "--help"]) == 0, name
        told = capsys.readouterr().out
        assert told.startswith(f"Использование: docgen {name}")
        assert not re.search(
            r"Usage|Options:|Commands:|Show this|required]|default: |\b(TEXT|PATH|INTEGER)\b", told
        ), told


def test_plain_group_is_adopted_with_its_commands(capsys: pytest.CaptureFixture[str]) -> None:
    @click.group()
    def orders() -> None:
        """Реестр."""

    @orders.command()
    def late() -> None:
        """Просроченные."""

    adopted = adopt(orders)
    with pytest.raises(click.UsageError, match="Нет такой команды: lat; может быть, late"):
        adopted.main(["lat"], standalone_mode=False)
    with pytest.raises(click.UsageError, match="Не указана команда"):
        adopted.main(["-q"], standalone_mode=False)
    assert adopt(adopted) is adopted


def test_unreadable_path_is_told_from_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "x.yaml"
    file.write_text("x", encoding="utf-8")
    assert run(["takes", "--as", "post", str(file)]) == 0
