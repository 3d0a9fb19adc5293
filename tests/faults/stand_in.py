#!/usr/bin/python3 -ISE
"""Stands in for LibreOffice and for its Python: gives back the PDFs that the real one has made of the same Word files.

So a build of PDF can be disturbed thousands of times. Laid down as ``program/soffice`` and ``program/python``, with the
PDFs in ``pdfs`` beside it, by the hash of the Word file; run by the system's Python, never imported.
"""

import hashlib
import json
import sys
from pathlib import Path

PDFS = Path(__file__).resolve().parents[1] / "pdfs"


def main(arguments: list[str]) -> None:
    """As ``soffice --convert-to``, as ``python -c "import uno"``, or as ``uno_worker.py``."""
    if "--outdir" in arguments:
        folder = Path(arguments[arguments.index("--outdir") + 1])
        for name in arguments:
            if name.endswith(".docx"):
                _convert(Path(name), folder / Path(name).with_suffix(".pdf").name)
    elif "-c" not in arguments:
        _say({"ready": True})
        for line in sys.stdin:
            task = json.loads(line)
            _convert(Path(task["docx"]), Path(task["pdf"]))
            _say({"loaded": True})


def _convert(docx: Path, pdf: Path) -> None:
    made = PDFS / hashlib.sha256(docx.read_bytes()).hexdigest()
    if made.is_file():
        pdf.write_bytes(made.read_bytes())


def _say(answer: dict[str, bool]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


main(sys.argv[1:])
