"""A mistake of the harness's own is told in one line, with its place."""

from harness.words.mistake import mistake_text


def test_the_place_and_the_first_words_are_told() -> None:
    try:
        raise TypeError("two\nlines " + "x" * 300)
    except TypeError as error:
        told = mistake_text(error)
    assert told.startswith("TypeError: two lines xxx")
    assert told.endswith("x (harness, test_mistake.py:8)")
    assert len(told) == len("TypeError: ") + 240 + len(" (harness, test_mistake.py:8)")


def test_an_error_that_says_nothing_and_was_not_raised_has_its_name() -> None:
    assert mistake_text(KeyError()) == "KeyError"
