"""Two sides that have run, held against each other: what they print, what they compute, and why they differ."""

from dataclasses import dataclass, replace

from harness.diagnose.evidence.gather import SideComparison, compare_sides, gather
from harness.diagnose.guard import guarded
from harness.judging.traces import Tolerances
from harness.sides.diagnosis import diagnose_sides
from harness.sides.look import Ask, Looked, look, with_other_choice, with_otherwise
from harness.sides.nothing_compared import with_what_was_seen, without_assurance
from harness.sides.observing.start_experiment import parts_from_there, started_experiment
from harness.sides.observing.watch import once_more, watch_both
from harness.sides.ordered import Ordered, with_order
from harness.sides.run import Sides
from harness.sides.spread.measure import with_spread
from harness.targets.target import Setup
from harness.words.finding import Diagnosis


@dataclass(frozen=True)
class Held:
    """What came of it: the sides as they were compared in the end, in an ``order`` that was forced where a race had
    several; the comparison of what they print; what else was looked at; the causes."""

    sides: Sides
    comparison: SideComparison
    order: Ordered | None
    looked: Looked
    diagnosis: Diagnosis


def hold(both: Sides, tolerances: Tolerances, ask: Ask, setup: Setup, budget: float = 120.0) -> Held:
    """Hold two sides against each other, look at them as is asked, and look for causes, by experiments as well where
    the setup has them, which may take ``budget`` seconds together.

    Raises UsageError for a log where a same start is asked for.
    """
    held = compare_sides(both.left, both.right, tolerances)
    seen = watch_both(both) if ask.watch or ask.same_start else None
    order = with_order(both, held, tolerances, (seen[0].side, seen[1].side)) if seen is not None else None
    if order is not None:
        both, held, seen = order.sides, order.held, None
    printed, held = held, without_assurance(both, held)
    looked = look(both, held, tolerances, ask, seen)
    held = with_what_was_seen(held, printed, looked.watched)
    held = with_spread(both, held, tolerances, looked.measured)
    evidence = replace(gather(both.left, both.right, tolerances, held), watched=looked.watched)
    sensitivity = looked.measured.sensitivity
    if sensitivity is not None:
        evidence = replace(evidence, amplified=len(sensitivity.amplified))
    started = looked.started[0] if looked.started else None
    if started is not None:
        done = started_experiment(started, evidence)
        evidence = replace(evidence, started=done, started_parts=parts_from_there(started))
    known = {} if seen is None or held.passes else once_more(seen, both)
    diagnosis = guarded(lambda: diagnose_sides(both, evidence, setup, budget, known))
    held, looked = with_other_choice(both, *with_otherwise(both, held, looked))
    return Held(both, held, order, looked, diagnosis)
