"""Columns of numbers that are known from print: what both sides compute in, how finely they print, which differ."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from harness.judging.edges import Prints, excused
from harness.judging.judge import Tolerance
from harness.judging.shortened import units_of_formats
from harness.words.printed import digits_of, half_unit
from harness.words.series import Number
from harness.words.ulps import held, nearest, spacing, ulps_between

# Whoever prints more digits than these prints a float64.
_FLOAT32_DIGITS = 9
# What is left of a unit by float64 itself is no ULP.
_DUST = 1e-6
# The part of a small element of an array that may be rounding of the sums that its large ones came of.
_OF_ELEMENT = 1e-5


@dataclass(frozen=True)
class Column:
    """The numbers of one name, or of one array, of both sides, paired; ``dtype`` is that in which they are compared,
    empty where it is known from print only. ``noises`` say how far apart the numbers of each pair may be besides what
    the tolerance says; none for nothing besides."""

    pairs: tuple[tuple[Number, Number], ...]
    tolerance: Tolerance
    dtype: str = ""
    noises: tuple[float, ...] = ()


def read_columns(columns: Sequence[Column], *, exact: bool = False) -> list[list[Prints | None]]:
    """Give for each pair of each column of a log what its printing accounts for; None where a side is no finite number.

    With ``exact`` the numbers of one side are known beyond their print, so that no edge of rounding lies between.
    """
    read = [_read(typed(column)) for column in columns]
    if exact:
        return read
    judged = excused([[prints for prints in column if prints is not None] for column in read])
    found: list[list[Prints | None]] = []
    for column, flags in zip(read, judged, strict=True):
        flag = iter(flags)
        found.append([_excused(each, next(flag)) if each is not None else None for each in column])
    return found


def _excused(prints: Prints, flag: bool) -> Prints:
    return replace(prints, excused=True) if flag else prints


def same(prints: Prints | None, left: Number, right: Number, tolerance: Tolerance, dtype: str) -> bool:
    """Whether two numbers are one, as far as their prints, the edges of rounding and the tolerance say."""
    if prints is None:
        return left.value == right.value or (math.isnan(left.value) and math.isnan(right.value))
    return prints.is_rounded or prints.is_tolerated or tolerance.allows(right.value, left.value, dtype)


def ulps_apart(prints: Prints, dtype: str) -> int | None:
    """Give the ULPs between two numbers beyond what their printing accounts for, and all of them where neither it nor
    the tolerance does; None where that is no number."""
    whole = ulps_between(prints.right, prints.left, dtype)
    if not (prints.is_rounded or prints.is_tolerated):
        return whole
    if not prints.spacing:
        return None
    beyond = math.ceil(prints.beyond / prints.spacing - _DUST)
    return beyond if whole is None else min(beyond, whole)


def typed(column: Column) -> Column:
    """Give a column with what both sides compute in: that which is known, else float32, TensorFlow's own, unless both
    print numbers of more digits than a float32 has, or one of them what is beyond any float32."""
    if column.dtype:
        return column
    numbers = [number for pair in column.pairs for number in pair]
    held_all = all(held(number.value, "float32") for number in numbers)
    double = not held_all or all(_sides_of_doubles(column))
    return replace(column, dtype="float64" if double else "float32")


def one_is_double(column: Column) -> bool:
    """Whether one side prints float64 numbers and the other one, as far as it prints, does not."""
    left, right = _sides_of_doubles(column)
    return left != right


def _sides_of_doubles(column: Column) -> tuple[bool, bool]:
    if not column.pairs:
        return False, False
    left, right = zip(*column.pairs, strict=True)
    return _are_doubles(left), _are_doubles(right)


def _are_doubles(numbers: Sequence[Number]) -> bool:
    """Whether of the numbers with more digits than a float32 has most are none that a float32 is printed as."""
    longer = [each for each in numbers if digits_of(each.text) > _FLOAT32_DIGITS and not each.text.endswith("%")]
    # A float32 may lie just in the middle between two prints.
    between = [abs(nearest(each.value, "float32") - each.value) > 1.01 * half_unit(each.text) for each in longer]
    return 2 * sum(between) > len(between)


def _read(column: Column) -> list[Prints | None]:
    read = [prints_of(left, right, column.tolerance, column.dtype) for left, right in column.pairs]
    if column.noises:
        read = [
            None if prints is None else replace(prints, noise=max(prints.noise, noise))
            for prints, noise in zip(read, column.noises, strict=True)
        ]
    return units_of_formats(column.pairs, read)


def prints_of(left: Number, right: Number, tolerance: Tolerance, dtype: str) -> Prints | None:
    """Give what the printing of two numbers accounts for, each by itself; None where one is not finite."""
    if not (math.isfinite(left.value) and math.isfinite(right.value)):
        return None
    near = spacing(left.value, dtype)
    near = near if left.value == right.value else max(near, spacing(right.value, dtype))
    allowed = max(near * max(1, tolerance.ulps), tolerance.absolute, tolerance.relative * abs(left.value))
    noise = max(allowed, _noise_of_array(left, right, dtype))
    fine, coarse = (left.slack, right.slack) if left.slack <= right.slack else (right.slack, left.slack)
    return Prints(left.value, right.value, coarse, fine, near, noise)


def _noise_of_array(left: Number, right: Number, dtype: str) -> float:
    """One spacing of floats at the size of the array that both numbers stand in, and no more than a few of the digits
    of the element itself: what an array is computed by, sums of products, rounds all its elements alike."""
    scale = min(left.scale, right.scale)
    return min(spacing(scale, dtype), _OF_ELEMENT * min(abs(left.value), abs(right.value))) if scale else 0.0
