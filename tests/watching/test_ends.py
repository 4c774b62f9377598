"""Specification of which trained variables come to other values, where that is no matter of what is drawn."""

from dataclasses import replace

from harness.watching.ends import comes_apart, end_apart, ends_alike
from harness.watching.stages import StageHeld
from harness.watching.things import Gap
from harness.watching.watched import StepHeld, Watched, watched
from harness.words.observation import Observation, ObservedLayer, ObservedState, ObservedStep, ObservedVariable, Reduced
from harness.words.stage import Stage
from tests.watching.arrays import reduced

GAP = Gap("w", "1", "2")


def run(**ends: float) -> Observation:
    """A step that moves variables alike, which come to these values after it."""
    moved = tuple(ObservedVariable(name, reduced([1.0, 2.0]), None, reduced([1.5, 2.5])) for name in ends)
    told = tuple(ObservedState(name, after=reduced([value, 2.0])) for name, value in ends.items())
    return Observation((ObservedStep(0, variables=moved),), 1, end=told, loose=0)


def parted(stage: Stage, *stages: StageHeld, kinds: tuple[str, ...] = ()) -> Watched:
    """Two runs that part in a stage, by steps whose forward passes are ops of these kinds."""
    step = ObservedStep(0, layers=tuple(ObservedLayer(0, kind, kind) for kind in kinds))
    parting = StepHeld(0, (*stages, StageHeld(stage, 1, 0, (GAP,))), both=(step, step))
    return replace(watched(run(w=1.0), run(w=1.5)), parting=parting)


def test_the_variable_that_is_furthest_apart_is_told() -> None:
    found = end_apart(watched(run(w=1.0, b=1.0), run(w=1.01, b=1.5)))
    assert str(found) == "b comes to [1, 2] (norm 2.23607) on the left, to [1.5, 2] (norm 2.5) on the right"


def test_runs_of_as_many_steps_may_come_apart_between_those_that_were_looked_at() -> None:
    assert comes_apart(watched(run(w=1.0), run(w=1.5)))
    assert not comes_apart(watched(run(w=1.0), run(w=1.0001)))
    assert not comes_apart(watched(run(w=1.0), replace(run(w=1.5), count=2)))


def test_what_rounding_grows_to_is_nothing() -> None:
    assert end_apart(watched(run(w=1.0), run(w=1.0001))) is None
    assert end_apart(watched(run(w=1.0), run(w=1.0003))) is not None


def test_two_of_one_shape_may_be_each_others_partners() -> None:
    assert end_apart(watched(run(w=1.0, b=1.5), run(w=1.5, b=1.0))) is None


def test_first_values_and_batches_may_be_drawn() -> None:
    assert end_apart(parted(Stage.START)) is None
    assert end_apart(parted(Stage.DATA)) is None
    assert end_apart(parted(Stage.RATE)) is not None
    assert end_apart(parted(Stage.UPDATE)) is not None


def test_values_that_are_apart_before_a_later_step_were_made_where_its_inputs_are_the_same() -> None:
    batch, other = reduced([[1.0, 2.0], [3.0, 4.0]]), reduced([[3.0, 4.0], [1.0, 2.0]])

    def later(right: Reduced, kind: str = "MatMul", number: int = 160) -> Watched:
        layers = (ObservedLayer(0, kind, kind),)
        both = (
            ObservedStep(number, fed={"x:0": batch}, layers=layers),
            ObservedStep(number, read=(right,), layers=layers),
        )
        parting = StepHeld(number, (StageHeld(Stage.START, 1, 0, (GAP,)),), both=both)
        return replace(watched(run(w=1.0), run(w=1.5)), parting=parting)

    assert end_apart(later(batch)) is not None
    assert end_apart(later(other)) is None
    assert end_apart(later(batch, "RandomUniform")) is None
    assert end_apart(later(batch, number=0)) is None


def test_masks_may_be_drawn_in_a_forward_pass_unless_all_of_it_was_seen() -> None:
    assert end_apart(parted(Stage.FORWARD, kinds=("MatMul", "RandomUniform"))) is None
    assert end_apart(parted(Stage.LOSS)) is None
    assert end_apart(parted(Stage.LOSS, kinds=("MatMul", "Square"))) is not None
    assert end_apart(parted(Stage.GRADIENTS)) is None
    assert end_apart(parted(Stage.GRADIENTS, StageHeld(Stage.LOSS, 1, 1, alike=True))) is not None
    assert end_apart(parted(Stage.FORWARD, StageHeld(Stage.LOSS, 1, 0), kinds=("RandomUniform",))) is None


def test_without_a_step_of_both_nothing_is_known() -> None:
    assert end_apart(watched(run(w=1.0), replace(run(w=2.0), steps=()))) is None


def test_ends_are_alike_where_every_variable_has_a_partner_that_comes_to_its_values() -> None:
    assert ends_alike(watched(run(w=1.0, b=2.0), run(w=1.00001, b=2.0)))
    assert not ends_alike(watched(run(w=1.0, b=2.0), run(w=1.0, b=2.5)))
    assert not ends_alike(watched(run(w=1.0, b=2.0), run(w=1.0)))
    assert not ends_alike(watched(Observation(), Observation()))
