"""One factor between all arrays of a stage: what is summed on one side and averaged on the other."""

from collections.abc import Iterable

from harness.words.observation import Reduced

# Of the largest element of each array, what rounding leaves of a factor.
_ROUNDING = 1e-4
# Nearer to one it is no factor.
NEAR_ONE = 0.01
_FEWEST = 2


def common_factor(pairs: Iterable[tuple[Reduced, Reduced]]) -> float | None:
    """Give the one factor by which each right array is the left one, element by element; None where there is none, or
    it is one, or all of them are a single number, which is some factor of any other."""
    both = [(left.sample, right.sample) for left, right in pairs if any(left.sample) or any(right.sample)]
    if sum(len(left) for left, _ in both) < _FEWEST or any(len(left) != len(right) for left, right in both):
        return None
    squares = sum(one * one for left, _ in both for one in left)
    product = sum(one * two for left, right in both for one, two in zip(left, right, strict=True))
    factor = product / squares if squares else 0.0
    if not factor > 0 or abs(factor - 1) < NEAR_ONE:
        return None
    for left, right in both:
        allowed = _ROUNDING * max(map(abs, right), default=0.0)
        if not all(abs(factor * one - two) <= allowed for one, two in zip(left, right, strict=True)):
            return None
    return factor


def whole_factor(factor: float) -> int | None:
    """Give the whole number, 2 or more, that a factor or its reciprocal is."""
    large = max(factor, 1 / factor)
    whole = round(large)
    return whole if whole > 1 and abs(large - whole) <= _ROUNDING * large else None
