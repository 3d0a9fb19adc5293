"""What a point of the layout shows besides its prose, and how tables and figures are counted."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.kinds.programme import looks
from docgen.kinds.programme.counted import Form
from docgen.render import Block, Paragraph


@dataclass(frozen=True)
class Shown:
    """A component or a free table ready to be printed, but for its number."""

    name: str
    title: str
    form: Form
    blocks: tuple[Block, ...]
    landscape: bool = False

    @property
    def key(self) -> str:
        """What mentions call it: ``table-funding``."""
        return f"{self.form.value}-{self.name}"

    def printed(self, number: str) -> tuple[Block, ...]:
        """The blocks with their caption; a turned page for what asks for one."""
        return looks.turned(tuple(self._captioned(number)), self.landscape)

    def _captioned(self, number: str) -> Iterator[Block]:
        if self.form is Form.TABLE:
            yield looks.table_caption(self.key, number, self.title)
        elif self.form is Form.FIGURE:
            yield from self._sheets(number)
            return
        yield from self.blocks
        if self.form is Form.TABLE:
            yield Paragraph("", looks.AFTER)

    def _sheets(self, number: str) -> Iterator[Block]:
        """A figure that takes several pages is named on each: «Рисунок 3, лист 2»."""
        for sheet, block in enumerate(self.blocks, 1):
            yield block
            if sheet == 1:
                yield looks.figure_caption(self.key, number, self.title)
            else:
                yield Paragraph(
                    f"Рисунок\N{NO-BREAK SPACE}{number}, лист\N{NO-BREAK SPACE}{sheet}", looks.FIGURE_TITLE
                )


class Numbers:
    """Counts tables and figures in the order of printing, and knows the numbers of all that can be mentioned."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}
        self._last = {Form.TABLE: 0, Form.FIGURE: 0}

    def section(self, key: str, number: str) -> None:
        """A section or a point has its number from the layout."""
        self._known[f"section-{key}"] = number

    def count(self, form: Form, key: str) -> str:
        """The next number of a table or a figure."""
        if form not in self._last:
            return ""
        self._last[form] += 1
        self._known[key] = str(self._last[form])
        return self._known[key]

    def of(self, key: str) -> str:
        """The number of what a mention names; empty if there is no such thing."""
        return self._known.get(key, "")
