"""All that can be done with a template before any data: unpacked, read, checked, compiled, packed again."""

from dataclasses import replace
from typing import TYPE_CHECKING

from docgen.diagnostics import Problem, Severity, Source
from docgen.render import properties
from docgen.render.archive import UnsafeArchive, in_order, pack
from docgen.render.compiled import HEAD, Assembly, Part
from docgen.render.compiler import compile_part
from docgen.render.lint import lint, lint_hidden, review_marks
from docgen.render.mend import mend
from docgen.render.package import (
    TYPES,
    Package,
    Relation,
    W,
    add_relations,
    add_type,
    parse,
    relations_name,
    unpack,
)
from docgen.render.problems import UNSAFE_FILE
from docgen.render.property_tags import property_parts
from docgen.render.source import read_page
from docgen.render.tags import MAX_TAGS, find_tags

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def assemble(content: bytes, name: str) -> Assembly:
    """Take a template apart; what is wrong with it is in ``problems``."""
    assembly = Assembly()
    try:
        package = unpack(content)
        problems = _add_parts(assembly, package, name)
        problems += _add_properties(assembly, package, name)
        assembly.styles = _styles(package)
        assembly.order = in_order(assembly.entries)
    except UnsafeArchive as error:
        source = Source(name, "")
        assembly.sources = [source]
        problems = [UNSAFE_FILE.at(source.span(), str(error), "откройте файл в Word и сохраните заново")]
    assembly.problems = tuple(sorted(set(problems)))
    return assembly


def _add_parts(assembly: Assembly, package: Package, name: str) -> list[Problem]:
    problems: list[Problem] = []
    assembly.entries = dict(package.entries)
    for part, label in package.textual():
        root = parse(package.content(part), part)
        page = read_page(root, f"{name}#{label}" if label else name)
        assembly.sources.append(page.source)
        tags = find_tags(page)
        if len(tags) > MAX_TAGS:
            raise UnsafeArchive(f"в части «{part}» больше {MAX_TAGS} тегов")
        found = lint(page, tags)
        problems += [*found, *review_marks(root, page)]
        if any(one.severity is Severity.ERROR for one in found):
            assembly.groups.append(tags)
            continue
        mended = mend(root, page, tags)
        if len(mended.tags) > MAX_TAGS:
            raise UnsafeArchive(f"в части «{part}» больше {MAX_TAGS} тегов")
        hidden = lint_hidden(mended.tags)
        problems += hidden
        # The tree was changed for jinja: whoever asks a tag for its paragraph from now on would be misled.
        assembly.groups.append([replace(tag, line=None) for tag in mended.tags])
        if any(one.severity is Severity.ERROR for one in hidden):
            continue
        compiled, found = compile_part(mended)
        problems += found
        if compiled and compiled.code:
            assembly.parts.append(Part(part, page.source, compiled))
        elif compiled and compiled.static:
            assembly.entries[part] = pack(part, (HEAD + compiled.static).encode())
    return problems


def _add_properties(assembly: Assembly, package: Package, name: str) -> list[Problem]:
    core = package.of_type("/core-properties")
    entries = assembly.entries
    if not core:
        core = properties.CORE
        added = Relation("rIdCore", properties.CORE_RELATION, core, external=False)
        entries[TYPES] = pack(TYPES, add_type(entries[TYPES].content(), core, kind=properties.CORE_TYPE))
        roots = relations_name("")
        entries[roots] = pack(roots, add_relations(package.content(roots), [added]))
    assembly.core = core
    entries[core] = pack(core, properties.core_xml(None, {}))
    app = package.of_type("/extended-properties")
    if app in entries:
        entries[app] = pack(app, properties.NEUTRAL_APP)
    if not package.content(core):
        return []
    page, parts, problems = property_parts(parse(package.content(core), core), f"{name}#properties")
    if page.source.text:
        assembly.sources.append(page.source)
    for key, (compiled, tags) in parts.items():
        assembly.groups.append(tags)
        assembly.properties[key] = Part(core, page.source, compiled)
    return problems


def _styles(package: Package) -> dict[str, str]:
    """Ids of styles by name and by id, both without regard to case."""
    name = package.of_type("/styles")
    if name not in package.entries:
        return {}
    root: Element = parse(package.content(name), name)
    found: dict[str, str] = {}
    for style in root.iter(f"{W}style"):
        identifier = style.get(f"{W}styleId") or ""
        shown = style.find(f"{W}name")
        found.setdefault(identifier.casefold(), identifier)
        if shown is not None:
            found[(shown.get(f"{W}val") or "").casefold()] = identifier
    return found
