"""Progress: how many runs are done, and which one takes the longest, as a line that tells the time."""

import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.text import Text

from harness.cases.run import Run, longest_first
from harness.results.result import Result
from harness.targets.target import Target


class Progress:
    """The runs of some targets under way; rich renders it anew whenever it refreshes the terminal.

    A worker takes the longest runs first, ``jobs`` at a time; so the first that have no result yet are those that run.
    Several targets share the jobs.
    """

    def __init__(
        self, runs: Sequence[Run], targets: int, jobs: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._names = [f"{run.subject} {run.style.name}" for run in longest_first(runs)]
        self._planned = len(runs) * targets
        self._jobs = max(1, jobs // max(1, min(jobs, targets)))
        self._clock = clock
        self._lock = threading.Lock()
        self._waiting: dict[Path, list[str]] = {}
        self._begun: dict[tuple[Path, str], float] = {}
        self._called: dict[Path, str] = {}

    def add(self, target: Target, result: Result) -> None:
        """Take note of a result. Called from one thread for each target."""
        name = f"{result.subject} {result.style}"
        with self._lock:
            self._called[target.python] = target.name
            waiting = self._waiting.setdefault(target.python, list(self._names))
            waiting.remove(name)
            self._begun.pop((target.python, name), None)
            for following in waiting[: self._jobs]:
                self._begun.setdefault((target.python, following), self._clock())

    def line(self) -> str:
        """Give the line: ``31 of 48 runs; tf2.21 (9 of 16): two_layer_net[sgd] graph has taken 12 s``."""
        with self._lock:
            done = sum(len(self._names) - len(waiting) for waiting in self._waiting.values())
            said = f"{done} of {self._planned} runs"
            if not self._begun:
                return f"{said}; importing TensorFlow" if done < self._planned else said
            (python, name), begun = min(self._begun.items(), key=lambda item: item[1])
            there = len(self._names) - len(self._waiting[python])
            seconds = self._clock() - begun
            return f"{said}; {self._called[python]} ({there} of {len(self._names)}): {name} has taken {seconds:.0f} s"

    def __rich__(self) -> Text:
        return Text(self.line())
