"""Who makes the batches: this process, several on this machine, or a cluster.

Anything that has ``submit(function, argument) -> future with result()`` will do: the interface of
``concurrent.futures``.
"""

import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from docgen.diagnostics import Failure

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

A = TypeVar("A")
R = TypeVar("R")

PATIENCE = "10s"  # a scheduler that has not answered by then is not there
WORTH_A_PROCESS = 16  # documents; fewer are made sooner than another Python starts


class Workers(Protocol):
    """What a build needs of an executor."""

    def submit(self, function: Callable[[A], R], argument: A, /) -> "Future[R]":
        """Begin the work."""
        ...


class Here(Executor):
    """Does the work in this process, when its result is asked for: what comes after the first need not wait for the last."""

    def submit(self, function: Callable[..., R], /, *arguments: Any, **named: Any) -> "Future[R]":
        """A future that is done by asking."""
        return _Due(lambda: function(*arguments, **named))


class _Due(Future[R]):
    def __init__(self, work: Callable[[], R]) -> None:
        super().__init__()
        self._work = work

    def result(self, timeout: float | None = None) -> R:
        if not self.done():
            try:
                self.set_result(self._work())
            except BaseException as error:
                self.set_exception(error)
        return super().result(timeout)


@contextmanager
def workers(jobs: int, documents: int, scheduler: str = "") -> Iterator[tuple[Workers, int]]:
    """The workers for so many documents, and how many there are; ``scheduler`` is the address of a Dask cluster."""
    if scheduler:
        with _cluster(scheduler) as (executor, size):
            yield executor, size
    elif jobs < 2 or documents < WORTH_A_PROCESS:
        yield Here(), 1
    else:
        size = min(jobs, documents // 8)
        pool = _processes(size)
        if pool is None:
            yield Here(), 1
            return
        with pool:
            try:
                yield pool, size
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise


def _processes(size: int) -> "ProcessPoolExecutor | None":
    """Processes that are at work; none where the system gives no more (no /dev/shm, a limit): one is enough."""
    from concurrent.futures import ProcessPoolExecutor  # slow to import

    pool = None
    try:
        pool = ProcessPoolExecutor(size, mp_context=_context(), initializer=_serve)
        pool.submit(os.getpid)  # forks them all
    except (OSError, ImportError, RuntimeError):
        if pool is not None:
            with suppress(Exception):  # it never came to life
                pool.shutdown(wait=False, cancel_futures=True)
        return None
    return pool


def _serve() -> None:
    """A worker ends when it is told to, and with its parent: else it would wait for work for ever."""
    import signal
    import threading
    from multiprocessing import connection, parent_process

    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # what Ctrl-C does would only spoil one of its documents
    parent = parent_process()

    def watch() -> None:
        if parent is not None:
            connection.wait([parent.sentinel])
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _context() -> Any:
    """Forked workers share what is loaded already; where that is not safe they start anew."""
    import multiprocessing

    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


@contextmanager
def _cluster(scheduler: str) -> Iterator[tuple[Any, int]]:
    """Dask's own executor: ``pip install docgen[dask]``."""
    try:
        connect: Any = import_module("distributed").Client
    except ImportError as error:
        raise Failure(
            "для сборки на кластере нужен пакет distributed", "установите: pip install docgen[dask]"
        ) from error
    try:
        client = connect(scheduler, timeout=PATIENCE)
    except (OSError, TimeoutError, ValueError) as error:
        raise Failure(
            f"планировщик Dask не отвечает: {scheduler}", "проверьте адрес и запущен ли он"
        ) from error
    with client:
        size = sum(client.nthreads().values())
        if not size:
            raise Failure(f"у планировщика {scheduler} нет работников", "запустите dask worker")
        yield client.get_executor(pure=False), size


def cores() -> int:
    """How many processes this machine can run at once; more than four gain little here."""
    return max(
        1, min(4, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
    )
