"""Drives one LibreOffice over a UNO pipe; run by a Python that has ``uno``, never imported by docgen.

Called with one JSON argument (program, profile, settings of the export); reads one JSON line per document from
the standard input, writes one JSON line per answer. When the input ends, it ends itself and its LibreOffice:
so an office never outlives the docgen that started it. Old Pythons come with LibreOffice: no new syntax here.
"""

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found,unused-ignore]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]

_RESTART = 81  # a fresh profile makes LibreOffice end once with this status: start it again


def main() -> None:
    """Start LibreOffice, then convert what is asked for until the input ends."""
    order = json.loads(sys.argv[1])
    office = _Office(order["program"], order["profile"])
    tasks: Any = queue.Queue()
    threading.Thread(target=_listen, args=(tasks, office), daemon=True).start()
    try:
        desktop = office.start()
        _say({"ready": True})
        while True:
            task = tasks.get()
            try:
                answer = _convert(desktop, task, order)
            except Exception as error:
                answer = {"trouble": type(error).__name__ + ": " + str(error)[:300]}
            _say(answer)
    finally:  # nobody listens any more, or LibreOffice did not start
        office.end()


def _listen(tasks: Any, office: Any) -> None:
    """Take tasks in; a thread listens, so that the end is heard during a start or a conversion too."""
    for line in sys.stdin:
        tasks.put(json.loads(line))
    office.end()


class _Office:
    """A LibreOffice of our own."""

    def __init__(self, program: str, profile: str) -> None:
        self.address = "pipe,name=docgen" + str(os.getpid()) + ";urp;StarOffice.ComponentContext"
        self.command = [
            program,
            "-env:UserInstallation=" + Path(profile).as_uri(),
            "--accept=" + self.address,
        ]
        self.command += [
            "--headless",
            "--invisible",
            "--nologo",
            "--nodefault",
            "--norestore",
            "--nolockcheck",
        ]
        self.process: Any = None

    def start(self) -> Any:
        """Run LibreOffice until it answers; its desktop."""
        context = uno.getComponentContext()
        resolver = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", context
        )
        status: Any = _RESTART
        while status in (None, _RESTART):
            if status == _RESTART:
                quiet = subprocess.DEVNULL
                self.process = subprocess.Popen(self.command, stdin=quiet, stdout=quiet, stderr=quiet)
            try:
                remote = resolver.resolve("uno:" + self.address)
                return remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
            except NoConnectException:
                time.sleep(0.02)
            status = self.process.poll()
        raise SystemExit("LibreOffice ended with " + str(status))

    def end(self) -> None:
        """End LibreOffice and this process at once."""
        if os.name == "posix":
            os.kill(0, signal.SIGKILL)  # our group: docgen started us in one of our own
        if self.process is not None:
            self.process.kill()
        os._exit(0)


def _convert(desktop: Any, task: Any, order: Any) -> Any:
    """Load, store, close; ``loaded`` is false when LibreOffice refuses the file."""
    arguments = _values(
        Hidden=True, ReadOnly=True, FilterName=order["reader"], UpdateDocMode=0, MacroExecutionMode=0
    )
    document = desktop.loadComponentFromURL(Path(task["docx"]).as_uri(), "_blank", 0, arguments)
    if document is None:
        return {"loaded": False}
    try:
        settings = uno.Any("[]com.sun.star.beans.PropertyValue", _values(**order["settings"]))
        document.storeToURL(
            Path(task["pdf"]).as_uri(), _values(FilterName=order["writer"], FilterData=settings)
        )
    finally:
        document.close(True)
    return {"loaded": True}


def _values(**named: Any) -> Any:
    return tuple(PropertyValue(Name=name, Value=value) for name, value in named.items())


def _say(answer: Any) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
