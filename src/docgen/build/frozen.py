"""A signed document: its file is checked, never written."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docgen.build.inputs import digest
from docgen.build.problems import SIGNED_AS, SIGNED_CHANGED, SIGNED_MISSING
from docgen.build.workspace import OUT
from docgen.corpus import Document
from docgen.diagnostics import Problem


def _what_to_write(document: Document[Any], root: Path) -> Iterator[Problem]:
    """The line that freezes the PDF that docgen made, ready to be copied into the source."""
    file = root / OUT / document.kind / f"{document.id}.pdf"
    if file.is_file():
        shown = file.relative_to(root).as_posix()
        line = f"signed: {{file: {shown}, sha256: {digest(file.read_bytes())}}}"
        yield SIGNED_AS.at(
            document.record.at("stage"),
            f"если подписан файл {shown}, его надо назвать",
            f"добавьте строку {line}",
        )


def check_signed(document: Document[Any], root: Path) -> Iterator[Problem]:
    """Whether the signed file is where the source says and has the sum that the source says."""
    signed = document.record.signed
    if signed is None:
        yield from _what_to_write(document, root)
        return
    file = (root / signed.file).resolve()
    place = signed.at("file")
    if not file.is_relative_to(root.resolve()):
        yield SIGNED_MISSING.at(
            place, f"файл «{signed.file}» вне рабочей папки", "положите файл в рабочую папку"
        )
    elif not file.is_file():
        yield SIGNED_MISSING.at(place, f"файла «{signed.file}» нет", "верните подписанный файл на место")
    elif digest(file.read_bytes()) != signed.sha256.lower():
        yield SIGNED_CHANGED.at(
            signed.at("sha256"), f"файл «{signed.file}» изменён после подписания", "верните файл из архива"
        )
