"""Install what docgen is compared with into bench/peers/ (git-ignored): ``python bench/install.py``.

What cannot be installed (no npm, no network) is left out; the comparison then says «not installed» in its row.
"""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.comparison.engine import BENCH, ISAL, NODE, PEERS, VENV, peers_python, pinned

_REQUIREMENTS, _PACKAGES = BENCH / "peers-requirements.txt", BENCH / "peers-package.json"


def main() -> None:
    """Install what is not there yet."""
    PEERS.mkdir(exist_ok=True)
    _once(VENV, _REQUIREMENTS, _install_python)
    _once(ISAL, _REQUIREMENTS, _install_isal)
    _once(NODE, _PACKAGES, _install_node)


def _once(folder: Path, pins: Path, install: object) -> None:
    """Do it again only when the pins have changed."""
    assert callable(install)
    stamp = folder / ".installed"
    wanted = hashlib.sha256(pins.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    shutil.rmtree(folder, ignore_errors=True)
    try:
        install()
        stamp.write_text(wanted, encoding="utf-8")
    except (OSError, subprocess.SubprocessError) as error:
        print(f"bench: {folder.name} not installed: {error}", file=sys.stderr)
        shutil.rmtree(folder, ignore_errors=True)


def _install_python() -> None:
    _run(sys.executable, "-m", "venv", str(VENV))
    _run(str(peers_python()), "-m", "pip", "install", "--quiet", "-r", str(_REQUIREMENTS))


def _install_isal() -> None:
    """Apart from the rest: docgen without it must be measured too."""
    _run(sys.executable, "-m", "pip", "install", "--quiet", "--target", str(ISAL), f"isal=={pinned('isal')}")


def _install_node() -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise OSError("npm is not there")
    NODE.mkdir()
    packages = json.loads(_PACKAGES.read_text(encoding="utf-8"))
    (NODE / "package.json").write_text(json.dumps(packages), encoding="utf-8")
    _run(npm, "install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", cwd=NODE)


def _run(*command: str, cwd: Path | None = None) -> None:
    """What installers say goes to stderr: stdout is the table's."""
    subprocess.run(command, check=True, cwd=cwd, stdout=sys.stderr, timeout=300)


if __name__ == "__main__":
    main()
