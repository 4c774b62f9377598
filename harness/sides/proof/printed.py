"""What a port and its original print, as a proof holds it."""

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.gather import SideComparison, compare_sides
from harness.judging.traces import Tolerances
from harness.logs.fields import Field
from harness.words.printed import integer_in
from harness.words.verdict import Verdict

_SILENT = "silent"
# Sixteen times the last bit of float32, as what is printed may be further apart than what it is made from.
_ROUNDING = 16.0 * 2.0**-23
# A tensor of a graph by its name, and on which device each op of one is put.
_SYMBOLIC = re.compile(
    r'Tensor\(".*", (?:shape=.*, )?dtype=\w+\)|[\w./-]+: \(\w+\):? ?/job:\S+|Device mapping: no known devices\.'
)


def of_scale(held: SideComparison, tolerances: Tolerances) -> Tolerances:
    """Give tolerances for numbers that come near zero where rounding has grown: relative to the largest of a name."""
    largest: dict[str, float] = {}
    for match in held.lines.matching.rows if held.lines is not None else ():
        for mine, _ in match.fields:
            if mine is not None and mine.is_number and math.isfinite(mine.value):
                name = mine.name.partition("[")[0]
                largest[name] = max(largest.get(name, 0.0), abs(mine.value))
    default = tolerances.default
    fields = {name: replace(default, absolute=default.relative * size) for name, size in largest.items()}
    return replace(tolerances, fields=fields)


def held_by_arrays(left: Side, right: Side, tolerances: Tolerances) -> SideComparison:
    """Hold both line by line, and numbers of arrays that are printed again and again, of which one may come near zero,
    as far as rounding moves what they were when they were largest."""
    held = held_in_print(left, right, tolerances)
    if agrees_in_print(held):
        return held
    default = tolerances.default
    fields = {name: replace(default, absolute=_ROUNDING * size) for name, size in _arrays(held).items()}
    return held_in_print(left, right, replace(tolerances, fields={**tolerances.fields, **fields})) if fields else held


def _arrays(held: SideComparison) -> dict[str, float]:
    """The names under which arrays are printed, with the smallest of what each of their numbers is at its largest."""
    largest: dict[str, float] = {}
    for match in held.lines.matching.rows if held.lines is not None else ():
        for mine, _ in match.fields:
            if mine is not None and "[" in mine.name and mine.is_number and math.isfinite(mine.value):
                largest[mine.name] = max(largest.get(mine.name, 0.0), abs(mine.value))
    found: dict[str, float] = {}
    for name, size in largest.items():
        array = name.partition("[")[0]
        found[array] = min(found.get(array, math.inf), size)
    return found


def held_in_print(left: Side, right: Side, tolerances: Tolerances) -> SideComparison:
    """Hold both line by line; one that prints nothing, or was stopped at a limit, has not failed by that."""
    return compare_sides(spoken(left), spoken(right), tolerances)


def without_graph(side: Side) -> Side:
    """Give a side without what it prints of its graph alone, names of tensors and devices of ops, which no port has."""
    return replace(side, lines=tuple(line for line in side.lines if not _SYMBOLIC.fullmatch(line.strip())))


def spoken(side: Side) -> Side:
    """Give a side without what it prints of its graph, that has not failed where it only printed nothing, and is cut
    where it was stopped at a limit."""
    side = without_graph(side)
    if side.failure is None:
        return side
    if side.failure.is_limit:
        return replace(side, failure=None, cut=True)
    return replace(side, failure=None) if side.failure.kind == _SILENT else side


def agrees_in_print(held: SideComparison) -> bool:
    """Say whether what a port prints is no further off than its tolerances allow."""
    return held.passes or held.comparison.verdict is Verdict.DRIFTED


def numbers_in_print(held: SideComparison) -> int:
    """Count the numbers of both that were held."""
    if held.lines is not None:
        return sum(len(match.fields) for match in held.lines.matching.rows)
    return held.comparison.agreeing


def computed_in_print(held: SideComparison) -> int:
    """Count those of them that something was computed for: not the steps and epochs that a loop counts, nor whole
    numbers that go up by the same each time, as whatever ``range`` gives does, nor how far these go."""
    if held.lines is None:
        return held.comparison.agreeing
    columns: dict[str, list[Field]] = {}
    for match in held.lines.matching.rows:
        for mine, _ in match.fields:
            if mine is not None:
                columns.setdefault(mine.name, []).append(mine)
    counted = [column for column in columns.values() if _counts(column)]
    most = max((each.value for column in counted for each in column), default=math.inf)
    return sum(len(each) for each in columns.values() if each not in counted and not _is_total(each, most))


def _counts(column: Sequence[Field]) -> bool:
    """Whether the numbers of a name are those of a loop."""
    if all(each.is_step for each in column):
        return True
    return len(column) > 2 and _are_whole(column) and len(strides := _strides(column)) == 1 and strides != {0.0}


def _is_total(column: Sequence[Field], most: float) -> bool:
    """Whether the numbers of a name say how far a loop counts: ``10`` of ``3/10``."""
    return _are_whole(column) and _strides(column) <= {0.0} and column[0].value >= most


def _are_whole(column: Sequence[Field]) -> bool:
    return all(integer_in(each.text) is not None for each in column)


def _strides(column: Sequence[Field]) -> set[float]:
    return {after.value - before.value for before, after in pairwise(column)}


def first_in_print(held: SideComparison) -> str:
    """Give the first number that is another one, or how many lines agree."""
    comparison = held.comparison
    if comparison.first is not None:
        return str(comparison.first)
    return f"{comparison.agreeing} of {comparison.expected} lines agree"
