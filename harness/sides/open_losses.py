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

_NOT_HELD = "losses and forward passes were not held"
_ON_THE_WAY = (Stage.FORWARD, Stage.LOSS)


def without_open_losses(sides: Sides, seen: Watched) -> Watched:
    """Where two sides part with what is computed on the way to a loss, and the graph of one of them says that a fetched
    value races with the update, hold all else of their steps; a remark tells it. All else is as it was."""
    if seen.stage not in _ON_THE_WAY:
        return seen
    races = [[race for race in races_within(side, sides) if race.tensor] for side in (sides.left, sides.right)]
    if not any(races):
        return seen
    left, right = (_open(each, found) for each, found in zip((seen.left, seen.right), races, strict=True))
    return watched(left, right)


def open_losses_text(seen: Watched) -> str:
    """Give what a statement on all numbers leaves out where losses were not held; else nothing."""
    remarks = (*seen.left.remarks, *seen.right.remarks)
    return (
        ", losses left aside, which race with the update" if any(each.endswith(_NOT_HELD) for each in remarks) else ""
    )


def _open(observation: Observation, races: Sequence[Race]) -> Observation:
    steps = tuple(replace(step, loss=None, layers=()) for step in observation.steps)
    remarks = tuple(
        f"{race.fetch} is fetched in the run that updates {race.variable}, and may be read before or after it, as it "
        f"happens: {_NOT_HELD}"
        for race in races[:1]
    )
    return replace(observation, steps=steps, remarks=(*observation.remarks, *remarks))
