"""A signed document: its file is checked, never written."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docgen.build.problems import SIGNED_AS, SIGNED_CHANGED, SIGNED_MISSING
from docgen.build.workspace import OUT
from docgen.corpus import Document
from docgen.diagnostics import Problem

_LARGEST = 1 << 30


def _what_to_write(document: Document[Any], root: Path) -> Iterator[Problem]:
    """The line that freezes the PDF that docgen made, ready to be copied into the source."""
    file = root / OUT / document.kind / f"{document.id}.pdf"
    if file.is_file():
        shown = file.relative_to(root).as_posix()
        line = f"signed: {{file: {shown}, sha256: {_sum(file)}}}"
        yield SIGNED_AS.at(
            document.record.at("stage"),
            f"если подписан файл {shown}, его надо назвать",
            f"добавьте строку {line}",
        )


def _found(root: Path, name: str) -> Path | None:
    """Where a name leads that a stranger may have written; nowhere, if it is none or nothing may be read there."""
    try:
        file = (root / name).resolve()
        readable = not file.is_file() or os.access(file, os.R_OK)
    except (OSError, ValueError, RuntimeError):  # too long; a nought inside; a link to itself
        return None
    return file if readable else None


def _sum(file: Path) -> str:
    """Its SHA-256; a file that is too large for any paper has none."""
    if file.stat().st_size > _LARGEST:
        return ""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def check_signed(document: Document[Any], root: Path) -> Iterator[Problem]:
    """Whether the signed file is where the source says and has the sum that the source says."""
    signed = document.record.signed
    if signed is None:
        yield from _what_to_write(document, root)
        return
    place = signed.at("file")
    file = _found(root, signed.file)
    if file is None:
        yield SIGNED_MISSING.at(
            place, f"файл «{signed.file[:100]}» не прочитать", "проверьте имя файла и права на него"
        )
    elif not file.is_relative_to(root.resolve()):
        yield SIGNED_MISSING.at(
            place, f"файл «{signed.file}» вне рабочей папки", "положите файл в рабочую папку"
        )
    elif not file.is_file():
        yield SIGNED_MISSING.at(place, f"файла «{signed.file}» нет", "верните подписанный файл на место")
    elif _sum(file) != signed.sha256.lower():
        yield SIGNED_CHANGED.at(
            signed.at("sha256"), f"файл «{signed.file}» изменён после подписания", "верните файл из архива"
        )
