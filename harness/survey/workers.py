"""Workers of a survey: one for each interpreter, kept from file to file, so many runs at once in all of them
together."""

import contextlib
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from harness.targets.outcome import Outcome
from harness.targets.target import Request, Setup, Target, find_python
from harness.targets.workers import Worker
from harness.words.errors import UsageError

# Each has a TensorFlow in memory, which is 150 to 400 MB: more are closed when nobody uses them.
_MOST_OPEN = 3


class Gated:
    """A worker behind a gate that lets so many runs through at once, whatever other workers do behind it."""

    def __init__(self, worker: Worker, gate: ThreadPoolExecutor) -> None:
        self._worker = worker
        self._gate = gate

    @property
    def target(self) -> Target:
        """The worker's own."""
        return self._worker.target

    @property
    def setup(self) -> Setup:
        """The worker's own."""
        return self._worker.setup

    def submit(self, request: Request) -> Future[Outcome]:
        """Queue a run behind the gate."""
        return self._gate.submit(lambda: self._worker.submit(request).result())


@dataclass
class _Room:
    """A place for one worker: it opens under its own lock, so that others open meanwhile."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    worker: Worker | None = None
    problem: str = ""
    users: int = 0
    used: int = 0


class Workers:
    """Opens a worker when it is first asked for, and closes those that nobody uses where there are too many; used as a
    context manager, by any number of threads."""

    def __init__(self, setup: Setup, jobs: int) -> None:
        self._setup = setup
        self._gate = ThreadPoolExecutor(max_workers=jobs)
        self._openers = ThreadPoolExecutor(max_workers=jobs)
        self._lock = threading.Lock()
        self._rooms: dict[Path, _Room] = {}
        self._clock = 0
        self._ended = False

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, *_reason: object) -> None:
        self._openers.shutdown(cancel_futures=True)
        self.end()
        self._gate.shutdown(cancel_futures=True)

    def end(self) -> None:
        """End all workers, with whatever runs in them; none is opened any more."""
        self._ended = True
        for room in [*self._rooms.values()]:
            if room.worker is not None:
                room.worker.close()

    def prepare(self, pythons: Sequence[Path]) -> None:
        """Begin to open workers that will be asked for soon."""
        for python in pythons:
            self._openers.submit(self._prepared, python)

    @contextlib.contextmanager
    def using(self, *pythons: Path) -> Iterator[Mapping[Path, Gated]]:
        """Give the workers of interpreters, by their absolute paths, which stay open at least as long as this is.
        Raises UsageError for an interpreter that cannot be used."""
        rooms = {python.absolute(): self._room(python.absolute()) for python in pythons}
        try:
            yield {python: Gated(self._opened(python, room), self._gate) for python, room in rooms.items()}
        finally:
            with self._lock:
                for room in rooms.values():
                    room.users -= 1
            self.close_idle()

    def _prepared(self, python: Path) -> None:
        with contextlib.suppress(UsageError), self.using(python):
            pass

    def _room(self, python: Path) -> _Room:
        with self._lock:
            room = self._rooms.setdefault(python, _Room())
            room.users += 1
            self._clock += 1
            room.used = self._clock
            return room

    def _opened(self, python: Path, room: _Room) -> Worker:
        with room.lock:
            if room.problem or self._ended:
                raise UsageError(room.problem or "it was ended")
            if room.worker is None:
                try:
                    room.worker = Worker(find_python(python), self._setup)
                except UsageError as error:
                    room.problem = str(error)
                    raise
            return room.worker

    def close_idle(self, most: int = _MOST_OPEN) -> None:
        """Close workers that nobody uses, those first that were used longest ago, until no more than so many are
        open."""
        with self._lock:
            opened = [room for room in self._rooms.values() if room.worker is not None]
            idle = sorted((room for room in opened if not room.users), key=lambda room: room.used)
            closing = [room.worker for room in idle[: max(0, len(opened) - most)]]
            for room in idle[: len(closing)]:
                room.worker = None
        for worker in closing:
            if worker is not None:
                worker.close()
