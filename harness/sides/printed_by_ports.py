"""What a port and its original print, as a proof holds it."""

import math
import re
from dataclasses import replace

from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.gather import SideComparison, compare_sides
from harness.judging.traces import Tolerances
from harness.words.verdict import Verdict

_SILENT = "silent"
_SYMBOLIC = re.compile(r'Tensor\(".*", (?:shape=.*, )?dtype=\w+\)')


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


def held_in_print(left: Side, right: Side, tolerances: Tolerances) -> SideComparison:
    """Hold both line by line; one that prints nothing, or was stopped at a limit, has not failed by that."""
    return compare_sides(_spoken(left), _spoken(right), tolerances)


def _spoken(side: Side) -> Side:
    # The name of a tensor in a graph is nothing that a port has.
    side = replace(side, lines=tuple(line for line in side.lines if not _SYMBOLIC.fullmatch(line.strip())))
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


def first_in_print(held: SideComparison) -> str:
    """Give the first number that is another one, or how many lines agree."""
    comparison = held.comparison
    if comparison.first is not None:
        return str(comparison.first)
    return f"{comparison.agreeing} of {comparison.expected} lines agree"
