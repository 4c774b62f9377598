"""Numbers as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.words.printed import PrintedText, bare_number, half_unit, integer_in, number_in, same_number, take_apart


def test_a_line_is_taken_apart_into_numbers_and_the_words_around_them() -> None:
    assert take_apart("After 3 steps: w is -0.846400 , loss is 0.023593") == PrintedText(
        ("3", "-0.846400", "0.023593"), ("After", "#", "steps", "w", "is", "#", "loss", "is", "#")
    )


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("[ 3.  7.]", ("3.", "7.")),
        ("[[1 -2]\n [+3 4]]", ("1", "-2", "+3", "4")),
        ("5.9343653e-05 1E+9", ("5.9343653e-05", "1E+9")),
        (".5 -.5", (".5", "-.5")),
        ("inf -inf nan NaN", ("inf", "-inf", "nan", "NaN")),
        ("12:30:01", ("12", "30", "01")),
        ("w=3,b=4", ("3", "4")),
        ("It is 5.", ("5.",)),
        ("第5步,学习率0.2", ("5", "0.2")),
        ("10%", ("10",)),
    ],
)
def test_numbers_are_found(text: str, numbers: tuple[str, ...]) -> None:
    assert take_apart(text).numbers == numbers


@pytest.mark.parametrize(
    "text", ["v1.2", "1.2.3", "55px", "w_1", "_1", "1_000", "info", "banana", "0x1f", "conv2d", "3D"]
)
def test_what_is_no_number_is_a_word_as_a_whole(text: str) -> None:
    assert take_apart(text) == PrintedText((), (text,))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("np.float32(1.0)", ("1.0",)),
        ("[np.float32(1.0), np.float64(2.0)]", ("1.0", "2.0")),
        ("array([3., 7.], dtype=float32)", ("3.", "7.")),
        ("tf.Tensor(5.0, shape=(), dtype=float32)", ("5.0",)),
        ("tf.Tensor([3. 7.], shape=(2,), dtype=float32)", ("3.", "7.")),
        ("[array([1., 2.], dtype=float32), 5.76]", ("1.", "2.", "5.76")),
        ("(array([1, 2]), dtype='<U3', 7)", ("1", "2", "7")),
    ],
)
def test_what_says_only_which_kind_of_number_it_is_is_left_out(text: str, numbers: tuple[str, ...]) -> None:
    assert take_apart(text) == PrintedText(numbers, ("#",) * len(numbers))


def test_the_number_of_a_tensor_object_is_left_out() -> None:
    older = take_apart("<tf.Tensor: id=9, shape=(), dtype=float32, numpy=5.0>")
    assert older == take_apart("<tf.Tensor: shape=(), dtype=float32, numpy=5.0>")
    assert older.numbers == ("5.0",)


def test_words_know_where_the_numbers_stand() -> None:
    assert take_apart("step 5 w").words != take_apart("step w 5").words
    assert take_apart("#5 of [6]") == PrintedText(("5", "6"), ("#", "of", "#"))


@given(st.text("0123456789.eE+-_xap #[],=:步", max_size=20), st.data())
def test_changing_a_digit_changes_what_the_text_is_taken_apart_into(text: str, data: st.DataObject) -> None:
    places = [place for place, character in enumerate(text) if character in "0123456789"]
    if not places:
        assert not any(character in "0123456789" for word in take_apart(text).words for character in word)
        return
    place = data.draw(st.sampled_from(places))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != text[place]]))
    assert take_apart(text[:place] + other + text[place + 1 :]) != take_apart(text)


@given(st.lists(st.floats(width=32) | st.integers(), min_size=1))
def test_every_number_that_python_prints_is_found(numbers: list[float]) -> None:
    assert take_apart(str(numbers)).numbers == tuple(map(str, numbers))


@pytest.mark.parametrize(
    ("text", "bare"), [("np.float32(1.0)", "1.0"), ("[5.]", "5."), (" 5 ", "5"), ("w 5", "w 5"), ("[3. 7.]", "[3. 7.]")]
)
def test_the_one_number_of_a_text_without_words(text: str, bare: str) -> None:
    assert bare_number(text) == bare


def test_a_text_that_is_a_number_has_its_value() -> None:
    assert number_in(" 5.76 ") == 5.76
    assert number_in("-1e-3") == -0.001
    assert number_in("inf") == float("inf")
    assert [number_in(text) for text in ("", "w", "5 6", "1_0", "[5.]")] == [None] * 5


def test_a_text_that_is_an_integer_has_its_exact_value() -> None:
    assert integer_in("9007199254740993") == 2**53 + 1
    assert integer_in("-7") == -7
    assert [integer_in(text) for text in ("5.0", "1e3", "", "nan", "1_0")] == [None] * 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5.76", 0.005),
        ("1.23e-09", 5e-12),
        ("5", 0.5),
        ("100", 0.5),
        ("3.", 0.5),
        ("5.760000", 5e-7),
        ("1e3", 500.0),
        ("-0.5", 0.05),
        ("nan", 0.0),
        ("-inf", 0.0),
        ("five", 0.0),
        ("1e400", float("inf")),
    ],
)
def test_half_a_unit_of_the_last_printed_digit(text: str, expected: float) -> None:
    assert half_unit(text) == expected


def test_an_integer_may_have_more_digits_than_python_reads_from_a_text() -> None:
    assert integer_in("1" + "0" * 5000) == 10**5000


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("1e39", "1e+39", True),
        ("nan", "NaN", True),
        ("0.1", "0.10000000000000001", True),
        ("inf", "-inf", False),
        ("1e400", "10e399", True),
        ("1e400", "2e400", False),
        ("1e400", "inf", False),
        ("nan", "1", False),
    ],
)
def test_two_printed_numbers_are_the_same(left: str, right: str, same: bool) -> None:
    assert same_number(left, right) is same
