"""Specification of what a diagnosis keeps and drops, with an experiment that changes nothing."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import pytest

from harness.diagnose import diagnosis
from harness.diagnose.detectors.cause import Cause
from harness.diagnose.diagnosis import look_for_causes
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.experiments.laboratory import Laboratory
from harness.diagnose.ranking import ranked
from harness.targets.outcome import Failure
from harness.targets.report import Seen
from harness.targets.scene import Prelude
from harness.words.finding import Change, Confidence, Diagnosis, Finding, Place
from tests.diagnose.sides import held, made, origin

SUSPICION = Finding("momentum", Confidence.LIKELY, "evidence", "change", trials=(Change("another momentum"),))
RACE_AND_SHIFT = ("fetch-race", "shifted")
UNTESTABLE = Finding("epsilon", Confidence.POSSIBLE, "evidence", "change")


def causes(*found: Finding | None) -> tuple[Cause, ...]:
    return tuple(Cause((), partial(_given, given)) for given in found)


def _given(finding: Finding | None, _: Evidence) -> Finding | None:
    return finding


class Idle(Laboratory):
    """Gives every side back as it was."""

    def run(self, side: Side, change: Change, other: Side) -> Side:
        return side


def test_suspicions_that_no_experiment_bears_out_are_dropped_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    evidence = made({"w": [1.0, 2.0, 3.0]}, {"w": [1.0, 2.5, 3.5]})
    evidence = replace(evidence, right=replace(evidence.right, origin=origin()))
    monkeypatch.setattr(diagnosis, "ALL", causes(SUSPICION, None, SUSPICION))
    assert look_for_causes(evidence, Idle()) == Diagnosis((), 2)
    assert look_for_causes(evidence, None) == Diagnosis((SUSPICION, SUSPICION), 0)
    monkeypatch.setattr(diagnosis, "ALL", causes(SUSPICION, UNTESTABLE))
    assert look_for_causes(evidence, Idle()) == Diagnosis((UNTESTABLE,), 1)


class Slow(Laboratory):
    """Has runs of so many seconds, of which only one with the true setting gives what the other side gave."""

    def __init__(self, seconds: float) -> None:
        super().__init__(budget=120.0)
        self._seconds = seconds
        self.tried: list[str] = []

    def run(self, side: Side, change: Change, other: Side) -> Side | Failure:
        if self.is_spent:
            return Failure("undone", "the time is up")
        self.spent += self._seconds
        self.tried.append(change.says)
        return replace(side, lines=other.lines) if change.says == "the true setting" else side

    def watch(self, side: Side, preludes: Sequence[Prelude]) -> tuple[Seen, ...]:
        if self.is_spent:
            return ()
        self.spent += self._seconds
        self.tried.append("watched")
        return (Seen("calls", {}),)


def _once_seen(finding: Finding, evidence: Evidence) -> Finding | None:
    return finding if evidence.right.seen else None


def slow_diagnosis(monkeypatch: pytest.MonkeyPatch, seconds: float, says: str) -> tuple[Diagnosis, list[str]]:
    """Ask of a suspicion with many trials, and of a setting that only a witness tells."""
    lines = (("w: 1.0", "w: 2.0", "w: 3.0"), ("w: 1.0", "w: 2.5", "w: 3.5"))
    left, right = (
        Side(name, each, origin=origin(), seconds=seconds) for name, each in zip(("old", "new"), lines, strict=True)
    )
    many = replace(UNTESTABLE, trials=tuple(Change(f"order {number}") for number in range(30)))
    setting = replace(SUSPICION, trials=(Change(says),))
    seen = Cause((), partial(_once_seen, setting), witnesses=("watch_calls",))
    monkeypatch.setattr(diagnosis, "ALL", (*causes(many), seen))
    laboratory = Slow(seconds)
    known = {Place.LEFT: left, Place.RIGHT: right}
    return look_for_causes(held(left, right), laboratory, known), laboratory.tried


@pytest.mark.parametrize(("seconds", "orders"), [(6.0, 10), (20.0, 2), (30.0, 0)])
def test_of_a_slow_script_time_is_kept_for_what_only_a_witness_tells(
    seconds: float, orders: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, tried = slow_diagnosis(monkeypatch, seconds, "the true setting")
    assert [(each.cause, each.confidence) for each in found.findings] == [("momentum", Confidence.CONFIRMED)]
    assert found.remains == ()
    assert tried == [*(f"order {number}" for number in range(orders)), "watched", "watched", "the true setting"]


def test_what_was_left_for_later_goes_on_where_it_stood(monkeypatch: pytest.MonkeyPatch) -> None:
    found, tried = slow_diagnosis(monkeypatch, 3.0, "another setting")
    orders = [f"order {number}" for number in range(30)]
    assert tried == [*orders[:20], "watched", "watched", "another setting", *orders[20:]]
    assert found == Diagnosis((), 2)


def test_where_not_one_experiment_would_be_left_no_time_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    assert slow_diagnosis(monkeypatch, 50.0, "the true setting")[1] == ["order 0", "order 1", "order 2"]


def test_a_side_that_ran_once_more_already_does_not_do_so_again(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []

    class Noting(Laboratory):
        def run(self, side: Side, change: Change, other: Side) -> Side:
            ran.append(side.name)
            return side

    evidence = made({"w": [1.0, 2.0, 3.0]}, {"w": [1.0, 2.5, 3.5]})
    left, right = (replace(side, origin=origin()) for side in (evidence.left, evidence.right))
    evidence = replace(evidence, left=left, right=right)
    monkeypatch.setattr(diagnosis, "ALL", ())
    look_for_causes(evidence, Noting())
    assert ran == [right.name, left.name]
    ran.clear()
    look_for_causes(evidence, Noting(), {Place.LEFT: left})
    assert ran == [right.name]


def test_where_all_agree_in_another_order_of_what_races_no_record_is_shifted() -> None:
    race, shifted = (replace(UNTESTABLE, cause=name, confidence=Confidence.CONFIRMED) for name in RACE_AND_SHIFT)
    assert ranked([shifted, race]) == (race,)
    likely = replace(race, confidence=Confidence.LIKELY)
    assert ranked([shifted, likely]) == (shifted,)


def test_rates_that_were_seen_to_differ_are_not_told_beside_the_reason_that_they_do() -> None:
    reason, rates = (
        replace(UNTESTABLE, cause=name, confidence=Confidence.CONFIRMED) for name in ("staircase", "other-schedule")
    )
    assert ranked([rates, reason]) == (reason,)
    assert ranked([rates]) == (rates,)
