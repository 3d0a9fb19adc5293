"""Протокол совещания. Исходники: content/protocol/. Шаблон: templates/protocol.docx."""

from docgen.corpus import Kind
from docgen.kinds import every
from docgen.kinds.protocol import rules
from docgen.kinds.protocol.finished import finished
from docgen.kinds.protocol.parts import parts
from docgen.kinds.protocol.record import Protocol
from docgen.kinds.protocol.scaffold import scaffold
from docgen.kinds.protocol.view import ProtocolView, view
from docgen.model.book import BOOK_TYPES

KIND = Kind(
    name="protocol",
    title="Протокол совещания",
    record=Protocol,
    view=view,
    view_type=lambda: ProtocolView,
    rules=(*every.RULES, *every.form_rules(view, BOOK_TYPES), *rules.RULES),
    reads=BOOK_TYPES,
    finished=finished,
    scaffold=scaffold,
    parts=parts,
)
