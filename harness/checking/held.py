"""One reading of an example, run, and held against the document's log."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.gather import SideComparison, compare_sides
from harness.documents.example import Reading
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.logs.documented import ELISION
from harness.logs.matching import Standing
from harness.logs.output import lines_of_output
from harness.logs.rows import Row
from harness.sides.words import Job

USUAL = Tolerances(Tolerance(), {})
# What a script writes there, a terminal shows among all else.
_TO_STDERR = re.compile(r"tf\.[Pp]rint\b|\.Print\b|\blogging\b|\bstderr\b")


@dataclass(frozen=True)
class RunReading:
    """One reading, run: its ``side``, and that ``held`` against the log, None where there is none."""

    reading: Reading
    job: Job
    side: Side
    held: SideComparison | None

    @property
    def is_good(self) -> bool:
        """Whether nothing better can come of another reading."""
        return self.side.failure is None and (self.held is None or self.held.passes)

    @property
    def rank(self) -> tuple[bool, int, int, bool, int]:
        """Larger is better: what passes, then what has more of the log, then what has less besides it, then what comes
        to its end."""
        comparison = self.held.comparison if self.held is not None else None
        agree = comparison.agreeing if comparison is not None else 0
        besides = comparison.left_over + comparison.missing if comparison is not None else 0
        ended = self.side.failure is None or self.side.failure.kind == "silent"
        return self.is_good, agree, -besides, ended, len(self.side.lines)


def hold_run(reading: Reading, job: Job, side: Side, log: Side | None) -> RunReading:
    """Hold a run against a log: what it wrote to stderr as well, where its code does that."""
    if log is None:
        return RunReading(reading, job, side, None)
    held = hold(log, side)
    if not held.passes and side.stderr and _TO_STDERR.search(reading.text):
        shown = replace(side, lines=(*side.lines, *lines_of_output(side.stderr)))
        besides = hold(log, shown)
        if besides.comparison.agreeing > held.comparison.agreeing:
            side, held = shown, besides
    # What no line of the run is like, and nobody misses, was no log of it.
    is_log = held.comparison.expected > 0 or side.failure is not None
    return RunReading(reading, job, side, held if is_log else None)


def hold(log: Side, side: Side) -> SideComparison:
    """Hold a run against a log. Of a log that shows the first lines, and does not say that more were printed, those
    count."""
    held = compare_sides(log, side, USUAL)
    if not held.passes and side.failure is None and _only_left_over(held):
        held = compare_sides(replace(log, lines=(*log.lines, ELISION)), side, USUAL)
    return held


def hold_what_repeats(log: Side, run: RunReading, again: SideComparison) -> SideComparison:
    """Hold those lines of a run against a log that are the same in its second run, which ``again`` holds against it."""
    assert run.held is not None and run.held.lines is not None and again.lines is not None
    unsteady = {
        number
        for match in again.lines.matching.rows
        if match.left is not None and (match.right is None or match.right.text != match.left.text)
        for number in _lines_of(match.left)
    }
    dropped = {
        number
        for match in run.held.lines.matching.rows
        if match.left is not None and match.right is not None and match.right.line in unsteady
        for number in _lines_of(match.left)
    }
    steady = tuple(ELISION if number in dropped else line for number, line in enumerate(log.lines))
    kept = tuple(line for number, line in enumerate(run.side.lines) if number not in unsteady)
    return hold(replace(log, lines=steady), replace(run.side, lines=kept))


def _lines_of(row: Row) -> Iterator[int]:
    """The places of the lines that a row takes, blank ones not counted."""
    return iter(range(row.line, row.line + row.text.count("\n") + 1))


def _only_left_over(held: SideComparison) -> bool:
    """Whether all that a log shows agrees, and more was printed behind it."""
    comparison = held.comparison
    if held.lines is None or comparison.missing or not comparison.agreeing:
        return False
    rows = held.lines.matching.rows
    last = max((place for place, row in enumerate(rows) if row.standing is Standing.PAIRED), default=-1)
    return comparison.agreeing == comparison.expected and all(
        row.standing is not Standing.LEFT_OVER for row in rows[: last + 1]
    )
