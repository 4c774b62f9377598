"""Specification of the words on the spread of rounding."""

from harness.judging.amplified import Excess, Sensitivity
from harness.sides.spread.measure import Measured
from harness.sides.spread.text import spread_text

WORST = Excess(3, "loss", 23.0, 1.0)
WITHIN = frozenset({(2, "loss")})


def test_where_all_that_differs_is_rounding_it_is_amplified() -> None:
    assert list(spread_text(Measured(Sensitivity(8, WITHIN, 0, 0, WORST)))) == [
        "amplified: 1 number lies within what one ULP at the start does to this script (spread 23 ULP, seen 1)"
    ]


def test_beside_what_is_beyond_rounding_what_is_within_is_no_verdict() -> None:
    outside = Excess(1, "w", 2.0, 913426.0)
    assert list(spread_text(Measured(Sensitivity(8, WITHIN, 101, 0, WORST, outside)))) == [
        "of the numbers that differ 1 lies within what one ULP at the start does to this script (spread 23 ULP, seen 1)"
        ", and would pass alone",
        "beyond what rounding makes of this script: 101 numbers, first w in line 1 (spread 2 ULP, seen 913426)",
    ]
