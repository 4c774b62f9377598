"""Numbers that tell so little that a change of a script may bring them to agree by chance."""

import pytest

from harness.diagnose import tested
from harness.diagnose.evidence.coarse import prints_coarsely, tells_little
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.gather import gather
from harness.diagnose.experiments.laboratory import Laboratory
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.words.finding import Change, Confidence, Experiment, Finding, Place
from tests.diagnose.sides import made, origin


def logs(left: tuple[str, ...], right: tuple[str, ...], source: str = "print(0)") -> Evidence:
    sides = (Side("old.py", left, source=source), Side("new.py", right, source="print(1)", origin=origin()))
    return gather(*sides, Tolerances(Tolerance(), {}))


@pytest.mark.parametrize(
    ("left", "right", "little"),
    [
        (("accuracy 0.8",), ("accuracy 0.5",), True),
        (("accuracy 0.8",) * 9, ("accuracy 0.5",) * 9, True),
        (("loss 0.25 accuracy 0.8",), ("loss 0.25 accuracy 0.5",), True),
        (("accuracy 0.9235",), ("accuracy 0.5125",), True),
        (("loss 0.92351",), ("loss 0.91251",), False),
        (("loss 0.251 accuracy 0.82",), ("loss 0.751 accuracy 0.51",), False),
    ],
)
def test_five_digits_of_what_differs_are_enough(left: tuple[str, ...], right: tuple[str, ...], little: bool) -> None:
    assert tells_little(logs(left, right)) is little


def test_against_a_log_it_takes_twelve() -> None:
    falls = ("loss 0.92", "loss 0.81", "loss 0.72", "loss 0.63", "loss 0.55"), ("loss 0.15",) * 5
    assert tells_little(logs(*falls, source=""))
    assert not tells_little(logs(*falls))
    assert not tells_little(logs((*falls[0], "loss 0.48"), (*falls[1], "loss 0.15"), source=""))


def test_a_measured_number_tells_enough() -> None:
    assert not tells_little(made({"w": [0.5]}, {"w": [0.25]}, sources=("print(0)", "print(1)")))


def test_of_four_digits_the_last_may_hide_what_no_rounding_makes() -> None:
    assert prints_coarsely(logs(("loss 1.027",), ("loss 1.116",)))
    assert not prints_coarsely(logs(("loss 1.0271",), ("loss 1.1162",)))


@pytest.mark.parametrize(
    ("left", "right", "sure", "says"),
    [
        ("accuracy 0.8", "accuracy 0.5", Confidence.LIKELY, "it may be so"),
        ("loss 0.81253", "loss 0.51251", Confidence.CONFIRMED, "it is so"),
    ],
)
def test_what_a_change_of_the_text_brings_to_agree_then_is_likely(
    left: str, right: str, sure: Confidence, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    agrees = Experiment("[:3] in place of [-3:]", Place.RIGHT, 0, 1, 1, 0.1)
    monkeypatch.setattr("harness.diagnose.tested.try_out", lambda evidence, change, laboratory: agrees)
    trial = Change("[:3] in place of [-3:]", source="print(0.8)", shows="it is so")
    guess = Finding("other-slice", Confidence.POSSIBLE, "it may be so", "change", trials=(trial,))
    with Laboratory() as laboratory:
        (found,) = tested.tested([guess], logs((left,), (right,)), laboratory)
    assert (found.confidence, found.evidence, found.experiments) == (sure, says, (agrees,))
