"""The values of settings, as they are compared and shown."""

import math
from typing import Any

# What the watcher gives for a value that only a run knows.
_UNKNOWN = ("fed", "a ")


def is_known(value: Any) -> bool:
    """Whether a setting's value is known: not fed, no tensor and no object."""
    return not (isinstance(value, str) and value.startswith(_UNKNOWN))


def is_same(left: Any, right: Any) -> bool:
    """Whether two settings are the same: numbers but for the last digits of a float, what is not known always."""
    if not (is_known(left) and is_known(right)):
        return True
    if _is_number(left) and _is_number(right):
        return math.isclose(left, right, rel_tol=1e-6)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(is_same, left, right))
    return bool(left == right)


def shown(value: Any) -> str:
    """Give a value as messages show it."""
    return f"{value:.6g}" if isinstance(value, float) else str(value) or "''"


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
