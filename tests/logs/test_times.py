"""Specification of dates and times of day in a log: no numbers of it."""

import datetime

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
    "line",
    [
        "Fri Nov 30 23:50:01 2018 step 0 loss 0.5",
        "Sat Jan  3 04:10:31 2026 step 0 loss 0.5",
        "[Sat Jan  3 04:10:31 2026] step 0 loss 0.5",
        "Sat Jan  3 04:10:31 UTC 2026: step 0 loss 0.5",
        "Nov 30 23:50:01 step 0 loss 0.5",
        "Nov 30 23:50:01: step 0 loss 0.5",
        "2018 Nov 30 23:59 step 0 loss 0.5",
        "step 0 loss 0.5 at Fri Nov 30 23:50:01 2018",
    ],
)
def test_a_date_with_the_name_of_its_month_is_no_number(line: str) -> None:
    assert numbers(line) == {"step": "0", "loss": "0.5"}


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("Nov 30 23:50:01 2018 0.5", ["2018", "0.5"]),
        ("step 2018 Nov 30 23:50:01 loss 0.5", ["2018", "0.5"]),
        ("Fri Nov 30 23:50:01 2000 0.5", ["2000", "0.5"]),
        ("Fri Nov 30 23:50:01 LOSS 0.5", ["0.5"]),
        ("Nov 30 0.5", ["30", "0.5"]),
        ("May 3 loss 0.5", ["3", "0.5"]),
    ],
)
def test_what_may_be_a_step_beside_a_date_is_a_number(line: str, texts: list[str]) -> None:
    assert list(numbers(line).values()) == texts


def test_the_name_of_a_number_stays_behind_a_date() -> None:
    assert numbers("Fri Nov 30 23:50:01 LOSS 0.5") == {"loss": "0.5"}


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
def test_a_line_has_the_same_numbers_at_any_time(time: datetime.time, thousandths: int) -> None:
    clock = f"{time:%H:%M:%S},{thousandths:03}"
    assert numbers(f"2018-11-30 {clock} INFO Epoch 3 loss 1,234.5") == {"epoch": "3", "loss": "1234.5"}


@given(st.datetimes(datetime.datetime(2015, 1, 1), datetime.datetime(2035, 1, 1)))
def test_a_line_has_the_same_numbers_on_any_day(moment: datetime.datetime) -> None:
    assert numbers(f"{moment.ctime()} epoch 3 loss 0.5") == {"epoch": "3", "loss": "0.5"}


@pytest.mark.parametrize(
    "line",
    [
        "Writing to ./runs/20181130-235001: step 0 loss 0.5",
        "Writing to ./runs/20181130.235001 - mnist: step 0 loss 0.5",
        "Writing to runs/20181130235001 step 0 loss 0.5",
        "[2018-11-30_23-50-01] step 0 loss 0.5",
        "2018-11-30-23.50.01 step 0 loss 0.5",
    ],
)
def test_the_time_by_which_a_script_names_its_folder_is_no_number(line: str) -> None:
    assert numbers(line) == {"step": "0", "loss": "0.5"}


@pytest.mark.parametrize("text", ["20181130.2", "20181330.235001", "201811302350", "20991130235099"])
def test_a_number_that_is_no_such_time_is_one(text: str) -> None:
    assert text[:8] in next(iter(numbers(f"loss {text}").values()))
