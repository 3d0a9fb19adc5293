"""How a value is printed where its tag stands: in a text, between paragraphs, in an attribute.

The compiler (:mod:`docgen.render.compiler`) wraps every ``{{ }}`` in the printer of its surroundings and hands it
the look of these surroundings; so whatever is printed leaves the markup whole.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from datetime import date, time
from decimal import Decimal
from typing import Any

from jinja2 import Undefined

from docgen.render.blocks import Block, blocks
from docgen.render.escape import OPEN_TEXT, in_attribute, in_plain, in_text, layout
from docgen.render.filters import concatenated
from docgen.render.formatting import in_schema_order
from docgen.render.inline import Inline, runs
from docgen.render.problems import UNPRINTABLE
from docgen.render.rendering import CURRENT

_PARAGRAPH = re.compile(r"<w:p>(?P<look><w:pPr>(?:(?!</w:pPr>).)*</w:pPr>)?.*?</w:p>", re.DOTALL)
_TEXT_RUN = re.compile(
    r"<w:r>(?P<look><w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: [^>]*)?>(?P<text>[^<]*)</w:t></w:r>"
)
_BOUND = {
    "InlineImage": "возьмите docgen.render.Picture",
    "Subdoc": "соберите его из абзацев и таблиц: docgen.render.Paragraph, Table",
}


def text(value: Any, run: str = "", paragraph: str = "", linked: bool = False) -> str:
    """Inside ``w:t``: the commonest by far."""
    if type(value) is str:
        return in_text(value)
    if type(value) is int:
        return str(value)
    if isinstance(value, Inline):
        return _apart(value.runs(run, linked), run)
    if foreign := _foreign(value):
        kind, markup = foreign
        if kind == "Listing":
            return _listing(layout(markup), run, paragraph)
        if kind == "RichText":
            return _apart(_rich(markup, paragraph), run)
        CURRENT.get().note(UNPRINTABLE, "готовые абзацы печатает только тег абзаца", "напишите {{p … }}")
        return ""
    return in_text(said(value))


def linked_text(value: Any, run: str = "", paragraph: str = "") -> str:
    """Inside ``w:t`` of a hyperlink, where another link cannot stand."""
    return text(value, run, paragraph, linked=True)


def in_run(value: Any, run: str = "", paragraph: str = "") -> str:
    """Between runs: ``{{r x }}``."""
    if foreign := _foreign(value):
        kind, markup = foreign
        if kind == "Listing":
            return f"<w:r>{run}{OPEN_TEXT}{_listing(layout(markup), run, paragraph)}</w:t></w:r>"
        if kind == "RichText":
            return _rich(markup, paragraph)
    return runs(value if isinstance(value, Inline) else said(value), run)


def between_paragraphs(value: Any, run: str = "", paragraph: str = "") -> str:
    """Between paragraphs: ``{{p x }}``; a text is a paragraph per line that looks like the one of the tag."""
    if foreign := _foreign(value):
        kind, markup = foreign
        if kind == "RichTextParagraph":
            return _PARAGRAPH.sub(lambda one: _rich(one[0], one["look"] or ""), markup)
        return f"<w:p>{paragraph}{in_run(value, run, paragraph)}</w:p>"
    if isinstance(value, list | tuple):
        return blocks(value, paragraph, run)
    return blocks((value if isinstance(value, Block | Inline) else said(value),), paragraph, run)


def between_rows(value: Any, run: str = "", paragraph: str = "") -> str:
    """Between rows or cells only finished markup can stand."""
    if foreign := _foreign(value):
        return foreign[1]
    CURRENT.get().note(
        UNPRINTABLE, "между строками и ячейками таблицы текст не печатается", "поставьте тег в ячейку"
    )
    return ""


def attribute(value: Any, run: str = "", paragraph: str = "") -> str:
    """Between the quotes of an attribute."""
    return in_attribute(said(value))


def plain(value: Any, run: str = "", paragraph: str = "") -> str:
    """Inside an element that holds characters only: a document property, a field code."""
    return in_plain(said(value))


def said(value: Any) -> str:
    """The characters of a value, or nothing and a note if it has none that a reader would understand."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Undefined):
        return str(value)
    reason = _refusal(value)
    if reason:
        CURRENT.get().note(UNPRINTABLE, *reason)
        return ""
    return str(value)


