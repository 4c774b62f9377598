"""Tables as lines of a log."""

from harness.documents.document import Line
from harness.documents.tables import rows_as_lines

_ROWS = tuple(Line(number, text) for number, text in enumerate(["Step\tLoss", "0\t36.0", "…\t…", "9\t0.5"], start=5))


def test_each_number_stands_behind_the_head_of_its_column() -> None:
    assert rows_as_lines(_ROWS, ["i", "loss_val"]) == (
        Line(6, "Step: 0, Loss: 36.0"),
        Line(7, "..."),
        Line(8, "Step: 9, Loss: 0.5"),
    )


def test_a_table_of_other_things_is_no_log() -> None:
    assert rows_as_lines(_ROWS, ["accuracy"]) == ()
    assert rows_as_lines(_ROWS[:1], ["loss"]) == ()
