"""A script that fails for what its release lacks is told for which releases it is."""

from harness.diagnose.evidence.evidence import Side
from harness.sides.right_release import right_release_text
from harness.targets.outcome import Failure

_OLD = "import tensorflow as tf\nx = tf.placeholder(tf.float32)\nprint(tf.mul(x, 2.0))\n"


def said(source: str, reason: str, tensorflow: str = "1.12.3") -> list[str]:
    failure = Failure("raised", reason, "")
    return list(right_release_text(Side("old.py", (), source=source, tensorflow=tensorflow, failure=failure)))


def test_the_first_thing_that_is_lacking_is_named_with_the_releases_that_have_all() -> None:
    assert said(_OLD, "old.py:3: AttributeError: module 'tensorflow' has no attribute 'mul'") == [
        "1.12 lacks tf.mul (line 3); by its symbols and arguments it is for 0.12: run it as old.py@0.12 (harness lint)"
    ]


def test_a_failure_for_another_reason_is_not_its_releases() -> None:
    assert said(_OLD, "old.py:3: ValueError: no") == []


def test_a_script_whose_release_has_all_of_it_is_told_nothing() -> None:
    assert said(_OLD, "old.py:3: AttributeError: no", "0.12.1") == []


def test_a_log_has_no_release() -> None:
    assert said("", "AttributeError", "") == []
