"""Reading on many cores: spawned processes, results in the order of the reports, one bad report costs no other."""

import gc
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from itertools import islice

from dragoman.api import ReadsReports, read_delivery
from dragoman.intake import Delivery
from dragoman.ledger import Prepared, Sketcher, prepare, report_key
from dragoman.model import DragomanError, InstallationError

Maker = Callable[[], ReadsReports]
"""Makes a reader in the process that will use it; must be picklable."""
TASK = 8
"""Reports that a process is handed at a time."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A report that could not be read: the key that it would have, its name, where it came from, and why."""

    key: str
    name: str
    reason: str


Result = Prepared | Failed


@dataclass(slots=True)
class _Bench:
    """What one process keeps between tasks."""

    reader: ReadsReports
    sketcher: Sketcher


@cache
def _bench(make: Maker) -> _Bench:
    bench = _Bench(make(), Sketcher())
    gc.freeze()  # or every full collection would walk through model, register and gazetteer again
    return bench


def read_task(make: Maker, deliveries: list[Delivery]) -> list[Result]:
    """Read some reports in this process."""
    bench = _bench(make)
    return [_read(bench, delivery) for delivery in deliveries]


def _read(bench: _Bench, delivery: Delivery) -> Result:
    report = delivery.report
    try:
        return prepare(read_delivery(bench.reader, delivery), bench.sketcher)
    except InstallationError:
        raise
    except DragomanError as error:
        return Failed(report_key(report), report.id, str(error))
    except Exception as error:
        return Failed(report_key(report), report.id, f"a defect in dragoman: {type(error).__name__}: {error}")


def read_all(make: Maker, deliveries: Iterable[Delivery], workers: int) -> Iterator[Result]:
    """Read reports with so many processes (one: in this one), in their order."""
    source = iter(deliveries)
    tasks = iter(lambda: list(islice(source, TASK)), [])
    if workers <= 1:
        for task in tasks:
            for delivery in task:
                yield from read_task(make, [delivery])
    else:
        yield from _Pool(make, workers).run(tasks)


class _Pool:
    """A pool that outlives the death of its processes: the report that kills one is named and left out."""

    def __init__(self, make: Maker, workers: int) -> None:
        self._make, self._workers = make, workers
        self._executor = self._start()

    def _start(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._workers, mp_context=multiprocessing.get_context("spawn"))

    def _restart(self) -> None:
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = self._start()

    def run(self, tasks: Iterator[list[Delivery]]) -> Iterator[Result]:
        """The results of all tasks in order; only a few tasks are ahead of what has been taken."""
        waiting: deque[tuple[list[Delivery], Future[list[Result]]]] = deque()
        try:
            for task in tasks:
                waiting.append((task, self._submit(task)))
                if len(waiting) >= 3 * self._workers:
                    yield from self._next(waiting)
            while waiting:
                yield from self._next(waiting)
        finally:
            self._executor.shutdown(wait=False, cancel_futures=True)

    def _submit(self, task: list[Delivery]) -> Future[list[Result]]:
        return self._executor.submit(read_task, self._make, task)

    def _next(self, waiting: deque[tuple[list[Delivery], Future[list[Result]]]]) -> list[Result]:
        task, future = waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            results = self._one_by_one(task)
            again = [each for each, _ in waiting]
            waiting.clear()
            waiting.extend((each, self._submit(each)) for each in again)
            return results

    def _one_by_one(self, task: list[Delivery]) -> list[Result]:
        results: list[Result] = []
        self._restart()
        for delivery in task:
            try:
                results += self._submit([delivery]).result()
            except BrokenProcessPool:
                report = delivery.report
                results.append(Failed(report_key(report), report.id, "the reading process died on it (out of memory?)"))
                self._restart()
        return results
