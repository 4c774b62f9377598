"""Which two sides print otherwise, so that their steps are counted and not their numbers."""

from dataclasses import replace

import pytest

from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.gather import gather
from harness.diagnose.evidence.rewritten import prints_otherwise
from harness.diagnose.evidence.shape import differs
from harness.diagnose.remains import remains
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.watching.pairs import Pairs
from harness.watching.watched import StepHeld, Watched
from harness.words.finding import Confidence, Counts, Experiment, Finding, Place
from harness.words.observation import Observation

CONFIRMED = Finding("other-rate", Confidence.CONFIRMED, "evidence", "change")
LOG = ("step 0 loss 3.5", "step 1 loss 2.5", "step 2 loss 1.5")
APART = Watched(Observation(), Observation(), Pairs(()), held=2, agreeing=0, parting=StepHeld(0, ()))


def sides(right: tuple[str, ...], seen: Watched | None = APART) -> Evidence:
    evidence = gather(Side("left", LOG), Side("right", right), Tolerances(Tolerance(), {}))
    return replace(evidence, watched=seen)


def test_lines_of_another_kind_are() -> None:
    evidence = sides(("training", "trained"))
    assert prints_otherwise(evidence) and differs(evidence)


@pytest.mark.parametrize(
    ("right", "is_otherwise"),
    [
        (LOG, False),
        (("step 0 loss 9.5", "step 1 loss 8.5", "step 2 loss 7.5"), False),
        (("step 0 loss 9.5", "step 1 loss 8.5"), True),
        ((*LOG, "step 3 loss 0.5", "step 4 loss 0.25"), False),
    ],
    ids=["the same", "other numbers", "a third is missing", "more of them"],
)
def test_a_third_of_the_left_sides_lines_has_no_partner(right: tuple[str, ...], is_otherwise: bool) -> None:
    assert prints_otherwise(sides(right)) is is_otherwise


@pytest.mark.parametrize(
    "seen",
    [
        None,
        replace(APART, parting=None),
        replace(APART, held=1),
        replace(APART, parting=StepHeld(0, (), trains=False)),
    ],
    ids=["nobody watched", "all steps agree", "one step", "nothing is trained"],
)
def test_where_steps_tell_nothing_they_are_not(seen: Watched | None) -> None:
    evidence = sides(("training", "trained"), seen)
    assert not prints_otherwise(evidence) and not differs(evidence)


def test_numbers_that_differ_besides_the_steps_are_said_not_to_have_been_tried() -> None:
    evidence = sides(("step 0 loss 9.5", "step 1 loss 8.5"))
    steps = Experiment("the rate 0.1", Place.RIGHT, 0, 2, 2, 0.1, counts=Counts.STEPS)
    assert remains(evidence, (replace(CONFIRMED, experiments=(steps,)),)) == (
        "not explained by it: 1 only on the left",
        "nor was it tried what becomes of loss: what is worked out besides the steps may differ",
    )


def test_that_one_of_them_trains_longer_is_not_explained() -> None:
    longer = replace(APART, left=Observation((), 101), right=Observation((), 1000))
    evidence = sides(("training", "trained"), longer)
    alone = "not explained by it: 3 only on the left"
    assert remains(evidence, (CONFIRMED,)) == (
        alone,
        "nor do both train as long: 101 steps on the left, 1000 on the right",
    )
    stopped = replace(evidence, right=replace(evidence.right, cut=True))
    assert remains(stopped, (CONFIRMED,)) == (alone,)
