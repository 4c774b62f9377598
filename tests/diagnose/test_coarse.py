"""Numbers that tell so little that a change of a script may bring them to agree by chance."""

import pytest

from harness.diagnose import tested
from harness.diagnose.evidence.coarse import tells_little
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.gather import gather
from harness.diagnose.experiments.laboratory import Laboratory
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.words.finding import Change, Confidence, Experiment, Finding, Place
from tests.diagnose.sides import made, origin


def logs(left: tuple[str, ...], right: tuple[str, ...]) -> Evidence:
    sides = (Side("old.py", left, origin=origin()), Side("new.py", right, origin=origin()))
    return gather(*sides, Tolerances(Tolerance(), {}))


@pytest.mark.parametrize(
    ("left", "right", "little"),
    [
        (("accuracy 0.8",), ("accuracy 0.5",), True),
        (("accuracy 0.8",) * 9, ("accuracy 0.5",) * 9, True),
        (("loss 0.25 accuracy 0.8",), ("loss 0.25 accuracy 0.5",), True),
        (("accuracy 0.925",), ("accuracy 0.5",), True),
        (("accuracy 0.9235",), ("accuracy 0.9125",), False),
        (("loss 0.25 accuracy 0.82",), ("loss 0.75 accuracy 0.51",), False),
    ],
)
def test_four_digits_of_what_differs_are_enough(left: tuple[str, ...], right: tuple[str, ...], little: bool) -> None:
    assert tells_little(logs(left, right)) is little


def test_a_measured_number_tells_enough() -> None:
    assert not tells_little(made({"w": [0.5]}, {"w": [0.25]}))


@pytest.mark.parametrize(
    ("left", "right", "sure"),
    [("accuracy 0.8", "accuracy 0.5", Confidence.LIKELY), ("loss 0.8125", "loss 0.5125", Confidence.CONFIRMED)],
)
def test_what_a_change_of_the_text_brings_to_agree_then_is_likely(
    left: str, right: str, sure: Confidence, monkeypatch: pytest.MonkeyPatch
) -> None:
    agrees = Experiment("[:3] in place of [-3:]", Place.RIGHT, 0, 1, 1, 0.1)
    monkeypatch.setattr("harness.diagnose.tested.try_out", lambda evidence, change, laboratory: agrees)
    trial = Change("[:3] in place of [-3:]", source="print(0.8)")
    guess = Finding("other-slice", Confidence.POSSIBLE, "evidence", "change", trials=(trial,))
    with Laboratory() as laboratory:
        (found,) = tested.tested([guess], logs((left,), (right,)), laboratory)
    assert (found.confidence, found.experiments) == (sure, (agrees,))
