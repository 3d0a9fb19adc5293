"""Other programs: what is wrong with a file, what its text is. Each takes many files and answers for each of them."""

import json
import os
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from docgen.publish import find_office
from tests.validate.install import CLASS_PATH, NODE, OOXML

Troubles = list[list[str]]
_LIMIT = 120.0
_CHUNK = 50


def microsoft(files: Sequence[Path]) -> Troubles:
    """Errors of Microsoft's Open XML SDK."""
    return _each(_microsoft, files)


def _microsoft(docx: Path) -> list[str]:
    done = _run(str(OOXML), str(docx))  # its exit status says only that it ran
    told: Any = json.loads(done.stdout) if done.stdout.startswith("{") else {"ok": False, "errors": []}
    if told["ok"]:
        return []
    return [f"{one.get('path')} {one.get('xPath')}: {one['description']}" for one in told["errors"]] or [
        done.stderr or "not ok, no reason given"
    ]


def verapdf(flavour: str, files: Sequence[Path]) -> Troubles:
    """Rules of ``2b`` (PDF/A) or ``ua1`` (PDF/UA) that veraPDF finds broken."""
    command = ["java", "-cp", CLASS_PATH, "VeraPdf", flavour]
    done = _run(*command, told="".join(f"{file}\n" for file in files), limit=_LIMIT + 5 * len(files))
    answers = re.split(r"^end\n", done.stdout, flags=re.MULTILINE)[:-1]
    if len(answers) != len(files):
        raise RuntimeError(f"veraPDF answered for {len(answers)} of {len(files)}: {done.stderr[-500:]}")
    return [answer.splitlines() for answer in answers]


def qpdf(files: Sequence[Path]) -> Troubles:
    """Errors and warnings of syntax."""
    return _each(_qpdf, files)


def _qpdf(pdf: Path) -> list[str]:
    done = _run("qpdf", "--check", str(pdf))
    return [] if done.returncode == 0 else (done.stderr or done.stdout).splitlines()[:5]


def pandoc(files: Sequence[Path]) -> list[str]:
    """Texts as pandoc reads them."""
    return _each(_pandoc, files)


def _pandoc(docx: Path) -> str:
    done = _run("pandoc", "--from", "docx", "--to", "json", str(docx))
    return "".join(_said(json.loads(done.stdout)["blocks"])) if done.returncode == 0 else done.stderr


def _said(node: Any) -> Iterator[str]:
    """The words of pandoc's tree in their order."""
    if isinstance(node, list):
        for one in node:
            yield from _said(one)
    elif isinstance(node, dict):
        kind: Any = node.get("t")
        content: Any = node.get("c")
        if kind == "Str":
            yield content
        elif kind == "Quoted":
            yield from _said(content[1])
        elif kind in ("Code", "Math", "RawInline"):
            yield content[1]
        elif kind in ("Link", "Image", "Span", "Div", "Header", "CodeBlock"):
            yield from _said(content[-1 if kind in ("Span", "Div", "Header", "CodeBlock") else 1])
        else:
            yield from _said(content)


def mammoth(files: Sequence[Path]) -> list[str]:
    """Texts as mammoth reads them."""
    done = _run(
        "node", "words.mjs", told="".join(f"{file}\n" for file in files), cwd=NODE, limit=_LIMIT + len(files)
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if len(answers) != len(files):
        raise RuntimeError(f"mammoth answered for {len(answers)} of {len(files)}: {done.stderr[-500:]}")
    return [answer["text"] or answer["trouble"] for answer in answers]


def office(files: Sequence[Path]) -> list[str]:
    """Texts as LibreOffice reads them."""
    texts = []
    with tempfile.TemporaryDirectory(prefix="docgen-validate-") as folder:
        profile = Path(folder, "profile").as_uri()
        for start in range(0, len(files), _CHUNK):
            some = [str(file) for file in files[start : start + _CHUNK]]
            command = [
                str(find_office().program),
                f"-env:UserInstallation={profile}",
                "--headless",
                "--norestore",
            ]
            command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, *some]
            if _run(*command, limit=_LIMIT + 5 * len(some)).returncode == _RESTART:
                _run(*command, limit=_LIMIT + 5 * len(some))
        for file in files:
            text = Path(folder, f"{file.stem}.txt")
            texts.append(
                text.read_text(encoding="utf-8-sig") if text.exists() else "LibreOffice wrote nothing"
            )
    return texts


_RESTART = 81  # what LibreOffice ends with once on a fresh profile


def _each(judge: Callable[[Path], Any], files: Sequence[Path]) -> list[Any]:
    with ThreadPoolExecutor(2 * (os.cpu_count() or 1)) as threads:
        return list(threads.map(judge, files))


def _run(
    *command: str, told: str = "", cwd: Path | None = None, limit: float = _LIMIT
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command,
        input=told,
        cwd=cwd,
        timeout=limit,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
