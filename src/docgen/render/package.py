"""What the parts of a DOCX are: their types, how they refer to each other, and what makes a package unfit."""

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from docgen.render.archive import Entry, UnsafeArchive, read

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TYPES = "[Content_Types].xml"
_CONTENT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_TEXTUAL = {"header": "header", "footer": "footer", "footnotes": "footnotes", "endnotes": "endnotes"}
_XML = re.compile(r"[+/]xml$")
_MAX_ELEMENTS = 400_000
_REASONS = {
    "macroEnabled": "в файле есть макросы",
    "vbaProject": "в файле есть макросы",
    "activeX": "в файле есть элементы ActiveX",
}


def parse(content: bytes, name: str) -> "Element":
    """The tree of a part, or :class:`UnsafeArchive`: no DOCTYPE, no entities, no network, well-formed."""
    _check_text(content, name)
    if content.count(b"<") > 2 * _MAX_ELEMENTS:
        raise UnsafeArchive(f"в части «{name}» слишком много элементов")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UnsafeArchive(f"разметка части «{name}» испорчена") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnsafeArchive(f"в части «{name}» объявлен DOCTYPE")
    return root


@dataclass(frozen=True)
class Relation:
    """One reference of a part: its id, what it is for, where it leads."""

    id: str
    type: str
    target: str
    external: bool


@dataclass(frozen=True)
class Package:
    """A DOCX that passed the checks: packed parts and their content types."""

    entries: dict[str, Entry]
    types: dict[str, str]
    main: str

    def textual(self) -> list[tuple[str, str]]:
        """Parts that a template may have tags in, main first: (name, label shown to the user)."""
        found = [(self.main, "")]
        for name in sorted(self.entries):
            kind = self.types.get(name, "").removeprefix(_WORD).removesuffix("+xml")
            if name != self.main and kind in _TEXTUAL:
                found.append((name, posixpath.splitext(posixpath.basename(name))[0]))
        return found

    def content(self, name: str) -> bytes:
        """The unpacked bytes of a part, empty if there is none."""
        return self.entries[name].content() if name in self.entries else b""

    def relations(self, name: str) -> list[Relation]:
        """What a part refers to."""
        return _relations(self.content(relations_name(name)), relations_name(name))

    def of_type(self, ending: str) -> str:
        """The name of the first part whose relation from the main part or the root has this type."""
        for owner in ("", self.main):
            for one in self.relations(owner):
                if one.type.endswith(ending) and not one.external:
                    return resolve(owner, one.target)
        return ""


def relations_name(name: str) -> str:
    """Where the relations of a part are kept; of the whole package for an empty name."""
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def resolve(owner: str, target: str) -> str:
    """The part that a relation of ``owner`` leads to."""
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(owner), target))


def unpack(content: bytes) -> Package:
    """Read a DOCX and refuse what is unfit, with :class:`UnsafeArchive`."""
    entries = read(content)
    if TYPES not in entries:
        raise UnsafeArchive("это не файл DOCX")
    types = _types(entries)
    for kind in types.values():
        for sign, reason in _REASONS.items():
            if sign in kind:
                raise UnsafeArchive(reason)
    mains = [name for name, kind in types.items() if kind == _MAIN and name in entries]
    if len(mains) != 1:
        raise UnsafeArchive("это не документ Word")
    _check_parts(entries, types)
    return Package(entries, types, mains[0])


def _types(entries: dict[str, Entry]) -> dict[str, str]:
    root = parse(entries[TYPES].content(), TYPES)
    defaults = {
        (one.get("Extension") or "").lower(): one.get("ContentType") or ""
        for one in root.iter(f"{_CONTENT}Default")
    }
    types = {name: defaults.get(posixpath.splitext(name)[1][1:].lower(), "") for name in entries}
    for one in root.iter(f"{_CONTENT}Override"):
        types[(one.get("PartName") or "").removeprefix("/")] = one.get("ContentType") or ""
    return types


def _check_parts(entries: dict[str, Entry], types: dict[str, str]) -> None:
    for name, entry in entries.items():
        content = entry.content()  # of all: what is damaged would be copied into every document
        if name.endswith(".rels"):
            for one in _relations(content, name):
                if one.external and not one.type.endswith("/hyperlink"):
                    raise UnsafeArchive(f"файл ссылается наружу: «{one.target}»")
        elif _XML.search(types.get(name, "")):
            _check_text(content, name)


def _check_text(content: bytes, name: str) -> None:
    """No declarations that a reader might follow; no encoding in which they could hide."""
    if b"\0" in content:
        raise UnsafeArchive(f"часть «{name}» не в UTF-8")
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise UnsafeArchive(f"в части «{name}» объявлен DOCTYPE")


def _relations(content: bytes, name: str) -> list[Relation]:
    if not content:
        return []
    return [
        Relation(
            one.get("Id") or "",
            one.get("Type") or "",
            one.get("Target") or "",
            one.get("TargetMode") == "External",
        )
        for one in parse(content, name).iter(f"{_RELATION}Relationship")
    ]


def add_type(content: bytes, part: str = "", extension: str = "", kind: str = "") -> bytes:
    """The list of types with one more part or extension in it."""
    root = parse(content, TYPES)
    tag, key, value = ("Override", "PartName", f"/{part}") if part else ("Default", "Extension", extension)
    if not any(one.get(key) == value for one in root):
        one = etree.SubElement(root, f"{_CONTENT}{tag}", {key: value, "ContentType": kind})
        if not part:
            root.insert(0, one)
    return serialise(root)


def add_relations(content: bytes, added: list[Relation]) -> bytes:
    """The relations of a part with more in them; made from nothing if it had none."""
    empty = f'<Relationships xmlns="{_RELATION[1:-1]}"/>'.encode()
    root = parse(content or empty, "rels")
    for one in added:
        attributes = {"Id": one.id, "Type": one.type, "Target": one.target}
        etree.SubElement(
            root,
            f"{_RELATION}Relationship",
            attributes | ({"TargetMode": "External"} if one.external else {}),
        )
    return serialise(root)


def serialise(root: "Element") -> bytes:
    """The bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
