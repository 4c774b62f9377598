"""Records and traces."""

import numpy as np
import pytest
from hypothesis import given

from harness.words.trace import Trace, Value, decode_record, is_floating, numpy_dtype, trace_of_lines
from tests.traces import NUMBER_DTYPES, of, trace, traces, value, values, vector


def test_a_python_scalar_is_printed_as_python_prints_it() -> None:
    assert str(value(0.1, "float").as_printed()) == "0.1"
    assert repr(value(5, "int").as_printed()) == "5"
    assert value("5", "str").as_printed() == "5"
    assert value(True, "bool").as_printed() is True


def test_a_float32_is_printed_with_the_digits_of_a_float32() -> None:
    assert str(value(0.1).as_printed()) == "0.1"
    assert str(value(0.1).items[0]) == "0.10000000149011612"


def test_an_array_is_printed_as_numpy_prints_it() -> None:
    assert str(vector(3.0, 7.0).as_printed()) == "[3. 7.]"
    assert str(Value("int32", (2, 2), (1, 2, 3, 4)).as_printed()) == "[[1 2]\n [3 4]]"


def test_a_bfloat16_is_printed_as_the_float32_that_equals_it() -> None:
    assert str(value(1.0078125, "bfloat16").as_printed()) == "1.0078125"


def test_elements_are_named_by_their_place_in_row_major_order() -> None:
    matrix = Value("int32", (2, 2), (1, 2, 3, 4))
    assert [(name, element.items) for name, element in matrix.elements("w")] == [
        ("w[0,0]", (1,)),
        ("w[0,1]", (2,)),
        ("w[1,0]", (3,)),
        ("w[1,1]", (4,)),
    ]


def test_a_scalar_is_its_own_only_element() -> None:
    assert list(value(1.0).elements("w")) == [("w", value(1.0))]


@given(values((*NUMBER_DTYPES, "bool", "str", "complex128")))
def test_the_cells_of_a_value_are_its_elements_as_printed(drawn: Value) -> None:
    elements = [(name, element.dtype, str(element.as_printed())) for name, element in drawn.elements("w")]
    assert list(drawn.cells("w")) == elements


def test_the_cells_of_an_array_have_its_places() -> None:
    cells = list(Value("float32", (2, 2), (0.1, 1.0, -0.0, 1e-45)).cells("w"))
    assert cells == [
        ("w[0,0]", "float32", "0.1"),
        ("w[0,1]", "float32", "1.0"),
        ("w[1,0]", "float32", "-0.0"),
        ("w[1,1]", "float32", "1e-45"),
    ]


def test_an_empty_array_is_a_text_with_its_dtype_and_shape() -> None:
    empty = list(Value("float32", (0, 3), ()).elements("w"))
    assert empty == [("w[]", Value("str", (), ("float32 of shape (0, 3)",)))]
    assert str(Value("float32", (0, 3), ()).as_printed()) == "[]"


def test_fields_come_in_order_of_first_appearance() -> None:
    assert trace(of(w=1.0, loss=2.0), of(step=1, w=1.0)).fields() == ("w", "loss", "step")
    assert len(trace(of(w=1.0), of(w=1.0))) == 2


def test_what_the_worker_encoded_is_decoded() -> None:
    record = decode_record(
        {"w": ["float32", [2], [1.5, -0.0]], "step": ["int", [], [3]], "z": ["complex64", [], [[1, 2]]]}
    )
    assert record["w"] == Value("float32", (2,), (1.5, -0.0))
    assert record["step"] == Value("int", (), (3,))
    assert record["z"] == Value("complex64", (), (1 + 2j,))


def test_a_scripts_output_is_a_trace_with_the_field_line() -> None:
    assert trace_of_lines(["a 1", "b 2"]) == trace(of(line="a 1"), of(line="b 2"))


@pytest.mark.parametrize(
    "other",
    [
        trace(of(w=value(np.nextafter(np.float32(1), np.float32(2))))),
        trace(of(w=value(1.0, "float64"))),
        trace(of(w=vector(1.0))),
        trace(of(v=1.0)),
        trace(of(w=1.0), of(w=1.0)),
        trace(of(w=1.0, v=1.0)),
        trace(),
    ],
    ids=["one bit", "dtype", "shape", "name", "one more record", "one more field", "no record"],
)
def test_a_fingerprint_changes_with(other: Trace) -> None:
    assert other.fingerprint() != trace(of(w=1.0)).fingerprint()


def test_a_fingerprint_tells_zero_from_minus_zero_but_not_nan_from_nan() -> None:
    assert trace(of(w=0.0)).fingerprint() != trace(of(w=-0.0)).fingerprint()
    assert trace(of(w=float("nan"))).fingerprint() == trace(of(w=-float("nan"))).fingerprint()


def test_a_fingerprint_tells_where_a_record_ends() -> None:
    assert trace(of(a=1.0, b=2.0)).fingerprint() != trace(of(a=1.0), of(b=2.0)).fingerprint()


@given(traces((*NUMBER_DTYPES, "bool", "str")))
def test_a_trace_has_the_fingerprint_of_its_copy(drawn: Trace) -> None:
    copy = Trace(tuple(dict(record) for record in drawn.records))
    assert copy.fingerprint() == drawn.fingerprint()
    assert len(drawn.fingerprint()) == 16


@pytest.mark.parametrize(
    ("name", "dtype"), [("float", "float64"), ("int", "int64"), ("bool", "bool"), ("bfloat16", "float32")]
)
def test_a_dtype_that_numpy_names_otherwise_computes_as(name: str, dtype: str) -> None:
    assert numpy_dtype(name) == np.dtype(dtype)


def test_only_floats_are_rounded() -> None:
    assert all(is_floating(dtype) for dtype in ("float", "bfloat16", "float16", "float32", "float64", "complex64"))
    assert not any(is_floating(dtype) for dtype in ("int", "int32", "uint8", "bool", "str"))
