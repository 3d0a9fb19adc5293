"""What all tests share: goldens that are compared, or written anew with ``--update-golden``."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# A slow machine is no failure; a build server tries the same examples each time, people's machines try new ones.
settings.register_profile("here", deadline=None)
settings.register_profile("server", deadline=None, derandomize=True)
settings.load_profile("server" if os.environ.get("CI") else "here")

# A test that wants something kept between runs says where; the others neither read nor fill the user's own cache.
os.environ["DOCGEN_CACHE"] = "off"

# Tests run behind «&» or nohup would hand deafness on to the programs that they start and interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

Compare = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """``pytest --update-golden`` writes what came out; read the difference before committing it."""
    parser.addoption(
        "--update-golden", action="store_true", help="write the goldens instead of comparing with them"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Compare:
    """``golden(path, text)``: the file says exactly this."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"no {path.name} yet: run pytest --update-golden"
        assert text == path.read_text(encoding="utf-8"), (
            f"{path.name} differs: read it, then run pytest --update-golden"
        )

    return compare
