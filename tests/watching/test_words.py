"""Specification of what watching came to, in words and as JSON."""

import json
from dataclasses import replace

from harness.watching.watched import watched
from harness.watching.words import observation_document, watched_document, watched_text
from harness.words.observation import Observation, ObservedLayer, ObservedStep
from tests.watching.arrays import reduced
from tests.watching.test_stages import step


def seen(*steps: ObservedStep) -> Observation:
    numbered = tuple(replace(each, number=at) for at, each in enumerate(steps))
    return Observation(numbered, len(steps))


def test_runs_that_agree_are_told_so_in_two_lines() -> None:
    assert watched_text(watched(seen(step("w")), seen(step("kernel")))) == [
        "watched: 1 step on the left, 1 on the right; 1 looked at on both, all agree in every stage that was seen",
        "no stage of these steps is apart",
    ]


def test_where_they_part_all_stages_before_are_told_to_agree() -> None:
    assert watched_text(watched(seen(step("w")), seen(step("kernel", after=3.8)))) == [
        "watched: 1 step on the left, 1 on the right; 1 looked at on both, "
        "0 agree in every stage before the sides part",
        "stage update, step 0: the fed array has the same bits, the variable has the same bits, "
        "the loss has the same bits, the gradient has the same bits, the rate has the same bits; "
        "w moved by -2.4 on the left, by -1.2 on the right",
    ]


def test_a_gradient_is_told_as_that_of_its_variable() -> None:
    (_, line) = watched_text(watched(seen(step("w")), seen(step("kernel", gradient=6.0, after=3.8))))
    assert line.endswith("the gradient of w is 12 on the left, 6 on the right")


def test_gradients_that_are_handed_over_otherwise_and_move_the_variables_alike_part_nobody() -> None:
    text = watched_text(watched(seen(step("w")), seen(step("kernel", gradient=6.0))))
    assert text[-1] == "no stage of these steps is apart"


def test_a_statistic_that_stands_still_on_one_side_is_told_so() -> None:
    (_, line) = watched_text(watched(seen(step("w")), seen(replace(step("kernel"), state=()))))
    assert line.endswith("; mean moved on the left only")


def test_what_has_no_partner_is_named() -> None:
    left = step("w")
    more = tuple(replace(left.variables[0], name=f"more_{at}") for at in range(4))
    text = watched_text(watched(seen(replace(left, variables=(*left.variables, *more))), seen(step("w"))))
    assert text[-1] == "trained on the left only: more_0, more_1, more_2 and 1 more"


def test_sides_of_which_nothing_was_seen_are_named() -> None:
    blind = Observation(remarks=("a step is compiled by XLA",))
    text = watched_text(watched(seen(step("w")), blind))
    assert text[0] == "watched: the right side updated no trained variable that could be seen"
    assert text[-1] == "watched, right: a step is compiled by XLA"
    assert watched_text(watched(blind, blind))[0].startswith("watched: neither side updated a trained variable")


def test_all_of_it_is_json() -> None:
    found = watched(seen(step("w")), seen(step("kernel", loss=18.0)))
    document = json.loads(json.dumps(watched_document(found)))
    assert (document["stage"], document["agreeing"], document["steps"]) == (
        "loss",
        0,
        {"left": 1, "right": 1, "held": 1},
    )
    observation = json.loads(json.dumps(observation_document(seen(step("w")))))
    assert observation["steps"][0]["variables"][0]["gradient"]["sample"] == [12.0]
    assert observation["steps"][0]["loss"]["digest"] == reduced(36.0).digest


def test_where_the_sides_read_other_data_an_op_is_not_said_to_be_made_from_what_agrees() -> None:
    def read(value: float) -> ObservedStep:
        layer = ObservedLayer(0, "MatMul", "MatMul", (), reduced([value, value]), 7)
        return replace(step("w", loss=value), fed={}, layers=(layer,), read=(reduced([value, 3.0, 5.0]),))

    *_, stage, right, data = watched_text(watched(seen(read(1.0)), seen(read(0.5))))
    assert stage.endswith(
        "first apart in MatMul (line 7): [1, 1] (norm 1.41421) on the left, [0.5, 0.5] (norm 0.707107) on the right"
    )
    assert right == "    on the right the first op apart is MatMul (line 7)"
    assert data == (
        "    what the sides read is not the same: [1, 3, 5] (norm 5.91608) on the left, "
        "[0.5, 3, 5] (norm 5.85235) on the right"
    )


def test_what_parts_within_a_function_is_given_no_place_on_the_other_side() -> None:
    def made(kind: str, value: float, line: int) -> ObservedStep:
        layer = ObservedLayer(0, kind, kind, (), reduced([value]), line)
        return replace(step("w", loss=value), fed={}, layers=(layer,))

    *_, stage = watched_text(watched(seen(made("Abs", 1.0, 6)), seen(made("__forward_cost_79", 0.5, 14))))
    assert stage.endswith(
        "first apart within __forward_cost_79 (line 14) on the right, of which only the result is seen: 0.5"
    )
