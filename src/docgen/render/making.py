"""One document of a template and its data: render the parts, put right what loops left, pack."""

import re
from itertools import islice
from typing import Any

from jinja2.exceptions import SecurityError, UndefinedError
from lxml import etree

from docgen.diagnostics import Problem
from docgen.render.archive import Entry, in_order, pack, write
from docgen.render.compiled import HEAD, Assembly, Part
from docgen.render.environment import TEMPLATE_FILE
from docgen.render.error import RenderError
from docgen.render.package import TYPES, Relation, add_relations, add_type, relations_name
from docgen.render.problems import BROKEN_XML, FORBIDDEN, UNPRINTABLE
from docgen.render.properties import DocumentProperties, core_xml
from docgen.render.rendering import CURRENT, Rendering
from docgen.render.repair import repair
from docgen.render.sections import with_sections

_AT_ONCE = 512
_RUNNING_HEAD = re.compile(r"word/(?:header|footer)\d*\.xml")
"""In a PDF running heads are decoration, and a link in a decoration is none (PDF/UA, 7.18.5)."""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def make(assembly: Assembly, names: dict[str, Any], properties: DocumentProperties | None) -> bytes:
    """The DOCX, or :class:`RenderError` with all that went wrong in all parts."""
    rendering = Rendering(names, assembly.styles, assembly.sources[0].span(0, 0))
    changed: dict[str, Entry] = {}
    token = CURRENT.set(rendering)
    try:
        for part in assembly.parts:
            markup = _whole_part(part, names, rendering)
            changed[part.name] = pack(part.name, (HEAD + markup).encode("utf-8", "replace"))
            _add_relations(assembly, part, rendering, changed)
        rendered = {name: _markup(part, names, rendering) for name, part in assembly.properties.items()}
        changed[assembly.core] = pack(assembly.core, core_xml(properties, rendered))
    finally:
        CURRENT.reset(token)
    if rendering.problems:
        raise RenderError(rendering.problems)
    _add_media(assembly, rendering, changed)
    return _packed(assembly, changed)


def _whole_part(part: Part, names: dict[str, Any], rendering: Rendering) -> str:
    markup = _markup(part, names, rendering)
    needs = part.compiled.repairs | ({"drawings"} if rendering.drawn else set())
    if rendering.foreign and not rendering.problems:
        try:
            etree.fromstring(markup.encode())
        except etree.XMLSyntaxError:
            message = "готовая разметка не подошла к месту тега"
            rendering.problems.append(
                BROKEN_XML.at(rendering.nowhere, message, "проверьте теги {{r … }} и {{p … }}")
            )
    if rendering.problems:
        return markup
    if rendering.turned:
        markup = with_sections(markup)
    if not needs:
        return markup
    return repair(markup, frozenset(needs), rendering.drawings)


def _markup(part: Part, names: dict[str, Any], rendering: Rendering) -> str:
    """What the code of a part prints; a failure in it becomes a problem at its tag."""
    linkable = not _RUNNING_HEAD.fullmatch(part.name)
    rendering.enter(part.compiled.tag_at, part.source.span(0, 0), linkable=linkable)
    made: list[str] = []
    pieces = part.compiled.pieces(names)
    try:
        while some := list(islice(pieces, _AT_ONCE)):
            made += some
            rendering.spend(sum(map(len, some)))
    except RenderError:
        pass  # noted already; the other parts may have more to say
    except UndefinedError:
        if not rendering.problems:
            rendering.problems.append(_failure(part, error=UndefinedError("нет значения")))
    except Exception as error:  # whatever a filter or an operator does with foreign data is told at its tag
        rendering.problems.append(_failure(part, error))
    return "".join(made)


def _failure(part: Part, error: Exception) -> Problem:
    line = 0
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == TEMPLATE_FILE:
            line = trace.tb_lineno
        trace = trace.tb_next
    tag = part.compiled.tag_at(line)
    span = tag.span if tag else part.source.span(0, 0)
    if isinstance(error, SecurityError):
        return FORBIDDEN.at(span, str(error), "шаблон только печатает поля")
    message = f"с этим значением так нельзя: {error}"
    return UNPRINTABLE.at(span, message, "проверьте, что за значение стоит в этом теге")


def _add_relations(assembly: Assembly, part: Part, rendering: Rendering, changed: dict[str, Entry]) -> None:
    if not rendering.links and not rendering.pictures:
        return
    name = relations_name(part.name)
    old = assembly.entries[name].content() if name in assembly.entries else b""
    added = [Relation(one, f"{_OFFICE}/hyperlink", url, True) for url, one in rendering.links.items()]
    added += [
        Relation(one, f"{_OFFICE}/image", f"/docgen/media/{picture}", False)
        for picture, one in rendering.pictures.items()
    ]
    changed[name] = pack(name, add_relations(old, added))


def _add_media(assembly: Assembly, rendering: Rendering, changed: dict[str, Entry]) -> None:
    if not rendering.media:
        return
    types = assembly.entries[TYPES].content()
    for picture, data in sorted(rendering.media.items()):
        name = f"docgen/media/{picture}"
        changed[name] = pack(name, data)
        extension = picture.rpartition(".")[2]
        types = add_type(types, extension=extension, kind=f"image/{extension}")
    changed[TYPES] = pack(TYPES, types)


def _packed(assembly: Assembly, changed: dict[str, Entry]) -> bytes:
    order = (
        assembly.order if changed.keys() <= assembly.entries.keys() else in_order(assembly.entries | changed)
    )
    entries = assembly.entries
    return write([changed.get(name) or entries[name] for name in order])
