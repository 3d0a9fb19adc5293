"""Whatever the operating system refuses is told in Russian, with a mend."""

import errno
import os
import re

import pytest

from docgen.diagnostics import Failure
from docgen.diagnostics.system import cause, refusal, surroundings

BUGS = {errno.EBADF, errno.EFAULT, errno.ENOTTY, errno.ESPIPE}
RUSSIAN = re.compile("[а-яё ]{5}")


@pytest.mark.parametrize("code", sorted(set(errno.errorcode) - BUGS), ids=errno.errorcode.__getitem__)
def test_every_refusal_has_a_cause_and_a_mend(code: int) -> None:
    told = refusal(OSError(code, os.strerror(code)))
    assert told is not None
    assert all(RUSSIAN.match(part) for part in told)
    assert cause(OSError(code, os.strerror(code))) == told[0]


@pytest.mark.parametrize("code", sorted(BUGS), ids=errno.errorcode.__getitem__)
def test_a_mistake_of_ours_is_none(code: int) -> None:
    assert refusal(OSError(code, os.strerror(code))) is None


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (MemoryError(), "не хватает памяти"),
        (RuntimeError("can't start new thread"), "система не даёт работать ещё одному потоку"),
        (OSError(errno.ENOSPC, "", "from.docx", None, "to.docx"), "to.docx: на диске нет места"),
        (FileNotFoundError(errno.ENOENT, ""), "папки, в которой вы находитесь, больше нет"),
        (Failure("как есть", "так и делать"), "как есть"),
    ],
)
def test_what_the_surroundings_refuse_is_a_failure(error: Exception, told: str) -> None:
    failure = surroundings(error)
    assert failure is not None
    assert failure.message == told
    assert failure.hint


@pytest.mark.parametrize("error", [ValueError("x"), RuntimeError("x"), OSError("x")])
def test_all_else_is_a_mistake_of_ours(error: Exception) -> None:
    assert surroundings(error) is None
