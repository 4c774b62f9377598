"""Doing runs: every planned run in every target, side by side, each result as it comes."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field, replace
from pathlib import Path

from harness.cpu_flags import cpu_flags
from harness.outcome import Outcome
from harness.result import Result, Run, conclude, unsupported
from harness.results import TargetResults
from harness.target import Limits, Request, Setup, Target
from harness.workers import Worker, open_worker

OnResult = Callable[[Target, Result], None]


@dataclass
class Session:
    """The runs of one target under way: every run that the target supports is submitted at once."""

    worker: Worker
    futures: dict[Run, Future[Outcome]] = field(default_factory=dict)
    refused: dict[Run, Result] = field(default_factory=dict)
    stderr: list[str] = field(default_factory=list)

    def result(self, run: Run) -> Result:
        """Wait for a run and give its result."""
        if run in self.refused:
            return self.refused[run]
        outcome = self.futures[run].result()
        self.stderr.append(outcome.stderr)
        return conclude(run, outcome)

    def summary(self, results: Sequence[Result]) -> TargetResults:
        """Give the target's results as they go into its file."""
        target = self.worker.target
        flags = cpu_flags([self.worker.import_stderr, *self.stderr])
        return TargetResults(target.name, {**target.facts, "cpu_flags": flags}, tuple(results))


def start(worker: Worker, runs: Sequence[Run], limits: Limits) -> Session:
    """Submit every run that the worker's target supports."""
    session = Session(worker)
    for run in runs:
        reason = run.style.reason_against(worker.target.tensorflow)
        if reason is not None:
            session.refused[run] = unsupported(run, reason)
        else:
            session.futures[run] = worker.submit(_request(run, limits))
    return session


def run_targets(
    pythons: Sequence[Path], runs: Sequence[Run], setup: Setup, limits: Limits, on_result: OnResult
) -> tuple[TargetResults, ...]:
    """Do every run in every interpreter and give the results per target, in the order of ``pythons``.

    ``setup.jobs`` children run at a time, over all targets; results do not depend on it. ``on_result`` is called from
    one thread per target as results come. Raises UsageError for the first interpreter that cannot be used.
    """
    at_once = max(1, min(setup.jobs, len(pythons)))
    share = replace(setup, jobs=max(1, setup.jobs // at_once))

    def one(python: Path) -> TargetResults:
        with open_worker(python, share) as worker:
            session = start(worker, runs, limits)
            results = []
            by_future = {future: run for run, future in session.futures.items()}
            for run in session.refused:
                on_result(worker.target, session.result(run))
                results.append(session.result(run))
            for future in as_completed(by_future):
                result = session.result(by_future[future])
                on_result(worker.target, result)
                results.append(result)
            return session.summary(results)

    with ThreadPoolExecutor(at_once) as pool:
        return tuple(pool.map(one, pythons))


def _request(run: Run, limits: Limits) -> Request:
    timeout = limits.timeout if limits.timeout is not None else run.case.timeout
    return Request(run.style.script, run.variant.parameters, timeout, limits.memory, limits.output)
