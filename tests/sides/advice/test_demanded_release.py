"""The release that a script's own error asks for is named."""

import pytest

from harness.diagnose.evidence.evidence import Side
from harness.sides.advice.demanded_release import demanded_release_text
from harness.targets.outcome import Failure

OWN = '  File "/home/me/project/check.py", line 3, in check\n    raise\n'


def side(reason: str, ran: str, detail: str = OWN) -> Side:
    failure = Failure("raised", f"train.py:9: {reason}", detail)
    return Side(f"train.py@tf{ran[:4].rstrip('.')}", (), tensorflow=ran, failure=failure)


@pytest.mark.parametrize(
    ("reason", "ran", "said"),
    [
        (
            "OSError: Tensorflow version must >= 1.2.1",
            "1.12.3",
            "it holds 1.12.3 against 1.2.1 as texts, of which that is less: run it as train.py@1.9",
        ),
        (
            "ImportError: Please upgrade your TensorFlow installation to v1.9.* or later!",
            "1.4.1",
            "it asks for TensorFlow 1.9: run it as train.py@1.9",
        ),
        (
            "AssertionError: This project requires TensorFlow 1.0 or newer. You are using 0.12.1",
            "0.12.1",
            "it asks for TensorFlow 1.0: run it as train.py@1.0",
        ),
    ],
)
def test_the_release_that_it_asks_for_is_told(reason: str, ran: str, said: str) -> None:
    assert list(demanded_release_text(side(reason, ran))) == [said]


@pytest.mark.parametrize(
    ("reason", "detail"),
    [
        ("ValueError: the model of TensorFlow 1.9 has no such layer", OWN),
        ("ImportError: Keras requires TensorFlow 2.2 or higher", '  File "/x/layers/ab/keras/__init__.py", line 3\n'),
        ("OSError: Tensorflow version must >= 1.2.1", OWN),  # 1.4 is
        ("ValueError: needs another shape", OWN),
    ],
)
def test_nothing_else_is(reason: str, detail: str) -> None:
    assert list(demanded_release_text(side(reason, "1.4.1", detail))) == []
