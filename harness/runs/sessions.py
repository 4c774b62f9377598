"""The workers of a pytest session: started when their first item runs, their results written at its end."""

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from harness.cases.run import Run
from harness.results.result import Result
from harness.results.store import distinct, results_path, write_results
from harness.runs.target_runs import TargetRuns, known_results
from harness.targets.target import Limits, Setup
from harness.words.errors import UsageError


@dataclass
class Sessions:
    """One worker for each interpreter, and what came of its runs; results that still hold come from ``reuse``, and
    damaged golden traces are no error while ``regenerating``."""

    setup: Setup
    limits: Limits
    reuse: Path | None = None
    regenerating: bool = False
    by_python: dict[Path, TargetRuns] = field(default_factory=dict)
    results: dict[Path, list[Result]] = field(default_factory=dict)
    unusable: dict[Path, UsageError] = field(default_factory=dict)
    stack: ExitStack = field(default_factory=ExitStack)

    def of(self, python: Path, runs: Iterable[Run]) -> TargetRuns:
        """Give the runs in an interpreter; where its worker starts now, these are submitted at once.

        Raises UsageError, every time, for an interpreter that cannot be used.
        """
        if python in self.unusable:
            raise self.unusable[python]
        if python not in self.by_python:
            try:
                known = known_results(python, self.setup, self.reuse)
                there = self.stack.enter_context(
                    TargetRuns(python, self.setup, self.limits, known, regenerating=self.regenerating)
                )
                for run in runs:
                    there.submit(run)
            except UsageError as error:
                self.unusable[python] = error
                raise
            self.by_python[python] = there
        return self.by_python[python]

    def keep(self, python: Path, result: Result) -> None:
        """Keep a result for the results file."""
        self.results.setdefault(python, []).append(result)

    def write(self, folder: Path) -> None:
        """Write the results of every interpreter. Raises UsageError where they cannot be written."""
        summaries = [there.summary(self.results.get(python, [])) for python, there in self.by_python.items()]
        for summary in distinct(summaries):
            write_results(results_path(folder, summary.name), summary)
