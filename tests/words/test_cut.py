"""Specification of long texts in messages."""

from hypothesis import given
from hypothesis import strategies as st

from harness.words.cut import MOST, cut, first_difference
from harness.words.verdict import Divergence


def test_a_text_that_can_be_shown_is_shown() -> None:
    assert cut("w 1.0") == "w 1.0"
    assert cut("x" * MOST, 7) == "x" * MOST


def test_a_long_text_is_cut_around_the_place_that_matters() -> None:
    text = "a" * 500 + "!" + "b" * 500
    shown = cut(text, 500)
    assert shown == "… " + "a" * 100 + "!" + "b" * 299 + " … (1001 characters, from column 401)"
    assert cut(text) == "a" * 400 + " … (1001 characters, from column 1)"
    assert cut(text, 1001).startswith("… bbb") and cut(text, 1001).endswith("b (1001 characters, from column 602)")


def test_the_first_difference_of_two_texts() -> None:
    assert [first_difference(*pair) for pair in (("abc", "abd"), ("ab", "abc"), ("", "x"), ("a", "a"))] == [2, 2, 0, 1]


def test_a_divergence_of_whole_lines_is_told_in_a_line() -> None:
    line = "w " + "1.0 " * 250000
    told = str(Divergence(1, None, None, "line", line, "no such line"))
    assert len(told) < 600
    assert "(1000002 characters, from column 1), measured no such line" in told


@given(st.text(max_size=2000), st.integers(0, 2000))
def test_no_shown_text_is_longer_than_that(text: str, at: int) -> None:
    assert len(cut(text, at)) <= max(len(text) if len(text) <= MOST else 0, MOST + 60)
