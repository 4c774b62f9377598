"""Witnesses: preludes that say what a script does, asked where its numbers alone do not tell the cause."""

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


def _watched(side: Side, names: tuple[str, ...], laboratory: Laboratory) -> Side:
    missing = [Prelude(name) for name in names if not _has(side, name)]
    if not missing:
        return side
    return replace(side, seen=(*side.seen, *laboratory.watch(side, missing)))


def _has(side: Side, name: str) -> bool:
    ran = () if side.origin is None else side.origin.request.preludes
    return any(prelude.name == name for prelude in ran) or side.has_prelude(name)
