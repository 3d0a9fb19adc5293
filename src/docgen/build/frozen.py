"""A signed document: its file is checked, never written."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docgen.build.inputs import digest
from docgen.build.problems import SIGNED_CHANGED, SIGNED_MISSING
from docgen.corpus import Document
from docgen.diagnostics import Problem


def check_signed(document: Document[Any], root: Path) -> Iterator[Problem]:
    """Whether the signed file is where the source says and has the sum that the source says."""
    signed = document.record.signed
    if signed is None:
        return
    file = (root / signed.file).resolve()
    place = signed.at("file")
    if not file.is_relative_to(root.resolve()):
        yield SIGNED_MISSING.at(
            place, f"файл «{signed.file}» вне рабочей папки", "положите файл в рабочую папку"
        )
    elif not file.is_file():
        yield SIGNED_MISSING.at(place, f"файла «{signed.file}» нет", "верните подписанный файл на место")
    elif digest(file.read_bytes()) != signed.sha256:
        yield SIGNED_CHANGED.at(
            signed.at("sha256"), f"файл «{signed.file}» изменён после подписания", "верните файл из архива"
        )
