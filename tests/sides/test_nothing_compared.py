"""Specification of sides that were stopped before anything could be compared: that nobody can tell is no agreement."""

from dataclasses import replace
from pathlib import Path

from harness.diagnose.evidence.evidence import Origin, Side
from harness.diagnose.evidence.gather import SideComparison, compare_sides
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.sides.nothing_compared import was_nothing_compared, with_what_was_seen, without_assurance
from harness.sides.run import Sides
from harness.targets.target import Request
from harness.watching.watched import watched
from harness.words.observation import Observation
from harness.words.verdict import Verdict
from tests.watching.test_stages import step


def side(*lines: str, cut: bool = True) -> Side:
    script = Path("train.py")
    return Side("train.py", lines, origin=Origin(Path("python"), Request(script, {}, 1.0, 1, 1)), cut=cut)


def compared(left: Side, right: Side) -> tuple[Sides, SideComparison]:
    return Sides(left, right, {}), compare_sides(left, right, Tolerances(Tolerance(), {}))


def verdict(left: Side, right: Side) -> Verdict:
    return without_assurance(*compared(left, right)).comparison.verdict


def test_of_sides_that_were_stopped_before_a_number_nobody_says_that_they_agree() -> None:
    assert verdict(side("Loading data"), side("Ready")) is Verdict.FAILED
    assert was_nothing_compared(*compared(side("Loading data"), side("Ready")))


def test_where_numbers_were_compared_or_nobody_was_stopped_the_verdict_stays() -> None:
    assert verdict(side("loss 0.5"), side("loss 0.5")) is Verdict.IDENTICAL
    assert verdict(side("Ready", cut=False), side("Ready", cut=False)) is Verdict.IDENTICAL
    assert verdict(replace(side("Ready"), origin=None), side("Ready")) is Verdict.IDENTICAL, "a log is all there is"


def test_steps_that_agree_are_something_to_go_by() -> None:
    sides, held = compared(side("Loading data"), side("Loading data"))
    alike = watched(Observation((step("w"),), 1), Observation((step("kernel"),), 1))
    apart = watched(Observation((step("w"),), 1), Observation((step("kernel", after=3.8),), 1))
    failed = without_assurance(sides, held)
    assert with_what_was_seen(failed, held, alike) == held
    assert with_what_was_seen(failed, held, apart) == with_what_was_seen(failed, held, None) == failed
