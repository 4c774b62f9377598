"""Weights laid out otherwise: those that a port sets are the old ones transposed, or its gates lie in another order."""

from collections.abc import Iterator
from itertools import permutations

import numpy as np

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.watching.first_values import of_cells, start_values, values_before
from harness.words.finding import Change, Confidence, Finding
from harness.words.observation import Observation, ObservedStep, Reduced
from harness.words.stage import Stage

# Elements of float32 that were handed on.
_SAME = 1e-6
_GRU = "zrh"


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched from their first step on, where a matrix of the right one begins as the left
    one's transposed, or the gates of a GRU as those of a cell, in another order.

    The trial has the right side begin with the left one's values, laid out as it needs them; it would also cure any
    other difference of what the sides begin with, of which no page speaks.
    """
    parting = evidence.parting
    if evidence.watched is None or parting is None or parting.both is None or parting.number or not differs(evidence):
        return None
    left, right = (_run(step) for step in parting.both)
    says = [*_transposed(left, right, evidence), *_gates(left, right, evidence)]
    if not says:
        return None
    values, left_out = start_values(left, right, evidence.watched.pairs)
    says_so = "the first values as the left side has them"
    trial = Change(says_so, preludes=("start_values",), arguments={"values": values})
    return Finding(
        "weights-laid-out",
        Confidence.LIKELY,
        "; ".join(says),
        "turn the weights as the layer needs them before they are set: `kernel.T`, or for a GRU of Keras the columns "
        "of u, r and the candidate, in this order",
        trials=() if left_out else (trial,),
    )


def _run(step: ObservedStep) -> Observation:
    return Observation((step,), 1)


def _transposed(left: Observation, right: Observation, evidence: Evidence) -> Iterator[str]:
    assert evidence.watched is not None
    of_left, of_right = values_before(left), values_before(right)
    for pair in evidence.watched.pairs.pairs:
        one, two = _array(of_left.get(pair.left)), _array(of_right.get(pair.right))
        if one is None or two is None or one.ndim != 2 or one.T.shape != two.shape or one.shape != two.shape:
            continue
        if _is(one.T, two) and not _is(one, two):
            yield f"{pair.right} of {evidence.right.name} begins as {pair.left} of {evidence.left.name} transposed"


def _gates(left: Observation, right: Observation, evidence: Evidence) -> Iterator[str]:
    """Layers of which the gates lie otherwise than the cell's would have to."""
    assert evidence.watched is not None
    of_right = values_before(right)
    for name, wanted in of_cells(left, right, evidence.watched.pairs).items():
        given = _array(of_right.get(name))
        blocks = len(_GRU)
        if given is None or wanted.ndim != 2 or wanted.shape[1] % blocks or "recurrent" in name or _is(given, wanted):
            continue
        parts = np.split(wanted, blocks, axis=1)
        for order in permutations(range(blocks)):
            if _is(np.concatenate([parts[at] for at in order], axis=1), given):
                lie = ", ".join(_GRU[at] for at in order)
                has = f"the gates of {name} of {evidence.right.name} lie in the order {lie}"
                yield f"{has}, where a layer has z (u of a cell), r, h"


def _array(value: Reduced | None) -> np.ndarray | None:
    return np.asarray(value.sample).reshape(value.shape) if value is not None and value.whole else None


def _is(one: np.ndarray, two: np.ndarray) -> bool:
    return bool(one.shape == two.shape and np.abs(one - two).max(initial=0.0) <= _SAME * np.abs(one).max(initial=0.0))


CAUSE = Cause(
    ("weights-laid-out",), detect, likely=("weights-laid-out",), stages=(Stage.START, Stage.FORWARD, Stage.LOSS)
)
