"""Looking for new paths through docgen: libFuzzer keeps what leads to code not seen yet and spoils it further.

Run by ``make fuzz ARGS="docx --guided --seconds 3600"``; needs atheris, which has no wheels for every Python and is
therefore no dependency. The mutators are our own, so that most of what it tries still is a zip, a PDF, a text.
"""

import os
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import ModuleType

from tests.fuzz.campaign import outcome
from tests.fuzz.targets import target

_ROOMS = ["docgen.sources", "docgen.render", "docgen.papers", "docgen.kinds", "docgen.corpus", "docgen.model"]


def explore(name: str, seconds: float, found: Path) -> int:
    """Explore in a process of its own, which libFuzzer ends when the time is over; 0 if nothing was found."""
    found.mkdir(parents=True, exist_ok=True)
    child = os.fork()
    if child == 0:
        _explore(name, int(min(seconds, 10**8)), found)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _explore(name: str, seconds: int, found: Path) -> None:
    atheris = _atheris()
    with atheris.instrument_imports(include=_ROOMS):
        door = target(name)
        assert door.attempt(door.seeds[0])

    def one(data: bytes) -> None:
        told = outcome(door, data)
        if told.startswith("!"):
            raise RuntimeError(told)

    def mutate(data: bytes, longest: int, seed: int) -> bytes:
        try:
            return door.mutate(data, Random(seed), door.seeds)[:longest]
        except Exception:  # what was spoilt before is no zip any more
            return door.mutate(Random(seed).choice(door.seeds), Random(seed), door.seeds)[:longest]

    with TemporaryDirectory(prefix="docgen-corpus-") as corpus:
        for number, seed in enumerate(door.seeds):
            (Path(corpus) / str(number)).write_bytes(seed)
        options = [f"-max_total_time={seconds}", f"-timeout={int(door.limit)}", f"-artifact_prefix={found}/"]
        limits = ["-max_len=200000", "-rss_limit_mb=4096", "-print_final_stats=1"]
        atheris.Setup([sys.argv[0], corpus, *options, *limits], one, custom_mutator=mutate)
        atheris.Fuzz()


def _atheris() -> ModuleType:
    try:
        import atheris
    except ImportError:
        sys.exit("atheris is missing: .venv/bin/pip install atheris (CPython 3.11 to 3.13)")
    module: ModuleType = atheris
    return module
