"""How two traces relate, number by number: the same bits, some ULP apart, other numbers."""

import math
from dataclasses import dataclass

from harness.words.trace import Trace, Value, is_floating
from harness.words.ulps import ulps_between

SAME, CLOSE, OTHER, DTYPE, SHAPE = "same bits", "close", "other numbers", "other dtype", "other shape"
# Beyond this the last bits are no matter of rounding any more.
CLOSE_ULPS = 64


@dataclass(frozen=True)
class Relation:
    """How a trace relates to another one. ``ulps`` is the worst distance where it is ``close``; ``first`` names the
    first number that differs, with both values."""

    kind: str
    ulps: int = 0
    first: str = ""

    @property
    def text(self) -> str:
        """The relation in words: ``within 2 ULP``, ``other numbers: w 4.9 against 4.5``."""
        if self.kind == CLOSE:
            return f"within {self.ulps} ULP"
        return f"{self.kind}: {self.first}" if self.first else self.kind


def relate(left: Trace, right: Trace) -> Relation:
    """Hold two traces against each other. Names need not be the same, their order does: probes of two styles print
    the same things."""
    if len(left) != len(right):
        return Relation(SHAPE, first=f"{len(left)} records against {len(right)}")
    worst, kind, first = 0, SAME, ""
    for one, other in zip(left.records, right.records, strict=True):
        if len(one) != len(other):
            return Relation(SHAPE, first=f"{len(one)} fields against {len(other)}")
        for (name, value), counterpart in zip(one.items(), other.values(), strict=True):
            found = _relate(name, value, counterpart)
            if found.kind in (OTHER, SHAPE):
                return found
            if found.kind == DTYPE:
                kind, first = DTYPE, first or found.first
            elif found.kind == CLOSE and kind != DTYPE:
                kind, worst = CLOSE, max(worst, found.ulps)
    return Relation(kind, worst if kind == CLOSE else 0, first)


def _relate(name: str, left: Value, right: Value) -> Relation:
    if left.shape != right.shape:
        return Relation(SHAPE, first=f"{name} of shape {_shape(left)} against {_shape(right)}")
    worst = 0
    for place, (one, other) in enumerate(zip(left.items, right.items, strict=True)):
        ulps = _distance(one, other, _coarser(left.dtype, right.dtype))
        if ulps is None or ulps > CLOSE_ULPS:
            where = f"{name}[{place}]" if left.shape else name
            return Relation(OTHER, first=f"{where} {_shown(one, left.dtype)} against {_shown(other, right.dtype)}")
        worst = max(worst, ulps)
    if left.dtype != right.dtype:
        return Relation(DTYPE, first=f"{name} {left.dtype} against {right.dtype}")
    return Relation(CLOSE, worst) if worst else Relation(SAME)


def _distance(one: object, other: object, dtype: str) -> int | None:
    """Representable numbers between two; None where they are no numbers, or not two that have a distance."""
    if isinstance(one, float | int) and isinstance(other, float | int) and is_floating(dtype):
        left, right = float(one), float(other)
        if left == right and math.copysign(1, left) != math.copysign(1, right):
            return None
        return ulps_between(left, right, dtype)
    return 0 if one == other else None


def _coarser(one: str, other: str) -> str:
    order = ("float16", "bfloat16", "float32", "float64", "float")
    return next((dtype for dtype in order if dtype in (one, other)), one)


def _shown(value: object, dtype: str) -> str:
    if isinstance(value, float) and dtype in ("float32", "float16"):
        return f"{value:.7g}" if dtype == "float32" else f"{value:.4g}"
    return repr(value) if isinstance(value, str) else str(value)


def _shape(value: Value) -> str:
    return str(value.shape)
