"""Rate of some: a few of the variables are moved further on one side, and all others alike."""

from collections.abc import Sequence

import numpy as np

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.watching.factor import NEAR_ONE
from harness.words.finding import Change, Confidence, Finding
from harness.words.observation import ObservedVariable, Reduced
from harness.words.stage import Stage

_MOST_NAMED = 3
# Of the largest element, what rounding leaves of how far a variable is moved.
_ROUNDING = 1e-3
_SNAP = 1e-3


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched and part where some variables have gradients, or are moved, a constant times as
    far, and all others alike.

    The trial divides that of these variables on the right side, and would cure nothing else.
    """
    parting = evidence.parting
    first = parting.first_apart if parting is not None else None
    if parting is None or parting.both is None or first is None or not differs(evidence):
        return None
    if first.stage not in (Stage.GRADIENTS, Stage.RATE, Stage.UPDATE):
        return None
    moves = first.stage is not Stage.GRADIENTS
    found = _factors(evidence, moves=moves)
    others = {name: factor for name, factor in found.items() if abs(factor - 1) > NEAR_ONE}
    if not others or len(others) == len(found):
        return None
    factor = next(iter(others.values()))
    if any(abs(each - factor) > _SNAP * abs(factor) for each in others.values()):
        return None
    return _finding(tuple(others), _short(factor), evidence, moves=moves)


def _factors(evidence: Evidence, *, moves: bool) -> dict[tuple[str, str], float]:
    """By which factor the right variables are moved further, pair by pair; empty where there is one with none."""
    assert evidence.watched is not None and evidence.watched.parting is not None
    assert evidence.watched.parting.both is not None
    left, right = ({each.name: each for each in step.variables} for step in evidence.watched.parting.both)
    found: dict[tuple[str, str], float] = {}
    for pair in evidence.watched.pairs.pairs:
        one, two = left.get(pair.left), right.get(pair.right)
        if one is None or two is None or not pair.is_in_order or pair.left in evidence.watched.noisy:
            continue
        factor = _factor(_moved(one), _moved(two)) if moves else _factor(_array(one.gradient), _array(two.gradient))
        if factor is None:
            return {}
        found[pair.left, pair.right] = factor
    return found


def _array(value: Reduced | None) -> np.ndarray | None:
    return None if value is None else np.asarray(value.sample)


def _moved(variable: ObservedVariable) -> np.ndarray | None:
    before, after = _array(variable.before), _array(variable.after)
    return None if before is None or after is None or before.shape != after.shape else after - before


def _factor(left: np.ndarray | None, right: np.ndarray | None) -> float | None:
    if left is None or right is None or left.shape != right.shape or not left.any():
        return None
    if not (np.isfinite(left).all() and np.isfinite(right).all()):
        return None
    factor = float((left * right).sum() / (left**2).sum())
    fits = np.abs(factor * left - right).max() <= _ROUNDING * np.abs(right).max()
    return factor if factor > 0 and fits else None


def _short(factor: float) -> float:
    """The number of few digits that a factor, or its reciprocal, is but for rounding."""
    for value, back in ((factor, False), (1 / factor, True)):
        short = float(f"{value:.2g}")
        if abs(short - value) <= _SNAP * value:
            return 1 / short if back else short
    return factor


def _finding(pairs: Sequence[tuple[str, str]], factor: float, evidence: Evidence, *, moves: bool) -> Finding:
    names = [right for _, right in pairs]
    told = ", ".join(names[:_MOST_NAMED])
    told += f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    left, right = evidence.left.name, evidence.right.name
    larger, smaller, times = (right, left, factor) if factor > 1 else (left, right, 1 / factor)
    are = "is" if len(names) == 1 else "are"
    what = (
        f"{are} moved {times:.6g} times as far"
        if moves
        else f"{'has' if are == 'is' else 'have'} gradients {times:.6g} times as large"
    )
    arguments = {"variables": names, "factor": 1 / factor, "moves": moves}
    said = "moved" if moves else "gradients"
    return Finding(
        "rate-of-some",
        Confidence.LIKELY,
        f"{told} {what} in {larger} as in {smaller}, and all other variables alike",
        f"give these variables in {right} {1 / factor:.6g} times the rate: an optimizer of their own, or their "
        "gradients multiplied before apply_gradients",
        trials=(Change(f"{told} {said} {1 / factor:.6g} times", patch="some_scaled", arguments=arguments),),
    )


CAUSE = Cause(("rate-of-some",), detect, likely=("rate-of-some",), stages=(Stage.GRADIENTS, Stage.RATE, Stage.UPDATE))
