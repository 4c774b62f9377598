"""A side of an experiment under the watcher, and what was seen of the other one before."""

from dataclasses import replace

from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.experiments.laboratory import Laboratory
from harness.targets.outcome import Failure
from harness.watching.read import read_observation
from harness.watching.watcher import watcher
from harness.words.finding import Change, Place
from harness.words.observation import Observation, ObservedStep


def observed(
    side: Side, change: Change, other: Side, apart: tuple[int, ...], laboratory: Laboratory
) -> Observation | Failure:
    """Give what a side computes with a change, step by step, those of these numbers taken apart; or why it failed."""
    assert side.origin is not None
    request = replace(side.origin.request, preludes=(*side.origin.request.preludes, watcher(apart)))
    given = laboratory.run(replace(side, origin=replace(side.origin, request=request)), change, other)
    return read_observation(given.seen) if isinstance(given, Side) else given


def seen_before(evidence: Evidence, place: Place) -> Observation:
    """Give what was seen of a side of two that part, the step in which they do as it was taken apart."""
    seen = evidence.watched
    assert seen is not None and seen.parting is not None
    known = seen.left if place is Place.LEFT else seen.right
    if seen.parting.both is None:
        return known
    step: ObservedStep = seen.parting.both[0 if place is Place.LEFT else 1]
    return replace(known, steps=tuple(step if each.number == step.number else each for each in known.steps))


def in_order(place: Place, mine: Observation, other: Observation) -> tuple[Observation, Observation]:
    """Give the left observation and the right one, ``mine`` being that of ``place``."""
    return (other, mine) if place is Place.RIGHT else (mine, other)
