"""A Word file → a :class:`~docgen.papers.paper.Paper`."""

from collections.abc import Iterator

from lxml import etree

from docgen.papers import problems
from docgen.papers.limits import Limits
from docgen.papers.package import Package, Relationship, content_types
from docgen.papers.paper import FontUse, Mark, MarkKind, Paper, Where
from docgen.papers.refusal import Refusal
from docgen.papers.word.body import Body
from docgen.papers.word.fields import name_of
from docgen.papers.word.headers import Headers
from docgen.papers.word.names import W, attribute
from docgen.papers.word.numbering import Numbers
from docgen.papers.word.pictures import picture_texts
from docgen.papers.word.properties import properties
from docgen.papers.word.styles import Styles

_OTHER = {
    "spreadsheetml": "это таблица Excel, а не документ Word",
    "presentationml": "это презентация, а не документ Word",
    "ms-excel": "это таблица Excel, а не документ Word",
    "ms-powerpoint": "это презентация, а не документ Word",
    "visio": "это схема Visio, а не документ Word",
}
_FOLDERS = {"xl/": "spreadsheetml", "ppt/": "presentationml", "visio/": "visio"}
_RESAVE = "сохраните как документ Word (.docx)"
_FETCHED = frozenset(
    (
        "image",
        "oleObject",
        "package",
        "frame",
        "subDocument",
        "attachedTemplate",
        "aFChunk",
        "video",
        "audio",
        "mailMergeSource",
    )
)
_OBJECTS = {"oleObject": "объект OLE", "package": "вложенный документ", "control": "элемент ActiveX"}


def read_docx(data: bytes, path: str, limits: Limits) -> Paper:
    """Read a DOCX; ``path`` is how problems call the file."""
    package = Package(data, limits)
    main = _main_part(package)
    root = package.xml(main)
    content = _content(root)
    links = package.relationships(main)
    body = _body(package, links, limits)
    body.read(content, Where.BODY)
    headers = Headers(package, content, links, _optional(package, links, "settings"))
    _other_parts(package, links, headers, body)
    for text in picture_texts(package, [main, *headers.parts]):
        body.picture(text)
    said, producer = properties(package)
    return Paper(
        path=path,
        format="docx",
        blocks=tuple(body.blocks),
        tables=tuple(body.tables),
        marks=(*body.marks, *_package_marks(package, main)),
        fonts=tuple(FontUse(name, count) for name, count in sorted(body.inline.fonts.items())),
        properties=said,
        producer=producer,
        numbering=headers.numbering(any(name_of(code) == "PAGE" for code in body.inline.fields.codes)),
        letters=sum(char.isalpha() for block in body.blocks for char in block.text),
    )


def _content(root: etree._Element) -> etree._Element:
    """The text of the document: one, for of two every program shows another."""
    bodies = root.findall(f"{W}body")
    if not bodies:
        raise Refusal(problems.BROKEN, "файл повреждён: в главной части нет текста документа", _RESAVE)
    if len(bodies) > 1:
        raise Refusal(problems.UNSAFE, "в главной части несколько текстов документа", _RESAVE)
    return bodies[0]


def _main_part(package: Package) -> str:
    """The part that holds the text, as the package says; or a refusal that says what the file is."""
    types = dict(content_types(package))
    main = next((r.target for r in package.relationships("").values() if r.kind == "officeDocument"), None)
    if main is None:
        main = next((name for name, kind in types.items() if _is_main(kind)), "word/document.xml")
    if "mimetype" in package and main not in package:
        told = "это документ OpenDocument (ODT), а не DOCX"
        raise Refusal(problems.OTHER_FORMAT, told, f"откройте файл и {_RESAVE}")
    kind = types.get(main, "")
    folder = next((what for start, what in _FOLDERS.items() if main.startswith(start)), "")
    for mark, told in _OTHER.items():
        if mark in kind or mark == folder:
            raise Refusal(problems.NOT_A_DOCUMENT, told, _RESAVE)
    if main not in package:
        looks_like_word = any(name.startswith("word/") for name in package.names) or types
        if looks_like_word:
            raise Refusal(problems.BROKEN, "файл повреждён: нет главной части word/document.xml", _RESAVE)
        raise Refusal(
            problems.OTHER_FORMAT, "это архив ZIP, а не документ Word", "проверьте, тот ли это файл"
        )
    return main


def _is_main(kind: str) -> bool:
    return "wordprocessingml" in kind and kind.endswith("main+xml")


def _body(package: Package, links: dict[str, Relationship], limits: Limits) -> Body:
    styles = Styles.of(_optional(package, links, "styles"))
    return Body(styles, Numbers.of(_optional(package, links, "numbering")), limits)


def _optional(package: Package, links: dict[str, Relationship], kind: str) -> etree._Element | None:
    name = _target(links, kind)
    return package.xml(name) if name is not None and name in package else None


def _target(links: dict[str, Relationship], kind: str) -> str | None:
    return next((one.target for one in links.values() if one.kind == kind and not one.external), None)


def _other_parts(package: Package, links: dict[str, Relationship], headers: Headers, body: Body) -> None:
    """Headers, notes and comments, after the text."""
    printed = headers.parts
    for part in printed:
        body.read(package.xml(part), Where.HEADER)
    for one in links.values():
        if one.external or one.target not in package:
            continue
        if one.kind in ("header", "footer") and one.target not in printed:
            body.unprinted(package.xml(one.target))
        elif one.kind in ("footnotes", "endnotes"):
            for note in package.xml(one.target):
                if note.get(f"{W}type", "normal") == "normal":
                    body.read(note, Where.FOOTNOTE)
        elif one.kind == "comments":
            body.marks += _comments(package.xml(one.target))


def _comments(root: etree._Element) -> Iterator[Mark]:
    for comment in root.iter(f"{W}comment"):
        text = "".join(one.text or "" for one in comment.iter(f"{W}t"))
        yield Mark(MarkKind.COMMENT, text[:200], detail=attribute(comment, "author"))


def _package_marks(package: Package, main: str) -> Iterator[Mark]:
    """Macros, objects and everything that the file fetches from elsewhere."""
    for name in package.names:
        if name.casefold().endswith("vbaproject.bin"):
            yield Mark(MarkKind.MACRO, detail=name)
        elif name.casefold().startswith("_xmlsignatures/") and name.casefold().endswith(".xml"):
            yield Mark(MarkKind.SIGNATURE, detail=name)
    for part in [main, *(name for name in package.names if _may_link(name) and name != main)]:
        for one in package.relationships(part).values():
            if one.external and one.kind in _FETCHED:
                yield Mark(MarkKind.OUTSIDE, one.target[:200], detail=one.kind)
            elif one.kind in _OBJECTS and not one.external:
                yield Mark(MarkKind.OBJECT, one.target[:200], detail=_OBJECTS[one.kind])


def _may_link(name: str) -> bool:
    return name.startswith("word/") and name.endswith(".xml") and "/_rels/" not in name
