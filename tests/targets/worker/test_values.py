"""Every dtype and every bit of a record comes through, whatever the release."""

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from harness.targets.target import Setup
from harness.targets.workers import Worker, open_worker
from harness.words.trace import Record, Value
from tests.targets.worker.conftest import Run, Write, request_for, value

SCALARS = """\
import numpy as np

def trace():
    yield {
        "bool": True, "int": 10 ** 30, "float": 0.1, "str": "Verlust \\u2193", "bytes": b"a\\0",
        "np.bool": np.bool_(False), "np.int32": np.int32(-7), "np.int64": np.int64(2 ** 62),
        "np.uint64": np.uint64(2 ** 64 - 1),
        "np.float16": np.float16(0.1), "np.float32": np.float32(0.1), "np.float64": np.float64(0.1),
        "np.complex64": np.complex64(0.1 - 2j), "complex": 1 - 2j, "np.str": np.str_("w"),
        "nan": np.float32("nan"), "inf": np.float32("-inf"), "-0.0": np.float32(-0.0),
        "py nan": float("nan"), "py -0.0": -0.0,
        "subnormal": np.float32(1e-45), "biggest": np.finfo(np.float64).max, "big endian": np.array(0.1, ">f4"),
        "list": [1, 2], "matrix": np.arange(6, dtype=np.float32).reshape(2, 3), "columns first": np.eye(2, 3).T,
        "empty": np.zeros((0, 2)), "strings": np.array(["a", "bc"]), "objects": np.array([b"a", "bc"], object),
    }
"""
FLOAT32_TENTH = 0.10000000149011612
EXPECTED: Mapping[str, tuple[str, tuple[int, ...], tuple[Any, ...]]] = {
    "bool": ("bool", (), (True,)),
    "int": ("int", (), (10**30,)),
    "float": ("float", (), (0.1,)),
    "str": ("str", (), ("Verlust ↓",)),
    "bytes": ("str", (), ("a\0",)),
    "np.bool": ("bool", (), (False,)),
    "np.int32": ("int32", (), (-7,)),
    "np.int64": ("int64", (), (2**62,)),
    "np.uint64": ("uint64", (), (2**64 - 1,)),
    "np.float16": ("float16", (), (0.0999755859375,)),
    "np.float32": ("float32", (), (FLOAT32_TENTH,)),
    "np.float64": ("float64", (), (0.1,)),
    "np.complex64": ("complex64", (), (FLOAT32_TENTH - 2j,)),
    "complex": ("complex128", (), (1 - 2j,)),
    "np.str": ("str", (), ("w",)),
    "inf": ("float32", (), (-math.inf,)),
    "subnormal": ("float32", (), (2.0**-149,)),
    "biggest": ("float64", (), (1.7976931348623157e308,)),
    "big endian": ("float32", (), (FLOAT32_TENTH,)),
    "list": ("int64", (2,), (1, 2)),
    "matrix": ("float32", (2, 3), (0.0, 1.0, 2.0, 3.0, 4.0, 5.0)),
    "columns first": ("float64", (3, 2), (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)),
    "empty": ("float64", (0, 2), ()),
    "strings": ("str", (2,), ("a", "bc")),
    "objects": ("str", (2,), ("a", "bc")),
}


