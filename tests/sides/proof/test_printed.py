"""Specification of which printed numbers say something of what was computed."""

import pytest

from harness.diagnose.evidence.evidence import Side
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.sides.proof.printed import (
    agrees_in_print,
    computed_in_print,
    held_by_arrays,
    held_in_print,
    numbers_in_print,
)


def held(*lines: str) -> tuple[int, int]:
    sides = [Side(name, lines, tensorflow="2.15.1") for name in ("old.py", "new.py")]
    found = held_in_print(sides[0], sides[1], Tolerances(Tolerance(), {}))
    return numbers_in_print(found), computed_in_print(found)


@pytest.mark.parametrize(
    ("lines", "computed"),
    [
        (["Epoch 1", "Epoch 2"], 0),
        (["epoch 3 done"], 0),
        (["0", "1", "2", "3"], 0),
        (["batch 10 of 40", "batch 20 of 40", "batch 30 of 40"], 0),
        (["batch 1 correct 40", "batch 2 correct 40", "batch 3 correct 40", "batch 4 correct 38"], 4),
        (["7"], 1),
        (["1", "2", "4"], 3),
        (["5", "5", "5"], 3),
        (["0.0", "1.0", "2.0"], 3),
        (["Epoch 1 loss 0.5", "Epoch 2 loss 0.25"], 2),
    ],
)
def test_numbers_that_a_loop_counts_say_nothing_of_what_is_computed(lines: list[str], computed: int) -> None:
    assert held(*lines)[1] == computed


def test_they_are_held_all_the_same() -> None:
    assert held("Epoch 1", "Epoch 2")[0] == 2


@pytest.mark.parametrize(
    ("left", "right", "agree"),
    [
        ("w [[ 0.12345678 -0.00026285]]", "w [[ 0.12345678 -0.00026287]]", True),
        ("w [[ 0.12345678 -0.00026285]]", "w [[ 0.12345678 -0.00026385]]", False),
        ("w [[ 0.12345678 -0.00026285]]", "w [[ 0.12355678 -0.00026285]]", False),
        ("w -0.00026285", "w -0.00026287", False),
    ],
    ids=["as far as rounding moves it", "further", "another one", "no array"],
)
def test_a_number_of_an_array_that_comes_near_zero_is_held_as_it_was_at_its_largest(
    left: str, right: str, agree: bool
) -> None:
    before = left.replace("-0.00026285", "0.05238516")
    old = Side("old.py", (before, left), tensorflow="2.15.1")
    new = Side("new.py", (before, right), tensorflow="2.15.1")
    assert agrees_in_print(held_by_arrays(old, new, Tolerances(Tolerance(relative=1e-5), {}))) is agree


def test_on_which_device_the_ops_of_a_graph_are_is_not_held() -> None:
    placed = ("Device mapping: no known devices.", "add: (Add): /job:localhost/device:CPU:0")
    left = Side("old.py@tf", (*placed, "loss 0.5"))
    right = Side("new.py@tf", ("loss 0.5",))
    assert agrees_in_print(held_in_print(left, right, Tolerances(Tolerance(), {})))
