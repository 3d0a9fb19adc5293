"""A disk that is full after so many bytes: the limit of a file's size stands for it, at every size there is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]

# In a process of its own: everything is loaded once, every size is a fork.
SCRIPT = """
import os, resource, signal, sys
from pathlib import Path
from tests.faults.shaking import Workshop, _build, undisturbed, Ending, outputs
import mmap, shutil
workshop = Workshop(Path(sys.argv[1]))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
largest = max(map(len, workshop.new.values()))
failed = 0
for size in [0, 1, 100, *range(500, largest + 1000, 1500)]:
    root = workshop.copy("full")
    shared = mmap.mmap(-1, 1 << 16)
    pid = os.fork()
    if pid == 0:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
        _build(root, shared, stopped=False)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    told = shared[:].rstrip(b"\\0").decode()
    failed += code == 3
    assert code in (0, 3), (size, code, told)
    wrong = list(workshop.wrong_after(root, Ending(code, told)))
    assert not wrong, (size, wrong)
    shutil.rmtree(root)
print(failed)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_disk_that_fills_up_anywhere_harms_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, tmp_path],
        cwd=PROJECT,
        env=os.environ | {"DOCGEN_CACHE": "off", "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert int(done.stdout) >= 5
