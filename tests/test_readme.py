"""What README says of commands and rules is what there is; ``--update-golden`` writes it anew."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.cli import COMMANDS
from docgen.cli.kinds import all_rules

README = Path(__file__).parents[1] / "README.md"
_SEVERITIES = {"error": "ошибка", "gap": "пробел", "warning": "предупреждение", "info": "замечание"}


def commands_table() -> str:
    rows = [f"| `docgen {name}` | {help_} |" for name, (_, help_) in COMMANDS.items()]
    return "\n".join(["| command | does |", "| --- | --- |", *rows])


def rules_table() -> str:
    rows = [
        f"| {rule.code} | {_SEVERITIES[rule.severity.value]} | {rule.title.replace('|', '¦')} |"
        for rule in all_rules().values()
    ]
    return "\n".join(["| code | severity | what must hold or what is told |", "| --- | --- | --- |", *rows])


@pytest.mark.parametrize(("name", "table"), [("commands", commands_table), ("rules", rules_table)])
def test_the_tables_of_the_readme_are_what_the_code_says(
    name: str, table: Callable[[], str], request: pytest.FixtureRequest
) -> None:
    wanted = table()
    assert wanted.count("\n") > 10
    text = README.read_text(encoding="utf-8")
    block = re.compile(rf"(<!-- {name}: [^>]*-->\n).*?(<!-- /{name} -->)", re.DOTALL)
    found = block.search(text)
    assert found is not None
    if request.config.getoption("--update-golden"):
        README.write_text(block.sub(lambda m: f"{m[1]}{wanted}\n{m[2]}", text), encoding="utf-8")
    else:
        assert found[0].split("\n", 1)[1].rsplit("\n", 1)[0] == wanted


def prose(text: str) -> str:
    """A page without its code, where a link is an example of one."""
    return re.sub(r"`[^`\n]*`", "", re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE))


def test_every_picture_and_file_that_the_readmes_show_exists() -> None:
    links = [
        target
        for name in ("README.md", "README.ru.md")
        for target in re.findall(r"\]\(([^)#]+)\)", prose(README.with_name(name).read_text(encoding="utf-8")))
    ]
    local = [target for target in links if "://" not in target]
    assert len(local) > 4
    assert [target for target in local if not (README.parent / target).exists()] == []
