"""The DOCX stage: the same protocol by every engine, in turns; and tables that grow."""

import io
import json
import statistics
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.comparison import engine as engines
from bench.comparison.engine import Engine
from bench.comparison.workload import BODY, TEMPLATE, blocks, lay_down, text_of

BASE, PEER, FLOOR = "docgen, zlib", "docxtpl", "floor: stock jinja2 + zlib + write"
_WARM_UP, _DOCUMENTS = 40, 8
_SIZES, _PEER_UP_TO = (10, 100, 1_000, 3_000, 10_000, 50_000), 3_000


@dataclass
class Row:
    """A line of the table."""

    engine: str
    least: float = 0.0
    median: float = 0.0
    to_docxtpl: float = 0.0
    to_docgen: float = 0.0
    kilobytes: float = 0.0
    text: str = ""


def all_engines() -> list[Engine]:
    """Everyone who takes part, in the order of their turns."""
    return [
        engines.docgen("docgen, isal", "isal"),
        engines.docgen(BASE, "zlib"),
        engines.docgen("docgen, zlib, its own view (links that can be clicked)", "zlib", "view"),
        engines.python("docxtpl", "docxtpl_engine.py", "docgen"),
        engines.python("python-docx", "python_docx_engine.py", "python-docx"),
        *map(engines.node, ("docxtemplater", "easy-template-x", "docx-templates", "carbone")),
        engines.docgen(FLOOR, "zlib"),
    ]


def measure(folder: Path, rounds: int) -> dict[str, object]:
    """The rows, and the bars they are held against."""
    prepared = lay_down(folder)
    taking_part = all_engines()
    taking_part[-1].command = (taking_part[-1].command[0], "floor_engine.py")
    ours = _first_document(taking_part[1], prepared, folder)
    prepared["python-docx"] = (TEMPLATE, folder / "python-docx.json")
    prepared["python-docx"][1].write_text(json.dumps(blocks(ours)), encoding="utf-8")
    said = {one.title: _warmed_up(one, prepared, folder, ours) for one in taking_part}
    for _ in range(rounds):
        for one in taking_part:
            one.spent += one.ask(*prepared[one.given], _DOCUMENTS)
    for one in taking_part:
        one.stop()
    with zipfile.ZipFile(io.BytesIO(ours)) as archive:
        size = len(archive.read(BODY))
    return {"document_xml_bytes": size, "rounds": rounds, "rows": _rows(taking_part, said)}


def _first_document(one: Engine, prepared: dict[str, tuple[Path, Path]], folder: Path) -> bytes:
    if not one.start():
        raise SystemExit("docgen's own engine does not start")
    made = folder / "ours.docx"
    one.ask(*prepared[one.given], 1, made)
    return made.read_bytes()


def _warmed_up(one: Engine, prepared: dict[str, tuple[Path, Path]], folder: Path, ours: bytes) -> str:
    """Start it, let it get warm, compare what it prints with ours."""
    if one.process is None and not one.start():
        return one.note
    made = folder / "made.docx"
    one.ask(*prepared[one.given], _WARM_UP, made)
    if one.note:
        return one.note
    if one.title == FLOOR:
        return "not compared"
    own, foreign = text_of(ours), text_of(made.read_bytes())
    if own == foreign:
        return "equal"
    if [line for line in own if line] == [line for line in foreign if line]:
        return f"equal, {len(foreign) - len(own)} empty paragraphs left"
    return "another text"


def _rows(taking_part: list[Engine], said: dict[str, str]) -> list[dict[str, object]]:
    least = {one.title: min(one.spent) for one in taking_part if one.spent}
    peer = next((value for title, value in least.items() if title.startswith(PEER)), 0.0)
    rows = []
    for one in taking_part:
        row = Row(one.title, text=one.note or said[one.title])
        if one.spent:
            row.least, row.median = least[one.title], statistics.median(one.spent)
            row.to_docxtpl = peer / row.least
            row.to_docgen = row.least / least[BASE]
            row.kilobytes = one.size / 1024
        rows.append(asdict(row))
    return rows


def measure_growth(folder: Path, rounds: int) -> list[dict[str, object]]:
    """Milliseconds of CPU for tables of 10 to 50 000 rows: docgen, and docxtpl as far as it is bearable."""
    template = folder / "rows.docx"
    template.write_bytes(_table_template())
    ours, peer = engines.docgen(BASE, "zlib"), engines.python("docxtpl", "docxtpl_engine.py", "docgen")
    spent: dict[tuple[str, int], list[float]] = {}
    running = [one for one in (ours, peer) if one.start()]
    for _ in range(rounds):
        for size in _SIZES:
            data = folder / f"rows-{size}.json"
            if not data.exists():
                data.write_text(json.dumps({"rows": _table_rows(size)}), encoding="utf-8")
            for one in running:
                if one is ours or size <= _PEER_UP_TO:
                    count = max(1, min(20, 3_000 // size))
                    if one.ask(template, data, count):
                        spent.setdefault((one.title, size), []).append(one.cpu)
    for one in running:
        one.stop()
    return [
        {
            "rows": size,
            "docgen": min(spent.get((ours.title, size), []), default=0.0),
            "docxtpl": min(spent.get((peer.title, size), []), default=0.0),
        }
        for size in _SIZES
    ]


def _table_template() -> bytes:
    """The protocol's template with one table of three columns for a body."""

    def row(*cells: str) -> str:
        inner = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="3118" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>'
            for cell in cells
        )
        return f"<w:tr>{inner}</w:tr>"

    table = "".join(
        (
            '<w:tbl><w:tblPr><w:tblW w:w="9354" w:type="dxa"/></w:tblPr><w:tblGrid>',
            '<w:gridCol w:w="3118"/>' * 3,
            "</w:tblGrid>",
            row("{%tr for row in rows %}", "", ""),
            row("{{ loop.index }}", "{{ row.name }}", "{{ row.deadline }}"),
            row("{%tr endfor %}", "", ""),
            "</w:tbl><w:p/>",
        )
    )
    made = io.BytesIO()
    with zipfile.ZipFile(TEMPLATE) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name == BODY:
                text = part.decode()
                start = text.index("<w:body>") + len("<w:body>")
                part = (text[:start] + table + text[text.rindex("<w:sectPr") :]).encode()
            target.writestr(name, part)
    return made.getvalue()


def _table_rows(size: int) -> list[dict[str, str]]:
    return [
        {"name": f"Направить отчёт № {number}", "deadline": "до 1 апреля 2026 г."} for number in range(size)
    ]
