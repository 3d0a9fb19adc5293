"""Documents that point at other servers and files get nothing from there."""

import http.server
import io
import re
import struct
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn

from docgen.publish import Office, finish, isolation_works

pytestmark = pytest.mark.office

_NEEDS_BWRAP = pytest.mark.skipif(not isolation_works(), reason="bwrap does not work here")
_WAYS = [pytest.param(False, id="profile"), pytest.param(True, id="isolated", marks=_NEEDS_BWRAP)]


def _png() -> bytes:
    """A red square of 8 × 8."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\xff\0\0" * 8) * 8
    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def _with_picture(path: Path) -> Path:
    document = docx.Document()
    document.add_picture(io.BytesIO(_png()))
    document.save(str(path))
    return path


def _with_linked_picture(path: Path, address: str) -> Path:
    document = docx.Document()
    document.add_paragraph("Текст")
    document.add_picture(io.BytesIO(_png()))
    (blip,) = document.element.iter(qn("a:blip"))
    del blip.attrib[qn("r:embed")]
    blip.set(qn("r:link"), document.part.relate_to(address, RELATIONSHIP_TYPE.IMAGE, is_external=True))
    document.save(str(path))
    return path


def _with_svg(path: Path, address: str) -> Path:
    """A Word file whose picture is an SVG that shows another picture."""
    document = docx.Document()
    document.add_paragraph("Текст")
    document.add_picture(io.BytesIO(_png()))
    (blip,) = document.element.iter(qn("a:blip"))
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="80" height="80">'
        f'<image width="80" height="80" xlink:href="{address}"/></svg>'
    )
    part = document.part.related_parts[blip.get(qn("r:embed"))]
    twin = Part(part.partname, "image/svg+xml", drawing.encode(), part.package)
    twin.partname = type(part.partname)("/word/media/picture.svg")
    blip.set(qn("r:embed"), document.part.relate_to(twin, RELATIONSHIP_TYPE.IMAGE))
    document.save(str(path))
    return path


def _pictures(pdf: Path) -> int:
    """How many pictures the file holds."""
    return len(re.findall(rb"/Subtype\s*/Image", pdf.read_bytes()))


@pytest.fixture
def requests() -> Iterator[tuple[str, list[str]]]:
    """The address of a server of our own, and the paths it was asked for."""
    asked: list[str] = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(_png())

        do_OPTIONS = do_HEAD = do_PROPFIND = do_GET  # noqa: N815 - the names of the methods of HTTP

        def log_message(self, *args: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


@pytest.mark.parametrize("isolate", _WAYS)
@pytest.mark.parametrize("uno", [True, False])
def test_only_what_is_in_the_file_is_shown(
    tmp_path: Path, requests: tuple[str, list[str]], isolate: bool, uno: bool
) -> None:
    address, asked = requests
    (tmp_path / "secret.png").write_bytes(_png())
    sources = {
        "remote": _with_linked_picture(tmp_path / "remote.docx", f"{address}/picture.png"),
        "local": _with_linked_picture(tmp_path / "local.docx", (tmp_path / "secret.png").as_uri()),
        "own": _with_picture(tmp_path / "own.docx"),
    }
    with Office(1, isolate=isolate, uno=uno) as office:
        answers = list(office.convert((source, source.with_suffix(".pdf")) for source in sources.values()))
    assert [answer.ok for answer in answers] == [True] * 3
    shown = {name: _pictures(source.with_suffix(".pdf")) for name, source in sources.items()}
    assert shown == {"remote": 0, "local": 0, "own": 1}
    assert asked == []


@_NEEDS_BWRAP
def test_an_svg_shows_no_local_picture_when_isolated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting stops this one: were it not refused, only a LibreOffice that cannot reach the file would not show it."""
    monkeypatch.setattr(finish, "reaching_out", lambda package: "")
    (tmp_path / "secret.png").write_bytes(_png())
    source = _with_svg(tmp_path / "a.docx", (tmp_path / "secret.png").as_uri())
    with Office(1, isolate=True) as office:
        (answer,) = office.convert([(source, tmp_path / "a.pdf")])
    assert answer.ok
    assert _pictures(tmp_path / "a.pdf") == 0
