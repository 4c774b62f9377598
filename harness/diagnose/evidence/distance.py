"""Distance: how far two numbers are apart in ULPs, also where they are known from print only."""

import math
from collections.abc import Iterable

from harness.diagnose.evidence.agreement import common_dtype
from harness.diagnose.evidence.evidence import Paired
from harness.judging.columns import Column, read_columns, ulps_apart
from harness.judging.judge import Tolerance
from harness.words.series import Number
from harness.words.trace import is_floating
from harness.words.ulps import spacing, ulps_between

# ULPs of numbers that are smaller than this part of the largest one of their name say nothing.
TOO_SMALL = 1e-3


def distances(paired: Paired, tolerance: Tolerance) -> list[int | None]:
    """Give the ULPs between the numbers that stand together, as the comparison counts them: beyond what their printing
    accounts for. None where that is no number."""
    dtype, pairs = common_dtype(paired), paired.together
    (read,) = read_columns([Column(pairs, tolerance, dtype)], exact=not paired.printed)
    return [
        ulps_apart(prints, dtype) if prints is not None and prints.coarse else distance(left, right, dtype)
        for prints, (left, right) in zip(read, pairs, strict=True)
    ]


def furthest(series: Iterable[Paired]) -> int | None:
    """Give the ULPs between the two numbers that are furthest apart, None where some have no distance in ULPs."""
    found = 0
    for paired in series:
        dtype = common_dtype(paired)
        # Where one side is nothing but zeros, the other one's numbers are what is not near.
        scale = max(map(abs, paired.left.values), default=0.0) or max(map(abs, paired.right.values), default=0.0)
        for mine, other in paired.together:
            if mine.value == other.value or max(abs(mine.value), abs(other.value)) <= TOO_SMALL * scale:
                continue
            ulps = distance(mine, other, dtype)
            if ulps is None:
                return None
            found = max(found, ulps)
    return found


def distance(left: Number, right: Number, dtype: str) -> int | None:
    """Give the ULPs between two numbers, those left out that their printing may account for; None where one is not
    finite or too large for the dtype, or where they are different and no floats."""
    if left.value == right.value:
        return 0
    if not is_floating(dtype) or not (math.isfinite(left.value) and math.isfinite(right.value)):
        return None
    slack = left.slack + right.slack
    if not slack:
        return ulps_between(right.value, left.value, dtype)
    unit = spacing(left.value, dtype)
    return math.ceil(max(0.0, abs(left.value - right.value) - slack) / unit) if unit else None
