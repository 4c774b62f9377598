"""Specification of dates and times of day in a log: no numbers of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.logs.fields import take_line_apart


def numbers(line: str) -> dict[str, str]:
    return {field.name: field.text for field in take_line_apart(line).fields}


@pytest.mark.parametrize(
    "line",
    [
        "2018-11-30 23:50:01,123 - INFO - step 0 loss 0.5",
        "2026-01-03 04:10:31,555 - INFO - step 0 loss 0.5",
        "2026-01-03 04:10:31,555 INFO step 0 loss 0.5",
        "2026-01-03 04:10:31.555 INFO step 0 loss 0.5",
        "2026-01-03 04:10:31,555, step 0, loss 0.5",
        "[2026-01-03 04:10:31,555] step 0 loss 0.5",
        "04:10:31,555: step 0 loss 0.5",
        "step 0 loss 0.5 at 04:10:31,555.",
    ],
)
def test_the_milliseconds_of_a_time_are_no_number(line: str) -> None:
    assert numbers(line) == {"step": "0", "loss": "0.5"}


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("23:50:01,0.5", ["0.5"]),
        ("23:50:01,100,0.5", ["100", "0.5"]),
        ("23:50:31,100.25", ["100.25"]),
        ("23:50:31,1000", ["1000"]),
        ("23:50:31,99,0.5", ["99", "0.5"]),
        ("loss:1,234", ["1234"]),
    ],
)
def test_the_next_column_of_a_csv_file_is_none_of_a_time(line: str, texts: list[str]) -> None:
    assert list(numbers(line).values()) == texts


@given(st.times(), st.integers(0, 999))
def test_a_line_has_the_same_numbers_at_any_time(time: object, thousandths: int) -> None:
    clock = f"{time:%H:%M:%S},{thousandths:03}"
    assert numbers(f"2018-11-30 {clock} INFO Epoch 3 loss 1,234.5") == {"epoch": "3", "loss": "1234.5"}
