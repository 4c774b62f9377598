"""A run's report is read line by line, and what its child cannot have written is damage."""

import json

import pytest

from harness.targets.report import Report, read_report
from tests.traces import of

ONE = '{"record": {"w": ["float32", [], [1.5]]}}\n'
OK = '{"ended": "ok", "entry": "trace"}\n'


def test_records_are_read_up_to_the_end() -> None:
    assert read_report(ONE + OK + "whatever\n") == Report((of(w=1.5),), {"ended": "ok", "entry": "trace"})


def test_a_line_that_breaks_off_is_no_damage() -> None:
    assert read_report(ONE + ONE[:20]) == Report((of(w=1.5),), {})


@pytest.mark.parametrize(
    "line",
    [
        "1",
        "",
        "null",
        "[]",
        "not JSON",
        "[" * 100000,
        '{"record": 1}',
        '{"record": {"w": 1}}',
        '{"record": {"w": ["float32", []]}}',
        '{"record": {"w": [["float32"], [], [1.5]]}}',
        '{"record": {"w": ["float31", [], [1.5]]}}',
        '{"record": {"w": ["object", [], [1.5]]}}',
        '{"record": {"w": ["float32", 0, [1.5]]}}',
        '{"record": {"w": ["float32", [2], [1.5]]}}',
        '{"record": {"w": ["float32", [-1], []]}}',
        '{"record": {"w": ["float32", [], ["1.5"]]}}',
        '{"record": {"w": ["int32", [], [1.5]]}}',
        '{"record": {"w": ["uint8", [], [256]]}}',
        '{"record": {"w": ["bool", [], [1]]}}',
        '{"record": {"w": ["str", [], [1]]}}',
        '{"record": {"w": ["complex64", [], [1.0]]}}',
        '{"ended": "ok"}',
        '{"ended": "well", "entry": "trace"}',
        '{"ended": "raise", "message": "no"}',
    ],
)
def test_what_no_child_writes_is_damage(line: str) -> None:
    found = read_report(ONE + line + "\n" + OK)
    assert (found.records, found.ended) == ((of(w=1.5),), {})
    assert found.damage.startswith("line 2 of the run's report is none of its own: ")
    assert len(found.damage) < 240


@pytest.mark.parametrize(
    ("dtype", "item"),
    [("int", 10**400), ("float", 0.5), ("bfloat16", 0.5), ("int64", -(2**63)), ("str", "w"), ("bool", True)],
)
def test_every_dtype_of_a_trace_is_read(dtype: str, item: object) -> None:
    (record,) = read_report(json.dumps({"record": {"w": [dtype, [1], [item]]}}) + "\n").records
    assert (record["w"].dtype, record["w"].shape, record["w"].items) == (dtype, (1,), (item,))
