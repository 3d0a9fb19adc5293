"""What LibreOffice leaves undone of PDF/UA, so that a file is PDF/A and PDF/UA at once.

It draws borders outside the tagged content, writes the order of tabs as a text where a name is due, and states PDF/UA
in its metadata without the description that PDF/A wants of every property it does not know. The first is marked as
decoration, the second respelt, the third described.
"""

import re
from collections.abc import Iterator

from docgen.publish.edits import Edit, stream_after

_TABS = re.compile(rb"/Tabs\s*\(S\)")
_CONTENTS = re.compile(rb"/Contents (\d+) 0 R")
_PAGE = re.compile(
    rb"\n(?P<object>\d+) 0 obj\s*<<(?=[^>]*/FlateDecode)[^>]*/Length\s+(?P<length>\d+)(?P<apart> 0 R)?[^>]*>>\s*stream\r?\n"
)
_MARK = re.compile(rb"(?:(?P<begin>B[MD]C)|EMC)\s")
_OPERANDS = re.compile(rb"/[^\s/<>()\[\]]+\s*(?:<<(?:[^<>]|<[^<>]*>)*>>|/\S+)?\s*\Z")
_DRAWS = re.compile(rb"(?<=\s)(?:[SsFBb]|[fBb]\*?|sh)(?=\s)")
_SAYS = re.compile(rb"T[jJ](?=\s)|(?<=\s)Do(?=\s)")
_DESCRIBED = re.compile(rb"pdfaExtension:schemas")
_PROPERTY = b"""\
  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaExtension:schemas>
    <rdf:Bag>
     <rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:property>
       <rdf:Seq>
        <rdf:li rdf:parseType="Resource">
         <pdfaProperty:name>part</pdfaProperty:name>
         <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
         <pdfaProperty:category>internal</pdfaProperty:category>
         <pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
        </rdf:li>
       </rdf:Seq>
      </pdfaSchema:property>
     </rdf:li>
    </rdf:Bag>
   </pdfaExtension:schemas>
  </rdf:Description>
"""


def described(packet: bytes) -> bytes:
    """The metadata with the description of what states PDF/UA, if they state it."""
    if b"<pdfuaid:part>" not in packet or _DESCRIBED.search(packet):
        return packet
    return packet.replace(b" </rdf:RDF>", _PROPERTY + b" </rdf:RDF>", 1)


def accessible(pdf: bytes) -> Iterator[Edit]:
    """The edits that mark decoration and respell the order of tabs."""
    for tabs in _TABS.finditer(pdf):
        yield Edit(*tabs.span(), b"/Tabs/S")
    pages = set(_CONTENTS.findall(pdf))
    for head in _PAGE.finditer(pdf):
        if head["object"] in pages:
            stream = stream_after(pdf, head)
            marked = with_decoration(stream.data)
            if marked != stream.data:
                yield from stream.replaced(marked)


def with_decoration(content: bytes) -> bytes:
    """The instructions of a page with everything that is drawn outside of marks, and says nothing, marked as decoration."""
    pieces: list[bytes] = []
    position = depth = 0
    for mark in _MARK.finditer(content):
        if not mark["begin"]:
            depth -= 1
            if depth == 0:
                pieces.append(content[position : mark.end()])
                position = mark.end()
            continue
        if depth == 0:
            operands = _OPERANDS.search(content, position, mark.start())
            if operands is None:
                return content
            pieces.append(_decoration(content[position : operands.start()]))
            position = operands.start()
        depth += 1
    if depth:  # not as office programs write: better left as it is
        return content
    return b"".join([*pieces, _decoration(content[position:])])


def _decoration(between: bytes) -> bytes:
    if not _DRAWS.search(between) or _SAYS.search(between):
        return between
    return b"/Artifact BMC\n" + between.strip() + b"\nEMC\n"
