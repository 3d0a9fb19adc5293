"""`docgen decline`: a name, a post or an organisation in all six cases, and how sure."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from docgen.cli.console import Console
from docgen.cli.lines import lines_given
from docgen.cli.options import pass_console
from docgen.diagnostics.json_text import json_text

if TYPE_CHECKING:
    from docgen.language.cases import Declension

_KINDS = ("surname", "first_name", "patronymic", "person", "post", "organisation", "group")
_CERTAINTY = {
    "sure": "уверенно: слово есть в словаре",
    "rule": "по правилу",
    "unsure": "не уверен: проверьте формы",
    "override": "задано вручную",
}


@click.command(name="decline", short_help="Склонение имени, должности, организации по падежам.")
@click.argument("text", metavar="ТЕКСТ")
@click.option(
    "--as",
    "kind",
    type=click.Choice(_KINDS),
    default="person",
    show_default=True,
    help="Что склонять: фамилию, имя, отчество, лицо целиком, должность, организацию, группу лиц.",
)
@click.option("--gender", type=click.Choice(["m", "f"]), help="Пол: m – мужской, f – женский.")
@click.option("--json", "as_json", is_flag=True, help="Вывести JSON: по одному объекту в строке.")
@pass_console
def command(console: Console, text: str, kind: str, gender: str | None, as_json: bool) -> None:
    """Просклонять ТЕКСТ по шести падежам и сказать, насколько можно верить формам.

    Если ТЕКСТ – дефис (-), строки читаются со стандартного ввода: «текст» или «текст<TAB>m|f»
    (пол из строки важнее ключа --gender). Пустые строки пропускаются.

    Пол по инициалам не угадывается: «Бондарь О.А.» без пола остаётся в именительном падеже
    с пометкой «не уверен».
    """
    from docgen.language.cases import Gender
    from docgen.language.declension import decline

    for index, (item, sex) in enumerate(_items(text, gender)):
        declension = decline(item, kind, Gender(sex) if sex else None)
        if as_json:
            console.out(_as_json(declension))
        else:
            console.out(("\n" if index else "") + _as_table(declension))


def _items(text: str, gender: str | None) -> Iterator[tuple[str, str | None]]:
    """Texts with their genders: the argument, or the lines of standard input."""
    if text != "-":
        if not text.strip():
            raise click.UsageError("текст пуст: склонять нечего")
        yield text, gender
        return
    for number, line in lines_given():
        item, tab, sex = line.partition("\t")
        if not item.strip():
            continue
        sex = sex.strip()
        if tab and sex not in ("", "m", "f"):
            raise click.UsageError(f"строка {number}: пол должен быть m или f, а не «{sex}»")
        yield item.strip(), sex or gender


def _as_json(declension: "Declension") -> str:
    from docgen.language.cases import CASES

    fields: dict[str, str | None] = {"text": declension.text}
    fields |= {case.value: declension.form(case) for case in CASES}
    fields["gender"] = declension.gender.value if declension.gender else None
    fields["certainty"] = declension.certainty.value
    return json_text(fields)


def _as_table(declension: "Declension") -> str:
    from docgen.language.cases import CASES

    rows = [(case.title, declension.form(case)) for case in CASES]
    if declension.gender:
        rows.append(("пол", "мужской" if declension.gender.value == "m" else "женский"))
    rows.append(("надёжность", _CERTAINTY[declension.certainty.value]))
    width = max(len(title) for title, _ in rows)
    return "\n".join(f"{title:<{width}}  {value}" for title, value in rows)
