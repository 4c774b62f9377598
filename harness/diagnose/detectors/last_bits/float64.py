"""float64: one side computes in 64 bits what the other computes in 32, and the last digits move apart."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence, Paired, Side
from harness.diagnose.evidence.gather import names_of
from harness.diagnose.evidence.growth import growth
from harness.diagnose.evidence.shape import has_float64, is_constant, is_off, is_rate, moving, rates, stays_near
from harness.diagnose.evidence.updates import short
from harness.diagnose.sources.changed.rewrite import float32_powers
from harness.diagnose.sources.said.scripts import methods
from harness.diagnose.sources.text.source import NameAt, read_source
from harness.diagnose.sources.text.tensorflow import DECAYS, decay_names
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.series import Number, Series
from harness.words.trace import is_floating
from harness.words.ulps import nearest, spacing

_DOUBLE = ("float", "float64")
_WIDE = ("tensorflow.float64", "tensorflow.double", "tensorflow.compat.v1.float64")
_SCHEDULES = decay_names(tuple(decay for decay in DECAYS if decay.float32))
# How far the numbers may move apart along a run, as a part of the largest of a series.
_LARGEST = 1e-4
_FEWEST = 5
# Numbers that are printed with more digits than a float32 has, for them to be no accident.
_FEWEST_LONG = 3
# Half a unit of the tenth digit; nine are enough for any float32.
_FINE = 5e-10


@dataclass(frozen=True)
class _Wide:
    """The side that computes in 64 bits, and why it must be that one; ``variables`` where more than the rate is."""

    side: Side
    says: str
    confidence: Confidence = Confidence.LIKELY
    variables: bool = False


def detect(evidence: Evidence) -> Finding | None:
    """Find differences that start at the last digit and stay small, between sides of which one computes in 64 bits.

    Told by the dtypes of the numbers; by a rate that is the exact one, rounded once, where the other side's is not; by
    printed numbers that no float32 is; by ``tf.float64`` in one of two scripts; or, against a log, by a script whose
    rate is a schedule, which is computed in 32 bits.

    The trials change the width of variables, of a decay, of a schedule, or of layers of Keras, one at a time, and would
    cure no other cause.
    """
    series = moving(evidence)
    if not series or not is_off(evidence) or not all(stays_near(paired, _LARGEST) for paired in series):
        return None
    wide = (
        _by_dtype(evidence, series)
        or _by_variable(evidence)
        or _by_rate(evidence)
        or _by_print(evidence, series)
        or _by_names(evidence)
        or _by_schedule(evidence)
    )
    if wide is None:
        return None
    return Finding(
        "float64",
        wide.confidence,
        f"{wide.says}; {growth(series, evidence.tolerances)}",
        _change(evidence, wide.side),
        trials=_trials(evidence, wide),
    )


def _by_dtype(evidence: Evidence, series: tuple[Paired, ...]) -> _Wide | None:
    typed = [paired for paired in series if is_floating(paired.left.dtype) and is_floating(paired.right.dtype)]
    right = tuple(each for each in typed if each.right.dtype in _DOUBLE and each.left.dtype not in _DOUBLE)
    left = tuple(each for each in typed if each.left.dtype in _DOUBLE and each.right.dtype not in _DOUBLE)
    if bool(left) == bool(right):
        return None
    first = (right or left)[0]
    return _Wide(
        evidence.right if right else evidence.left,
        f"{names_of(right or left)} of {evidence.right.name}: {first.right.dtype}, of {evidence.left.name}: "
        f"{first.left.dtype}",
    )


def _by_variable(evidence: Evidence) -> _Wide | None:
    """A trace with trained numbers of NumPy's float64 against a log: TensorFlow's own are float32."""
    if evidence.left.trace is not None or evidence.right.trace is None:
        return None
    names = {
        name
        for record in evidence.right.trace.records[:1]
        for name, value in record.items()
        if value.dtype == "float64" and not is_rate(name)
    }
    if not names:
        return None
    return _Wide(
        evidence.right, f"{' and '.join(sorted(names))} of {evidence.right.name}: float64", Confidence.POSSIBLE
    )


def _by_rate(evidence: Evidence) -> _Wide | None:
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
        return _Wide(wide, says)
    return None


def _by_print(evidence: Evidence, series: tuple[Paired, ...]) -> _Wide | None:
    """The side that prints numbers which no float32 is, of the trained ones or else of a rate."""
    for paired in sorted(series, key=lambda each: is_rate(each.name)):
        right, left = _no_float32(paired.right), _no_float32(paired.left)
        if (len(right) < _FEWEST_LONG) == (len(left) < _FEWEST_LONG) or (right and left):
            continue
        wide, long, total = (evidence.right, right, paired.right) if right else (evidence.left, left, paired.left)
        variables = not is_rate(paired.name)
        says = (
            f"{paired.name} of {wide.name} is printed with 64 bits: {len(long)} of its {len(total.numbers)} numbers "
            f"are no float32, such as {long[0].value!r} in record {long[0].position + 1}"
        )
        # A rate in 64 bits is rounded where it meets a variable: whether that makes the difference, a run shows.
        return _Wide(wide, says, Confidence.LIKELY if variables else Confidence.POSSIBLE, variables)
    return None


def _no_float32(series: Series) -> list[Number]:
    """The printed numbers that have more digits than it takes to tell one float32 from the next, and are none."""
    return [
        number
        for number in series.numbers
        if math.isfinite(number.value)
        and 0 < number.slack < abs(number.value) * _FINE
        and abs(number.value - nearest(number.value, "float32")) > number.slack
    ]


def _by_names(evidence: Evidence) -> _Wide | None:
    """The one of two scripts that asks TensorFlow for 64 bits, where all that is known is what they print."""
    if evidence.left.trace is not None and evidence.right.trace is not None:
        return None
    named = [(side, next(_float64_names(side), None)) for side in (evidence.right, evidence.left)]
    if not all(side.source for side, _ in named):
        return None
    (right, mine), (left, other) = named
    if (mine is None) == (other is None):
        return None
    wide, narrow, name = (right, left, mine) if mine is not None else (left, right, other)
    assert name is not None
    return _Wide(wide, f"{wide.name} has tf.{name.api} (line {name.line}), {narrow.name} has no 64 bits")


def _float64_names(side: Side) -> Iterator[NameAt]:
    return (name for name in read_source(side.source).names if name.name in _WIDE)


def _by_schedule(evidence: Evidence) -> _Wide | None:
    """A log against a script with a schedule; where the log's rate was a Python float, its digits are these."""
    left, right = evidence.left, evidence.right
    if left.source or left.trace is not None or not methods(right.source, *_SCHEDULES):
        return None
    says = f"the rate of {right.name} is a schedule in float32; {left.name} may have had a Python float"
    return _Wide(left, says, Confidence.POSSIBLE)


