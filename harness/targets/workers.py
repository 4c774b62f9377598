"""Workers: a target's process that runs scripts, and what happens when it dies."""

import contextlib
import queue
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from harness.targets.answer import read_outcome
from harness.targets.link import connect, status_text
from harness.targets.outcome import Outcome, last_lines, worker_death
from harness.targets.target import Request, Setup, find_python
from harness.words.errors import UsageError

_TICK_SECONDS = 1.0
# So often a worker may die without having started a run before no further one is tried.
_IDLE_DEATHS = 3


class Worker:
    """Runs scripts in a target. Every ``submit`` gives a future; a run that kills the worker costs no other run.

    When a worker dies, the run that was under way has killed it. Were there several, each of them is run again, alone,
    before all others: so it is found out which one it was, and the outcome of none depends on ``jobs``.
    """

    def __init__(self, python: Path, setup: Setup) -> None:
        self.setup = setup
        # What is called with the last line that a run has printed, where the setup asks for progress.
        self.on_line: Callable[[str], None] | None = None
        self._python = python
        self._lock = threading.Lock()
        self._waiting: dict[int, tuple[Request, Future[Outcome]]] = {}
        self._started: dict[int, float] = {}
        self._suspects: list[int] = []
        self._numbers = 0
        self._idle_deaths = 0
        self._down = False
        self._closing = False
        self._given_up: Outcome | None = None
        self._link, self.target = connect(python, setup)
        self.import_stderr = self._link.said_on_stderr()
        self._thread = threading.Thread(target=self._collect, daemon=True)
        self._thread.start()

    def submit(self, request: Request) -> Future[Outcome]:
        """Queue a run; the future gives its outcome, never raises for what the script did and cannot be cancelled."""
        future: Future[Outcome] = Future()
        future.set_running_or_notify_cancel()
        with self._lock:
            if self._given_up is not None:
                future.set_result(self._given_up)
                return future
            self._numbers += 1
            self._waiting[self._numbers] = (request, future)
            if not self._suspects and not self._down:
                self._send(self._numbers)
        return future

    def use(self, jobs: int) -> None:
        """Run so many children side by side from now on; those that run go on."""
        with self._lock:
            self.setup = replace(self.setup, jobs=jobs)
            if not self._down:
                self._link.send({"jobs": jobs})

    def close(self) -> None:
        """End the worker and everything that runs in it; what has not run by then never will."""
        with self._lock:
            self._closing = True
            self._link.end(at_once=False)
        self._thread.join()
        self._link.dispose()
        self._give_up(worker_death("the worker was closed before this had run"))

    def _send(self, number: int) -> None:
        self._link.send(self._waiting[number][0].as_message(number))

    def _collect(self) -> None:
        """Take what the worker says until there is no more. Whatever goes wrong in that ends every run, and none waits
        for ever."""
        try:
            self._take_all()
        except BaseException as error:
            told = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
            self._give_up(worker_death(f"the harness cannot go on with this worker ({told})"))
            with contextlib.suppress(Exception):
                self._link.end(at_once=True)

    def _take_all(self) -> None:
        while True:
            try:
                message = self._link.lines.get(timeout=_TICK_SECONDS)
            except queue.Empty:
                self._watch()
                continue
            if message is not None:
                self._take(message)
            elif not self._replace():
                return

    def _take(self, message: Mapping[str, Any]) -> None:
        number = message.get("id")
        if not isinstance(number, int) or number not in self._waiting:
            return  # an answer to nothing that was asked
        if message.get("answer") == "progress":
            if self.on_line is not None:
                self.on_line(str(message.get("line")))
            return
        if message.get("answer") == "started":
            self._started[number] = time.monotonic()
            return
        request, future = self._waiting[number]
        outcome = _outcome(message, request, number)
        # Nothing between these two may fail: a run that waits no more and has no outcome would be waited for for ever.
        with self._lock:
            del self._waiting[number]
        future.set_result(outcome)
        with self._lock:
            self._started.pop(number, None)
            self._idle_deaths = 0
            if number in self._suspects:
                self._suspects.remove(number)
                self._resume()

    def _resume(self) -> None:
        """Send the next suspect, or after the last one everything else."""
        for number in self._suspects[:1] or list(self._waiting):
            self._send(number)

    def _watch(self) -> None:
        """Kill a worker that no longer holds its runs to their limits: something stopped or broke it."""
        grace = self.setup.grace + (self.setup.patience if self.setup.isolation == "spawn" else 0.0)
        for number, since in self._started.items():
            if time.monotonic() - since > self._waiting[number][0].timeout + grace:
                self._link.end(at_once=True)
                return

    def _replace(self) -> bool:
        """After a death: fail the run that caused it, start a worker for the others. False: there will be none."""
        with self._lock:
            if self._closing:
                return False
            status = status_text(self._link.end(at_once=True))
            detail = last_lines(self._link.said_on_stderr())
            under_way = list(self._started)
            self._started.clear()
            if len(under_way) == 1:
                _, future = self._waiting.pop(under_way[0])
                self._suspects = [number for number in self._suspects if number in self._waiting]
                future.set_result(worker_death(f"the worker process died ({status}) while this ran", detail))
            else:
                self._suspects = under_way or self._suspects
                self._idle_deaths += not under_way
            self._down, setup = True, self.setup
        if self._idle_deaths >= _IDLE_DEATHS:
            reason = f"the worker process died ({status}) {_IDLE_DEATHS} times before it had started a run"
            return self._give_up(worker_death(reason, detail))
        try:
            # Not under the lock: importing TensorFlow takes seconds, and others want to submit meanwhile.
            link, _ = connect(self._python, setup)
        except UsageError as error:
            reason = f"the worker process died ({status}), and no other could be started: {error}"
            return self._give_up(worker_death(reason, detail))
        with self._lock:
            self._link.dispose()
            self._link = link
            if self._closing:
                self._link.end(at_once=True)
                return False
            if self.setup.jobs != setup.jobs:
                self._link.send({"jobs": self.setup.jobs})
            self._down = False
            self._resume()
        return True

    def _give_up(self, outcome: Outcome) -> Literal[False]:
        """Let all that waits, and all that is still to come, have this outcome."""
        with self._lock:
            self._given_up = outcome
            left = [future for _, future in self._waiting.values()]
            self._waiting.clear()
        for future in left:
            future.set_result(outcome)
        return False


def _outcome(message: Mapping[str, Any], request: Request, number: int) -> Outcome:
    if message.get("answer") == "refused":
        return worker_death(str(message.get("reason")))
    try:
        asked = request.as_message(number)
        return read_outcome(message, asked["script"], asked)
    except Exception as error:  # else no run at all would have an outcome
        told = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        return worker_death(f"the worker's answer to this run cannot be read ({told})")


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
