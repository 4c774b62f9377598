"""Specification of stages that a later one shows to agree, of noise, and of what is no number in JSON."""

import json
from dataclasses import replace

from harness.watching.pairs import Pairs, VariablePair
from harness.watching.stages import hold_stages, noisy_in
from harness.watching.watched import watched
from harness.watching.words import finite, watched_document
from harness.words.observation import Observation, ObservedLayer, ObservedStep, ObservedVariable
from harness.words.stage import Stage
from tests.watching.arrays import reduced

PAIRS = Pairs((VariablePair("w", "w"), VariablePair("b", "b")))


def variable(name: str, before: float, gradient: float, after: float) -> ObservedVariable:
    return ObservedVariable(name, reduced(before), reduced(gradient), reduced(after))


def step(w: ObservedVariable, b: ObservedVariable, **more: object) -> ObservedStep:
    return replace(ObservedStep(0, "eager", "SGD", reduced(2.0), 0.1, variables=(w, b)), **more)  # type: ignore[arg-type]


USUAL = step(variable("w", 1.0, 10.0, 0.0), variable("b", 0.5, 5.0, 0.0))


def apart(left: ObservedStep, right: ObservedStep) -> list[Stage]:
    return [each.stage for each in hold_stages(left, right, PAIRS) if each.gaps]


def test_an_op_that_leads_to_no_other_loss_is_not_where_two_forward_passes_part() -> None:
    one = (ObservedLayer(0, "MatMul", "MatMul", (), reduced([1.0, 2.0])),)
    two = (ObservedLayer(0, "RandomUniform", "RandomUniform", (), reduced([0.3, 0.7])),)
    assert apart(replace(USUAL, layers=one), replace(USUAL, layers=two)) == []
    lost = replace(USUAL, layers=two, loss=reduced(3.0))
    assert apart(replace(USUAL, layers=one), lost) == [Stage.FORWARD]


def test_another_rate_that_moves_the_variables_alike_parts_nobody() -> None:
    assert apart(USUAL, replace(USUAL, rate=0.2)) == []
    moved = step(variable("w", 1.0, 10.0, -1.0), variable("b", 0.5, 5.0, -0.5), rate=0.2)
    assert apart(USUAL, moved) == [Stage.RATE]


def test_a_gradient_of_a_millionth_of_the_others_is_noise_and_what_it_moves_is_not_held() -> None:
    left = step(variable("w", 1.0, 10.0, 0.0), variable("b", 0.5, 2e-9, 0.6))
    right = step(variable("w", 1.0, 10.0, 0.0), variable("b", 0.5, -3e-9, 0.4))
    assert noisy_in(left, right, PAIRS) == {"b"}
    seen = watched(Observation((left,), 1), Observation((right,), 1))
    assert seen.stage is None
    assert seen.noisy == frozenset({"b"})
    real = step(variable("w", 1.0, 10.0, 0.0), variable("b", 0.5, -0.003, 0.4))
    assert noisy_in(left, real, PAIRS) == frozenset()


def test_fed_numbers_find_their_partners_by_value_alone() -> None:
    left = replace(USUAL, fed={"keep_prob:0": reduced(1.0), "x:0": reduced([1.0, 2.0])})
    right = replace(USUAL, fed={"rate:0": reduced(0.1), "x:0": reduced([1.0, 2.5])})
    (held,) = [each for each in hold_stages(left, right, PAIRS) if each.gaps]
    assert (held.stage, [gap.name for gap in held.gaps]) == (Stage.DATA, ["x:0"])


def test_infinity_is_a_text_in_json() -> None:
    lost = watched(Observation((USUAL,), 1), Observation((replace(USUAL, loss=reduced([1.0, 2.0])),), 1))
    document = json.loads(json.dumps(watched_document(lost), allow_nan=False, default=list))
    assert document["stage"] == "loss"
    assert document["parting"]["stages"][1]["gaps"][0]["relative"] == "inf"
    assert finite({"a": [float("nan"), 1.5]}) == {"a": ["nan", 1.5]}
