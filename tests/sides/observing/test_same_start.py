"""Specification of the same start: which values the right side is given, and what cannot be given."""

from harness.sides.observing.same_start import same_start_text
from harness.watching.first_values import start_values
from harness.watching.pairs import Pairs, VariablePair
from harness.words.observation import Observation, ObservedStep, ObservedVariable, Reduced
from tests.watching.arrays import reduced


def seen(**first: Reduced | None) -> Observation:
    variables = tuple(ObservedVariable(name, before) for name, before in first.items())
    return Observation((ObservedStep(0, variables=variables),), 1)


TRANSPOSED = Pairs((VariablePair("w", "k", "transposed"),))
MATRIX = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]


def test_values_of_the_left_side_go_to_their_partners_on_the_right() -> None:
    values, left_out = start_values(
        seen(w=reduced([1.0, 2.0])), seen(kernel=reduced([7.0, 8.0])), Pairs((VariablePair("w", "kernel"),))
    )
    assert values == [["kernel", [2], [1.0, 2.0]]]
    assert left_out == ()


def test_they_are_laid_out_as_the_right_side_has_them() -> None:
    pairs = Pairs((VariablePair("w", "kernel", "transposed"), VariablePair("b", "bias", "reshaped")))
    left = seen(w=reduced(MATRIX), b=reduced([1.0, 2.0]))
    right = seen(kernel=reduced([[0.0, 0.0]] * 3), bias=reduced([[0.0], [0.0]]))
    values, _ = start_values(left, right, pairs)
    assert values == [["kernel", [3, 2], [1.0, 4.0, 2.0, 5.0, 3.0, 6.0]], ["bias", [2, 1], [1.0, 2.0]]]


def test_what_is_not_known_whole_and_what_has_no_partner_is_left_out_with_the_reason() -> None:
    pairs = Pairs((VariablePair("w", "kernel"), VariablePair("b", "bias")), (), ("more",))
    left = seen(w=reduced([0.5] * 100), b=None)
    right = seen(kernel=reduced([0.0] * 100), bias=reduced(0.0), more=reduced(0.0))
    values, left_out = start_values(left, right, pairs)
    assert values == []
    assert left_out == (
        "kernel: its first value was not seen, or has more than a million elements",
        "bias: its first value was not seen, or has more than a million elements",
        "more: it has no partner on the left",
    )


def test_where_nothing_was_seen_that_is_said() -> None:
    assert same_start_text(None) == ["same start: no first value of both sides was seen, so nobody knows them"]


def test_what_another_optimizer_trains_begins_with_what_it_was_before_its_own_first_update() -> None:
    def two(**first: float) -> Observation:
        made = tuple(
            ObservedStep(number, variables=(ObservedVariable(name, reduced([value])),))
            for number, (name, value) in enumerate(first.items())
        )
        return Observation(made, len(made))

    pairs = Pairs((VariablePair("w", "w"), VariablePair("v", "v")))
    values, left_out = start_values(two(w=1.0, v=2.0), two(w=7.0, v=8.0), pairs)
    assert values == [["w", [1], [1.0]], ["v", [1], [2.0]]]
    assert left_out == ()


def test_a_large_array_is_drawn_for_both_as_far_spread_as_it_is_where_that_is_asked_for() -> None:
    large = reduced([[3.0, -3.0]] * 50)
    values, left_out = start_values(seen(w=large), seen(k=reduced([[0.0] * 50] * 2)), TRANSPOSED, draw=True)
    assert left_out == ()
    how = {"seed": 0, "deviation": 3.0, "least": -3.0, "most": 3.0, "shape": [50, 2], "layout": "transposed"}
    assert values == [["k", [2, 50], how]]
