"""Doing runs: every planned run in every target, side by side, each result as it comes."""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from pathlib import Path

from harness.cpu_flags import cpu_flags
from harness.outcome import Outcome
from harness.result import Result, Run, conclude, unsupported
from harness.results import TargetResults, distinct
from harness.target import Limits, Request, Setup, Target, find_python
from harness.workers import Worker, open_worker

OnResult = Callable[[Target, Result], None]

# How soon the other targets notice that one of them cannot be used, or that the user has had enough.
_LOOK_SECONDS = 0.5


@dataclass
class Session:
    """The runs of one target under way."""

    worker: Worker
    limits: Limits
    futures: dict[Run, Future[Outcome]] = field(default_factory=dict)
    stderr: list[str] = field(default_factory=list)

    def submit(self, run: Run) -> None:
        """Queue a run, unless it is queued already or its style does not exist for this target."""
        if run not in self.futures and self._reason_against(run) is None:
            self.futures[run] = self.worker.submit(_request(run, self.limits))

    def result(self, run: Run) -> Result:
        """Wait for a run, which is submitted if it was not, and give its result.

        Raises UsageError for a golden trace that cannot be read.
        """
        reason = self._reason_against(run)
        if reason is not None:
            return unsupported(run, reason)
        self.submit(run)
        outcome = self.futures[run].result()
        self.stderr.append(outcome.stderr)
        return conclude(run, outcome)

    def results(self, runs: Sequence[Run], stopped: threading.Event) -> Iterator[tuple[Run, Result]]:
        """Submit all these runs at once and give each with its result as it ends, until somebody has ``stopped`` it."""
        for run in runs:
            self.submit(run)
        yield from ((run, self.result(run)) for run in runs if run not in self.futures)
        pending = {self.futures[run]: run for run in runs if run in self.futures}
        while pending and not stopped.is_set():
            ended, _ = wait(pending, timeout=_LOOK_SECONDS, return_when=FIRST_COMPLETED)
            for future in ended:
                run = pending.pop(future)
                yield run, self.result(run)

    def summary(self, results: Sequence[Result]) -> TargetResults:
        """Give the target's results as they go into its file."""
        target = self.worker.target
        flags = cpu_flags([self.worker.import_stderr, *self.stderr])
        return TargetResults(target.name, {**target.facts, "cpu_flags": flags}, tuple(results))

    def _reason_against(self, run: Run) -> str | None:
        return run.style.reason_against(self.worker.target.tensorflow)


def run_targets(
    pythons: Sequence[Path], runs: Sequence[Run], setup: Setup, limits: Limits, on_result: OnResult
) -> tuple[TargetResults, ...]:
    """Do every run in every interpreter and give the results: targets in the order of ``pythons``, their results in
    the order of ``runs``, no two targets with one name.

    ``setup.jobs`` children run at a time, over all targets; results do not depend on it. ``on_result`` is called from
    one thread per target as results come. Raises UsageError for an interpreter that cannot be used; the runs in the
    others are then given up.
    """
    pythons = list(dict.fromkeys(find_python(python) for python in pythons))
    at_once = max(1, min(setup.jobs, len(pythons)))
    share = replace(setup, jobs=max(1, setup.jobs // at_once))
    stopped = threading.Event()

    def one(python: Path) -> TargetResults | None:
        if stopped.is_set():
            return None
        try:
            with open_worker(python, share) as worker:
                session = Session(worker, limits)
                found = {}
                for run, result in session.results(runs, stopped):
                    on_result(worker.target, result)
                    found[run] = result
                return session.summary([found[run] for run in runs if run in found])
        except BaseException:
            stopped.set()
            raise

    with ThreadPoolExecutor(at_once) as pool:
        try:
            futures = [pool.submit(one, python) for python in pythons]
            wait(futures)
        finally:
            stopped.set()
        # The one that failed, not those that were stopped because of it.
        summaries = [future.result() for future in futures]
    return distinct([summary for summary in summaries if summary is not None])


def _request(run: Run, limits: Limits) -> Request:
    timeout = limits.timeout if limits.timeout is not None else run.case.timeout
    return Request(run.style.script, run.variant.parameters, timeout, limits.memory, limits.output)
