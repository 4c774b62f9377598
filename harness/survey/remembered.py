"""Runs that are not done twice: of one file the same request is asked for again and again, by its ports and their
proofs."""

import hashlib
import json
import threading
from concurrent.futures import Future

from harness.targets.outcome import Outcome
from harness.targets.runs import Runs
from harness.targets.target import Request, Setup, Target


class Remembered:
    """Stands before what runs, and gives the outcome that it gave for the same request. Good for a file that repeats
    itself; of one that does not, each run is one of those that it might have been."""

    def __init__(self, runs: Runs) -> None:
        self._runs = runs
        self._known: dict[str, Future[Outcome]] = {}
        self._lock = threading.Lock()

    @property
    def target(self) -> Target:
        """That of what runs."""
        return self._runs.target

    @property
    def setup(self) -> Setup:
        """That of what runs."""
        return self._runs.setup

    def submit(self, request: Request) -> Future[Outcome]:
        """Queue a run, unless the same one was asked for before."""
        message = request.as_message(0)
        key = hashlib.sha256(json.dumps(message, sort_keys=True, default=str).encode()).hexdigest()
        with self._lock:
            if key not in self._known:
                self._known[key] = self._runs.submit(request)
            return self._known[key]
