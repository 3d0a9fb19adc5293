"""Word templates: compiled, proved against a view, rendered with data that have something of everything."""

import re
from pathlib import Path
from random import Random

from docgen.kinds import KINDS
from docgen.render import DocumentProperties, RenderError, Template
from tests.fuzz.mutation import markup, package
from tests.fuzz.mutation.text import spoilt_template
from tests.fuzz.target import Mutate, Target
from tests.fuzz.targets.sources import verdict
from tests.render.test_sandbox import context
from tests.render.word import docx, p, row, run, table

TEMPLATES = Path(__file__).parents[3] / "templates"
_TEXTS = (
    ("{{ x }} {{ view.value }} {{ mapping.key }} {{ items[0] }}", "{% if x %}да{% else %}нет{% endif %}"),
    ("{%p for i in items %}", "{{ loop.index }}. {{ i|upper }}", "{%p endfor %}", "{{ items|join(', ') }}"),
    (
        table(
            row("{%tr for i in items %}", ""),
            row("{{ i }}", "{{ x|default('–') }}"),
            row("{%tr endfor %}", ""),
        ),
    ),
    ("{% set z = x ~ x %}{{ z }}", p(run("{{ na"), run("me or x }}")), "{{ x[:3] }} {{ (1 + 2) * 3 }}"),
)


def seeds() -> list[bytes]:
    """The project's templates and small ones with every kind of tag."""
    small = [docx(*blocks, header="{{ x }}", footnote="{{ x }}", title="{{ x }}") for blocks in _TEXTS]
    return [
        package.settled(seed)
        for seed in (*small, *(path.read_bytes() for path in sorted(TEMPLATES.glob("*.docx"))))
    ]


def mutate(data: bytes, chance: Random, others: list[bytes]) -> bytes:
    """Mostly the text of the tags, sometimes the markup and the package around them."""
    if chance.random() < 0.4:
        return package.spoilt(data, chance, others)
    parts = list(package.parts_of(data))
    at = next(number for number, (name, _) in enumerate(parts) if name == "word/document.xml")
    name, content = parts[at]
    start = content.find(b"<w:body>") + 8
    spoil = spoilt_template if chance.random() < 0.8 else markup.spoilt
    parts[at] = name, content[:start] + _spoilt_texts(content[start:], chance, spoil)
    return package.zipped(parts)


def _spoilt_texts(content: bytes, chance: Random, spoil: Mutate) -> bytes:
    """Changes inside of texts only: the markup stays whole, so the tags are what is wrong."""
    places = [match.start() for match in re.finditer(b"</w:t>", content)]
    if not places:
        return content
    end = chance.choice(places)
    start = content.rfind(b">", 0, end) + 1
    text = spoil(content[start:end], chance, [content[start:end]])
    return content[:start] + text.replace(b"&", b"&amp;").replace(b"<", b"&lt;") + content[end:]


def attempt(data: bytes) -> str:
    """Everything that is done with a template."""
    template = Template(data, "fuzz.docx")
    told = verdict(list(template.problems))
    for kind in KINDS:
        verdict(template.proof(kind.view_type()))
    try:
        template.render(context(), DocumentProperties(title="т"))
    except RenderError as error:
        return verdict(list(error.problems)) if error.problems else "refused without a reason"
    return told if told != "ok" else "rendered"


TEMPLATE = Target("template", ".docx", seeds, mutate, attempt, 10.0)
