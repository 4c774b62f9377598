"""Distances between floating-point numbers, in units in the last place."""

import math
import struct
import sys
from fractions import Fraction

import numpy as np

from harness.words.trace import numpy_dtype

# A bfloat16 is the upper half of a float32: its neighbours are that many float32 apart.
_BFLOAT16_STEP = 1 << 16
_DOUBLE = ("float", "float64")
# The smallest float32 above zero is two to this power.
_SMALLEST = -149
_LARGEST = (2 - 2.0**-23) * 2.0**127
# What Python itself can pack, which is many times faster than NumPy's scalars.
_PACKED = {"float32": struct.Struct("=f"), **dict.fromkeys(_DOUBLE, struct.Struct("=d"))}


def spacing(value: float, dtype: str) -> float:
    """Give the distance from ``value`` to the next number of that dtype, away from zero; 0.0 for inf and nan."""
    if not math.isfinite(value):
        return 0.0
    if dtype == "float32":
        near = nearest(value, dtype)
        if abs(near) >= _LARGEST:
            return 0.0
        return math.ldexp(1.0, max(math.frexp(near)[1] - 24, _SMALLEST) if near else _SMALLEST)
    if dtype in _DOUBLE:
        return math.ulp(value) if abs(value) < sys.float_info.max else 0.0
    with np.errstate(over="ignore"):
        gap = float(np.spacing(np.abs(numpy_dtype(dtype).type(value))))
    if dtype == "bfloat16":
        gap *= _BFLOAT16_STEP
    return gap if math.isfinite(gap) else 0.0


def nearest(value: float, dtype: str) -> float:
    """Give the number of that dtype nearest to ``value``; inf where it is too large for the dtype."""
    if dtype in _PACKED:
        packed = _PACKED[dtype]
        try:
            number: float = packed.unpack(packed.pack(value))[0]
        except OverflowError:
            return math.inf if value > 0 else -math.inf
        return number
    return float(_nearest(value, dtype))


def held(value: float, dtype: str) -> bool:
    """Whether a dtype has a number near this one; none is near 1e39 or 1e-50 in float32."""
    near = nearest(value, dtype)
    return not math.isfinite(value) or (math.isfinite(near) and (near != 0 or value == 0))


def exact(number: float) -> Fraction | None:
    """Give a number without any rounding, None for inf and nan; integers may be of any size."""
    return Fraction(number) if isinstance(number, int) or math.isfinite(number) else None


def ulps_between(left: float, right: float, dtype: str) -> int | None:
    """Give how many representable numbers lie between two numbers of that dtype: 0 only if they are equal.

    Counts on the number line on which the floats of one dtype are evenly spaced, so it goes through zero (+0.0 and
    -0.0 are 0 apart). Two NaNs are 0 apart; None where one is NaN or infinite and the other is not that, and for two
    different numbers that are both beyond that dtype, too large or too small for it.
    """
    a, b = nearest(left, dtype), nearest(right, dtype)
    if math.isnan(a) or math.isnan(b):
        return 0 if math.isnan(a) and math.isnan(b) else None
    if math.isinf(a) or math.isinf(b):
        return 0 if left == right else None
    if left != right and not (held(left, dtype) or held(right, dtype)):
        return None
    distance = abs(_place(a, dtype) - _place(b, dtype))
    return distance // _BFLOAT16_STEP if dtype == "bfloat16" else distance


def relative_difference(measured: float, expected: float) -> float | None:
    """Give |measured - expected| / |expected|; None where that is no number."""
    ours, theirs = exact(measured), exact(expected)
    if ours is None or not theirs:
        return None
    try:
        return float(abs((ours - theirs) / theirs))
    except OverflowError:
        return None


def _nearest(value: float, dtype: str) -> np.floating:
    with np.errstate(over="ignore"):
        near: np.floating = numpy_dtype(dtype).type(value)
    if dtype != "bfloat16" or not np.isfinite(near):
        return near
    bits = int(near.view(np.uint32))
    to_even = _BFLOAT16_STEP // 2 - 1 + (bits // _BFLOAT16_STEP) % 2
    return np.uint32((bits + to_even) // _BFLOAT16_STEP * _BFLOAT16_STEP).view(np.float32)


def _place(value: float, dtype: str) -> int:
    """Place of a number of that dtype on the number line: bit patterns of floats are ordered like sign-magnitude
    integers."""
    raw = _PACKED[dtype].pack(value) if dtype in _PACKED else numpy_dtype(dtype).type(value).tobytes()
    bits, sign = int.from_bytes(raw, sys.byteorder), 1 << (8 * len(raw) - 1)
    return bits if bits < sign else sign - bits
