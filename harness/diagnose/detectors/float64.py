"""float64: one side computes in 64 bits what the other computes in 32, and the last digits move apart."""

from dataclasses import dataclass

from harness.diagnose.agreement import common_dtype
from harness.diagnose.evidence import Evidence, Paired, Side
from harness.diagnose.finding import Change, Confidence, Finding
from harness.diagnose.gather import names_of
from harness.diagnose.shape import differs, is_constant, moving, rates, stays_near
from harness.diagnose.updates import short
from harness.series import Number, Series
from harness.trace import is_floating
from harness.ulps import spacing, ulps_between

_DOUBLE = ("float", "float64")
# How far the numbers may move apart along a run, as a part of the largest of a series.
_LARGEST = 1e-4
# ULPs of numbers that are smaller than this part of the largest one say nothing.
_TOO_SMALL = 1e-3
_FEWEST = 5


@dataclass(frozen=True)
class _Distance:
    """How far two series are apart at the first and at the last record that both have, and at most, in ULPs."""

    name: str
    first: int
    largest: int
    record: int


def detect(evidence: Evidence) -> Finding | None:
    """Find differences that start at the last digit and stay small, between sides of which one computes in 64 bits: by
    the dtypes of the numbers, or by a rate that is the exact one, rounded once, where the other side's is not."""
    series = moving(evidence)
    if not differs(evidence) or not all(stays_near(paired, _LARGEST) for paired in series):
        return None
    typed = tuple(paired for paired in series if _double(paired.left) != _double(paired.right))
    exact = None if typed else _exact(evidence)
    if typed:
        right = _double(typed[0].right)
        if any(_double(paired.right) != right for paired in typed):
            return None
        dtypes = f"{typed[0].right.dtype} against {typed[0].left.dtype}"
        says = f"{names_of(typed)} of {evidence.right.name} is {dtypes} in {evidence.left.name}"
    elif exact is not None:
        right = exact[1] is evidence.right
        says = exact[0]
    else:
        return None
    wide = evidence.right if right else evidence.left
    return Finding(
        "float64",
        Confidence.LIKELY,
        f"{says}; {_growth(series)}",
        _change(wide, right=right),
        trials=(Change("float32 in place of float64", side="right" if right else "left", patch="float32"),)
        if wide.origin is not None
        else (),
    )


def _double(series: Series) -> bool | None:
    """Whether a series is of 64 bits; None for numbers whose dtype is not known, or not floating."""
    return series.dtype in _DOUBLE if is_floating(series.dtype) else None


def _pairs(paired: Paired) -> list[tuple[Number, Number]]:
    right = paired.right.at()
    return [(number, right[number.position]) for number in paired.left.numbers if number.position in right]


def _exact(evidence: Evidence) -> tuple[str, Side] | None:
    """The side whose rate is an exact decay rounded once, where the other's was rounded on the way."""
    for paired in rates(evidence):
        mine, other = _is_exact(paired.left), _is_exact(paired.right)
        if mine is None or other is None or mine == other:
            continue
        wide, narrow = (evidence.left, evidence.right) if mine else (evidence.right, evidence.left)
        says = (
            f"{paired.name} of {wide.name} is computed in 64 bits and rounded once, in all {len(paired.left.numbers)} "
            f"records; that of {narrow.name} is rounded on the way"
        )
        return says, wide
    return None


def _is_exact(series: Series) -> bool | None:
    """Whether a rate is first * factor ** record at each record, but for one rounding; None for no such decay."""
    numbers = series.numbers
    if len(numbers) < _FEWEST or is_constant(series) or any(number.value <= 0 for number in numbers):
        return None
    first, last = numbers[0], numbers[-1]
    factor = (last.value / first.value) ** (1 / (last.position - first.position))
    factor, start = short(factor, 1e-5), short(first.value, 2 * spacing(first.value, "float32") + first.slack)
    exact = [start * factor ** (number.position - first.position) for number in numbers]
    pairs = list(zip(numbers, exact, strict=True))
    if any(abs(number.value - value) > 1e-5 * value + number.slack for number, value in pairs):
        return None
    return all(abs(number.value - value) <= number.slack + 0.51 * spacing(value, "float32") for number, value in pairs)


def _growth(series: tuple[Paired, ...]) -> str:
    """How far the numbers move apart."""
    distances = [distance for paired in series if (distance := _distance(paired)) is not None and distance.largest]
    shown = [
        f"{each.name} is {each.first} ULP apart in the first record and at most {each.largest} (record {each.record})"
        for each in distances
    ]
    return ", ".join(shown) or "the numbers differ in their last digits"


def _distance(paired: Paired) -> _Distance | None:
    dtype = common_dtype(paired)
    if not is_floating(dtype):
        return None
    scale = max(map(abs, paired.left.values))
    found = [
        (ulps, mine.position + 1)
        for mine, other in _pairs(paired)
        if abs(mine.value) > _TOO_SMALL * scale and (ulps := ulps_between(other.value, mine.value, dtype)) is not None
    ]
    if not found:
        return None
    largest, record = max(found, key=lambda each: each[0])
    return _Distance(paired.name, found[0][0], largest, record)


def _change(wide: Side, *, right: bool) -> str:
    if right:
        return (
            "compute in float32 where the other side does: a dtype=tf.float32 on variables and constants, and the rate "
            "by tf.train.exponential_decay or ExponentialDecay in place of a Python float"
        )
    return (
        f"compute in 64 bits where {wide.name} does: the rate as a Python float, fed or cast once, in place of a "
        "schedule in float32; or compare within a tolerance"
    )