def _refusal(value: Any) -> tuple[str, str] | None:
    if value is None:
        return "поле не заполнено", "проверьте его: {% if поле %}…{% endif %}"
    if isinstance(value, bool):
        return "поле «да/нет» не печатается", "выберите слово: {{ «да» if поле else «нет» }}"
    if isinstance(value, date | time):
        return "дата печатается только фильтром", "добавьте после имени черту и имя фильтра"
    if isinstance(value, int | float | Decimal | Inline):
        return None
    if isinstance(value, Block):
        return "готовые абзацы печатает только тег абзаца", "напишите {{p … }}"
    if isinstance(value, Mapping | Sized) or not _says(value):
        return "список или запись целиком не печатаются", "печатайте поля: {% for … %}{{ … }}{% endfor %}"
    return None


def _says(value: Any) -> bool:
    """Whether its class says how to print it, and not Python for every object."""
    return any("__str__" in vars(one) for one in type(value).__mro__ if one.__module__ != "builtins")


def _apart(runs_: str, run: str) -> str:
    return f"</w:t></w:r>{runs_}<w:r>{run}{OPEN_TEXT}"


def _listing(markup: str, run: str, paragraph: str) -> str:
    """docxtpl's ``Listing``: a bell starts a new paragraph, a form feed a new page."""
    opened = f"<w:p>{paragraph}<w:r>{run}{OPEN_TEXT}"
    page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    return markup.replace("\a", f"</w:t></w:r></w:p>{opened}").replace(
        "\f", f"</w:t></w:r></w:p>{page}{opened}"
    )


def _rich(markup: str, paragraph: str) -> str:
    """The runs of docxtpl's rich text, with the same signs for paragraphs and pages in them."""
    return _TEXT_RUN.sub(lambda one: _rich_run(one["look"] or "", layout(one["text"]), paragraph), markup)


def _rich_run(look: str, text: str, paragraph: str) -> str:
    return f"<w:r>{look}{OPEN_TEXT}{_listing(text, look, paragraph)}</w:t></w:r>"


def _foreign(value: Any) -> tuple[str, str] | None:
    """docxtpl's own values carry markup that nobody has checked: the part is parsed after them."""
    kind = type(value)
    if not kind.__module__.startswith("docxtpl"):
        return None
    rendering = CURRENT.get()
    if kind.__name__ in _BOUND:
        message = f"{kind.__name__} привязан к другому шаблону"
        rendering.note(UNPRINTABLE, message, _BOUND[kind.__name__])
        return "RichText", ""  # told once: nothing is printed in its place
    rendering.foreign = True
    return kind.__name__, in_schema_order(value.__html__())


def joined(pieces: Iterable[Any]) -> Any:
    """``a ~ b``: put together as text, escaped later, as everything; gaps and links stay what they are."""
    return concatenated([one if isinstance(one, Inline) else said(one) for one in pieces])


def counted(items: Any, cost: int) -> Any:
    """What a loop goes through, paid for before it starts."""
    if isinstance(items, Undefined):
        return iter(items)
    if isinstance(items, Iterator):
        items = list(items)
    if items is None or not hasattr(items, "__len__") or isinstance(items, str | bytes):
        CURRENT.get().note(UNPRINTABLE, "цикл возможен только по списку", "проверьте имя после in")
        return ()
    CURRENT.get().spend(len(items) * cost)
    return items


PRINTERS: dict[str, Callable[..., str]] = {
    "_text": text,
    "_linked": linked_text,
    "_run": in_run,
    "_paragraphs": between_paragraphs,
    "_rows": between_rows,
    "_attribute": attribute,
    "_plain": plain,
}
