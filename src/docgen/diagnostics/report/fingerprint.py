"""What makes a problem the same problem after lines were added above it."""

import hashlib
from collections import Counter
from collections.abc import Sequence

from docgen.diagnostics.identity import identity
from docgen.diagnostics.problem import Problem


def fingerprints(problems: Sequence[Problem]) -> list[str]:
    """One for each problem, all different.

    Made of file, code, message and the text of the line, never of its number; equal ones are told apart
    by their turn.
    """
    turns: Counter[tuple[str, ...]] = Counter()
    result = []
    for problem in problems:
        whose = (*identity(problem), problem.span.source.line(problem.span.line).strip())
        whole = "\0".join((*whose, str(turns[whose])))
        result.append(hashlib.sha256(whole.encode(errors="surrogatepass")).hexdigest())
        turns[whose] += 1
    return result
