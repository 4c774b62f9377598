"""Losses that a race leaves open: what is fetched together with the step that changes what it is made of comes from
before it, from after it, or mixed, and so tells nothing of what a side computes."""

from collections.abc import Sequence
from dataclasses import replace

from harness.diagnose.evidence.races import Race
from harness.sides.ordered import races_within
from harness.sides.run import Sides
from harness.watching.watched import Watched, watched
from harness.words.observation import Observation
from harness.words.stage import Stage


def without_open_losses(sides: Sides, seen: Watched) -> Watched:
    """Where two sides part with the loss, and the graph of one of them says that it is fetched in a race with the
    update, hold all else of their steps; a remark tells it. All else is as it was."""
    if seen.stage is not Stage.LOSS:
        return seen
    left, right = (
        _open(each, races_within(side, sides)) for each, side in ((seen.left, sides.left), (seen.right, sides.right))
    )
    if left is None and right is None:
        return seen
    return watched(left or _without_losses(seen.left), right or _without_losses(seen.right))


def open_losses_text(seen: Watched) -> str:
    """Give what a statement on all numbers leaves out where losses were not held; else nothing."""
    is_open = seen.left.open_losses or seen.right.open_losses
    return ", losses left aside, which race with the update" if is_open else ""


def _open(observation: Observation, races: Sequence[Race]) -> Observation | None:
    losses = {step.loss_of for step in observation.steps if step.loss_of}
    race = next((each for each in races if each.tensor and each.fetch in losses), None)
    if race is None:
        return None
    remark = (
        f"{race.fetch} is fetched in the run that updates {race.variable}, and may be read before or after it, as it "
        "happens: losses were not held"
    )
    return replace(_without_losses(observation), remarks=(*observation.remarks, remark), open_losses=True)


def _without_losses(observation: Observation) -> Observation:
    return replace(observation, steps=tuple(replace(step, loss=None) for step in observation.steps))
