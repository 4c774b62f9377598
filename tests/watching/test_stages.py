"""Specification of the stages of one step: which are apart by more than what they are made from accounts for."""

from dataclasses import replace

import pytest

from harness.watching.pairs import Pairs, VariablePair
from harness.watching.stages import StageHeld, hold_stages
from harness.words.observation import ObservedLayer, ObservedState, ObservedStep, ObservedVariable, Reduced
from harness.words.stage import Stage
from tests.watching.arrays import reduced

PAIRS = Pairs((VariablePair("w", "kernel"),))


def step(name: str, **other: float) -> ObservedStep:
    """One step of w = 5, loss (w + 1)², rate 0.2; ``other`` numbers in place of those."""
    given = {"fed": 1.0, "before": 5.0, "loss": 36.0, "gradient": 12.0, "rate": 0.2, "after": 2.6, "moves": 0.1} | other
    return ObservedStep(
        0,
        "session",
        "ApplyGradientDescent",
        reduced(given["loss"]),
        given["rate"],
        {"x:0": reduced([given["fed"], 2.0])},
        (),
        (ObservedVariable(name, reduced(given["before"]), reduced(given["gradient"]), reduced(given["after"])),),
        (ObservedState("mean", reduced(0.0), reduced(given["moves"])),),
    )


def first(left: ObservedStep, right: ObservedStep, carried: float = 0.0) -> StageHeld | None:
    return next((each for each in hold_stages(left, right, PAIRS, carried) if each.gaps), None)


def test_a_step_agrees_with_itself_in_every_stage_that_was_seen() -> None:
    held = hold_stages(step("w"), step("kernel"), PAIRS)
    seen = [Stage.DATA, Stage.START, Stage.LOSS, Stage.GRADIENTS, Stage.RATE, Stage.UPDATE, Stage.STATISTICS]
    assert [each.stage for each in held] == seen
    assert all(each.same_bits == each.count == 1 for each in held)


@pytest.mark.parametrize(
    ("other", "stage", "gap"),
    [
        ({"fed": 1.5}, Stage.DATA, ("x:0", "[1, 2] (norm 2.23607)", "[1.5, 2] (norm 2.5)")),
        ({"before": 5.5, "loss": 42.25, "gradient": 13.0}, Stage.START, ("w", "5", "5.5")),
        ({"loss": 18.0}, Stage.LOSS, ("the loss", "36", "18")),
        ({"gradient": 6.0, "after": 3.8}, Stage.GRADIENTS, ("w", "12", "6")),
        ({"rate": 0.1, "after": 3.8}, Stage.RATE, ("the rate", "0.2", "0.1")),
        ({"after": 3.8}, Stage.UPDATE, ("w", "moved by -2.4", "by -1.2")),
        ({"moves": 0.01}, Stage.STATISTICS, ("mean", "moved by 0.1", "by 0.01")),
    ],
)
def test_the_first_stage_apart_is_told_with_both_sides(
    other: dict[str, float], stage: Stage, gap: tuple[str, str, str]
) -> None:
    held = first(step("w"), step("kernel", **other))
    assert held is not None
    assert held.stage is stage
    assert (held.gaps[0].name, held.gaps[0].left, held.gaps[0].right) == gap


def test_what_the_step_before_left_apart_is_no_gap_of_this_one() -> None:
    right = step("kernel", before=5.001)
    assert first(step("w"), right) is not None
    assert first(step("w"), right, carried=1e-6) is None, "256 times 1e-6 is more than 2e-4"
    assert first(step("w"), right, carried=1e-7) is not None


def test_a_stage_may_be_further_apart_than_what_it_is_made_from() -> None:
    rounded = 5.0 * (1 + 2.0**-20)
    assert first(step("w"), step("kernel", before=rounded, loss=36.001)) is None
    assert first(step("w"), step("kernel", loss=36.001)) is not None


def test_what_one_side_did_not_see_is_no_stage() -> None:
    blind = replace(step("kernel"), loss=None, rate=None, fed={}, state=())
    held = hold_stages(replace(step("w"), state=()), blind, PAIRS)
    assert [each.stage for each in held] == [Stage.START, Stage.GRADIENTS, Stage.UPDATE]


def test_a_loss_of_another_shape_is_apart() -> None:
    held = first(step("w"), replace(step("kernel"), loss=reduced([36.0, 36.0])))
    assert held is not None
    assert (held.stage, held.gaps[0].right) == (Stage.LOSS, "of shape (2,)")


def test_feeds_are_paired_by_what_they_hold_and_float64_may_be_handed_on() -> None:
    x, y = [0.1, 0.7], [3.0, 4.0]
    left = replace(step("w"), fed={"x:0": reduced(x), "y:0": reduced(y)})
    right = replace(step("kernel"), fed={"a:0": reduced(y, "float64"), "b:0": reduced(x, "float64")})
    assert first(left, right) is None


def test_what_lies_transposed_is_paired_and_not_held() -> None:
    pairs = Pairs((VariablePair("w", "kernel", "transposed"),))
    held = hold_stages(step("w"), step("kernel", before=7.0, gradient=7.0, after=7.0), pairs)
    assert [each.stage for each in held] == [Stage.DATA, Stage.LOSS, Stage.RATE, Stage.STATISTICS]


def test_the_forward_pass_stands_before_the_loss() -> None:
    left = replace(step("w"), layers=(ObservedLayer(0, "Relu", "relu", (), reduced([1.0, 0.0])),))
    right = replace(step("kernel", loss=18.0), layers=(ObservedLayer(0, "Elu", "elu", (), reduced([1.0, -0.5])),))
    held = first(left, right)
    assert held is not None and held.place is not None
    assert (held.stage, held.gaps[0].name) == (Stage.FORWARD, "relu")
    assert held.place.right == right.layers[0]


def test_an_average_that_one_side_lacks_is_apart_where_both_optimizers_keep_as_much() -> None:
    none = reduced([0.0, 0.0])
    moved, velocity = reduced([0.5, 0.25]), reduced([1.0, 2.0])
    average = (ObservedState("w/average", none, moved),)

    def trained(name: str, slots: dict[str, Reduced], state: tuple[ObservedState, ...] = ()) -> ObservedStep:
        return ObservedStep(0, variables=(ObservedVariable(name, none, None, moved, slots),), state=state)

    def statistics(left: ObservedStep, right: ObservedStep) -> list[StageHeld]:
        held = hold_stages(left, right, PAIRS, following=(left.state, right.state))
        return [each for each in held if each.stage is Stage.STATISTICS]

    (held,) = statistics(trained("w", {"momentum": velocity}, average), trained("kernel", {"m": velocity}))
    assert [gap.left for gap in held.gaps] == ["moved"]
    assert statistics(trained("w", {}, average), trained("kernel", {"m": velocity})) == []
    (held,) = statistics(trained("w", {}, average), trained("kernel", {"m": none}))
    assert [gap.left for gap in held.gaps] == ["moved"]
