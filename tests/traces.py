"""Values, records and traces as literals, and as hypothesis draws them."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from hypothesis import strategies as st

from harness.words.trace import Record, Scalar, Trace, Value

NUMBER_DTYPES = ("float", "float16", "bfloat16", "float32", "float64", "int", "int32", "int64", "uint8")


def value(item: Scalar, dtype: str = "float32") -> Value:
    """A scalar of a dtype; a float32 is the float64 that equals it."""
    return Value(dtype, (), (float(np.float32(item)) if dtype == "float32" else item,))  # type: ignore[arg-type]


def vector(*items: float, dtype: str = "float32") -> Value:
    return Value(dtype, (len(items),), tuple(float(np.float32(item)) for item in items))


def of(**fields: float | str | Value) -> Record:
    """A record: Python's own ints and texts, float32 for every float."""
    return {name: field if isinstance(field, Value) else value(field, _dtype(field)) for name, field in fields.items()}


def trace(*records: Mapping[str, Value]) -> Trace:
    return Trace(tuple(records))


def column(items: Iterable[float], name: str = "w") -> Trace:
    """One float32 field."""
    return Trace(tuple(of(**{name: item}) for item in items))


def _dtype(item: float | str) -> str:
    return "float32" if isinstance(item, float) else type(item).__name__


def items(dtype: str) -> st.SearchStrategy[Any]:
    """Every item that the worker can hand on for a dtype, inf, nan and -0.0 among them."""
    match dtype:
        case "float" | "float64":
            return st.floats(width=64)
        case "float32":
            return st.floats(width=32)
        case "float16":
            return st.floats(width=16)
        case "bfloat16":
            return st.integers(0, 0xFFFF).map(lambda bits: float(np.uint32(bits << 16).view(np.float32)))
        case "int":
            return st.integers()
        case "bool":
            return st.booleans()
        case "str":
            return st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(["", "a,b", '"', "\n", "\u2028"])
        case "complex128":
            return st.complex_numbers()
    info = np.iinfo(dtype)
    return st.integers(int(info.min), int(info.max))


@st.composite
def values(draw: st.DrawFn, dtypes: tuple[str, ...], *, arrays: bool = True) -> Value:
    dtype = draw(st.sampled_from(dtypes))
    if not arrays or dtype in ("int", "float"):
        return Value(dtype, (), (draw(items(dtype)),))
    shape = draw(st.sampled_from([(), (1,), (3,), (2, 2)]))
    count = int(np.prod(shape))
    return Value(dtype, shape, tuple(draw(st.lists(items(dtype), min_size=count, max_size=count))))


@st.composite
def traces(draw: st.DrawFn, dtypes: tuple[str, ...]) -> Trace:
    """Traces of one to four records that may differ in their fields."""
    record = st.dictionaries(st.sampled_from(["w", "loss", "学习率", "a:b", "x,y"]), values(dtypes), min_size=1)
    return Trace(tuple(draw(st.lists(record, min_size=1, max_size=4))))
