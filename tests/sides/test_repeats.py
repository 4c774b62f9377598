"""Whether two runs of one script did the same."""

import pytest

from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.gather import compare_sides
from harness.sides.repeats import USUAL, repeats_itself
from harness.targets.outcome import Failure

PRINTED = Side("a.py", ("loss 0.25",))
SILENT = Side("a.py", (), failure=Failure("silent", "nothing printed"))
FAILED = Side("a.py", ("loss 0.25",), failure=Failure("raised", "ValueError"))


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (PRINTED, PRINTED, True),
        (PRINTED, Side("a.py", ("loss 0.50",)), False),
        (PRINTED, Side("a.py", ("cost 0.25",)), True),
        (SILENT, SILENT, True),
        (SILENT, PRINTED, False),
        (PRINTED, SILENT, False),
        (FAILED, PRINTED, False),
        (PRINTED, FAILED, False),
        (FAILED, FAILED, False),
    ],
)
def test_a_script_repeats_itself_where_both_runs_end_well_and_print_the_same_numbers_or_nothing(
    first: Side, second: Side, same: bool
) -> None:
    assert repeats_itself(first, second, compare_sides(first, second, USUAL)) is same
