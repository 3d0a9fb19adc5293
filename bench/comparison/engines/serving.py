"""A warm process that renders on demand: a request a line (template, data, count, save), answered in ms."""

import json
import sys
import time
from pathlib import Path


def serve(prepare):
    """``prepare(template, data)`` gives a function that makes one document; it is kept for as long as the process."""
    prepared = {}
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        try:
            answer = _answer(json.loads(line), prepared, prepare)
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}"[:300]}
        print(json.dumps(answer), flush=True)


def _answer(request, prepared, prepare):
    key = request["template"], request["data"]
    if key not in prepared:
        prepared[key] = prepare(*key)
    make, spent, made = prepared[key], [], b""
    begin = time.process_time()
    for _ in range(request["count"]):
        start = time.perf_counter()
        made = make()
        spent.append((time.perf_counter() - start) * 1000)
    if request.get("save"):
        Path(request["save"]).write_bytes(made)
    cpu = (time.process_time() - begin) * 1000 / request["count"]
    return {"ms": spent, "cpu": cpu, "bytes": len(made)}
