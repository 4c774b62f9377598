"""What a port prints in words has to be what its original prints."""

from dataclasses import replace

from harness.diagnose.evidence.evidence import Side
from harness.sides.said import other_words


def side(*lines: str) -> Side:
    return Side("side", lines)


def test_a_label_that_is_another_one_is_told() -> None:
    assert other_words(side("loss 0.5", "predicted: dog"), side("loss 0.5", "predicted: cat")) == (
        "predicted: dog",
        "predicted: cat",
    )


def test_numbers_are_judged_elsewhere() -> None:
    assert other_words(side("accuracy reached in step 3"), side("accuracy reached in step 4")) is None


def test_white_space_and_marks_of_bytes_are_no_words() -> None:
    assert other_words(side("label  b'dog'"), side("label 'dog'")) is None


def test_how_a_value_is_shown_is_no_word() -> None:
    assert other_words(side('Tensor("Const:zero", dtype=string)'), side("tf.Tensor(b'dog', dtype=string)")) is None


def test_a_side_that_says_more_may_be_warned() -> None:
    assert other_words(side("done"), side("have a look", "done")) is None


def test_a_side_that_was_stopped_is_read_as_far_as_it_came() -> None:
    stopped = replace(side("begin", "dog"), cut=True)
    assert other_words(stopped, side("begin", "cat", "end")) == ("dog", "cat")
    assert other_words(stopped, side("begin", "dog", "end")) is None
