"""What the measured spread of rounding says of a comparison, in words and as JSON."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from harness.judging.amplified import Excess, Sensitivity
from harness.sides.spread.measure import Measured


def spread_text(measured: Measured) -> Iterator[str]:
    """Give the lines that say which differences rounding alone makes in this script; none where nobody asked."""
    if measured.problem:
        yield f"spread of rounding: {measured.problem}"
    found = measured.sensitivity
    if found is None:
        return
    if found.worst is not None:
        within = f"within what one ULP at the start does to this script ({_excess(found.worst)})"
        if found.first_outside is None and found.first_untold is None:
            yield f"amplified: {_count(found)} {within}"
        else:
            yield f"of the numbers that differ {_many(found)} {within}, and would pass alone"
    if found.first_outside is not None:
        yield (
            f"beyond what rounding makes of this script: {_numbers(found.outside)}, first {found.first_outside.name} "
            f"in line {found.first_outside.line} ({_excess(found.first_outside)})"
        )
    if found.first_untold is not None:
        yield (
            f"this log cannot tell: {_numbers(found.cannot_tell)} that one ULP moves by a part of the number itself, "
            f"first {found.first_untold.name} in line {found.first_untold.line} ({_excess(found.first_untold)})"
        )


def spread_document(measured: Measured) -> dict[str, Any]:
    """Give the same for ``--json``; empty where nobody asked."""
    if measured.problem:
        return {"problem": measured.problem}
    found = measured.sensitivity
    if found is None:
        return {}
    return {**asdict(found), "amplified": len(found.amplified)}


def _count(found: Sensitivity) -> str:
    count = len(found.amplified)
    return f"{_numbers(count)} {'lie' if count != 1 else 'lies'}"


def _many(found: Sensitivity) -> str:
    count = len(found.amplified)
    return f"{count} {'lie' if count != 1 else 'lies'}"


def _numbers(count: int) -> str:
    return f"{count} number{'s' if count != 1 else ''}"


def _excess(excess: Excess) -> str:
    return f"spread {_ulps(excess.spread)} ULP, seen {_ulps(excess.seen)}"


def _ulps(count: float) -> str:
    return f"{count:.0f}" if count < 1e6 else f"{count:.2g}"
