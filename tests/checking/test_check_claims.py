"""Claims held against what was printed."""

import pytest

from harness.checking.claims import hold_claims, is_same
from harness.documents.document import Line
from harness.documents.example import Claim
from harness.documents.restore.templates import templates

_PRINTED = templates("print(w_val)\n")


def _claim(name: str, value: str, *, stays: bool = False, step: int | None = None) -> Claim:
    return Claim(Line(1, ""), name, value, stays, step)


def test_a_value_stays_if_all_that_is_printed_of_it_is_that() -> None:
    (held,) = hold_claims([_claim("w", "5", stays=True)], ["5.0", "5.0"], _PRINTED)
    assert (held.holds, held.printed) == (True, "2 of 2 printed values")
    (held,) = hold_claims([_claim("w", "5", stays=True)], ["5.0", "4.5"], _PRINTED)
    assert (held.holds, held.printed) == (False, "1 of 2 printed values; one is 4.5")


def test_a_value_of_another_name_is_no_word_on_it() -> None:
    assert hold_claims([_claim("loss", "5", stays=True)], ["5.0"], _PRINTED) == ()


def test_a_figure_holds_if_a_line_with_its_step_prints_it() -> None:
    lines = ["step 10, loss 0.25", "step 20, loss 0.125"]
    assert [each.holds for each in hold_claims([_claim("Adam", "0.125", step=20)], lines, ())] == [True]
    (held,) = hold_claims([_claim("Adam", "0.25", step=20)], lines, ())
    assert (held.holds, held.printed) == (False, "printed is 'step 20, loss 0.125'")
    (held,) = hold_claims([_claim("Adam", "0.25", step=30)], lines, ())
    assert (held.holds, held.printed) == (None, "the code prints no line with 30 in it")


def test_a_figure_without_a_step_that_is_printed_nowhere_is_left_out() -> None:
    assert hold_claims([_claim("batch_size", "32")], ["loss 0.25"], ()) == ()


@pytest.mark.parametrize(
    ("printed", "claimed", "same"),
    [("5.0", "5", True), ("0.390597", "0.3906", True), ("0.3911", "0.3906", False), ("nan", "nan", True)],
)
def test_a_claimed_number_has_as_many_digits_as_it_has(printed: str, claimed: str, *, same: bool) -> None:
    assert is_same(printed, claimed) is same
