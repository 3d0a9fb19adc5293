"""A finding made small, so that a person sees what is wrong: pieces are taken out as long as the fault stays."""

import time
from collections.abc import Callable

from tests.fuzz.campaign import outcome
from tests.fuzz.mutation.package import parts_of, zipped
from tests.fuzz.target import Target

_PATIENCE = 60.0


def smaller(target: Target, data: bytes, kind: str, patience: float = _PATIENCE) -> bytes:
    """The smallest file with the same fault that is found in a minute."""
    until = time.monotonic() + patience

    def still(candidate: bytes) -> bool:
        return time.monotonic() < until and outcome(target, candidate) == kind

    if not data.startswith(b"PK"):
        return _cut(data, still)
    try:
        parts = list(parts_of(data))
    except Exception:  # a zip that only docgen could open is small enough as it is
        return data
    if not still(zipped(parts)):
        return data
    for name, _ in list(parts):
        fewer = [part for part in parts if part[0] != name]
        if still(zipped(fewer)):
            parts = fewer
    for at, (name, content) in enumerate(parts):

        def with_it(candidate: bytes, at: int = at, name: str = name) -> bool:
            return still(zipped([*parts[:at], (name, candidate), *parts[at + 1 :]]))

        parts[at] = name, _cut(content, with_it)
    return zipped(parts)


def _cut(data: bytes, still: Callable[[bytes], bool]) -> bytes:
    size = max(1, len(data) // 2)
    while size:
        at = 0
        while at < len(data):
            fewer = data[:at] + data[at + size :]
            if still(fewer):
                data = fewer
            else:
                at += size
        size //= 2
    return data
