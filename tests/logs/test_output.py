"""Specification of the lines of an output: what a terminal shows in the end."""

import pytest

from harness.logs.output import lines_of_output
from harness.logs.rows import rows_of
from harness.targets.outcome import printed_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\n\nb\n", ("a", "", "b")),
        ("a  \r\nb", ("a", "b")),
        ("\rbatch 0 loss 0.5\rbatch 1 loss 0.25\nmean 0.3\n", ("batch 1 loss 0.25", "mean 0.3")),
        ("batch 0\rbatch 1\r\n", ("batch 1",)),
        ("one\x0cline\u2028only\n", ("one\x0cline\u2028only",)),
    ],
)
def test_of_a_line_that_is_written_over_the_last_state_counts(text: str, lines: tuple[str, ...]) -> None:
    assert lines_of_output(text) == lines
    assert printed_lines(text) == tuple(line for line in lines if line)


def test_the_planes_of_an_array_are_one_row_with_and_without_the_blank_lines_between_them() -> None:
    kept = ["[[[0. 1.]", "  [2. 3.]]", "", " [[4. 5.]", "  [6. 7.]]]", "w 1.5"]
    dropped = [line for line in kept if line]
    assert [row.text for row in rows_of(kept)] == [row.text for row in rows_of(dropped)]
    assert [len(row.fields) for row in rows_of(kept)] == [8, 1]


def test_a_date_as_python_writes_it_is_no_number() -> None:
    (row,) = rows_of(["datetime.date(2017, 3, 3) loss 0.5"])
    assert [field.name for field in row.fields] == ["loss"]
