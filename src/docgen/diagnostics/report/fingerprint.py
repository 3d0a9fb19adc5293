"""What makes a problem the same problem after lines were added above it."""

import hashlib
from collections import Counter
from collections.abc import Sequence

from docgen.diagnostics.problem import Problem


def fingerprints(problems: Sequence[Problem]) -> list[str]:
    """One for each problem, all different.

    Made of file, code, message and the text of the line, never of its number; equal ones are told apart
    by their turn.
    """
    turns: Counter[tuple[str, ...]] = Counter()
    result = []
    for problem in problems:
        identity = _identity(problem)
        whole = "\0".join((*identity, str(turns[identity])))
        result.append(hashlib.sha256(whole.encode(errors="surrogatepass")).hexdigest())
        turns[identity] += 1
    return result


def _identity(problem: Problem) -> tuple[str, ...]:
    source = problem.span.source
    line = source.line(problem.span.line).strip()
    return (source.path.replace("\\", "/"), problem.rule.code, problem.message, line)
