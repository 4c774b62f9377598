"""What is remarked of a watched run that prints other lines than the unwatched one."""

import pytest

from harness.sides.observing.watch import observation_of
from harness.targets.outcome import Outcome
from harness.words.trace import Trace

UNWATCHED = ["Epoch 1/2", "4/4 - 3s - loss: 0.6810 - 3s/epoch - 688ms/step", "w 0.25 after 0.53 s"]


def remarks(*printed: str) -> tuple[str, ...]:
    return observation_of(Outcome(Trace(()), None, "\n".join(printed), "", 0.0), UNWATCHED).remarks


@pytest.mark.parametrize(
    "printed",
    [UNWATCHED, ["Epoch 1/2", "4/4 - 1s - loss: 0.6810 - 1s/epoch - 301ms/step", "w 0.25 after 0.61 s"]],
)
def test_times_are_no_other_lines(printed: list[str]) -> None:
    assert remarks(*printed) == ()


def test_another_number_is_told() -> None:
    (remark,) = remarks("Epoch 1/2", "4/4 - 3s - loss: 0.6811 - 3s/epoch - 688ms/step", "w 0.25 after 0.53 s")
    assert remark.startswith("the watched run printed other lines than the unwatched one")
