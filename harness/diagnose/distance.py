"""Distance: how far two numbers are apart in ULPs, also where they are known from print only."""

import math

from harness.series import Number
from harness.trace import is_floating
from harness.ulps import spacing, ulps_between


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
