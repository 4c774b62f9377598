"""Specification of words that a class is told by: another one of the same is no other wording."""

from pathlib import Path

import pytest

from harness.cli import main
from harness.diagnose.evidence.evidence import Side
from harness.sides.said import other_choice

NAMES = "names = ['cat', 'dog', 'frog']"


def said(left: tuple[str, ...], right: tuple[str, ...], source: str = NAMES) -> tuple[str, str] | None:
    return other_choice(Side("old.py", left, source=source), Side("new.py", right, source=source))


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


def test_two_logs_that_name_other_classes_have_diverged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, classes in (("old.log", "cat dog cat"), ("new.log", "dog dog cat")):
        lines = ["loss 0.25", *(f"Prediction: {each}" for each in classes.split())]
        (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert main(["compare", str(tmp_path / "old.log"), str(tmp_path / "new.log")]) == 1
    assert (
        "but the left side prints 'Prediction: cat' where the right prints 'Prediction: dog'" in capsys.readouterr().out
    )
