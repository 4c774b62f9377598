"""Spread of arrays: how far rounding alone takes the elements of what a script writes, and what that excuses."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from harness.judging.arrays import Array
from harness.judging.spread import FACTOR, MOST_OF_SCALE


@dataclass(frozen=True)
class ArraySpread:
    """The arrays of some samples of a script against that of the script as it is: ``elements`` has the largest
    distance of each element, ``whole`` the largest Euclidean one of a sample."""

    elements: npt.NDArray[np.float64]
    whole: float


def spread_of_array(base: Array, samples: Iterable[Array]) -> ArraySpread | None:
    """Give the spread of a floating array; None where it has no floats, or a sample has another shape or a number that
    is not finite."""
    if not np.issubdtype(base.dtype, np.floating) or not np.isfinite(base).all():
        return None
    elements, whole = np.zeros(base.shape, np.float64), 0.0
    for sample in samples:
        if sample.shape != base.shape or not np.isfinite(sample).all():
            return None
        apart = _apart(base, sample)
        elements, whole = np.maximum(elements, apart), max(whole, float(np.linalg.norm(apart.ravel())))
    return ArraySpread(elements, whole)


def is_amplified(left: Array, right: Array, spread: ArraySpread) -> bool:
    """Whether a right array is as far from the left one as rounding moves that: as a whole, and in each element, by no
    more than ``FACTOR`` times what the samples showed of it or, if that is more, of the array's elements in the root
    mean square. An element that no sample moves may be another one by a spacing of floats. False, too, where that is so
    large a part of the largest element that the array tells nothing."""
    if not np.issubdtype(right.dtype, np.floating) or right.shape != left.shape or not np.isfinite(right).all():
        return False
    apart = _apart(left, right)
    typical = math.sqrt(float(np.mean(spread.elements**2))) if spread.elements.size else 0.0
    # In the coarser of both dtypes two neighbours may be one number in the other.
    coarser = min((left.dtype, right.dtype), key=lambda dtype: np.finfo(dtype).nmant)  # type: ignore[type-var]
    unit = np.abs(np.spacing(left.astype(coarser))).astype(np.float64)
    allowed = np.where(spread.elements > 0, FACTOR * np.maximum(spread.elements, typical), unit)
    tells = allowed.max(initial=0) <= MOST_OF_SCALE * float(np.abs(left).max(initial=0))
    near = float(np.linalg.norm(apart.ravel())) <= FACTOR * spread.whole
    return bool(tells and near and (apart <= allowed).all())


def _apart(left: Array, right: Array) -> npt.NDArray[np.float64]:
    distance: npt.NDArray[np.float64] = np.abs(right.astype(np.float64) - left.astype(np.float64))
    return distance
