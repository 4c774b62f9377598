"""Watching the styles of a case: what they compute in one release, held against the first of them, step by step."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from harness.cases.run import Run
from harness.sides.observing.watch import observation_of, watch_request
from harness.targets.outcome import Failure
from harness.targets.target import Limits, Setup, request_within
from harness.targets.workers import open_worker
from harness.watching.watched import Watched, watched
from harness.watching.words import watched_text


@dataclass(frozen=True)
class StylesHeld:
    """Two styles of a case in a target, held against each other; ``failure`` is why one of them did not come to its
    end."""

    target: str
    subject: str
    left: str
    right: str
    watched: Watched
    failure: Failure | None = None

    @property
    def agrees(self) -> bool:
        """Whether both ran, and no stage of a step parts them."""
        return self.failure is None and self.watched.parting is None


def watch_styles(runs: Sequence[Run], python: Path, setup: Setup, limits: Limits) -> Iterator[StylesHeld]:
    """Run all styles of each case watched, in one interpreter, and hold each against the first one that exists there.

    Raises UsageError for an interpreter that cannot be used.
    """
    with open_worker(python, setup) as worker:
        tensorflow = worker.target.tensorflow
        for subject, group in groupby(runs, key=lambda run: run.subject):
            there = [run for run in group if run.style.reason_against(tensorflow) is None]
            requests = [
                request_within(limits, run.style.script, run.variant.parameters, run.case.timeout) for run in there
            ]
            futures = [worker.submit(watch_request(request)) for request in requests]
            outcomes = [future.result() for future in futures]
            seen = [observation_of(outcome, None) for outcome in outcomes]
            for at in range(1, len(there)):
                failure = outcomes[0].failure or outcomes[at].failure
                names = there[0].style.name, there[at].style.name
                yield StylesHeld(worker.target.name, subject, *names, watched(seen[0], seen[at]), failure)


def styles_text(held: StylesHeld) -> list[str]:
    """Give the lines that tell it."""
    first, *more = watched_text(held.watched)
    lead = f"{held.target} {held.subject}, {held.right} against {held.left}: "
    if held.failure is not None:
        return [f"{lead}failed: {held.failure.reason}"]
    return [lead + first.removeprefix("watched: "), *(f"    {line}" for line in more)]
