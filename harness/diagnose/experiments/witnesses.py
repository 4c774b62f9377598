"""Witnesses: preludes that say what a script does, asked where its numbers alone do not tell the cause."""

import math
from collections.abc import Iterable
from dataclasses import replace

from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.experiments.laboratory import Laboratory
from harness.targets.scene import Prelude


def with_witnesses(evidence: Evidence, names: Iterable[str], laboratory: Laboratory) -> Evidence:
    """Give the evidence with what these preludes see both sides do, each run once more for it. Everything else in it is
    of the runs that were compared; a side that was watched by a prelude from the start is not watched by it again."""
    wanted = tuple(dict.fromkeys(names))
    return replace(
        evidence, left=_watched(evidence.left, wanted, laboratory), right=_watched(evidence.right, wanted, laboratory)
    )


def kept_for_witnesses(evidence: Evidence, names: Iterable[str], laboratory: Laboratory) -> float:
    """Give the seconds that the laboratory may have spent before both sides are run with these preludes: half of what
    is left, or as much as leaves time for both runs and two experiments behind them, of a slow script.

    Infinity where there is no such run to keep time for, or not enough time for it and one experiment.
    """
    wanted, sides = tuple(names), (evidence.left, evidence.right)
    if all(side.origin is None or all(_has(side, name) for name in wanted) for side in sides):
        return math.inf
    runs = [side.seconds or 0.0 for side in sides]
    left = laboratory.budget - laboratory.spent
    least = sum(runs) + max(runs)
    if left < least:
        return math.inf
    # An experiment that has begun goes on to its end.
    return laboratory.spent + max(0.0, min(left / 2, left - least - max(runs)))


def _watched(side: Side, names: tuple[str, ...], laboratory: Laboratory) -> Side:
    missing = [Prelude(name) for name in names if not _has(side, name)]
    if not missing:
        return side
    return replace(side, seen=(*side.seen, *laboratory.watch(side, missing)))


def _has(side: Side, name: str) -> bool:
    ran = () if side.origin is None else side.origin.request.preludes
    return any(prelude.name == name for prelude in ran) or side.has_prelude(name)
