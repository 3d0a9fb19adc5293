"""The same outputs, whoever makes them: this process, several, or a Dask cluster."""

import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from docgen.build.batch import Batch, make_batch
from docgen.build.means import Means
from docgen.build.workers import Here, workers
from docgen.diagnostics import Failure
from tests.build.workshop import Workshop

REGISTRY = "tests.build.workshop"


def crowded(root: Path) -> Workshop:
    """A workspace with enough documents for several processes, one of them broken, one signed."""
    shop = Workshop(root)
    for number in range(40):
        shop.write(
            f"content/note/n{number:02}.yaml",
            f"title: Записка № {number}\nword: hello\nauthor: Иванов И.И.\n",
        )
    shop.write("content/note/n07.yaml", "titel: Записка\n")
    shop.write("content/note/n09.yaml", "title: СРОЧНО\nauthor: Иванов И.И.\n")
    signed = shop.write("out/note/n11.docx", "signed")
    total = hashlib.sha256(signed.read_bytes()).hexdigest()
    shop.write(
        "content/note/n11.yaml",
        f"stage: signed\nsigned: {{file: out/note/n11.docx, sha256: {total}}}\ntitle: Записка\nauthor: Иванов И.И.\n",
    )
    return shop


def made_with(root: Path, means: Means) -> tuple[list[tuple[str, str]], list[str], dict[str, bytes]]:
    shop = crowded(root)
    report = shop.build(means=means)
    states = [(outcome.target.id, outcome.state) for outcome in report.outcomes]
    problems = [f"{problem.span} {problem.rule.code} {problem.message}" for problem in report.problems]
    files = {path.name: path.read_bytes() for path in sorted((root / "out/note").glob("*.docx"))}
    assert set(shop.states().values()) == {"fresh", "failed", "signed"}
    return states, problems, files


def test_several_processes_make_the_same_in_the_same_order(tmp_path: Path) -> None:
    alone = made_with(tmp_path / "alone", Means(REGISTRY, jobs=1))
    together = made_with(tmp_path / "together", Means(REGISTRY, jobs=3))
    assert len(alone[2]) > 38
    assert dict(alone[0])["n11"] == "signed"
    assert {dict(alone[0])[broken] for broken in ("n07", "n09")} == {"failed"}
    assert together == alone


def test_a_dask_cluster_makes_the_same(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    alone = made_with(tmp_path / "alone", Means(REGISTRY, jobs=1))
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, processes=True, silence_logs=50
    ) as cluster:
        afar = made_with(tmp_path / "afar", Means(REGISTRY, scheduler=cluster.scheduler_address))
    assert afar == alone


def test_a_cluster_that_does_not_answer_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("docgen.build.workers.PATIENCE", "0.2s")
    with pytest.raises(Failure, match="не отвечает"):
        Workshop(tmp_path).build(means=Means(REGISTRY, scheduler="tcp://127.0.0.1:9"))


def test_few_documents_are_made_here() -> None:
    with workers(4, 3) as (executor, size):
        assert isinstance(executor, Here)
        assert size == 1


def test_a_worker_that_sees_no_disk_gets_the_files(tmp_path: Path) -> None:
    shop = Workshop(tmp_path)
    names = ("content/note/a.yaml", "content/reference/words.yaml", "templates/note.docx")
    files = tuple((name, (tmp_path / name).read_bytes()) for name in names)
    (here,) = make_batch(Batch(str(tmp_path), REGISTRY, "note", ("a",)))
    (there,) = make_batch(Batch("nowhere", REGISTRY, "note", ("a",), files))
    assert here.docx
    assert here.docx == there.docx
    assert shop.states()["a"] == "built"


def test_a_worker_that_dies_is_told_once_and_the_report_is_whole(tmp_path: Path) -> None:
    shop = crowded(tmp_path)
    shop.write("content/note/n20.yaml", "title: УМРИ\nauthor: Иванов И.И.\n")
    report = shop.build(means=Means("tests.build.deadly", jobs=2))
    assert len(report.outcomes) == 42
    assert [failure.message for failure in report.failures] == ["рабочий процесс завершился сам"]


def at_work(pid: str) -> bool:
    """Whether a process is there and has not ended unnoticed."""
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
@pytest.mark.parametrize("killed", ["build", "worker"])
def test_workers_end_with_a_build_that_was_killed_and_when_they_are_told(tmp_path: Path, killed: str) -> None:
    code = (
        "import os, time\nfrom docgen.__main__ import heed_signals\nfrom docgen.build.workers import workers\n"
        "heed_signals()\n"
        "with workers(2, 16) as (pool, _):\n"
        "    print(*{pool.submit(os.getpid).result() for _ in range(4)}, flush=True)\n"
        "    pool.submit(time.sleep, 60)\n    pool.submit(time.sleep, 60)\n    time.sleep(60)"
    )
    build = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=tmp_path)
    assert build.stdout is not None
    pids = build.stdout.readline().split()
    if killed == "worker":
        os.kill(int(pids[0]), signal.SIGTERM)
    else:
        build.kill()
        build.wait()
    deadline = time.monotonic() + 20
    while living := [pid for pid in pids if at_work(pid.decode())]:
        assert time.monotonic() < deadline, living
        time.sleep(0.02)
    assert pids
    build.kill()
    build.communicate()
