"""What the PDF of a protocol must satisfy."""

import re

from docgen.corpus import Document
from docgen.kinds.protocol.record import Protocol
from docgen.kinds.protocol.view import ProtocolView
from docgen.publish.expectation import PageExpectation

FONT = "Times New Roman"
_NUMBER = re.compile(r"№\s?[\w/-]*\d[\w/-]*")


def finished(document: Document[Protocol], view: ProtocolView) -> PageExpectation:
    """The expectation: fonts, a signature that is not alone, anchors once each, numbers in one piece."""
    protocol = document.record
    registration = (protocol.anchors.registration,) if protocol.number is None else ()
    signature = view.signatures[0]
    return PageExpectation(
        path="",
        stage=document.stage.value,
        fonts=(FONT,),
        signature=(signature.post, signature.name),
        anchors=(*registration, protocol.anchors.esign),
        unbroken=_unbroken(view),
    )


def _unbroken(view: ProtocolView) -> tuple[str, ...]:
    """Names with initials and document numbers: they must not be parted by a line's end."""
    texts = [decision.text for item in view.items for decision in item.decisions]
    texts += [sub.text for item in view.items for decision in item.decisions for sub in decision.items]
    numbers = {match for text in texts for match in _NUMBER.findall(text)}
    names = {name for row in view.present for name in row.names.split("\n")}
    return tuple(sorted(numbers | names))
