"""A finished PDF is PDF/A and PDF/UA at once: what is drawn is tagged or decoration, and what it states is described."""

import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pypdf import PdfReader
from pypdf.generic import ContentStream

from docgen.publish import Export, Office
from docgen.publish.accessible import accessible, described, with_decoration
from docgen.publish.edits import applied
from tests.publish.conftest import WriteDocx

ROOT = Path(__file__).parents[2]
LINE = b"q 0.5 w\n10 20 m\n90 20 l S\nQ\n"
TEXT = b"/P<</MCID 0>>BDC\nq BT\n/F1 14 Tf<0BDC>Tj\n/Span<</ActualText<FEFF0020>>>\nBDC\n<01>Tj\nEMC\nET\nQ\nEMC\n"


def test_a_line_between_marks_becomes_decoration() -> None:
    assert with_decoration(TEXT + LINE) == TEXT + b"/Artifact BMC\n" + LINE + b"EMC\n"
    marked = with_decoration(LINE + TEXT + LINE + TEXT)
    assert marked.count(b"/Artifact BMC") == 2
    assert marked.index(b"EMC\n") < marked.index(TEXT)


@pytest.mark.parametrize(
    "content",
    [
        TEXT,
        b"q 0 0 595 842 re\nW* n\n" + TEXT,  # a clip draws nothing
        b"BT\n/F1 14 Tf<01>Tj\nET\n",  # a text is never decoration
        b"q /Im4 Do Q\n",
        b"/P BMC\n" + LINE,  # a mark that is not ended
        b"1 BDC\n" + LINE + b"EMC\n",
        b"",
    ],
)
def test_the_rest_is_left_as_it_is(content: bytes) -> None:
    assert with_decoration(content) == content


@given(
    st.lists(st.sampled_from([LINE, TEXT, b"/Artifact BMC\n" + LINE + b"EMC\n", b"0.1 w\n"])).map(b"".join)
)
def test_marking_is_done_once_and_takes_nothing_away(content: bytes) -> None:
    marked = with_decoration(content)
    assert with_decoration(marked) == marked
    assert b"".join(re.sub(rb"/Artifact BMC|EMC", b"", marked).split()) == b"".join(
        re.sub(rb"/Artifact BMC|EMC", b"", content).split()
    )


def test_metadata_that_states_pdf_ua_describe_how() -> None:
    packet = b"""<x xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:RDF>
 <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
  <pdfuaid:part>1</pdfuaid:part>
 </rdf:Description>
 </rdf:RDF></x>"""
    told = described(packet)
    etree.fromstring(told)
    assert b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>" in told
    assert described(told) == told
    silent = packet.replace(b"pdfuaid:part", b"pdfuaid:rev")
    assert described(silent) == silent


def _drawn_outside_of_marks(pdf: bytes) -> list[tuple[int, str]]:
    reader = PdfReader(io.BytesIO(pdf))
    found = []
    for number, page in enumerate(reader.pages, 1):
        depth = 0
        for _, operator in ContentStream(page.get_contents(), reader).operations:
            depth += {b"BMC": 1, b"BDC": 1, b"EMC": -1}.get(operator, 0)
            if depth == 0 and operator in (b"S", b"s", b"f", b"f*", b"B", b"Do", b"Tj", b"TJ"):
                found.append((number, operator.decode()))
    return found


@pytest.mark.office
def test_everything_that_a_document_draws_is_tagged_or_decoration(tmp_path: Path) -> None:
    letterhead = ROOT / "templates" / "protocol.docx"  # borders of paragraphs and tables, pictures, links
    with Office(1) as office:
        assert [one.ok for one in office.convert([(letterhead, tmp_path / "a.pdf")])] == [True]
    pdf = (tmp_path / "a.pdf").read_bytes()
    assert b"/Artifact BMC" in PdfReader(io.BytesIO(pdf)).pages[0].get_contents().get_data()  # type: ignore[union-attr]
    assert _drawn_outside_of_marks(pdf) == []
    assert not re.search(rb"/Tabs\s*\(", pdf)
    assert b"pdfaExtension:schemas" in pdf
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert applied(pdf, accessible(pdf)) == pdf


@pytest.mark.office
def test_pdf_a_1b_does_not_claim_what_it_cannot_be(write_docx: WriteDocx, tmp_path: Path) -> None:
    with Office(1, export=Export("1b")) as office:
        list(office.convert([(write_docx("a.docx", "Приказ"), tmp_path / "a.pdf")]))
    pdf = (tmp_path / "a.pdf").read_bytes()
    assert b"<pdfaid:part>1</pdfaid:part>" in pdf
    assert b"pdfuaid" not in pdf
