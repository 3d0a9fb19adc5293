"""What a file is by its first bytes, whatever it is called."""

from typing import Literal

from docgen.papers import problems
from docgen.papers.refusal import Refusal

_RESAVE = "откройте файл и сохраните как документ Word (.docx) или PDF"
_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "это RTF"),
    (b"{\\urtf", "это RTF"),
    (b"\x89PNG", "это рисунок PNG"),
    (b"\xff\xd8\xff", "это рисунок JPEG"),
    (b"GIF8", "это рисунок GIF"),
    (b"II*\0", "это рисунок TIFF"),
    (b"MM\0*", "это рисунок TIFF"),
    (b"7z\xbc\xaf", "это архив 7-Zip"),
    (b"Rar!", "это архив RAR"),
    (b"\x1f\x8b", "это архив gzip"),
    (b"AT&TFORM", "это DjVu"),
    (b"%!PS", "это PostScript"),
    (b"MZ", "это программа Windows"),
    (b"\x7fELF", "это программа Linux"),
    (b"\xdb\xa5-", "это документ Word 2.0"),
    (b"\xfeWPC", "это документ WordPerfect"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF_WITHIN = 1024  # readers look for %PDF- this far


def kind_of(data: bytes) -> Literal["docx", "pdf"]:
    """Which reader to call, or a :class:`Refusal` that names what the file really is."""
    if not data:
        raise Refusal(problems.EMPTY, "файл пуст: в нём 0 байт", "получите файл заново")
    if data[:4] in (b"PK\3\4", b"PK\5\6", b"PK\7\x08"):
        return "docx"
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    if data.startswith(_OLE):
        raise _compound(data)
    for start, told in _STARTS:
        if data.startswith(start):
            raise Refusal(problems.OTHER_FORMAT, f"{told}, а не DOCX и не PDF", _RESAVE)
    raise _text(data)


def _compound(data: bytes) -> Refusal:
    if "EncryptedPackage".encode("utf-16-le") in data or "EncryptionInfo".encode("utf-16-le") in data:
        return Refusal(
            problems.LOCKED, "документ Word зашифрован паролем", "снимите пароль: Файл → Сведения → Защита"
        )
    if "WordDocument".encode("utf-16-le") in data:
        return Refusal(problems.OTHER_FORMAT, "это старый формат Word (.doc), а не DOCX", _RESAVE)
    return Refusal(problems.OTHER_FORMAT, "это старый формат Office (OLE), а не DOCX", _RESAVE)


def _text(data: bytes) -> Refusal:
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        start = data[:4096].decode("utf-16", "replace").lstrip().encode()
    lowered = start.lower()
    told = "содержимое не похоже на DOCX или PDF"
    if lowered.startswith((b"<!doctype html", b"<html")) or b"<html" in lowered:
        told = "это веб-страница (HTML), а не DOCX и не PDF"
    elif lowered.startswith(b"mime-version:") or b"content-type: multipart" in lowered:
        told = "это веб-архив (MHTML), а не DOCX и не PDF"
    elif b"office:document" in lowered:
        told = "это документ OpenDocument (FODT), а не DOCX и не PDF"
    elif b"w:worddocument" in lowered or b"pkg:package" in lowered:
        told = "это документ Word в одном файле XML, а не DOCX"
    elif lowered.startswith(b"<?xml"):
        told = "это XML, а не DOCX и не PDF"
    elif not any(data[:512]):
        told = "файл состоит из нулей: он не сохранился на диск"
    return Refusal(problems.OTHER_FORMAT, told, _RESAVE)