@pytest.fixture(scope="module", params=["tf2", "tf1"])
def record(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Record:
    script = tmp_path_factory.mktemp("values") / "values.py"
    script.write_text(SCALARS)
    if request.param == "tf2":
        worker: Worker = request.getfixturevalue("worker")
        outcome = worker.submit(request_for(script)).result(60)
    else:
        python: Path = request.getfixturevalue("tf1_python")
        with open_worker(python, Setup()) as worker:
            outcome = worker.submit(request_for(script)).result(60)
    assert outcome.failure is None, outcome.failure
    return outcome.trace.records[0]


@pytest.mark.parametrize("field", EXPECTED)
def test_a_value_comes_through(field: str, record: Record) -> None:
    assert record[field] == Value(*EXPECTED[field])


@pytest.mark.parametrize("field", ["nan", "py nan"])
def test_nan_stays_nan(field: str, record: Record) -> None:
    item = record[field].items[0]
    assert isinstance(item, float)
    assert math.isnan(item)


@pytest.mark.parametrize("field", ["-0.0", "py -0.0"])
def test_zero_keeps_its_sign(field: str, record: Record) -> None:
    item = record[field].items[0]
    assert isinstance(item, float)
    assert math.copysign(1, item) == -1


def test_eager_tensors_and_variables_come_through(run: Run) -> None:
    outcome = run(
        "import tensorflow as tf\ndef trace():\n    yield {'tensor': tf.constant([.1, 2]), \n"
        "           'variable': tf.Variable(3), 'bfloat16': tf.constant(1.1, tf.bfloat16),\n"
        "           'string': tf.constant('w')}\n"
    )
    assert outcome.failure is None, outcome.failure
    assert outcome.trace.records[0] == {
        "tensor": Value("float32", (2,), (FLOAT32_TENTH, 2.0)),
        "variable": Value("int32", (), (3,)),
        "bfloat16": Value("bfloat16", (), (1.1015625,)),
        "string": Value("str", (), ("w",)),
    }


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("{1: 2.0}", "a field whose name is not a string: 1"),
        ("{'w': None}", "field 'w' is a NoneType; a record holds"),
        ("{'w': b'\\xff'}", "field 'w' holds bytes that are not UTF-8"),
        ("{'w': '\\udcff'}", "field 'w' holds bytes that are not UTF-8"),
        ("{'w': 10 ** 4300}", "field 'w' is an integer of more than 4300 digits"),
        ("{'w': -10 ** 5000}", "field 'w' is an integer of more than 4300 digits"),
        ("{}", "trace() yielded a record without a field"),
        ("{'': 1.0}", "a field whose name cannot head a column: ''"),
        ("{'a\\rb': 1.0}", "a field whose name cannot head a column: 'a\\rb'"),
        ("{'v[0]': 1.0, 'v': numpy.zeros(2)}", "field 'v[0]' has the name of an element of the array 'v'"),
        ("{'v': numpy.zeros((1, 0)), 'v[]': 'w'}", "field 'v[]' has the name of an element of the array 'v'"),
        ("{'w': numpy.ma.array([1.0, 2.0], mask=[0, 1])}", "field 'w' is a masked array, whose mask no trace can hold"),
        ("{'w': [[1], [1, 2]]}", "field 'w' is a list"),
        ("{'w': {'a': 1}}", "field 'w' is a dict; a record holds"),
        ("{'w': numpy.datetime64('2016-01-01')}", "field 'w' has dtype datetime64[D], which a trace cannot hold"),
    ],
)
def test_what_is_no_value_is_named(written: str, reason: str, run: Run) -> None:
    failure = run(f"import numpy\ndef trace():\n    yield {written}\n").failure
    assert failure is not None
    assert failure.kind == "record"
    assert failure.reason.startswith("script.py:3: ")
    assert reason in failure.reason


def test_names_that_look_like_elements_are_fields_where_there_is_no_such_array(run: Run) -> None:
    assert run("def trace():\n    yield {'v[0]': 1.0, 'v': 2.0, 'w[1]': 3.0}\n").failure is None


def test_the_largest_integers_come_through(run: Run) -> None:
    assert value(run("def trace():\n    yield {'w': 10 ** 4300 - 1}\n"), "w") == 10**4300 - 1


def test_records_may_be_returned_as_a_list_and_changed_while_they_are_yielded(run: Run) -> None:
    outcome = run("def trace():\n    return [{'w': 1}, {'w': 2}]\n")
    assert [value(outcome, "w", number) for number in range(2)] == [1, 2]
    outcome = run(
        "import numpy\ndef trace():\n    w = numpy.zeros(1)\n"
        "    for _ in range(2):\n        w += 1\n        yield {'w': w}\n"
    )
    assert [value(outcome, "w", number) for number in range(2)] == [1.0, 2.0]


def test_parameters_reach_trace(worker: Worker, write: Write) -> None:
    script = write("def trace(rate, words=(), **more):\n    yield {'all': repr((rate, words, sorted(more.items())))}\n")
    outcome = worker.submit(request_for(script, rate=0.1, words=["a", None], on=True)).result(60)
    assert value(outcome, "all") == "(0.1, ['a', None], [('on', True)])"
