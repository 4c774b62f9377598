"""Specification of what the spread of a script excuses in a table: each number by its column, and no later ones."""

import pytest

from harness.judging.judge import Tolerance
from harness.judging.lines import compare_lines
from harness.judging.spread import spread_of_lines
from harness.judging.table_spread import amplified_in_table
from harness.judging.traces import Tolerances
from harness.words.verdict import Verdict

USUAL = Tolerances(Tolerance(), {})
# Among them is one near zero, of which a rounding is a large part.
BASE = ["0.321589,-0.787775", "0.000007,0.512345", "-0.613742,0.244318", "0.508831,0.101726"]
SAMPLES = [
    ["0.321590,-0.787776", "0.000009,0.512346", "-0.613744,0.244317", "0.508831,0.101726"],
    ["0.321588,-0.787774", "0.000006,0.512344", "-0.613741,0.244319", "0.508832,0.101727"],
]


def verdict(right: list[str], samples: list[list[str]] = SAMPLES) -> Verdict:
    matching = compare_lines(BASE, right, USUAL).matching
    amplified = amplified_in_table(matching, USUAL, spread_of_lines(BASE, samples))
    return compare_lines(BASE, right, USUAL, amplified=amplified).comparison.verdict


@pytest.mark.parametrize(
    ("line", "other", "wanted"),
    [
        (0, "0.321592,-0.787777", Verdict.AMPLIFIED),
        # 5 units of the last digit are more than three times what the samples show, and half a unit of each print.
        (0, "0.321589,-0.787780", Verdict.DIVERGED),
        # A line behind the number near zero is held as one before it.
        (2, "-0.613803,0.244318", Verdict.DIVERGED),
        (3, "0.508831,0.101930", Verdict.DIVERGED),
        (3, "0.508833,0.101725", Verdict.AMPLIFIED),
    ],
)
def test_a_number_may_be_off_by_what_rounding_makes_of_its_column(line: int, other: str, wanted: Verdict) -> None:
    assert verdict([*BASE[:line], other, *BASE[line + 1 :]]) is wanted


def test_a_column_that_one_ulp_moves_by_a_part_of_itself_tells_nothing() -> None:
    samples = [[line.replace("0.512345", "0.712345") for line in BASE]]
    assert verdict([line.replace("0.512345", "0.612345") for line in BASE], samples) is Verdict.DIVERGED


def test_without_a_spread_nothing_is_excused() -> None:
    assert verdict([BASE[0], BASE[1], BASE[2], "0.508835,0.101726"], [BASE, BASE]) is Verdict.DIVERGED
