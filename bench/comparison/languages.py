"""The tag languages of the peers: how each says a value, a condition and a loop."""

from bench.comparison.template_tree import Node


class Language:
    """Tags of a peer. ``rows`` says how a loop over table rows is written: in rows of its own or inside the cells."""

    rows = "cells"

    def value(self, node: Node, loops: list[Node]) -> str:
        """What prints a field."""
        raise NotImplementedError

    def opened(self, node: Node, loops: list[Node], marker: str) -> str:
        """The beginning of a loop or a condition."""
        raise NotImplementedError

    def turned(self, node: Node, loops: list[Node], marker: str) -> str:
        """Else: the end of the condition and the beginning of its opposite."""
        raise NotImplementedError

    def closed(self, node: Node, loops: list[Node], marker: str, turned: bool) -> str:
        """The end of a loop or a condition."""
        raise NotImplementedError


class Docxtemplater(Language):
    """``{#list}{field}{/list}``, ``{^flag}``, and ``{-w:tr list}`` for rows."""

    def value(self, node: Node, loops: list[Node]) -> str:
        return f"{{{node.name}}}"

    def opened(self, node: Node, loops: list[Node], marker: str) -> str:
        return f"{{-w:tr {node.name}}}" if marker == "tr" else f"{{#{node.name}}}"

    def turned(self, node: Node, loops: list[Node], marker: str) -> str:
        return f"{{/{node.name}}}\n{{^{node.name}}}"

    def closed(self, node: Node, loops: list[Node], marker: str, turned: bool) -> str:
        return f"{{/{node.name}}}"


class EasyTemplateX(Docxtemplater):
    """The same without ``^``: the opposite of a condition is a field of its own."""

    def opened(self, node: Node, loops: list[Node], marker: str) -> str:
        return f'{{#{node.name}[loopOver: "row"]}}' if marker == "tr" else f"{{#{node.name}}}"

    def turned(self, node: Node, loops: list[Node], marker: str) -> str:
        return f"{{/{node.name}}}\n{{#not_{node.name}}}"

    def closed(self, node: Node, loops: list[Node], marker: str, turned: bool) -> str:
        return f"{{/not_{node.name}}}" if turned else f"{{/{node.name}}}"


class DocxTemplates(Language):
    """``{FOR x IN list}…{END-FOR x}`` with JavaScript; loops over rows stand in rows of their own."""

    rows = "rows"

    def value(self, node: Node, loops: list[Node]) -> str:
        return f"{{= {self._owner(loops)}{node.name}}}"

    def opened(self, node: Node, loops: list[Node], marker: str) -> str:
        if node.word == "for":
            return f"{{FOR i{node.name} IN {self._owner(loops)}{node.name}}}"
        return f"{{IF {self._owner(loops)}{node.name}}}"

    def turned(self, node: Node, loops: list[Node], marker: str) -> str:
        return f"{{END-IF}}\n{{IF {self._owner(loops)}not_{node.name}}}"

    def closed(self, node: Node, loops: list[Node], marker: str, turned: bool) -> str:
        return f"{{END-FOR i{node.name}}}" if node.word == "for" else "{END-IF}"

    def _owner(self, loops: list[Node]) -> str:
        return f"$i{loops[-1].name}." if loops else ""


class Carbone(Language):
    """``{d.list[i].field}`` up to ``{d.list[i+1]}``, ``{d.flag:ifEQ(true):showBegin}…{d.flag:showEnd}``."""

    rows = "rows"

    def value(self, node: Node, loops: list[Node]) -> str:
        return f"{{{self._path(loops)}.{node.name}}}"

    def opened(self, node: Node, loops: list[Node], marker: str) -> str:
        return "" if node.word == "for" else self._condition(node, loops, "true")

    def turned(self, node: Node, loops: list[Node], marker: str) -> str:
        return f"{self._end(node, loops)}\n{self._condition(node, loops, 'false')}"

    def closed(self, node: Node, loops: list[Node], marker: str, turned: bool) -> str:
        return f"{{{self._path(loops)}.{node.name}[i+1]}}" if node.word == "for" else self._end(node, loops)

    def _path(self, loops: list[Node]) -> str:
        return ".".join(["d", *(f"{one.name}[i]" for one in loops)])

    def _condition(self, node: Node, loops: list[Node], value: str) -> str:
        return f"{{{self._path(loops)}.{node.name}:ifEQ({value}):showBegin}}"

    def _end(self, node: Node, loops: list[Node]) -> str:
        return f"{{{self._path(loops)}.{node.name}:showEnd}}"


LANGUAGES: dict[str, Language] = {
    "docxtemplater": Docxtemplater(),
    "easy-template-x": EasyTemplateX(),
    "docx-templates": DocxTemplates(),
    "carbone": Carbone(),
}
