"""The whole road YAML → DOCX with all checks, by the functions of bench/road.py, and how it grows with the documents."""

import tempfile
from pathlib import Path
from typing import Any

_PEER_ON = 200


def measure(sizes: tuple[int, ...]) -> dict[str, Any]:
    """CPU milliseconds per document of docxtpl and of docgen; ``docgen build`` of workspaces of growing size."""
    from road import command, in_turns
    from varied import write_workspace

    with tempfile.TemporaryDirectory(prefix="docgen-road-") as name:
        root = Path(name)
        spent = in_turns(root, write_workspace(root, _PEER_ON))
    growth = []
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="docgen-road-") as name:
            write_workspace(Path(name), size)
            growth.append({"documents": size, **command(Path(name))})
    return {"least": {who: min(some) for who, some in spent.items()}, "growth": growth}