def _trials(evidence: Evidence, found: _Wide) -> tuple[Change, ...]:
    """The side in 64 bits with 32, where a variable has them; the other with a schedule in 64, where it has one."""
    wide = found.side
    narrow, place = (evidence.left, Place.LEFT) if wide is evidence.right else (evidence.right, Place.RIGHT)
    other = place.other
    trials = []
    if wide.origin is not None and (
        found.variables or has_float64(wide) or next(_float64_names(wide), None) is not None
    ):
        trials.append(Change("float32 in place of float64", side=other, patch="float32"))
    decay = float32_powers(wide.source)
    if wide.origin is not None and decay is not None:
        trials.append(Change("the decay computed in float32", side=other, source=decay))
    if narrow.origin is not None and _keras_casts(narrow):
        trials.append(Change("Keras computing in float64", side=place, patch="keras_float64"))
    if narrow.origin is not None and methods(narrow.source, *_SCHEDULES):
        trials.append(Change("the schedule computed in float64", side=place, patch="float64_schedules"))
    # What can be changed in the port tells more than what can be changed in what it is held against.
    return tuple(sorted(trials, key=lambda trial: trial.side is not Place.RIGHT))


def _keras_casts(narrow: Side) -> bool:
    """Whether a script has layers of Keras, which cast float64 inputs to float32 unless they are told otherwise."""
    source = read_source(narrow.source)
    return any(name.api.startswith("keras.layers.") for name in source.names) and not source.calls_of(
        "keras.backend.set_floatx"
    )


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
    # Rounded once to float32; and once more, within that float's own width, where it was printed.
    return all(
        abs(number.value - value) <= number.slack + (1.01 if number.slack else 0.51) * spacing(value, "float32")
        for number, value in pairs
    )


def _change(evidence: Evidence, wide: Side) -> str:
    narrow = evidence.left if wide is evidence.right else evidence.right
    if _keras_casts(narrow):
        return (
            f"Keras casts what {narrow.name} feeds its layers to float32: call tf.keras.backend.set_floatx('float64') "
            "before they are made, or give each dtype='float64'; or cast the other side to float32"
        )
    if wide is evidence.right:
        return (
            "compute in float32 where the other side does: a dtype=tf.float32 on variables and constants, and the rate "
            "by tf.train.exponential_decay or ExponentialDecay in place of a Python float"
        )
    return (
        f"compute in 64 bits where {wide.name} does: the rate as a Python float, fed or cast once, in place of a "
        "schedule in float32; or compare within a tolerance"
    )


CAUSE = Cause(("float64",), detect)
