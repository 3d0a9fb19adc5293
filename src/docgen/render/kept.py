"""A compiled template as bytes and back: plain data, and the code that jinja made of each part.

Only a template without any problem is kept: the others are rare and must be told about in full.
"""

import marshal
from typing import Any

from docgen.diagnostics import Source
from docgen.render.archive import Entry
from docgen.render.compiled import Assembly, Compiled, Part
from docgen.render.tags import Tag


def as_bytes(assembly: Assembly, name: str) -> bytes:
    """The bytes of an assembly of a template that is called ``name``."""
    places = {id(source): number for number, source in enumerate(assembly.sources)}
    return marshal.dumps(
        (
            [(one.name, one.method, one.crc, one.packed, one.size) for one in assembly.entries.values()],
            assembly.order,
            assembly.core,
            [(source.path.removeprefix(name), source.text) for source in assembly.sources],
            [_part(part, places) for part in assembly.parts],
            [(key, _part(part, places)) for key, part in assembly.properties.items()],
            [[_tag(tag, places) for tag in tags] for tags in assembly.groups],
            assembly.styles,
        )
    )


def from_bytes(data: bytes, name: str) -> Assembly:
    """The assembly, for a template that is called ``name`` now."""
    entries, order, core, texts, parts, properties, groups, styles = marshal.loads(
        data
    )  # see cache.py why this may be done
    sources = [Source(name + label, text) for label, text in texts]
    return Assembly(
        entries={one[0]: Entry(*one) for one in entries},
        order=order,
        core=core,
        sources=sources,
        parts=[_whole(part, sources) for part in parts],
        properties={key: _whole(part, sources) for key, part in properties},
        groups=[[_tagged(tag, sources) for tag in tags] for tags in groups],
        styles=styles,
    )


def _part(part: Part, places: dict[int, int]) -> Any:
    done = part.compiled
    tags = [_tag(tag, places) for tag in done.tags]
    return part.name, places[id(part.source)], done.code, tags, sorted(done.repairs), done.static


def _whole(data: Any, sources: list[Source]) -> Part:
    name, place, code, tags, repairs, static = data
    compiled = Compiled(code, [_tagged(tag, sources) for tag in tags], frozenset(repairs), static)
    return Part(name, sources[place], compiled)


def _tag(tag: Tag, places: dict[int, int]) -> Any:
    place = places[id(tag.source)]
    return place, tag.base, tag.start, tag.end, tag.kind, tag.marker, tag.inner, tag.offset, tag.dashes


def _tagged(data: Any, sources: list[Source]) -> Tag:
    place, *rest = data
    return Tag(sources[place], *rest)
