"""Specification of what a diagnosis keeps and drops, with an experiment that changes nothing."""

from dataclasses import replace
from functools import partial

import pytest

from harness.diagnose import diagnosis
from harness.diagnose.detectors.cause import Cause
from harness.diagnose.diagnosis import look_for_causes
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.experiments.laboratory import Laboratory
from harness.words.finding import Change, Confidence, Diagnosis, Finding, Place
from tests.diagnose.sides import made, origin

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
    assert diagnosis._ranked([shifted, race]) == (race,)
    likely = replace(race, confidence=Confidence.LIKELY)
    assert diagnosis._ranked([shifted, likely]) == (shifted,)
