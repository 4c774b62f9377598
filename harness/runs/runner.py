"""Doing runs: every planned run in every target, side by side."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

from harness.cases.run import Run
from harness.files.jobs import Jobs
from harness.results.result import Result
from harness.results.store import TargetResults, distinct
from harness.runs.target_runs import TargetRuns, known_results
from harness.targets.target import Limits, Setup, Target, find_python

OnResult = Callable[[Target, Result], None]


def run_targets(
    pythons: Sequence[Path],
    runs: Sequence[Run],
    setup: Setup,
    limits: Limits,
    on_result: OnResult,
    reuse: Path | None = None,
    on_stop: Callable[[tuple[TargetResults, ...]], None] = lambda _targets: None,
) -> tuple[TargetResults, ...]:
    """Do every run in every interpreter and give the results: targets in the order of ``pythons``, their results in
    the order of ``runs``, no two targets with one name.

    Results that still hold are taken from the results folder ``reuse``, if there is one.
    ``setup.jobs`` children run at a time, over all targets; results do not depend on it. ``on_result`` is called from
    one thread per target as results come. Raises UsageError for an interpreter that cannot be used; the runs in the
    others are then given up, as they are upon Ctrl-C, and ``on_stop`` gets what had been done by then.
    """
    pythons = list(dict.fromkeys(find_python(python) for python in pythons))
    jobs = Jobs(setup.jobs, len(pythons))
    stopped = threading.Event()

    def one(python: Path) -> TargetResults | None:
        if stopped.is_set():
            return None
        try:
            there = TargetRuns(python, setup, limits, known_results(python, setup, reuse))
            with there, jobs.shared_with(there.use):
                found = {}
                for run, result in there.results(runs, stopped):
                    on_result(there.target, result)
                    found[run] = result
                return there.summary([found[run] for run in runs if run in found])
        except BaseException:
            stopped.set()
            raise

    with ThreadPoolExecutor(max(1, min(setup.jobs, len(pythons)))) as pool:
        futures = [pool.submit(one, python) for python in pythons]
        try:
            wait(futures)
            # The one that failed, not those that were stopped because of it.
            return distinct(summary for future in futures if (summary := future.result()) is not None)
        except BaseException:
            stopped.set()
            wait(futures)
            ended = [future.result() for future in futures if future.exception() is None]
            on_stop(distinct(summary for summary in ended if summary is not None))
            raise
