"""A file from a stranger is opened with suspicion; a file of ours is the same every time."""

import io
import struct
import zipfile
import zlib

import pytest

from docgen.diagnostics import Failure
from docgen.render import DocumentProperties, RenderError, Template
from docgen.render.archive import pack, read, write
from tests.render.word import docx, parts_of, zipped

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def reason(content: bytes) -> str:
    """Why a file is refused."""
    (problem,) = Template(content).problems
    assert problem.rule.code == "T001"
    with pytest.raises(RenderError):
        Template(content).render({"x": "1"})
    return problem.message


def changed(**parts: bytes) -> bytes:
    """A good file with some parts replaced or added."""
    return zipped(parts_of(docx("{{ x }}")) | {name.replace("__", "/"): data for name, data in parts.items()})


def with_relation(kind: str, target: str, mode: str = "External") -> bytes:
    """A good file whose document refers to something."""
    inside = f'<Relationship Id="x" Type="http://x/{kind}" Target="{target}" TargetMode="{mode}"/>'
    text = f'<Relationships xmlns="{_RELATIONS}">{inside}</Relationships>'
    return zipped(parts_of(docx("{{ x }}")) | {"word/_rels/document.xml.rels": text.encode()})


def test_not_a_word_file() -> None:
    assert reason(b"") == "это не файл DOCX"
    assert reason(b"<html></html>") == "это не файл DOCX"
    assert reason(zipped({"a.txt": b"a"})) == "это не файл DOCX"


def test_twin_parts() -> None:
    made = io.BytesIO(docx("{{ x }}"))
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("WORD/Document.xml", "<a/>")
    assert "повторяется" in reason(made.getvalue())


def test_zip_bomb() -> None:
    assert "подозрительно" in reason(changed(bomb=b"\0" * (8 << 20)))


def test_too_many_parts() -> None:
    assert "больше" in reason(zipped({f"part{n}": b"" for n in range(2100)}))


def test_too_many_elements() -> None:
    text = parts_of(docx("{{ x }}"))["word/document.xml"].decode()
    grown = text.replace("<w:sectPr>", "".join(f"<w:p w:i='{n}'/>" for n in range(850_000)) + "<w:sectPr>")
    assert "элементов" in reason(zipped(parts_of(docx("x")) | {"word/document.xml": grown.encode()}))


def test_a_declared_size_is_not_believed() -> None:
    content = zipped({"a": b"x" * 2000})
    entry = read(content)["a"]
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = packer.compress(b"\0" * (40 << 20)) + packer.flush()
    with pytest.raises(ValueError, match="велика"):
        type(entry)("a", 8, 0, bomb, 10).content()


def test_parts_that_share_their_bytes() -> None:
    """Fifty names of one picture make a file of twenty megabytes a gigabyte of parts."""
    good = zipped(parts_of(docx("{{ x }}")) | {"a.png": b"x" * 5_000}, zipfile.ZIP_STORED)
    end = good.rindex(b"PK\5\6")
    listing = good[int.from_bytes(good[end + 16 : end + 20], "little") : end]
    last = listing[listing.rindex(b"PK\1\2") :]
    more = b"".join(last.replace(b"a.png", b"%05d" % number) for number in range(50))
    number = listing.count(b"PK\1\2") + 50
    tail = struct.pack(
        "<4s4H2LH", b"PK\5\6", 0, 0, number, number, len(listing + more), end - len(listing), 0
    )
    assert reason(good[:end] + more + tail) == "части файла лежат одна на другой"


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_part_that_is_damaged_is_not_copied_into_documents(method: int) -> None:
    good = zipped(parts_of(docx("{{ x }}")) | {"a.png": bytes(range(250)) * 4}, method)
    place = good.index(b"a.png") + 100
    damaged = good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :]
    assert reason(damaged) == "часть «a.png» испорчена"


def test_doctype() -> None:
    evil = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:x/>'
    parts = parts_of(docx("{{ x }}"))
    assert "DOCTYPE" in reason(zipped(parts | {"word/styles.xml": evil}))
    assert "DOCTYPE" in reason(zipped(parts | {"word/document.xml": evil}))


def test_doctype_in_another_encoding() -> None:
    evil = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x><w:x/>'.encode("utf-16")
    assert "UTF-8" in reason(zipped(parts_of(docx("{{ x }}")) | {"word/styles.xml": evil}))


def test_macros() -> None:
    parts = parts_of(docx("{{ x }}"))
    types = parts["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert reason(zipped(parts | {"[Content_Types].xml": types})) == "в файле есть макросы"


@pytest.mark.parametrize("kind", ["image", "attachedTemplate", "oleObject", "subDocument", "frame"])
def test_external_relations(kind: str) -> None:
    assert "наружу" in reason(with_relation(kind, "http://evil.example/x"))


def test_external_hyperlink_is_allowed() -> None:
    assert not Template(with_relation("hyperlink", "https://minobrnauki.gov.ru")).problems


def test_path_out_of_the_file() -> None:
    assert "пределы" in reason(zipped(parts_of(docx("x")) | {"../../etc/x": b""}))


def test_broken_markup() -> None:
    assert "испорчена" in reason(zipped(parts_of(docx("x")) | {"word/document.xml": b"<w:document"}))


def test_missing_file_is_a_failure() -> None:
    with pytest.raises(Failure, match=r"нет-такого\.docx"):
        Template("нет-такого.docx")


def test_written_zip_is_read_by_others_and_has_no_clock() -> None:
    content = write([pack("б.xml", b"<a/>" * 100), pack("a.xml", b"")])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["б.xml", "a.xml"]
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("б.xml") == b"<a/>" * 100


def test_static_parts_keep_their_bytes() -> None:
    template = docx("{{ x }}")
    assert (
        read(template)["word/styles.xml"].packed
        == read(Template(template).render({"x": "1"}))["word/styles.xml"].packed
    )


def test_content_types_come_first() -> None:
    made = Template(docx("{{ x }}", title="x")).render({"x": "1"}, DocumentProperties(title="t"))
    assert list(read(made))[:2] == ["[Content_Types].xml", "_rels/.rels"]
