"""Spread of arrays: how far rounding alone takes the elements of what a script writes, and what that excuses."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from harness.judging.arrays import Array, coarser_dtype
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
    more than ``allowed_distances``. An element that no sample moves may be another one by a spacing of floats. False,
    too, where that is so large a part of the largest element that the array tells nothing."""
    if not np.issubdtype(right.dtype, np.floating) or right.shape != left.shape or not np.isfinite(right).all():
        return False
    apart = _apart(left, right)
    # In the coarser of both dtypes two neighbours may be one number in the other.
    unit = np.abs(np.spacing(left.astype(coarser_dtype(left, right)))).astype(np.float64)
    allowed = np.where(spread.elements > 0, allowed_distances(left.astype(np.float64), spread.elements), unit)
    tells = allowed.max(initial=0) <= MOST_OF_SCALE * float(np.abs(left).max(initial=0))
    near = float(np.linalg.norm(apart.ravel())) <= FACTOR * spread.whole
    return bool(tells and near and (apart <= allowed).all())


def allowed_distances(left: npt.NDArray[np.float64], own: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Give by how much each element may differ: ``FACTOR`` times its ``own`` spread or, if that is more, what others
    have, for few samples may show little of one by chance: the root mean square of all or, relative to the element
    itself, the median, whichever is less. So large elements excuse no small ones, and numbers near zero no others."""
    size = np.abs(left)
    relative = np.median(own[size > 0] / size[size > 0]) if (size > 0).any() else 0.0
    others = np.minimum(math.sqrt(float(np.mean(own**2))) if own.size else 0.0, relative * size)
    allowed: npt.NDArray[np.float64] = FACTOR * np.maximum(own, others)
    return allowed


def _apart(left: Array, right: Array) -> npt.NDArray[np.float64]:
    distance: npt.NDArray[np.float64] = np.abs(right.astype(np.float64) - left.astype(np.float64))
    return distance
