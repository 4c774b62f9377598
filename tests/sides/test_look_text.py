"""Specification of what is said where the print agrees and a stage is apart all the same."""

from harness.sides.look import Looked, looked_text
from harness.watching.pairs import Pairs
from harness.watching.stages import StageHeld
from harness.watching.things import Gap
from harness.watching.watched import StepHeld, Watched
from harness.words.observation import Observation, ObservedStep
from harness.words.stage import Stage


def looked(stage: Stage) -> Looked:
    apart = StageHeld(stage, 1, 0, (Gap("mean", "moved", "nothing of its size moved"),))
    return Looked(Watched(Observation(), Observation(), Pairs(()), 1, 0, StepHeld(0, (apart,))))


def test_it_says_why_the_print_agrees() -> None:
    assert looked_text(looked(Stage.STATISTICS), passes=True)[-1] == (
        "    what is printed agrees all the same: what is apart is not in it"
    )
    assert looked_text(looked(Stage.LOSS), passes=True)[-1] == (
        "    what is printed agrees all the same: what follows from this stage makes up for it, or is not printed"
    )


def test_it_says_nothing_where_the_print_differs() -> None:
    assert not any("all the same" in line for line in looked_text(looked(Stage.LOSS)))


def test_where_all_steps_agree_it_says_what_was_not_looked_at() -> None:
    seen = Observation((ObservedStep(0),), 1)
    agreeing = Looked(Watched(seen, seen, Pairs(()), 1, 1))
    assert looked_text(agreeing, passes=True)[-1] == (
        "what is computed besides these steps, as a prediction, is held by its print alone"
    )
    assert not any("besides" in line for line in looked_text(agreeing))
