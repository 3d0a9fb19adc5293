"""What the programs say of printed documents: problems by check."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tests.drawn.desk import Printed
from tests.drawn.readers import Word, letters, tagged, word
from tests.drawn.values import values
from tests.validate import tools


@dataclass
class Check:
    """A row of the report: what was looked at, and what is wrong, by file."""

    name: str
    files: int = 0
    seconds: float = 0.0
    wrong: dict[str, list[str]] = field(default_factory=dict)

    def tell(self, file: Path, troubles: Sequence[str]) -> None:
        """Count a file, and note what is wrong with it."""
        self.files += 1
        if troubles:
            self.wrong[file.name] = list(troubles)


def examine(printed: Sequence[Printed]) -> Iterator[Check]:
    """Everything over documents whose PDF lies beside the DOCX; the slowest comes last."""
    words = [one.docx for one in printed]
    pdfs = [one.docx.with_suffix(".pdf") for one in printed]
    read = [word(docx) for docx in words]
    bodies, numbered = [one.body for one in read], [one.numbered for one in read]
    yield _values(printed, read)
    yield _same("PDF by its tags: the same text", pdfs, numbered, lambda files: list(map(tagged, files)))
    yield _same("mammoth: the same text", words, bodies, tools.mammoth)
    yield _same("pandoc: the same text", words, bodies, tools.pandoc)
    yield _same("LibreOffice: the same text", words, numbered, tools.office)
    yield _judged("qpdf: syntax of the PDF", pdfs, tools.qpdf)
    for flavour, name in (("2b", "veraPDF: PDF/A-2b"), ("ua1", "veraPDF: PDF/UA-1")):
        yield _judged(name, pdfs, partial(tools.verapdf, flavour))
    books = [book for docx in words if (book := docx.with_suffix(".xlsx")).exists()]
    yield _judged("Open XML SDK: the XLSX is valid", books, tools.microsoft)
    yield _judged("Open XML SDK: the DOCX is valid", words, tools.microsoft)


def _judged(name: str, files: Sequence[Path], judge: Callable[[Sequence[Path]], tools.Troubles]) -> Check:
    begin = time.perf_counter()
    return _check(name, files, judge(files), time.perf_counter() - begin)


def _check(name: str, files: Sequence[Path], troubles: tools.Troubles, seconds: float) -> Check:
    check = Check(name, seconds=seconds)
    for file, told in zip(files, troubles, strict=True):
        check.tell(file, told)
    return check


def _values(printed: Sequence[Printed], read: Sequence[Word]) -> Check:
    check, begin = Check("every value is printed"), time.perf_counter()
    for one, text in zip(printed, read, strict=True):
        if one.view is not None:
            lost = [f"{path}: {told}" for path, told in values(one.view) if told not in text.everything]
            check.tell(one.docx, lost)
    check.seconds = time.perf_counter() - begin
    return check


def _same(
    name: str, files: Sequence[Path], texts: Sequence[str], reader: Callable[[Sequence[Path]], list[str]]
) -> Check:
    begin = time.perf_counter()
    check = Check(name)
    for file, ours, theirs in zip(files, texts, reader(files), strict=True):
        other = letters(theirs)
        check.tell(file, [] if ours == other else [_difference(ours, other)])
    check.seconds = time.perf_counter() - begin
    return check


def _difference(ours: str, theirs: str) -> str:
    place = next(
        (at for at, (one, other) in enumerate(zip(ours, theirs, strict=False)) if one != other),
        min(len(ours), len(theirs)),
    )
    seen = slice(max(0, place - 20), place + 40)
    return f"here «{ours[seen]}», there «{theirs[seen]}»"
