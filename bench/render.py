"""How fast a protocol is rendered: docxtpl with a new object per document against a template compiled once.

Run: ``python bench/render.py [rounds]``. The two take turns, so a busy machine slows both; medians and ratios are printed.
"""

import io
import statistics
import sys
import time
import zipfile
from collections.abc import Callable
from typing import Any

import docx
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import Environment

from docgen.render import DocumentProperties, Template


def protocol_template() -> bytes:
    """A template like that of a protocol: header, footer, loops of paragraphs and rows, conditions."""
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "{{ title }}"
    section.footer.paragraphs[0].text = "{{ number }} · {{ date }}"
    document.add_heading("ПРОТОКОЛ № {{ number }}", 1)
    document.add_paragraph("{{ place }}, {{ date }}. Председатель: {{ chair.name }}, {{ chair.post }}")
    document.add_paragraph("{%p for person in people %}")
    document.add_paragraph("{{ loop.index }}. {{ person.name }} — {{ person.post }}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p for item in items %}")
    document.add_heading("{{ loop.index }}. {{ item.title }}", 2)
    document.add_paragraph("{%p for paragraph in item.text %}")
    document.add_paragraph("{{ paragraph }}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p for order in item.orders %}")
    document.add_paragraph(
        "{{ order.number }} {{ order.text }}{% if order.deadline %} Срок: {{ order.deadline }}{% endif %}"
    )
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endfor %}")
    table = document.add_table(rows=4, cols=3)
    for column, name in enumerate(("№", "Поручение", "Срок")):
        table.cell(0, column).text = name
    table.cell(1, 0).text = "{%tr for item in items %}"
    for column, tag in enumerate(("{{ loop.index }}", "{{ item.title }}", "{{ item.orders[0].deadline }}")):
        table.cell(2, column).text = tag
    table.cell(3, 0).text = "{%tr endfor %}"
    for _ in range(40):
        document.add_paragraph(
            "Постоянный текст протокола, который есть в каждом документе без изменений.", style="Body Text"
        )
    slim(document)
    document.core_properties.title = "Протокол № {{ number }}"
    return saved(document)


def slim(document: Any) -> None:
    """Styles as a real template has them: python-docx's own are twenty times as large, and only docxtpl pays for them."""
    styles = document.styles.element
    for style in list(styles):
        if style.get(qn("w:type")) == "table" or style.tag == qn("w:latentStyles"):
            styles.remove(style)
    for name, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("stylesWithEffects"):
            del document.part.rels[name]


def saved(document: Any) -> bytes:
    """The bytes of a python-docx or docxtpl document."""
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def protocol() -> dict[str, Any]:
    """Data of a protocol of five pages."""
    text = "Отметить необходимость доработки программы развития с учётом замечаний «экспертов» & предложений участников."
    orders = [{"number": f"{n}.", "text": text, "deadline": "до 1 апреля 2026 г."} for n in range(1, 4)]
    return {
        "title": "Протокол совещания",
        "number": "МШ-12/2026",
        "date": "14 марта 2026 г.",
        "place": "Москва",
        "chair": {"name": "И. И. Иванов", "post": "заместитель Министра"},
        "people": [{"name": f"П. П. Петров-{n}", "post": "начальник отдела"} for n in range(15)],
        "items": [{"title": f"О ходе работ {n}", "text": [text, text], "orders": orders} for n in range(7)],
    }


def naive(content: bytes, data: dict[str, Any]) -> bytes:
    """docxtpl as its manual shows it, with escaping on."""
    template = DocxTemplate(io.BytesIO(content))
    template.render(data, Environment(autoescape=True))
    return saved(template)


def measure(rounds: int, **ways: Callable[[], object]) -> dict[str, list[float]]:
    """Milliseconds of every way, taking turns."""
    spent: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            start = time.perf_counter()
            way()
            spent[name].append((time.perf_counter() - start) * 1000)
    return spent


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    content, data = protocol_template(), protocol()
    template, properties = Template(content), DocumentProperties(title="Протокол")
    made = template.render(data, properties)
    size = len(zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml"))
    spent = measure(
        rounds,
        docxtpl=lambda: naive(content, data),
        compiling=lambda: Template(content).problems,
        docgen=lambda: template.render(data, properties),
    )
    print(f"document.xml {size / 1024:.0f} KB, {rounds} rounds")
    base = statistics.median(spent["docxtpl"]), min(spent["docxtpl"])
    for name, times in spent.items():
        median, least = statistics.median(times), min(times)
        print(
            f"{name:10} median {median:7.3f} ms ×{base[0] / median:5.1f}   min {least:7.3f} ms ×{base[1] / least:5.1f}"
        )


if __name__ == "__main__":
    main()
