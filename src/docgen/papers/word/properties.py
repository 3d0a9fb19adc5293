"""The properties of a Word file: who made it, with what, and what else it tells of its author."""

from lxml import etree

from docgen.papers.package import Package

_CORE = {
    "creator": "автор",
    "lastModifiedBy": "последний редактор",
    "title": "название",
    "subject": "тема",
    "keywords": "ключевые слова",
    "description": "примечания",
    "category": "категория",
    "contentStatus": "состояние",
}
_APP = {"Company": "организация", "Manager": "руководитель", "Template": "шаблон"}
_LONGEST = 200


def properties(package: Package) -> tuple[dict[str, str], str]:
    """What is said, by its Russian name, and the program that wrote the file."""
    said: dict[str, str] = {}
    producer = ""
    for one in package.relationships("").values():
        if one.external or one.target not in package:
            continue
        if one.kind == "core-properties":
            said |= _named(package.xml(one.target), _CORE)
        elif one.kind == "extended-properties":
            root = package.xml(one.target)
            said |= _named(root, _APP)
            producer = " ".join(_named(root, {"Application": "a", "AppVersion": "v"}).values())
        elif one.kind == "custom-properties":
            said |= _custom(package.xml(one.target))
    return said, producer


def _named(root: etree._Element, names: dict[str, str]) -> dict[str, str]:
    found = {}
    for element in root:
        if isinstance(element.tag, str):
            name = names.get(etree.QName(element).localname)
            text = (element.text or "").strip()
            if name and text:
                found[name] = text[:_LONGEST]
    return found


def _custom(root: etree._Element) -> dict[str, str]:
    found = {}
    for element in root:
        name = element.get("name")
        if name:
            text = "".join(str(part) for part in element.itertext()).strip()
            found[f"свойство «{name}»"[:_LONGEST]] = text[:_LONGEST]
    return found
