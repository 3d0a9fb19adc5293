"""Finding a kind, a registry or a rule by the name that the user gave."""

import difflib
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from docgen.corpus import Kind
from docgen.diagnostics import Rule
from docgen.diagnostics.codes import typed
from docgen.kinds import KINDS, REFERENCES
from docgen.sources.schema import json_schema

REPORTS = {
    "report": ("Отчёт о замечаниях (--format json)", "docgen.diagnostics.report.json"),
    "status": ("Отчёт о готовности (docgen status --format json)", "docgen.cli.readiness.json"),
}
"""What is printed as JSON and has a schema too, beside the kinds: title, and the module whose ``schema`` tells it."""

_MANY = 30  # names; longer lists help nobody


def kind_named(name: str) -> Kind[Any, Any]:
    """The kind of documents; wrong usage with a suggestion if there is none."""
    for kind in KINDS:
        if kind.name == name:
            return kind
    raise click.BadParameter(_no_such("вида документов", name, [kind.name for kind in KINDS]))


def schema_of(name: str) -> dict[str, Any]:
    """The schema of a kind's or a registry's sources, or of a JSON report."""
    if name in REPORTS:
        told: dict[str, Any] = import_module(REPORTS[name][1]).schema()
        return told
    for one in (*KINDS, *REFERENCES):
        if one.name == name:
            return json_schema(one.record, one.title)
    raise click.BadParameter(_no_such("вида документов и справочника", name, list(schema_titles())))


def schema_titles() -> dict[str, str]:
    """Everything that has a schema: kinds, reference data, reports."""
    return {one.name: one.title for one in (*KINDS, *REFERENCES)} | {
        name: title for name, (title, _) in REPORTS.items()
    }


def write_schemas(root: Path) -> None:
    """The schemas that the sources' first lines name, for editors: ``content/.schema/<name>.json``."""
    import json

    from docgen.build import atomic
    from docgen.build.workspace import CONTENT

    for name in [kind.name for kind in KINDS] + [reference.name for reference in REFERENCES]:
        text = json.dumps(schema_of(name), ensure_ascii=False, indent=1)
        atomic.write_where_told(root / CONTENT / ".schema" / f"{name}.json", text.encode())


def all_rules() -> dict[str, Rule]:
    """Every rule there is, by code."""
    import docgen.corpus.problems
    import docgen.papers.problems
    import docgen.publish.problems
    import docgen.render.problems
    import docgen.sources.problems
    import docgen.sources.tables.problems
    from docgen.build import problems as built
    from docgen.diagnostics import rules_in
    from docgen.kinds.verifying import verifiable, verified_rules

    modules = (
        docgen.sources.problems,
        docgen.sources.tables.problems,
        docgen.corpus.problems,
        docgen.render.problems,
        docgen.publish.problems,
        docgen.papers.problems,
        built,
    )
    rules = list(rules_in(*modules))
    rules += [rule for kind in KINDS for rule in kind.rules]
    rules += [rule for reference in REFERENCES for rule in reference.rules]
    rules += [rule for name in verifiable() for rule in verified_rules(name)]
    return {rule.code: rule for rule in sorted(rules, key=lambda rule: rule.code)}


def rule_with(code: str) -> Rule:
    """The rule with a code, however it was typed; wrong usage with a suggestion if there is none."""
    rules = all_rules()
    found = rules.get(typed(code))
    if found is None:
        raise click.BadParameter(_no_such("правила", code, list(rules), typed(code)))
    return found


def code_start(text: str, option: str) -> str:
    """A code or the beginning of codes, however it was typed; wrong usage with a suggestion if no rule begins so."""
    start, rules = typed(text), all_rules()
    if not any(code.startswith(start) for code in rules):
        raise click.BadParameter(_no_such("правила", text, list(rules), start), param_hint=option)
    return start


def _no_such(what: str, name: str, known: list[str], meant: str = "") -> str:
    """«правила «P1O44» нет: может быть, P104?»; ``meant`` is the name as it should have been typed."""
    meant = meant or name
    near = [each for each in known if meant.startswith(each)] or difflib.get_close_matches(meant, known, n=1)
    if near:
        told = f"может быть, {near[0]}?"
    elif len(known) <= _MANY:
        told = f"есть {', '.join(known)}"
    else:
        told = f"их {len(known)}, все покажет docgen rules"
    return f"{what} «{name}» нет: {told}"
