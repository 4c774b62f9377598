"""Specification of pairing the variables of two runs."""

from hypothesis import given
from hypothesis import strategies as st

from harness.watching.pairs import Named, VariablePair, layout, pair_variables
from tests.watching.arrays import reduced

DRAWN = [[0.5, -0.25, 1.5], [2.0, 3.0, -1.0]]


def zeros(name: str, *shape: int) -> Named:
    count = 1
    for length in shape:
        count *= length
    array = reduced([0.0] * count)
    return Named(name, type(array)(**{**vars(array), "shape": shape}))


SHAPES = st.lists(st.integers(1, 3), max_size=3)
NAMES = st.text("abkw/_0", min_size=1, max_size=6)
SIDES = st.lists(
    st.builds(lambda name, shape: zeros(name, *shape), NAMES, SHAPES), max_size=6, unique_by=lambda v: v.name
)


@given(SIDES, SIDES)
def test_pairing_is_one_to_one_and_names_all_that_is_left(left: list[Named], right: list[Named]) -> None:
    found = pair_variables(left, right)
    assert sorted([pair.left for pair in found.pairs] + list(found.only_left)) == sorted(each.name for each in left)
    assert sorted([pair.right for pair in found.pairs] + list(found.only_right)) == sorted(each.name for each in right)


@given(SIDES)
def test_a_run_is_paired_with_itself_name_by_name(side: list[Named]) -> None:
    pairs = pair_variables(side, side).pairs
    assert len(pairs) == len(side)
    shapes = {each.name: each.value.shape for each in side if each.value is not None}
    assert all(len(shapes[pair.left]) == len(shapes[pair.right]) or pair.layout for pair in pairs)


def test_the_same_first_values_say_more_than_names_and_order() -> None:
    left = [Named("weights", reduced(DRAWN)), Named("other", reduced([[9.0, 8.0, 7.0], [6.0, 5.0, 4.0]]))]
    right = [Named("weights", left[1].value), Named("kernel", left[0].value)]
    found = pair_variables(left, right)
    assert found.pairs == (VariablePair("weights", "kernel"), VariablePair("other", "weights"))


def test_names_of_other_years_are_the_same_words() -> None:
    left = [zeros("layer1/biases", 4), zeros("layer1/moving_mean", 4)]
    right = [zeros("mean_1", 4), zeros("dense/bias", 4)]
    assert pair_variables(left, right).pairs == (
        VariablePair("layer1/biases", "dense/bias"),
        VariablePair("layer1/moving_mean", "mean_1"),
    )


def test_without_names_that_tell_the_order_decides() -> None:
    found = pair_variables([zeros("Variable", 2), zeros("Variable_1", 2)], [zeros("p", 2), zeros("q", 2)])
    assert found.pairs == (VariablePair("Variable", "p"), VariablePair("Variable_1", "q"))


def test_what_has_another_size_is_no_partner() -> None:
    found = pair_variables([zeros("kernel", 2, 3)], [zeros("kernel", 2, 4)])
    assert (found.pairs, found.only_left, found.only_right) == ((), ("kernel",), ("kernel",))


def test_a_column_is_reshaped_and_a_matrix_may_lie_the_other_way() -> None:
    found = pair_variables([zeros("b", 4), zeros("w", 2, 3)], [zeros("w", 3, 2), zeros("b", 4, 1)])
    assert found.pairs == (VariablePair("b", "b", "reshaped"), VariablePair("w", "w", "transposed"))


def test_a_row_for_a_column_is_reshaped_for_its_elements_come_in_the_same_order() -> None:
    assert layout(reduced([[1.0, 2.0]]), reduced([[1.0], [2.0]])) == "reshaped"
    assert layout(reduced(DRAWN), reduced(DRAWN)) == ""
    assert layout(None, reduced(DRAWN)) == ""


def test_variables_without_a_known_value_are_paired_by_name() -> None:
    found = pair_variables(
        [Named("one/kernel", None), Named("one/bias", None)], [Named("two/bias", None), Named("two/kernel", None)]
    )
    assert found.pairs == (VariablePair("one/kernel", "two/kernel"), VariablePair("one/bias", "two/bias"))


OTHER = [[7.0, -0.5, 0.25], [1.0, 4.0, -3.0]]


def test_zeros_are_those_of_the_layer_whose_kernel_is_the_same() -> None:
    left = [Named("critic/kernel", reduced(DRAWN)), zeros("critic/bias", 3)]
    left += [Named("actor/kernel", reduced(OTHER)), zeros("actor/bias", 3)]
    right = [Named("dense/kernel", left[2].value), zeros("dense/bias", 3)]
    right += [Named("dense_1/kernel", left[0].value), zeros("dense_1/bias", 3)]
    assert pair_variables(left, right).pairs == (
        VariablePair("critic/kernel", "dense_1/kernel"),
        VariablePair("critic/bias", "dense_1/bias"),
        VariablePair("actor/kernel", "dense/kernel"),
        VariablePair("actor/bias", "dense/bias"),
    )


def test_without_layers_zeros_are_those_beside_the_same_values() -> None:
    left = [Named("w1", reduced(DRAWN)), zeros("v2", 3), Named("w3", reduced(OTHER)), zeros("v4", 3)]
    right = [Named("p1", left[2].value), zeros("p2", 3), Named("p3", left[0].value), zeros("p4", 3)]
    assert pair_variables(left, right).pairs == (
        VariablePair("w1", "p3"),
        VariablePair("v2", "p4"),
        VariablePair("w3", "p1"),
        VariablePair("v4", "p2"),
    )
