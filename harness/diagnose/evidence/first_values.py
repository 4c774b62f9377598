"""First values: what the trained variables of both sides begin with, where the sides part in that."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from harness.diagnose.evidence.evidence import Evidence
from harness.watching.first_values import start_values, values_before
from harness.words.finding import Change, Confidence, Finding
from harness.words.observation import Observation, ObservedStep
from harness.words.stage import Stage

OPTION = "--same-start"
SAYS = f"the first values of the left side ({OPTION})"
# Of two draws of one distribution, one in about a billion is so many deviations off; of fewer numbers nothing is told.
_DEVIATIONS, _FEWEST = 6.0, 8
# Of so many numbers a deviation is known well enough: p is some 4e-5 then, by the F-test of two normal draws.
_MANY, _OF_MANY = 20, 4.5
# How likely it is that two draws of one distribution lie so far from one another.
_RARE = 1e-9
_ROUNDING = 1e-5


@dataclass(frozen=True)
class FirstValues:
    """A variable that begins with other values: its names, and these, all of them."""

    left: str
    right: str
    mine: np.ndarray
    other: np.ndarray


def apart_at_start(evidence: Evidence) -> tuple[FirstValues, ...]:
    """Give the variables that begin with other values, of two sides that were watched and part there."""
    if not _parts_at_start(evidence):
        return ()
    assert evidence.watched is not None and evidence.watched.parting is not None
    first = evidence.watched.parting.first_apart
    apart = {gap.name for gap in first.gaps} if first is not None else set()
    left, right = _runs(evidence)
    of_left, of_right = values_before(left), values_before(right)
    found = []
    for pair in evidence.watched.pairs.pairs:
        mine, other = of_left.get(pair.left), of_right.get(pair.right)
        if pair.left not in apart or mine is None or other is None or not (mine.whole and other.whole):
            continue
        one, two = np.asarray(mine.sample, np.float64), np.asarray(other.sample, np.float64)
        if one.shape == two.shape:
            found.append(FirstValues(pair.left, pair.right, one, two))
    return tuple(found)


def from_the_same(evidence: Evidence) -> Change | None:
    """Give the experiment that has the right side begin with the left one's values, all of them; None where the sides
    do not part in these, or some are not known. It would cure whatever makes first values other ones."""
    if not _parts_at_start(evidence):
        return None
    assert evidence.watched is not None
    values, left_out = start_values(*_runs(evidence), evidence.watched.pairs)
    return None if left_out or not values else Change(SAYS, preludes=("start_values",), arguments={"values": values})


def own_values(evidence: Evidence) -> list[list[object]]:
    """Give the first values of the left side as it needs them itself, ``[name, shape, elements]``."""
    known = values_before(_runs(evidence)[0])
    return [
        [name, list(each.shape), list(each.sample)] for name, each in known.items() if each is not None and each.whole
    ]


def held_to_the_same(finding: Finding, evidence: Evidence) -> Finding | None:
    """Give a finding with the experiment that begins with the same values, as its last; confirmed where that was done
    already, and numbers agree in it but for what rounding makes of the script. None where it cannot be done.

    Where they agree and a stage of a step is apart all the same, it is likely."""
    trial = from_the_same(evidence)
    if trial is None:
        return None
    if evidence.started is not None and evidence.started.explains_all:
        sure = Confidence.LIKELY if evidence.started_parts else Confidence.CONFIRMED
        return replace(finding, confidence=sure, experiments=(evidence.started,), trials=())
    return replace(finding, trials=(*finding.trials, trial))


def drawn_otherwise(found: FirstValues) -> str | None:
    """Say how the values of one side are spread otherwise than those of the other; None where both may be draws of one
    distribution, as far as so few numbers tell."""
    return next(_differences(found.mine, found.other), None)


def is_known_of(found: FirstValues) -> str | None:
    """Say what the right side's values are of the left one's, where that is simple: a multiple, or another order."""
    one, two = found.mine, found.other
    if not one.any() or not two.any():
        return None
    factor = float(one @ two / (one @ one))
    if one.size > 1 and _near(two, factor * one):
        return f"{factor:.6g} times the left side's"
    return "the left side's in another order" if one.size > 1 and _near(np.sort(two), np.sort(one)) else None


def _near(one: np.ndarray, two: np.ndarray) -> bool:
    return bool(np.abs(one - two).max() <= _ROUNDING * np.abs(two).max())


def _differences(one: np.ndarray, two: np.ndarray) -> Iterator[str]:
    if one.size < 2 or not (np.isfinite(one).all() and np.isfinite(two).all()):
        return
    constant, also = np.ptp(one) == 0, np.ptp(two) == 0
    if constant or also:
        yield f"{_all(one)} on the left, {_all(two)} on the right"
        return
    count = one.size
    if count < _FEWEST:
        return
    deviations = float(one.std()), float(two.std())
    off = abs(math.log(deviations[0] / deviations[1])) / math.sqrt((_peaked(one) + _peaked(two) - 2) / (4 * count))
    if off > (_DEVIATIONS if count < _MANY else _OF_MANY):
        yield f"of deviation {deviations[0]:.3g} on the left, {deviations[1]:.3g} on the right ({count} numbers)"
    means = float(one.mean()), float(two.mean())
    if abs(means[0] - means[1]) / math.sqrt((one.var() + two.var()) / count) > _DEVIATIONS:
        yield f"around {means[0]:.3g} on the left, around {means[1]:.3g} on the right ({count} numbers)"
    apart = _distance(one, two)
    if 2 * math.exp(-count * apart**2) < _RARE:
        yield f"spread otherwise on the right ({count} numbers, up to {apart:.0%} of which lie elsewhere)"


def _all(values: np.ndarray) -> str:
    if np.ptp(values) == 0:
        return f"{values[0]:.6g} throughout"
    return f"between {values.min():.3g} and {values.max():.3g}"


def _peaked(values: np.ndarray) -> float:
    """The kurtosis, by which a deviation is known from so few numbers; no less than that of a normal distribution."""
    centred = values - values.mean()
    return max(3.0, float((centred**4).mean() / (centred**2).mean() ** 2))


def _distance(one: np.ndarray, two: np.ndarray) -> float:
    """How far the two distributions are apart at most: that of Kolmogorov and Smirnov."""
    both = np.concatenate([one, two])
    shares = (np.searchsorted(np.sort(each), both, side="right") / each.size for each in (one, two))
    return float(np.abs(next(shares) - next(shares)).max())


def _parts_at_start(evidence: Evidence) -> bool:
    parting = evidence.parting
    if evidence.watched is None or parting is None or parting.both is None:
        return False
    return parting.number == 0 and evidence.watched.stage is Stage.START


def _runs(evidence: Evidence) -> tuple[Observation, Observation]:
    assert evidence.watched is not None and evidence.watched.parting is not None
    both = evidence.watched.parting.both
    assert both is not None
    return _run(both[0]), _run(both[1])


def _run(step: ObservedStep) -> Observation:
    return Observation((step,), 1)
