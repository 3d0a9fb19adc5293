"""Readiness as one page of HTML that opens without a server: nothing outside of it is loaded."""

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from docgen.build.standing import Standing
from docgen.cli.readiness.words import STAGES, STATES, lacking, place, summary
from docgen.corpus.readiness import Lack, PartState, everyone

_TITLE = "Готовность документов"
_AS_IF = {"draft": "как черновики", "to_sign": "как подаваемые на подпись"}
_COLUMNS = (
    ("Документ", ""),
    ("Вид", ""),
    ("Стадия", ""),
    ("Состояние", ""),
    ("Готово, %", "number"),
    ("Чего не хватает", "number"),
)


def render(found: list[Standing], stage: str | None) -> str:
    """The page: a table of documents that can be sorted, and each of them part by part."""
    style, script = (
        files("docgen.cli").joinpath(f"data/status.{end}").read_text("utf-8") for end in ("css", "js")
    )
    looked = f" Документы рассмотрены {_AS_IF[stage]}." if stage else ""
    body = "\n".join([*_table(found), *(line for one in found for line in _document(one))])
    return f"""<!DOCTYPE html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{_TITLE}</title>
<style>
{style}</style>
</head>
<body>
<main>
<h1>{_TITLE}</h1>
<p>{escape(summary(found))}.{escape(looked)}</p>
{body}
</main>
<script>
{script}</script>
</body>
</html>
"""


def _table(found: list[Standing]) -> Iterator[str]:
    yield '<table class="documents">'
    yield "<caption>Нажмите на заголовок столбца, чтобы упорядочить строки</caption>"
    heads = (
        f'<th scope="col" data-kind="{kind}"><button type="button">{escape(title)}</button></th>'
        for title, kind in _COLUMNS
    )
    yield f"<thead><tr>{''.join(heads)}</tr></thead>\n<tbody>"
    yield from map(_row, found)
    yield "</tbody>\n</table>"


def _row(one: Standing) -> str:
    lacks = len(one.readiness.lacks)
    return (
        f'<tr><th scope="row"><a href="#{escape(_anchor(one))}">{escape(one.id)}</a></th>'
        f"<td>{escape(one.kind_title)}</td><td>{STAGES[one.stage]}</td>"
        f'<td><span class="state {one.state}">{STATES[one.state]}</span></td>'
        f'<td class="number" data-value="{one.readiness.percent}">{_bar(one)}</td>'
        f'<td data-value="{lacks}">{escape(lacking(one)) or "–"}</td></tr>'
    )


def _bar(one: Standing) -> str:
    """The number is what is read; the bar only repeats it."""
    percent = one.readiness.percent
    return f'<span class="bar" aria-hidden="true"><span style="width:{percent}%"></span></span> {percent}'


def _anchor(one: Standing) -> str:
    return f"{one.kind}-{one.id}"


def _document(one: Standing) -> Iterator[str]:
    yield f'<section id="{escape(_anchor(one))}">'
    yield f"<h2>{escape(one.kind_title)} «{escape(one.id)}»</h2>"
    told = lacking(one) or "пробелов и ошибок нет"
    yield (
        f'<p><span class="state {one.state}">{STATES[one.state]}</span> '
        f"Готово {one.readiness.ready} из {one.readiness.units}; {escape(told)}. "
        f"Исходник: <code>{escape(one.path)}</code></p>"
    )
    if one.readiness.lacks:
        people = "; ".join(f"{escape(who)} – {count}" for who, count in everyone(one.readiness.lacks).items())
        yield f"<p><strong>Кто может восполнить:</strong> {people}</p>"
    for part in one.readiness.parts:
        yield from _part(part)
    yield "</section>"


def _part(part: PartState) -> Iterator[str]:
    complete = part.ready == len(part.units)
    yield f'<details{"" if complete else " open"}><summary><span class="{"done" if complete else "todo"}">'
    yield f"{escape(part.title)}</span> <small>{part.ready} из {len(part.units)}</small></summary>\n<ul>"
    for state in part.units:
        mark, told = ("✓", "готово") if state.ready else ("○", "не готово")
        yield f'<li><span class="mark" role="img" aria-label="{told}">{mark}</span> {escape(state.unit.title)}'
        if state.lacks:
            yield "<ul>" + "".join(map(_lack, state.lacks)) + "</ul>"
        yield "</li>"
    yield "</ul>\n</details>"


def _lack(lack: Lack) -> str:
    problem = lack.problem
    hint = f" – {escape(problem.hint)}" if problem.hint else ""
    return (
        f'<li class="{problem.severity.value}"><b>{problem.severity.title}</b>: {escape(problem.message)}{hint} '
        f"<small>({escape(place(problem.span))}, {problem.rule.code}) → {escape(lack.who)}</small></li>"
    )
