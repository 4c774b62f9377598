"""Specification of which row of one log is which row of another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.logs.columns import paired_columns
from harness.logs.matching import Standing, match_lines
from harness.words.finding import Place


def partners(left: list[str], right: list[str]) -> list[tuple[int | None, int | None]]:
    """The places of rows in one order, None where a side has none."""
    return [
        (match.left.line if match.left is not None else None, match.right.line if match.right is not None else None)
        for match in match_lines(left, right).rows
    ]


@given(
    st.lists(st.integers(1, 9999), min_size=1, max_size=12, unique=True).flatmap(
        lambda values: st.tuples(
            st.just(values), st.sets(st.sampled_from(range(len(values))), max_size=len(values) - 1)
        )
    )
)
def test_rows_that_one_side_left_out_are_found_wherever_they_stood(drawn: tuple[list[int], set[int]]) -> None:
    values, out = drawn
    rows = [f"w {value / 10:.1f}" for value in values]
    kept = [place for place in range(len(rows)) if place not in out]
    found = partners(rows, [rows[place] for place in kept])
    assert [(place, kept.index(place) if place in kept else None) for place in range(len(rows))] == found


def test_the_place_is_the_one_at_which_most_numbers_agree_also_where_none_is_printed_alike() -> None:
    left = [f"w {w:.3f} loss {w * w:.3f}" for w in (3.874, 2.626, 1.126, 0.5, 0.25)]
    # One digit less, and every loss is another.
    right = [f"w {w:.2f} loss {w * w + 1:.2f}" for w in (3.874, 1.126, 0.5, 0.25)]
    assert partners(left, right) == [(0, 0), (1, None), (2, 1), (3, 2), (4, 3)]


def test_numbers_that_are_none_are_matched_as_they_are_printed() -> None:
    left = ["w inf", "w nan", "w -inf", "w 1e308", "w 2.5"]
    assert partners(left, ["w inf", "w -inf", "w -1e308", "w 2.5"]) == [(0, 0), (1, None), (2, 1), (3, 2), (4, 3)]


def test_of_equal_rows_the_last_ones_are_those_that_are_missing() -> None:
    assert partners(["w 0.5"] * 4, ["w 0.5"] * 2) == [(0, 0), (1, 1), (2, None), (3, None)]


@pytest.mark.long
@pytest.mark.parametrize(("rows", "kept"), [(20000, 19990), (20000, 10000)])
def test_a_long_constant_column_is_matched_all_the_same(rows: int, kept: int) -> None:
    matching = match_lines(["loss 0.6931"] * rows, ["loss 0.6931"] * kept)
    assert (len(matching.of(Standing.PAIRED)), len(matching.of(Standing.MISSING))) == (kept, rows - kept)


@pytest.mark.long
def test_many_gaps_in_a_long_log_are_found() -> None:
    rows = [f"loss {1 / (place + 1):.9f}" for place in range(4000)]
    found = match_lines(rows, [row for place, row in enumerate(rows) if place % 3])
    assert [match.left.line for match in found.of(Standing.MISSING) if match.left] == [*range(0, 4000, 3)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Final loss: 0.125", "the cost at the end is 0.125"),
        ("Final loss: 0.125", "the cost at the end is 0.25"),
        ("Test accuracy 93.75%", "acc (on the test set) = 0.9375"),
    ],
)
def test_words_around_the_one_number_of_its_kind_leave_no_line_unpaired(left: str, right: str) -> None:
    rows = ["step 0 w 0.5", "step 1 w 0.25"]
    assert partners([*rows, left], [*rows, right])[-1] == (2, 2)


def test_two_lone_numbers_that_might_be_either_are_left_unpaired_unless_they_are_the_same() -> None:
    rows = ["step 0 w 0.5", "step 1 w 0.25"]
    left, right = [*rows, "cost 0.125", "accuracy 0.75"], [*rows, "hits 0.75", "price 0.0625", "prize 0.5"]
    found = partners(left, right)
    assert (3, 2) in found and (2, 3) not in found
    assert {(2, None), (None, 3), (None, 4)} <= set(found)


@pytest.mark.parametrize("last", ["0.2", "0.25"])
def test_two_kinds_of_one_log_may_be_one_kind_of_the_other(last: str) -> None:
    left = ["train 0.5", "valid 0.4", "train 0.3", "valid 0.2"]
    right = ["training loss 0.5", "validation loss 0.4", "training loss 0.3", f"validation loss {last}"]
    assert partners(left, right) == partners(right, left) == [(0, 0), (1, 1), (2, 2), (3, 3)]


@pytest.mark.long
def test_ten_thousand_rows_of_two_kinds_are_matched() -> None:
    left = [f"{'train' if place % 2 else 'valid'} {place}.5" for place in range(10000)]
    assert len(match_lines(left, [f"loss {place}.5" for place in range(10000)]).of(Standing.PAIRED)) == 10000


def test_rows_behind_the_end_of_a_side_that_was_stopped_are_not_asked_for() -> None:
    rows = [f"w {w}" for w in (3.5, 2.5, 1.5, 1.5, 1.5)]
    found = match_lines(rows, rows[:3], stopped=[Place.RIGHT])
    assert [match.standing for match in found.rows] == [Standing.PAIRED] * 3 + [Standing.NOT_SHOWN] * 2


def test_what_only_one_side_has_stands_at_a_place_of_its_own() -> None:
    left = [f"step {step} w {step / 8}" for step in (0, 1, 2, 4)]
    right = [f"step {step} w {step / 8}" for step in (0, 2, 3, 4)]
    (_, (left_w, right_w)) = paired_columns(match_lines(left, right))
    assert [(number.position, number.value) for number in left_w.numbers] == [(0, 0), (1, 0.125), (2, 0.25), (4, 0.5)]
    assert [(number.position, number.value) for number in right_w.numbers] == [(0, 0), (2, 0.25), (3, 0.375), (4, 0.5)]


def test_numbers_of_another_kind_of_rows_with_the_same_name_have_a_name_of_their_own() -> None:
    left = ["w 0.5 loss 3.5", "w 0.25 loss 2.5", "final w 0.125"]
    assert [pair[0].name for pair in paired_columns(match_lines(left, left))] == ["w", "loss", "w#2"]


def test_truth_values_and_times_are_no_numbers_of_a_series() -> None:
    left = ["loss 0.5 ok True took 3 s", "loss 0.25 ok True took 4 s"]
    assert [pair[0].name for pair in paired_columns(match_lines(left, left))] == ["loss"]
