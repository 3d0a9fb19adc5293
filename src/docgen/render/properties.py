"""Who made the document and when, said by us and not left over from the template."""

from dataclasses import dataclass, fields
from datetime import UTC, date, datetime

from docgen.render.escape import in_plain

CORE = "docProps/core.xml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_TAGS = {
    "title": "dc:title",
    "subject": "dc:subject",
    "author": "dc:creator",
    "keywords": "cp:keywords",
    "comments": "dc:description",
    "identifier": "dc:identifier",
    "language": "dc:language",
    "last_modified_by": "cp:lastModifiedBy",
    "category": "cp:category",
}
RENDERED = {
    name: tag for name, tag in _TAGS.items() if name not in ("keywords", "last_modified_by", "category")
}
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
)
NEUTRAL_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>docgen</Application></Properties>"
)


@dataclass(frozen=True, slots=True)
class DocumentProperties:
    """The properties of a document. An empty one is taken from a tag in the template's properties, if it has one."""

    title: str = ""
    subject: str = ""
    author: str = ""
    keywords: str = ""
    comments: str = ""
    identifier: str = ""
    language: str = "ru-RU"
    last_modified_by: str = ""
    category: str = ""
    date: date | datetime | None = None


def core_xml(properties: DocumentProperties | None, rendered: dict[str, str]) -> bytes:
    """The part with the properties; ``rendered`` is what the template's own tags gave, already escaped."""
    properties = properties or DocumentProperties()
    said = {field.name: getattr(properties, field.name) for field in fields(properties)}
    made = []
    for name, tag in _TAGS.items():
        value = in_plain(said[name]) if said[name] else rendered.get(name, "")
        if name == "last_modified_by" and not value:
            value = in_plain(said["author"]) or rendered.get("author", "")
        if value:
            made.append(f"<{tag}>{value}</{tag}>")
    if properties.date:
        moment = _moment(properties.date)
        made += [
            f'<dcterms:{one} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{one}>'
            for one in ("created", "modified")
        ]
    return f"{_HEAD}{''.join(made)}</cp:coreProperties>".encode()


def _moment(day: date | datetime) -> str:
    if isinstance(day, datetime):
        moment = day.astimezone(UTC) if day.tzinfo else day
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    return f"{day.isoformat()}T00:00:00Z"
