"""``docgen forms``: the case forms that documents print, to be approved once."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.console import Console
from docgen.cli.exits import Exit
from docgen.cli.options import pass_console

if TYPE_CHECKING:
    from docgen.build.usage import FormInUse
    from docgen.build.workspace import Workspace


@click.command()
@click.option("--unsure", is_flag=True, help="Только те, в которых нет уверенности.")
@click.option("--json", "as_json", is_flag=True, help="По одному объекту JSON в строке.")
@click.option(
    "--approve", metavar="ТЕКСТ", multiple=True, help="Утвердить формы текста: записать их в forms.yaml."
)
@pass_console
def command(console: Console, unsure: bool, as_json: bool, approve: tuple[str, ...]) -> int:
    """Показать падежные формы, которые печатают документы: откуда они, насколько надёжны и где описаны.

    Утверждённые формы хранятся в content/reference/forms.yaml и сильнее любых правил; их можно поправить руками.
    """
    from docgen.build.usage import forms_in_use
    from docgen.build.workspace import Workspace
    from docgen.cli import clock
    from docgen.kinds import KINDS, REFERENCES

    workspace = Workspace.around(Path.cwd())
    forms, problems = forms_in_use(workspace, KINDS, REFERENCES, clock.today())
    if problems:
        console.report(problems)
    if approve:
        return _approve(console, workspace, forms, approve)
    shown = [form for form in forms if not unsure or form.certainty.value == "unsure"]
    for form in shown:
        console.out(_as_json(form) if as_json else _as_line(form))
    if not shown:
        console.log("Неподтверждённых форм нет" if unsure else "Форм нет")
    return Exit.PROBLEMS if problems else Exit.CLEAN


_SURE = {"sure": "точно", "rule": "по правилу", "unsure": "НЕ УВЕРЕНЫ", "override": "утверждено"}


def _as_line(form: "FormInUse") -> str:
    return f"{form.place}: {_SURE[form.certainty.value]}: {form.case.title}: {form.text} → {form.form}"


def _as_json(form: "FormInUse") -> str:
    from docgen.diagnostics.json_text import json_text

    told = {
        "text": form.text,
        "kind": form.kind,
        "case": form.case.value,
        "form": form.form,
        "certainty": form.certainty.value,
        "place": str(form.place),
        "documents": form.documents,
    }
    return json_text(told)


def _approve(
    console: Console, workspace: "Workspace", forms: "list[FormInUse]", texts: tuple[str, ...]
) -> int:
    """Write the forms in use of each text into ``forms.yaml``."""
    from docgen.build.approving import approve
    from docgen.model.forms import key_of

    path = workspace.root / "content" / "reference" / "forms.yaml"
    used = {key_of(text): [form for form in forms if key_of(form.text) == key_of(text)] for text in texts}
    unused = [text for text in texts if not used[key_of(text)]]
    if unused:
        raise click.BadParameter(f"документы не печатают форм этого текста: {', '.join(unused)}")
    for text, found in used.items():
        new = {form.case.value: form.form for form in found if form.certainty.value != "override"}
        if not new:
            console.log(f"уже утверждено: {text}")
            continue
        approve(path, text, new)
        console.out(f"утверждено: {text}")
    console.log(f"Проверьте формы: {path.relative_to(workspace.root)}")
    return Exit.CLEAN
