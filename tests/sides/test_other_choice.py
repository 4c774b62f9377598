"""Specification of words that a class is told by: another one of the same is no other wording."""

from pathlib import Path

import pytest

from harness.cli import main
from harness.diagnose.evidence.evidence import Side
from harness.logs.matching import match_lines
from harness.sides.other_choice import other_choice

NAMES = "names = ['cat', 'dog', 'frog']"


def said(left: tuple[str, ...], right: tuple[str, ...], source: str = NAMES) -> tuple[str, str] | None:
    sides = Side("old.py", left, source=source), Side("new.py", right, source=source)
    return other_choice(*sides, match_lines(left, right))


def test_another_class_of_the_same_script_is_another_choice() -> None:
    assert said(("Prediction: cat",), ("Prediction: dog",)) == ("Prediction: cat", "Prediction: dog")
    assert said(("it is a cat", "dog"), ("it is a cat", "frog")) == ("dog", "frog")


def test_words_that_both_sides_print_need_no_text() -> None:
    assert said(("label = cat", "label = dog"), ("label = dog", "label = cat"), "") == ("label = cat", "label = dog")


def test_other_words_for_the_same_are_none() -> None:
    assert said(("Status: finished",), ("Status: done",)) is None
    assert said(("Optimization Finished!",), ("Training is over",)) is None


def test_what_one_side_says_more_often_is_left_aside() -> None:
    assert said(("Prediction: cat",), ("Prediction: dog", "Prediction: cat")) is None


def test_words_beside_the_same_numbers_that_changed_places_are_another_choice() -> None:
    assert said(("0.51 cat", "0.31 dog"), ("0.51 dog", "0.31 cat"), "") == ("0.51 cat", "0.51 dog")
    assert said(("1: Cat (51.20%)",), ("1: Dog (51.20%)",)) == ("1: Cat (51.20%)", "1: Dog (51.20%)")


def test_names_of_variables_may_have_changed_places() -> None:
    assert said(("W1 norm 0.5", "W2 norm 0.7"), ("W2 norm 0.5", "W1 norm 0.7"), "") == ("W1 norm 0.5", "W2 norm 0.5")


def test_two_words_of_a_row_may_have_changed_places() -> None:
    right = ("predicted: cat actual: dog p 0.6", "predicted: cat actual: cat p 0.9")
    assert said(("predicted: dog actual: cat p 0.6", "predicted: cat actual: cat p 0.9"), right, "") == (
        "predicted: dog actual: cat p 0.6",
        "predicted: cat actual: dog p 0.6",
    )


def test_equal_rows_in_another_order_are_the_same_rows() -> None:
    assert said(("0.51 cat", "0.00 dog", "0.00 fish"), ("0.51 cat", "0.00 fish", "0.00 dog"), "") is None


def test_when_and_by_whom_a_line_was_written_is_no_class() -> None:
    days = ("Mon loss 0.5 INFO", "Tue loss 0.4 INFO"), ("Tue loss 0.5 INFO", "Mon loss 0.4 INFO")
    assert said(*days, "") is None
    threads = ("[Thread-A] loss 0.5", "[Thread-B] loss 0.4"), ("[Thread-B] loss 0.5", "[Thread-A] loss 0.4")
    assert said(*threads, "") is None
    assert said(("0.51 monkey", "0.31 dog"), ("0.51 dog", "0.31 monkey"), "") is not None


def test_other_words_beside_the_same_numbers_are_only_other_words() -> None:
    assert said(("0.51 of cats", "0.31 of dogs"), ("0.51 in cats", "0.31 in dogs"), "") is None
    assert said(("0.51 Katze", "0.31 Hund"), ("0.51 cat", "0.31 dog"), "") is None
    assert said(("train 0.51", "test 0.31"), ("test 0.31", "train 0.51"), "") is None
    assert said(("epoch 1: done in 3 s", "epoch 2: done"), ("epoch 1: over in 3 s", "epoch 2: over"), "") is None


def test_two_logs_that_name_other_classes_have_diverged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, classes in (("old.log", "cat dog cat"), ("new.log", "dog dog cat")):
        lines = ["loss 0.25", *(f"Prediction: {each}" for each in classes.split())]
        (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert main(["compare", str(tmp_path / "old.log"), str(tmp_path / "new.log")]) == 1
    assert (
        "but the left side prints 'Prediction: cat' where the right prints 'Prediction: dog'" in capsys.readouterr().out
    )
