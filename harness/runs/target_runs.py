"""The runs of one target: its worker, what it was asked for, each result as it comes."""

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from harness.cases.run import Run, longest_first
from harness.diagnose.experiments.laboratory import Laboratory
from harness.diagnose.guard import guarded
from harness.results.result import Result, conclude, unsupported
from harness.results.reuse import by_run, results_that_hold, target_fingerprint
from harness.results.store import TargetResults
from harness.runs.run_diagnosis import diagnose_run
from harness.targets.cpu_flags import cpu_flags
from harness.targets.target import Limits, Request, Setup, Target, request_within
from harness.targets.workers import Worker, open_worker

if TYPE_CHECKING:
    from harness.targets.outcome import Outcome

# How soon the other targets notice that one of them cannot be used, or that the user has had enough.
_LOOK_SECONDS = 0.5


class TargetRuns:
    """The runs of one target under way. Its worker starts with the first run that has to be done.

    ``known`` are results of the same target that still hold; their runs are not done again. While golden traces are
    ``regenerating``, a damaged one counts as one that does not hold. Used as a context manager, which ends the worker.
    """

    def __init__(
        self,
        python: Path,
        setup: Setup,
        limits: Limits,
        known: TargetResults | None = None,
        *,
        regenerating: bool = False,
    ) -> None:
        self.python = python
        self.setup = setup
        self.limits = limits
        self.known = known
        self._regenerating = regenerating
        self._known = by_run(known)
        self._stack = ExitStack()
        self._worker: Worker | None = None
        self._futures: dict[Run, Future[Outcome]] = {}
        self._stderr: list[str] = []
        self._laboratory: Laboratory | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_reason: object) -> None:
        self._stack.close()

    @property
    def worker(self) -> Worker:
        """The target's worker. Raises UsageError for an interpreter that cannot be used."""
        if self._worker is None:
            worker = self._stack.enter_context(open_worker(self.python, self.setup))
            with self._lock:
                self._worker = worker
                if worker.setup.jobs != self.setup.jobs:
                    worker.use(self.setup.jobs)
        return self._worker

    @property
    def target(self) -> Target:
        """The target, as its worker tells, or as it told when the known results were made."""
        if self._worker is None and self.known is not None:
            return Target(self.python, self.known.facts["tensorflow"], self.known.facts)
        return self.worker.target

    def use(self, jobs: int) -> None:
        """Run so many children side by side from now on. May be called from any thread."""
        with self._lock:
            self.setup = replace(self.setup, jobs=jobs)
            if self._worker is not None and self._worker.setup.jobs != jobs:
                self._worker.use(jobs)

    def submit(self, run: Run) -> None:
        """Queue a run, unless it is queued, its result is known, or its style does not exist for this target."""
        if run not in self._futures and self._known_result(run) is None and self._reason_against(run) is None:
            self._futures[run] = self.worker.submit(_request(run, self.limits))

    def result(self, run: Run) -> Result:
        """Wait for a run, which is submitted if it was not, and give its result.

        Raises UsageError for a golden trace that cannot be read.
        """
        reason = self._reason_against(run)
        if reason is not None:
            return unsupported(run, reason)
        known = self._known_result(run)
        if known is not None:
            return known
        self.submit(run)
        return self._diagnosed(run, self._concluded(run))

    def results(self, runs: Sequence[Run], stopped: threading.Event) -> Iterator[tuple[Run, Result]]:
        """Submit all these runs at once and give each with its result as it ends, until somebody has ``stopped`` it."""
        for run in longest_first(runs):
            self.submit(run)
        yield from ((run, self.result(run)) for run in runs if run not in self._futures)
        pending = {self._futures[run]: run for run in runs if run in self._futures}
        bad: list[tuple[Run, Result]] = []
        while pending and not stopped.is_set():
            ended, _ = wait(pending, timeout=_LOOK_SECONDS, return_when=FIRST_COMPLETED)
            for future in ended:
                run = pending.pop(future)
                result = self._concluded(run)
                if result.verdict.passes:
                    yield run, result
                else:
                    bad.append((run, result))
        # Experiments would wait behind the other runs.
        for run, result in bad:
            yield run, result if stopped.is_set() else self._diagnosed(run, result)

    def summary(self, results: Sequence[Result]) -> TargetResults:
        """Give the target's results as they go into its file."""
        if self._worker is None and self.known is not None:
            return replace(self.known, results=tuple(results))
        flags = cpu_flags([self.worker.import_stderr, *self._stderr])
        made_in = target_fingerprint(self.python, self.setup.environment)
        marked = tuple(replace(result, made_in=made_in) for result in results)
        return TargetResults(self.target.name, {**self.target.facts, "cpu_flags": flags}, marked)

    def _concluded(self, run: Run) -> Result:
        outcome = self._futures[run].result()
        self._stderr.append(outcome.stderr)
        return conclude(run, outcome, regenerating=self._regenerating)

    def _diagnosed(self, run: Run, result: Result) -> Result:
        """The result with its likeliest causes, if it does not pass, or why none were looked for."""
        if result.verdict.passes:
            return result
        outcome, request = self._futures[run].result(), _request(run, self.limits)
        diagnosis = guarded(lambda: diagnose_run(run, outcome, result, self.target, request, self._laboratory_now()))
        return replace(result, diagnosis=diagnosis)

    def _laboratory_now(self) -> Laboratory | None:
        if not self.setup.experiments:
            return None
        if self._laboratory is None:
            self._laboratory = self._stack.enter_context(Laboratory(self.setup))
        if all(future.done() for future in self._futures.values()):
            # Else the experiments would wait behind runs, on the time that they have.
            self._laboratory.lend(self.python, self.worker)
        return self._laboratory

    def _known_result(self, run: Run) -> Result | None:
        return self._known.get((run.subject, run.style.name, run.digest)) if self._known else None

    def _reason_against(self, run: Run) -> str | None:
        return run.style.reason_against(self.target.tensorflow)


def known_results(python: Path, setup: Setup, folder: Path | None) -> TargetResults | None:
    """Give the results in a folder that still hold for an interpreter; None for no folder."""
    return results_that_hold(folder, target_fingerprint(python, setup.environment)) if folder is not None else None


def _request(run: Run, limits: Limits) -> Request:
    return request_within(limits, run.style.script, run.variant.parameters, run.case.timeout)
