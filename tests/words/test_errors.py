"""How a mistake of the user reads."""

from pathlib import Path

import pytest

from harness.words.errors import UsageError, first_line_with, near


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (UsageError("is not TOML", Path("cases/a/case.toml"), 3), "cases/a/case.toml:3: is not TOML"),
        (UsageError("cannot be read", Path("golden/notes.toml")), "golden/notes.toml: cannot be read"),
        (UsageError("there is no case 'a'"), "there is no case 'a'"),
    ],
)
def test_a_mistake_reads_as_path_line_and_message(error: UsageError, text: str) -> None:
    assert str(error) == text


def test_known_words_that_look_alike_are_suggested() -> None:
    assert near("stpe", ["step", "w", "loss"]) == "; did you mean 'step'?"
    assert near("rate_1", ["rate_2", "rate_3"]) == "; did you mean 'rate_3' or 'rate_2'?"
    assert near("stpe", ["step", "step", "w"]) == "; did you mean 'step'?"
    assert near("zzz", ["step", "w", "loss"]) == ""
    assert near("step", []) == ""


def test_the_first_line_that_starts_with_a_text() -> None:
    assert first_line_with("a = 1\n  right = 2\nright = 3\n", "right") == 2
    assert first_line_with("a = 1\n", "right") is None
