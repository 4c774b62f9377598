"""Workers: a target's process that runs scripts, and what happens when it dies."""

import contextlib
import queue
import threading
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from harness.errors import UsageError
from harness.link import Link, handshake, status_text
from harness.outcome import Outcome, last_lines, read_outcome, worker_death
from harness.target import Request, Setup, find_python

# What a worker gets beyond a run's own limit before it is taken for dead.
_GRACE_SECONDS = 20.0


class Worker:
    """Runs scripts in a target. Every ``submit`` gives a future; a run that kills the worker costs no other run."""

    def __init__(self, python: Path, setup: Setup) -> None:
        self.setup = setup
        self._lock = threading.Lock()
        self._waiting: dict[int, tuple[Request, Future[Outcome]]] = {}
        self._started: dict[int, float] = {}
        self._numbers = 0
        self._closing = False
        self._link = Link(python, setup)
        self.target = handshake(self._link)
        self.import_stderr = self._link.said_on_stderr()
        self._thread = threading.Thread(target=self._collect, daemon=True)
        self._thread.start()

    def submit(self, request: Request) -> Future[Outcome]:
        """Queue a run; the future gives its outcome and never raises for what the script did."""
        future: Future[Outcome] = Future()
        with self._lock:
            self._numbers += 1
            self._waiting[self._numbers] = (request, future)
            self._link.send(request.as_message(self._numbers))
        return future

    def close(self) -> None:
        """End the worker and everything that runs in it."""
        self._closing = True
        self._link.end(at_once=bool(self._waiting))
        self._thread.join()
        self._link.errors.close()

    def _collect(self) -> None:
        while True:
            try:
                message = self._link.lines.get(timeout=1.0)
            except queue.Empty:
                self._watch()
                continue
            if message is not None:
                self._take(message)
            elif self._closing or not self._replace():
                return

    def _take(self, message: Mapping[str, Any]) -> None:
        number = message["id"]
        if message["answer"] == "started":
            self._started[number] = time.monotonic()
            return
        with self._lock:
            request, future = self._waiting.pop(number)
            self._started.pop(number, None)
        asked = request.as_message(number)
        future.set_result(read_outcome(message, asked["script"], asked))

    def _watch(self) -> None:
        """Kill a worker that no longer holds its runs to their limits: something stopped or broke it."""
        for number, since in list(self._started.items()):
            if time.monotonic() - since > self._waiting[number][0].timeout + _GRACE_SECONDS:
                self._link.end(at_once=True)
                return

    def _replace(self) -> bool:
        """After a death: fail the runs that were under way, start a worker for those that were not. False: give up."""
        status = self._link.end(at_once=True)
        reason = f"the worker process died ({status_text(status)}) while this ran"
        detail = last_lines(self._link.said_on_stderr())
        with self._lock:
            under_way = [self._waiting.pop(number)[1] for number in list(self._started)]
            lost = [] if under_way else [self._waiting.pop(number)[1] for number in list(self._waiting)]
            self._started.clear()
            python = self._link.python
            self._link.errors.close()
            try:
                self._link = Link(python, self.setup)
                handshake(self._link)
            except UsageError as error:
                lost += [future for _, future in self._waiting.values()]
                self._waiting.clear()
                reason = f"{reason}, and no other could be started: {error}"
            for number, (request, _) in self._waiting.items():
                self._link.send(request.as_message(number))
        for future in under_way + lost:
            future.set_result(worker_death(reason, detail))
        return bool(self._waiting) or not lost


@contextlib.contextmanager
def open_worker(python: Path, setup: Setup) -> Iterator[Worker]:
    """Start a worker in an interpreter and end it afterwards.

    Raises UsageError where there is no interpreter at that path, or it is no Python 3.6 or newer, has no TensorFlow, or
    a broken one; the message ends with the last lines that it wrote.
    """
    worker = Worker(find_python(python), setup)
    try:
        yield worker
    finally:
        worker.close()
