"""How far two reduced arrays are apart, by the size of the arrays and not of each element."""

import math
from dataclasses import dataclass

import numpy as np

from harness.words.observation import Reduced

# Of what rounding makes in one step, in spacings of the largest element: sums of some hundred terms in another order.
_FEW = 64
# Of what a difference of nearly equal numbers leaves of them.
_CANCELLED = 1e-4


@dataclass(frozen=True)
class Closeness:
    """Two arrays held against each other: whether all their bits are the same, and the largest distance of two elements
    of their samples ``relative`` to the largest element of either; NaN and infinity count as apart from all else."""

    same_bits: bool
    relative: float

    def within(self, relative: float) -> bool:
        """Whether they are no further apart than that."""
        return self.same_bits or self.relative <= relative


def closeness(left: Reduced, right: Reduced, size: float = 0.0) -> Closeness:
    """Hold two arrays of as many elements against each other, element by element in row-major order. ``size`` is the
    largest that their elements have been: what sums and differences have brought near zero has kept its rounding."""
    if left.digest == right.digest and left.dtype == right.dtype:
        return Closeness(True, 0.0)
    if left.size != right.size:
        return Closeness(False, math.inf)
    scale = max(abs(each) for array in (left, right) for each in (array.least, array.most))
    scale = max(scale, size) if math.isfinite(scale) else 0.0
    one, two = np.asarray(left.sample), np.asarray(right.sample)
    if one.shape != two.shape:
        return Closeness(False, math.inf)
    with np.errstate(invalid="ignore"):
        distance = np.abs(one - two)
    unlike = np.isfinite(one) != np.isfinite(two)
    both_odd = ~np.isfinite(one) & ~np.isfinite(two)
    odd_apart = both_odd & ~((np.isnan(one) & np.isnan(two)) | (one == two))
    if (unlike | odd_apart).any():
        return Closeness(False, math.inf)
    distance = np.where(both_odd, 0.0, distance)
    largest = float(distance.max()) if distance.size else 0.0
    # What the samples leave out shows in the norms.
    norms = abs(left.norm - right.norm) / math.sqrt(max(1, left.size))
    apart = max(largest, norms)
    if apart == 0.0:
        return Closeness(False, 0.0)
    return Closeness(False, apart / scale if scale else math.inf)


def spacing_of(dtype: str) -> float:
    """Give the distance of 1 to the next number of a dtype; 0 for integers."""
    return {"float64": 2.0**-52, "float32": 2.0**-23, "float16": 2.0**-10, "bfloat16": 2.0**-7}.get(dtype, 0.0)


def coarser(left: Reduced, right: Reduced) -> float:
    """Give the larger spacing of two arrays' dtypes."""
    return max(spacing_of(left.dtype), spacing_of(right.dtype))


def rounding(left: Reduced, right: Reduced) -> float:
    """Give how far apart two arrays may be by rounding alone, relative to the largest element."""
    return _FEW * coarser(left, right)


def agree(left: Reduced, right: Reduced) -> bool:
    """Whether two arrays are the same but for the rounding of a step."""
    return closeness(left, right).within(rounding(left, right))


def agree_cancelled(left: Reduced, right: Reduced) -> bool:
    """Whether two gradients are the same but for rounding: what is left of numbers that nearly cancel has fewer
    digits."""
    return closeness(left, right).within(max(_CANCELLED, rounding(left, right)))
