"""Specification of rows that are paired by a number that counts them, though no name calls it a step."""

from hypothesis import given
from hypothesis import strategies as st

from harness.logs.matching import match_lines
from harness.logs.rows import rows_of


def counts(left: list[str], right: list[str]) -> list[tuple[str, str]]:
    """The first word of both rows of each pair."""
    return [
        (match.left.text.split()[0], match.right.text.split()[0])
        for match in match_lines(left, right).rows
        if match.left is not None and match.right is not None
    ]


def test_behind_a_cut_rows_with_the_same_count_are_partners_though_their_numbers_are_those_of_the_row_before() -> None:
    losses = [40.5 * 0.9**k for k in range(101)]
    recorded = [f"{k} {losses[k]:.6f} {1 + losses[k] / 10:.6f}" for k in (0, 1, 2)]
    recorded += ["...", *(f"{k} {losses[k]:.6f} {1 + losses[k] / 10:.6f}" for k in (98, 99))]
    ahead = [f"{k} {losses[k + 1]:.6f} {1 + losses[k + 1] / 10:.6f}" for k in range(100)]
    assert counts(recorded, ahead) == [(k, k) for k in ("0", "1", "2", "98", "99")]


def test_two_sides_that_count_from_different_numbers_are_paired_by_their_numbers() -> None:
    recorded = ["1 0.5000", "2 0.2500", "3 0.1250", "..."]
    measured = ["0 0.5000", "1 0.2500", "2 0.1250", "3 0.0625"]
    assert counts(recorded, measured) == [("1", "0"), ("2", "1"), ("3", "2")]


def test_behind_a_cut_counts_that_are_all_off_by_as_much_tell_partners() -> None:
    recorded = ["0 3.2000", "1 3.1680", "...", "3 3.1050"]
    assert counts(recorded, ["1 3.2000", "2 3.1680", "3 3.1363", "4 3.1050"]) == [("0", "1"), ("1", "2"), ("3", "4")]
    losses = [3.2 * 0.99**k for k in range(100)]
    recorded = [f"{k} {losses[k]:.4f}" for k in (0, 1, 2)] + ["..."] + [f"{k} {losses[k]:.4f}" for k in (98, 99)]
    measured = [f"{k + 1} {loss:.6f}" for k, loss in enumerate(losses)]
    partners = [("0", "1"), ("1", "2"), ("2", "3"), ("98", "99"), ("99", "100")]
    assert counts(recorded, measured) == partners
    assert counts(measured, recorded) == [(right, left) for left, right in partners]


def test_a_number_that_never_changes_bears_out_no_count_from_another_number() -> None:
    recorded = ["0 0.1 3.25", "1 0.1 2.25", "...", "3 0.1 1.25"]
    measured = ["1 0.1 9.25", "2 0.1 3.25", "3 0.1 2.25", "4 0.1 7.25", "5 0.1 1.25"]
    assert counts(recorded, measured) == [("0", "2"), ("1", "3"), ("3", "5")]


def test_without_a_number_in_common_rows_of_a_later_part_stand_where_they_are_counted() -> None:
    recorded = ["...", "7 0.71", "8 0.81", "9 0.91"]
    assert counts(recorded, [f"{k} 5.{k}3" for k in range(10)]) == [("7", "7"), ("8", "8"), ("9", "9")]


def test_integers_that_stand_still_count_nothing() -> None:
    shown = [match.right for match in match_lines(["5 0.25", "5 0.125"], ["5 0.50", "5 0.25", "5 0.125"]).rows]
    assert [None if row is None else row.text for row in shown] == ["5 0.50", "5 0.25", "5 0.125"]
    assert counts(["5 0.25", "6 0.125"], ["7 0.50", "5 0.25", "6 0.125"]) == [("5", "5"), ("6", "6")]


@given(st.sets(st.integers(0, 40), min_size=2), st.integers(1, 7))
def test_whatever_is_cut_out_each_row_has_the_partner_with_its_count(kept: set[int], width: int) -> None:
    every = [f"{k * width} 0.{k:02}7" for k in range(41)]
    other = [f"{k * width} 0.{99 - k:02}3" for k in range(41)]
    left = [every[k] for k in sorted(kept)]
    assert len(rows_of(left)) == len(kept)
    assert counts(left, other) == [(f"{k * width}", f"{k * width}") for k in sorted(kept)]


@given(st.sets(st.integers(1, 39)), st.integers(1, 9), st.integers(1, 7))
def test_whatever_is_cut_out_in_between_each_row_has_the_partner_with_its_number(
    kept: set[int], more: int, width: int
) -> None:
    places = sorted({0, *kept, 40})
    left = [f"{k * width} 0.{k:02}7" for k in places]
    right = [f"{k * width + more} 0.{k:02}7" for k in range(41)]
    assert counts(left, right) == [(f"{k * width}", f"{k * width + more}") for k in places]
