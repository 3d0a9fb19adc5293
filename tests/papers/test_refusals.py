"""Files that must not be read: each gets the right refusal with a sentence and an action."""

import io
import zipfile

import pytest

from docgen.papers import Limits, Refusal, read_paper
from tests.papers.page import body, package, parts_of, zipped

GOOD = package(body("Текст."))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
FEW = Limits(
    file=1 << 20, part=200_000, inflated=400_000, parts=12, elements=1_000, small=10_000, ratio=50, text=5_000
)


def refusal(data: bytes, limits: Limits = Limits()) -> Refusal:  # noqa: B008 - frozen
    with pytest.raises(Refusal) as caught:
        read_paper(data, "x.docx", limits)
    assert caught.value.hint
    assert not caught.value.message.endswith(".")
    return caught.value


def main_part(text: str) -> bytes:
    return zipped(list((parts_of("") | {"word/document.xml": text}).items()))


@pytest.mark.parametrize(
    ("data", "code", "told"),
    [
        (b"", "V101", "0 байт"),
        (b"{\\rtf1 x}", "V102", "RTF"),
        (b"<!DOCTYPE html><html><body>x", "V102", "HTML"),
        (b"\xef\xbb\xbf  <html>", "V102", "HTML"),
        ("<html>".encode("utf-16"), "V102", "HTML"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "V102", "MHTML"),
        (b'<?xml version="1.0"?><office:document xmlns:office="x"/>', "V102", "FODT"),
        (OLE + "WordDocument".encode("utf-16-le"), "V102", "старый формат Word"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "V103", "зашифрован"),
        (OLE, "V102", "OLE"),
        (b"\0" * 900, "V102", "нулей"),
        (b"\x89PNG\r\n", "V102", "PNG"),
        (b"plain words", "V102", "не похоже"),
        (GOOD[:60], "V104", "не раскрывается"),
        (GOOD[: len(GOOD) // 2], "V104", "не раскрывается"),
        (b"%PDF-1.7\ngarbage", "V104", "PDF не открывается"),
        (
            zipped([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")]),
            "V102",
            "ODT",
        ),
        (zipped([("photo.jpg", "x")]), "V102", "архив ZIP"),
        (zipped([("xl/workbook.xml", "<x/>"), *parts_of("", kind=SHEET).items()]), "V111", "Excel"),
        (zipped([("word/styles.xml", "<x/>")]), "V104", "word/document.xml"),
        (zipped([*parts_of("").items(), ("word/document.xml", "<x/>")]), "V105", "дважды"),
        (zipped([*parts_of("").items(), ("WORD/Document.xml", "<x/>")]), "V105", "дважды"),
        (zipped([*parts_of("").items(), ("../../etc/passwd", "x")]), "V105", "за пределы"),
        (zipped([*parts_of("").items(), ("word/%2e%2e/%2e%2e/x", "x")]), "V105", "за пределы"),
        (zipped([*parts_of("").items(), ("C:\\x", "x")]), "V105", "за пределы"),
        (main_part("<w:document"), "V104", "не разбирается"),
        (main_part("<x/>"), "V104", "нет текста"),
        (main_part('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "V106", "DOCTYPE"),
        (main_part("<a>" * 300 + "</a>" * 300), "V107", "вложенность"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_a_file_is_refused_for(data: bytes, code: str, told: str) -> None:
    refused = refusal(data)
    assert (refused.rule.code, told in refused.message) == (code, True), refused.message


def test_a_doctype_does_not_hide_in_another_encoding() -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts_of("").items():
            archive.writestr(name, text.encode("utf-16") if name == "word/document.xml" else part)
    assert refusal(out.getvalue()).rule.code == "V106"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (package("".join(f"<w:p><w:r><w:t>{n**7}</w:t></w:r></w:p>" for n in range(900))), "элементов"),
        (package(body("а" * 90_000)), "бомбу"),
        (package(body(" ".join(str(n**5) for n in range(600)))), "слишком много текста"),
        (zipped([(f"word/{n}.xml", "x") for n in range(20)]), "частей"),
        (b"PK\3\4" + b"\0" * (2 << 20), "больше 1 МБ"),
    ],
    ids=["elements", "ratio", "text", "parts", "bytes"],
)
def test_limits(data: bytes, told: str) -> None:
    refused = refusal(data, FEW)
    assert (refused.rule.code, told in refused.message) == ("V107", True), refused.message


def test_sizes_are_measured_and_not_believed() -> None:
    """The archive says that a part has 5 bytes; it has more."""
    data = bytearray(package(body("слово " * 3_000)))
    at = data.find(b"PK\1\2")
    while at >= 0:
        data[at + 24 : at + 28] = (5).to_bytes(4, "little")
        at = data.find(b"PK\1\2", at + 4)
    assert refusal(bytes(data)).rule.code in ("V104", "V107")


def test_an_encrypted_part_is_told_as_such() -> None:
    data = bytearray(GOOD)
    for mark, flag in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + flag] |= 1
            at = data.find(mark, at + 4)
    assert refusal(bytes(data)).rule.code == "V103"


def test_a_part_without_a_name_is_refused() -> None:
    """Found by mutation: the listing of the archive names a part with nothing."""
    data = bytearray(zipped([("a", "x"), *parts_of("").items()]))
    for mark, length in ((b"PK\1\2", 28), (b"PK\3\4", 26)):
        at = data.find(mark)
        data[at + length] = 0
    assert refusal(bytes(data)).rule.code in ("V104", "V105")
