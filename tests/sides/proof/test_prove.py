"""Specification of what is said of a proof where both sides print alone, and of what rounding makes."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.diagnose.evidence.evidence import Origin, Side
from harness.diagnose.evidence.gather import compare_sides
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.sides.observing.rounding import until_grown
from harness.sides.observing.same_start import SameStart
from harness.sides.observing.watch import WatchedSide
from harness.sides.proof.prove import prove
from harness.sides.proof.proved import Proof
from harness.sides.proof.untrained import assigns_only, both_assign
from harness.sides.run import Sides
from harness.targets.outcome import Failure
from harness.targets.target import Request
from harness.watching.watched import watched
from harness.words.observation import Observation, ObservedState, ObservedStep, ObservedVariable
from tests.watching.arrays import reduced

TOLERANCES = Tolerances(Tolerance(), {})


def ran(name: str, *lines: str, failure: Failure | None = None) -> Side:
    request = Request(Path("old.py"), {}, 1.0, 1, 1)
    return Side(f"{name}@tf", lines, tensorflow="2.15.1", failure=failure, origin=Origin(Path("python"), request))


def test_a_port_that_does_not_run_is_told_with_its_line_in_the_draft() -> None:
    raised = Failure("raised", "old.py:14: AttributeError: no contrib")
    proof = prove(Sides(ran("old.py", "1"), ran("new.py", failure=raised), {}), TOLERANCES)
    assert str(proof) == (
        "not proved: the port does not run on TensorFlow 2.15.1: new.py:14: AttributeError: no contrib"
    )
    assert not proof.runs


def test_an_original_that_does_not_run_proves_nothing() -> None:
    raised = Failure("raised", "old.py:3: ImportError: no module")
    proof = prove(Sides(ran("old.py", failure=raised), ran("new.py", "1"), {}), TOLERANCES)
    assert str(proof) == "not proved: the original does not run on TensorFlow 2.15.1: old.py:3: ImportError: no module"
    assert proof.runs


def test_a_package_that_the_original_lacks_is_told_with_what_to_add() -> None:
    raised = Failure("raised", "old.py:2: ModuleNotFoundError: No module named 'sklearn'")
    proof = prove(Sides(ran("old.py", failure=raised), ran("new.py", failure=raised), {}), TOLERANCES)
    (said,) = proof.details
    assert said.startswith("add to the command: --with scikit-learn (or --with auto for all that it imports)")
    other = Failure("raised", "old.py:3: ValueError: no such shape")
    assert prove(Sides(ran("old.py", failure=other), ran("new.py"), {}), TOLERANCES).details == ()


def test_a_port_that_is_stopped_only_where_it_is_watched_does_not_make_fewer_steps(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stopped = ran("new.py", "loss 1.5", failure=Failure("hung", "the limit of 1 s"))
    seen = [
        WatchedSide(ran("old.py", "loss 1.5"), Observation((), 5)),
        WatchedSide(stopped, Observation((), 3)),
    ]
    monkeypatch.setattr("harness.sides.proof.prove.observe", lambda *_, **__: seen)
    proof = prove(Sides(ran("old.py", "loss 1.5"), ran("new.py", "loss 1.5"), {}), TOLERANCES)
    assert str(proof) == "proved: the one number that it prints, by print alone"
    seen[1] = WatchedSide(ran("new.py", "loss 1.5"), Observation((), 3))
    proof = prove(Sides(ran("old.py", "loss 1.5"), ran("new.py", "loss 1.5"), {}), TOLERANCES)
    assert str(proof) == "not proved: the original makes 5 steps, the port 3"


def test_what_trains_and_was_stopped_before_its_first_step_proves_nothing_by_what_it_has_printed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stopped(name: str, source: str) -> Side:
        failure = Failure("hung", "the limit of 1 s")
        return replace(ran(name, "mean 1.5", failure=failure), source=source)

    def proof_of(source: str) -> str:
        sides = (stopped("old.py", source), stopped("new.py", source))
        seen = [WatchedSide(each, Observation()) for each in sides]
        monkeypatch.setattr("harness.sides.proof.prove.observe", lambda *_, **__: seen)
        return str(prove(Sides(*sides, {}), TOLERANCES))

    assert proof_of("train = tf.train.AdamOptimizer().minimize(loss)\n") == (
        "not proved: neither came to a step within 1 s; give it more time: --within 300s"
    )


def test_the_words_of_a_proof() -> None:
    assert str(Proof(True, ": same start, 40 steps, all numbers within 2 ULP")) == (
        "proved: same start, 40 steps, all numbers within 2 ULP"
    )


def steps(*values: float) -> Observation:
    made = tuple(
        ObservedStep(number, loss=reduced(value), variables=(ObservedVariable("w", reduced([value, 1.0])),))
        for number, value in enumerate(values)
    )
    return Observation(made, len(made))


def test_updates_without_a_gradient_are_told_from_training() -> None:
    moved = ObservedVariable("w", reduced([0.0]), after=reduced([1.0]))
    trained = replace(moved, gradient=reduced([2.0]))
    assert assigns_only(Observation((ObservedStep(0, optimizer="assign", variables=(moved,)),), 1))
    assert not assigns_only(Observation((ObservedStep(0, optimizer="assign", variables=(moved, trained)),), 1))
    assert not assigns_only(Observation((ObservedStep(0, optimizer="Adam", variables=(moved,)),), 1))
    assert not assigns_only(Observation())


def test_a_port_without_the_update_is_not_one_that_updates_otherwise() -> None:
    def side(name: str, source: str) -> Side:
        return replace(ran(name), source=source)

    old, new = side("old.py", "update = tf.assign(w, w * 2)\n"), side("new.py", "w.assign_add(w)\n")
    assert both_assign(Sides(old, new, {}))
    assert not both_assign(Sides(old, side("new.py", "def assigned():\n    return w\n"), {}))


def test_steps_are_counted_as_far_as_rounding_has_not_grown() -> None:
    left = steps(0.5, 0.5, 0.5, 0.5, 0.5, 0.5)
    right = steps(0.5, 0.5, 0.5000001, 0.500001, 0.50001, 0.501)
    whole = watched(left, right)
    near = until_grown(replace(whole, left=left, right=right))
    assert near.parting is None
    assert near.ulps <= 1024
    assert 3 <= near.agreeing < 6


def twenty(apart: float, end: float = 1.0) -> Observation:
    """Twenty steps of a float64 weight under a loss of float32; ``end`` is what the weight is moved to at last."""
    made = []
    for number in range(20):
        before, after = (5.0 - 0.1 * at + apart * (at > 0) for at in (number, number + 1))
        value, gradient, moved = (reduced([one, 1.0], "float64") for one in (before, 1.0 + apart, after))
        weight = ObservedVariable("w", value, gradient, moved)
        made.append(ObservedStep(number, "session", "SGD", reduced(0.5 + apart), variables=(weight,), rate=0.1))
    return Observation(tuple(made), 20, end=(ObservedState("w", after=reduced([end, 1.0], "float64")),))


SILENT = Failure("silent", "old.py ran to its end and printed nothing")


def proof_of(port: Observation, monkeypatch: pytest.MonkeyPatch, *printed: tuple[str, ...]) -> Proof:
    lines = printed or ((), ())
    left, right = (
        ran(name, *said, failure=None if said else SILENT)
        for name, said in zip(("old.py", "new.py"), lines, strict=True)
    )
    # Of a run that printed nothing it is not kept how often it assigned besides.
    loose = 0 if printed else None
    sides, seen = Sides(left, right, {}), watched(replace(twenty(0.0), loose=loose), replace(port, loose=loose))
    pair = [WatchedSide(left, seen.left), WatchedSide(right, seen.right)]
    started = SameStart(1, 1, (), compare_sides(left, right, TOLERANCES), seen, (left, right))
    for module in ("proof.prove", "observing.otherwise"):
        monkeypatch.setattr(f"harness.sides.{module}.observe", lambda *_, **__: pair)
    monkeypatch.setattr("harness.sides.observing.otherwise.moved_by_rounding", lambda *_: iter([twenty(1e-15)]))
    monkeypatch.setattr("harness.sides.proof.prove.started_from", lambda *_, **__: started)
    monkeypatch.setattr("harness.sides.proof.prove.as_far_by_rounding", lambda *_: True)
    monkeypatch.setattr("harness.sides.proof.prove.with_files", lambda proof, *_: proof)
    return prove(sides, TOLERANCES)


def test_where_no_step_was_held_nothing_is_proved_by_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    rounded = twenty(1e-8)
    none = (
        "not proved: same start, but no step was held: from the first one on numbers are further apart than by 1024 ULP"
    )
    proof = proof_of(rounded, monkeypatch)
    assert str(proof) == f"{none}; it prints no number that would show more"
    assert (proof.steps, proof.details[1]) == (0, "no stage of these steps is apart")
    assert str(proof_of(rounded, monkeypatch, ("epoch 3",), ("epoch 3",))).startswith(none)
    assert str(proof_of(rounded, monkeypatch, ("w 1.25",), ("w 1.5",))).startswith(f"{none}; and of what is printed: ")


def test_numbers_that_are_printed_agree_by_themselves_where_no_step_was_held(monkeypatch: pytest.MonkeyPatch) -> None:
    proof = proof_of(twenty(1e-8), monkeypatch, ("w 1.25",), ("w 1.25",))
    assert str(proof) == "proved: the one number that it prints, by print alone"
    other = str(proof_of(twenty(1e-8, end=3.0), monkeypatch, ("w 1.25",), ("w 1.25",)))
    assert other.startswith("not proved: w comes to [1, 1] (norm 1.41421) on the left, to [3, 1] ")
    assert other.endswith("; but for that: the one number that it prints, by print alone")


def test_what_variables_come_to_is_held_of_a_script_that_prints_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert str(proof_of(twenty(1e-15), monkeypatch)).startswith("proved: same start, 20 steps, all numbers within ")
    moved = str(proof_of(twenty(1e-15, end=3.0), monkeypatch))
    assert moved.startswith("not proved: w comes to [1, 1] (norm 1.41421) on the left, to [3, 1] ")
