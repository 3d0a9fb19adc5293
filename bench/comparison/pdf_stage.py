"""The PDF stage: a hundred different documents through docgen's pool and along the other roads, in turns."""

import os
import socket
import statistics
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.comparison.engine import VENV, Engine, peers_python
from bench.comparison.workload import TEMPLATE, plain, view

from docgen.diagnostics import Failure
from docgen.publish import Export, Office, find_office, process
from docgen.publish.isolation import isolation_works
from docgen.publish.profile import write_profile
from docgen.publish.worker import Terms, UnoWorker
from docgen.render import Template

_ALONE, _UNOSERVER = 6, 10  # how many documents the slow roads are sampled on, in all and per round
_ROUNDS = 2


def measure(folder: Path, count: int) -> dict[str, Any]:
    """Seconds per document of every road; only a note without LibreOffice."""
    try:
        office = find_office()
    except Failure:
        return {"note": "LibreOffice: not installed"}
    documents = _documents(folder, count)
    spent: dict[str, list[float]] = {}
    alone_profile, batch_profile = (write_profile(folder / name) for name in ("alone", "batch"))
    for profile in (alone_profile, batch_profile):  # a fresh profile costs a second start
        _command(office.program, profile, folder, documents[:1])
    note = ""
    samples = iter(documents[:_ALONE])
    for _ in range(_ROUNDS):
        for one in [next(samples) for _ in range(_ALONE // _ROUNDS)]:
            _add(spent, "soffice per file", _command(office.program, alone_profile, folder, [one]))
        every = _command(office.program, batch_profile, folder, documents)
        _add(spent, "one soffice call", every / count)
        _add(spent, "docgen, two workers, start included", _pool(documents, folder) / count)
        note = _unoserver(office, folder, documents, spent)
        _warm(documents, folder, spent)
    pages = _pages(documents[0].with_suffix(".pdf"))
    rows = {road: {"median": statistics.median(some), "least": min(some)} for road, some in spent.items()}
    return {"office": office.version, "documents": count, "pages": pages, "rows": rows, "unoserver": note}


def _add(spent: dict[str, list[float]], road: str, seconds: float) -> None:
    spent.setdefault(road, []).append(seconds)


def _documents(folder: Path, count: int) -> list[Path]:
    """The protocol with other words in every document."""
    template, data = Template(TEMPLATE), plain(view())
    made = []
    for number in range(count):
        items = [
            item
            | {
                "heading": f"{item['heading']} ({number + place})",
                "heard": f"{item['heard']} вопрос {number * place}",
            }
            for place, item in enumerate(data["items"])
        ]
        path = folder / f"protocol-{number:03}.docx"
        path.write_bytes(template.render(data | {"number": f"№ {number}", "items": items}))
        made.append(path)
    return made


def _command(program: Path, profile: Path, folder: Path, documents: list[Path]) -> float:
    command = [
        *(str(program), f"-env:UserInstallation={profile.as_uri()}", "--headless"),
        *("--convert-to", Export().command_line, "--outdir", str(folder), *map(str, documents)),
    ]
    begin = time.perf_counter()
    while subprocess.run(command, capture_output=True, check=False).returncode == 81:
        pass  # a new profile: start again
    spent = time.perf_counter() - begin
    assert all(one.with_suffix(".pdf").exists() for one in documents)
    return spent


def _pool(documents: list[Path], folder: Path) -> float:
    begin = time.perf_counter()
    with Office(2) as office:
        _through(office, documents, folder)
    return time.perf_counter() - begin


def _through(office: Office, documents: list[Path], folder: Path) -> None:
    answers = list(office.convert((one, one.with_suffix(".pdf")) for one in documents))
    assert all(answer.ok for answer in answers), [answer.reason for answer in answers if not answer.ok][:1]


def _warm(documents: list[Path], folder: Path, spent: dict[str, list[float]]) -> None:
    """Two warm LibreOffices that only load and store, against our two with all that we do around it."""
    terms = Terms(find_office(), Export(), 60.0, 60.0, isolation_works())
    if terms.installation.python is None:
        return
    few = documents[: max(2, len(documents) // 2)]
    workers = [UnoWorker(terms), UnoWorker(terms)]
    try:
        with ThreadPoolExecutor(2) as threads, Office(2) as office:
            for worker, half in zip(workers, (few[::2], few[1::2]), strict=True):
                for one in half:
                    (worker.folder / one.name).write_bytes(one.read_bytes())
            list(threads.map(lambda worker: worker.convert([few[0].stem]), workers[:1]))
            list(threads.map(lambda worker: worker.convert([few[1].stem]), workers[1:]))
            _through(office, few[:4], folder)
            begin = time.perf_counter()
            halves = [[one.stem for one in few[::2]], [one.stem for one in few[1::2]]]
            done = list(threads.map(lambda worker, half: worker.convert(half), workers, halves))
            _add(
                spent,
                "floor: two warm LibreOffices, load and store",
                (time.perf_counter() - begin) / len(few),
            )
            assert sum(map(len, done)) == len(few)
            begin = time.perf_counter()
            _through(office, few, folder)
            _add(spent, "docgen, two workers, warm", (time.perf_counter() - begin) / len(few))
    finally:
        for worker in workers:
            worker.close()


def _unoserver(office: Any, folder: Path, documents: list[Path], spent: dict[str, list[float]]) -> str:
    """unoserver with a warm client, its start not counted; a note if it does not run here."""
    if not peers_python().exists() or office.python is None:
        return "not installed"
    with _server(office) as port:
        client = Engine("unoserver", (peers_python(), "unoserver_client.py", str(port)), "", [peers_python()])
        if not _answers(port) or not client.start():
            return "does not start"
        for one in documents[:_UNOSERVER]:
            taken = client.ask(one, folder / "unoserver.pdf", 1)
            if not taken:
                return client.note
            if one is not documents[0]:
                _add(spent, "unoserver, warm", taken[0] / 1000)
        client.stop()
    return ""


@contextmanager
def _server(office: Any) -> Iterator[int]:
    port, inner = _free_port(), _free_port()
    (site,) = VENV.glob("[Ll]ib/**/site-packages")
    options = ["--port", port, "--uno-port", inner, "--executable", office.program.with_name("soffice")]
    command = [office.python, "-m", "unoserver.server", *options]
    running = process.start(list(map(str, command)), environment=os.environ | {"PYTHONPATH": str(site)})
    try:
        yield port
    finally:
        process.end(running)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _answers(port: int) -> bool:
    limit = time.monotonic() + 30
    while time.monotonic() < limit:
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return True
        time.sleep(0.1)
    return False


def _pages(pdf: Path) -> int:
    from pypdf import PdfReader

    return len(PdfReader(pdf).pages)
