"""What a PDF holds besides its text is told even where the file is broken."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from docgen.papers import MarkKind, Paper, Refusal, read_paper
from tests.papers.test_pdf import PAGE, drawn, line


def named(**values: PdfObject) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in values.items()})


SCRIPT = named(S=NameObject("/JavaScript"), JS=TextStringObject("app.alert(1)"))
NOTE = named(Subtype=NameObject("/Text"), Contents=TextStringObject("проверить"))


def with_notes(*notes: PdfObject) -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(drawn(PAGE))))
    writer.pages[0][NameObject("/Annots")] = ArrayObject(notes)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def read(data: bytes) -> Paper:
    return read_paper(data, "x.pdf")


def kinds(data: bytes) -> list[MarkKind]:
    return [mark.kind for mark in read(data).marks]


@pytest.mark.parametrize(
    "broken",
    [NullObject(), NumberObject(7), named(Subtype=NumberObject(1), A=NumberObject(2), AA=NullObject())],
)
def test_a_broken_note_hides_no_other(broken: PdfObject) -> None:
    assert kinds(with_notes(broken, NOTE)) == [MarkKind.COMMENT]


def test_what_a_field_does_when_it_is_filled_in_is_told() -> None:
    field = named(Subtype=NameObject("/Widget"), AA=named(K=SCRIPT))
    assert kinds(with_notes(field)) == [MarkKind.SCRIPT]


def test_a_broken_signature_hides_no_other() -> None:
    writer = PdfWriter(PdfReader(io.BytesIO(drawn(PAGE))))
    signed = named(FT=NameObject("/Sig"), V=named(Name=TextStringObject("Иванов")))
    fields = ArrayObject([signed, NumberObject(3), named(FT=NameObject("/Sig"), V=ArrayObject())])
    writer.root_object[NameObject("/AcroForm")] = named(Fields=fields)
    out = io.BytesIO()
    writer.write(out)
    assert MarkKind.SIGNATURE in kinds(out.getvalue())


@pytest.mark.parametrize(("prepare", "kind"), [("attachment", MarkKind.ATTACHMENT), ("", None)])
def test_of_a_file_without_its_end_the_same_is_told(prepare: str, kind: MarkKind | None) -> None:
    whole = drawn(PAGE, prepare=prepare)
    torn = whole[: whole.rindex(b"startxref")]
    assert read(torn).pages == read(whole).pages
    assert kinds(torn) == kinds(whole) == ([] if kind is None else [kind])


def set_in(font: DictionaryObject) -> bytes:
    """A page of which all is set in this font."""
    writer = PdfWriter(PdfReader(io.BytesIO(drawn(line("nine and thirty letters of some text", 60, 700)))))
    writer.pages[0]["/Resources"]["/Font"][NameObject("/F")] = writer._add_object(font)  # type: ignore[index]
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def numbered_font(ordering: str, **more: PdfObject) -> DictionaryObject:
    """A font whose codes are the numbers of its drawings."""
    system = named(
        Registry=TextStringObject("Adobe"), Ordering=TextStringObject(ordering), Supplement=NumberObject(0)
    )
    inner = named(
        Type=NameObject("/Font"),
        Subtype=NameObject("/CIDFontType2"),
        BaseFont=NameObject("/Times"),
        CIDSystemInfo=system,
    )
    return named(
        Type=NameObject("/Font"),
        Subtype=NameObject("/Type0"),
        BaseFont=NameObject("/Times"),
        Encoding=NameObject("/Identity-H"),
        DescendantFonts=ArrayObject([inner]),
        **more,
    )


def test_codes_that_are_numbers_of_drawings_are_no_text() -> None:
    paper = read(set_in(numbered_font("Identity")))
    assert paper.garbled == 1
    assert not paper.scanned


def test_codes_of_a_known_collection_are_text() -> None:
    assert read(set_in(numbered_font("Japan1"))).garbled < 1


def test_a_page_that_does_not_open_is_told() -> None:
    writer = PdfWriter(PdfReader(io.BytesIO(drawn(PAGE, PAGE))))
    writer.pages[1][NameObject("/Type")] = NameObject("/NoPage")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(Refusal) as refused:
        read(out.getvalue())
    assert refused.value.rule.code == "V104"
    assert refused.value.message == "файл повреждён: страница 2 не открывается"


def test_a_lock_of_a_newer_cipher_hides_nothing() -> None:
    """The specimen opens without a password, must not be printed (AES-256), and runs a script when it is opened."""
    data = (Path(__file__).parent / "data" / "aes.pdf").read_bytes()
    paper = read(data)
    assert paper.locked
    assert paper.pages == ("Locked for printing",)
    assert [mark.kind for mark in paper.marks] == [MarkKind.SCRIPT]
    assert [(font.name, font.embedded, font.mapped) for font in paper.fonts] == [
        ("Helvetica", False, True),
        ("Helvetica-Bold", False, True),
    ]


@pytest.mark.parametrize("key", ["/Names", "/AA", "/OpenAction", "/AcroForm", "/Metadata"])
@pytest.mark.parametrize(
    "broken", [NumberObject(7), NameObject("/S"), ArrayObject([NumberObject(1)]), named(S=ArrayObject())]
)
def test_a_broken_catalogue_ends_nothing(key: str, broken: PdfObject) -> None:
    writer = PdfWriter(PdfReader(io.BytesIO(with_notes(NOTE))))
    writer.root_object[NameObject(key)] = broken
    out = io.BytesIO()
    writer.write(out)
    assert kinds(out.getvalue())[-1] == MarkKind.COMMENT
