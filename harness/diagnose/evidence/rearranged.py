"""Inputs of a step that hold the same numbers on both sides in another order: of which one is the other one turned."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from harness.diagnose.evidence.evidence import Evidence
from harness.watching.forward import SOURCES
from harness.words.observation import ObservedStep, Reduced

# Of fewer numbers an order says little; of axes, what images and volumes have.
_FEWEST, _MOST_AXES = 6, 5


@dataclass(frozen=True)
class Rearranged:
    """What the left side computes with is what the right one does, ``left`` and ``right``, in another order: ``how``,
    as the patch ``inputs_scaled`` takes it, makes the left one of the right one, ``says`` tells it, and ``name`` is
    what the right one is fed by, empty where it is not."""

    left: Reduced
    right: Reduced
    how: Mapping[str, Any]
    says: str
    name: str


def rearranged_input(evidence: Evidence) -> Rearranged | None:
    """Give the input that is the other side's in another order within each of its rows, in the step in which the sides
    part; None where none is. What both sides have as it is does not count."""
    parting = evidence.parting
    if parting is None or parting.both is None:
        return None
    mine, theirs = (_given(step) for step in parting.both)
    known_left, known_right = ({each.digest for _, each in arrays} for arrays in (mine, theirs))
    for _, left in mine:
        for name, right in theirs:
            if left.digest in known_right or right.digest in known_left or not _may_be(left, right):
                continue
            one, two = (np.asarray(each.sample).reshape(each.shape) for each in (left, right))
            found = next(_ways(one, two), None)
            if found is not None:
                return Rearranged(left, right, found[0], found[1], name)
    return None


def _given(step: ObservedStep) -> list[tuple[str, Reduced]]:
    found = [*step.fed.items(), *(("", each) for each in step.read)]
    return found + [("", each.output) for each in step.layers if each.kind in SOURCES and each.output is not None]


def _may_be(left: Reduced, right: Reduced) -> bool:
    """Whether both are known whole, have rows, and hold the same numbers."""
    if left.size != right.size or left.size < _FEWEST or not (left.whole and right.whole):
        return False
    if not 1 < len(left.shape) == len(right.shape) <= _MOST_AXES or left.shape[0] != right.shape[0]:
        return False
    return bool(np.array_equal(np.sort(left.sample), np.sort(right.sample)))


def _ways(left: np.ndarray, right: np.ndarray) -> Iterator[tuple[Mapping[str, Any], str]]:
    """What makes the left array of the right one, row by row, the plainest first."""
    axes = range(1, right.ndim)
    for order in itertools.permutations(axes):
        if list(order) != list(axes) and _same(right.transpose((0, *order)), left):
            yield {"order": list(order)}, f"with its axes in the order {[0, *order]}"
    for count in range(1, right.ndim):
        for turned in itertools.combinations(axes, count):
            if _same(np.flip(right, turned), left):
                yield {"turned": list(turned)}, f"turned round along axis {', '.join(map(str, turned))}"
    for end in ("begin", "end"):
        if _same(padded(right, end), left):
            yield {"padded": end}, f"with its zeros at the {end} of each row"
    columns = _columns(left, right)
    if columns is not None:
        yield {"columns": columns}, f"with its last axis in the order {columns}"


def padded(array: np.ndarray, end: str) -> np.ndarray:
    """Give an array whose rows have the zeros of both their ends at one of them: ``begin`` or ``end``."""
    made = np.zeros_like(array)
    for row, new in zip(array, made, strict=True):
        used = np.flatnonzero(row.reshape(len(row), -1).any(axis=1))
        if len(used):
            kept = row[used[0] : used[-1] + 1]
            at = 0 if end == "end" else len(row) - len(kept)
            new[at : at + len(kept)] = kept
    return made


def _columns(left: np.ndarray, right: np.ndarray) -> list[int] | None:
    """The order of the right array's last axis that makes the left one."""
    if left.shape != right.shape:
        return None
    one, two = (each.reshape(-1, each.shape[-1]) for each in (left, right))
    found = [next((at for at in range(two.shape[1]) if np.array_equal(two[:, at], column)), None) for column in one.T]
    order = [each for each in found if each is not None]
    return order if len(set(order)) == two.shape[1] else None


def _same(one: np.ndarray, two: np.ndarray) -> bool:
    return one.shape == two.shape and bool(np.array_equal(one, two))
