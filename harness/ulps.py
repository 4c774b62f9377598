"""Distances between floating-point numbers, in units in the last place."""

import math

import numpy as np

from harness.trace import numpy_dtype

_BITS: dict[int, type[np.signedinteger]] = {2: np.int16, 4: np.int32, 8: np.int64}


def spacing(value: float, dtype: str) -> float:
    """Give the distance from ``value`` to the next number of that dtype, away from zero; 0.0 for inf and nan."""
    if not math.isfinite(value):
        return 0.0
    with np.errstate(over="ignore"):
        gap = float(np.spacing(np.abs(numpy_dtype(dtype).type(value))))
    return gap if math.isfinite(gap) else 0.0


def ulps_between(left: float, right: float, dtype: str) -> int | None:
    """Give how many representable numbers lie between two numbers of that dtype: 0 only if they are equal.

    Counts on the number line on which the floats of one dtype are evenly spaced, so it goes through zero (+0.0 and
    -0.0 are 0 apart). Two NaNs are 0 apart; None where one is NaN or infinite and the other is not that.
    """
    a, b = _rounded(left, dtype), _rounded(right, dtype)
    if np.isnan(a) or np.isnan(b):
        return 0 if np.isnan(a) and np.isnan(b) else None
    if np.isinf(a) or np.isinf(b):
        return 0 if a == b else None
    return abs(_place(a) - _place(b))


def relative_difference(measured: float, expected: float) -> float | None:
    """Give |measured - expected| / |expected|; None where that is no number."""
    if expected == 0.0 or not math.isfinite(measured) or not math.isfinite(expected):
        return None
    return abs(measured - expected) / abs(expected)


def _rounded(value: float, dtype: str) -> np.floating:
    with np.errstate(over="ignore"):
        return np.dtype(numpy_dtype(dtype)).type(value)  # type: ignore[no-any-return]


def _place(value: np.floating) -> int:
    """Place of a number on the number line: bit patterns of floats are ordered like sign-magnitude integers."""
    bits = int(value.view(_BITS[value.dtype.itemsize]))
    return bits if bits >= 0 else -(bits & ((1 << (8 * value.dtype.itemsize - 1)) - 1))
