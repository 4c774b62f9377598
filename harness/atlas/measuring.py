"""Measuring: the probes of rows, run in a release as cases are, one child each."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from harness.atlas.measured import Answer, short
from harness.atlas.row import Row
from harness.targets.outcome import Outcome
from harness.targets.target import Limits, Setup, request_within
from harness.targets.workers import open_worker
from harness.words.trace import Trace

# A probe is done in a fraction of a second; what takes longer is stuck.
_SECONDS = 60.0


def measure(python: Path, rows: Sequence[Row], setup: Setup) -> tuple[str, Mapping[tuple[str, str], Answer]]:
    """Run all probes of some rows in an interpreter; give its TensorFlow's version, and for each row and probe the
    answer. Raises UsageError for an interpreter that cannot be used."""
    with open_worker(python, setup) as worker:
        runs = {
            (row.name, kind): worker.submit(request_within(Limits(timeout=_SECONDS), row.probe(kind), {}, _SECONDS))
            for row in rows
            for kind in row.probes_for(worker.target.tensorflow)
        }
        return worker.target.tensorflow, {key: answer_of(future.result()) for key, future in runs.items()}


def answer_of(outcome: Outcome) -> Answer:
    """Give the answer that a run of a probe is: its trace, number by number as golden traces hold it, or in a line why
    it has none."""
    if outcome.failure is not None:
        return Answer(None, short(outcome.failure.reason))
    records = [
        dict(pair for name, value in each.items() for pair in value.elements(name)) for each in outcome.trace.records
    ]
    return Answer(Trace(tuple(records)))
