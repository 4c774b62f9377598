"""Records and traces: what a run measured, at full precision, with dtypes."""

import hashlib
import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any, TypeAlias

import numpy as np

Scalar: TypeAlias = bool | int | float | complex | str

# Python's own scalars are kept apart from NumPy's: a rate that is a Python float is a float64 that NumPy never saw.
PYTHON_DTYPES = {"bool": bool, "int": int, "float": float, "str": str}
_NUMPY_NAME = {"bool": "bool_", "float": "float64", "int": "int64"}


@dataclass(frozen=True)
class Value:
    """One field's value: ``items`` in row-major order, () as shape for a scalar.

    ``dtype`` is NumPy's name, or ``int``, ``float``, ``str`` for Python's own scalars. A float item is the float64 that
    equals the measured number.
    """

    dtype: str
    shape: tuple[int, ...]
    items: tuple[Scalar, ...]

    def as_printed(self) -> object:
        """Give what a script would have held: a Python scalar, a NumPy scalar, or an array."""
        if self.shape == () and self.dtype in PYTHON_DTYPES:
            return self.items[0]
        array = np.array(self.items, dtype=numpy_dtype(self.dtype)).reshape(self.shape)
        return array[()]

    def elements(self, name: str) -> Iterator[tuple[str, "Value"]]:
        """Give every number with a name of its own: ``w`` for a scalar, ``w[0,1]`` inside an array.

        An array without any is the text ``w[]``, which says its dtype and shape: it cannot come or go unseen.
        """
        if self.shape == ():
            yield name, self
            return
        if not self.items:
            yield f"{name}[]", Value("str", (), (f"{self.dtype} of shape {self.shape}",))
        for index, item in zip(_indices(self.shape), self.items, strict=True):
            yield f"{name}[{index}]", Value(self.dtype, (), (item,))

    def cells(self, name: str) -> Iterator[tuple[str, str, str]]:
        """Give name, dtype and printed text of each of these numbers; of a million, in a second."""
        if self.shape == () or not self.items:
            yield from ((field, value.dtype, str(value.as_printed())) for field, value in self.elements(name))
            return
        items = self.items if self.dtype in PYTHON_DTYPES else np.array(self.items, dtype=numpy_dtype(self.dtype))
        for index, item in zip(_indices(self.shape), items, strict=True):
            yield f"{name}[{index}]", self.dtype, str(item)


Record: TypeAlias = Mapping[str, Value]


@dataclass(frozen=True)
class Trace:
    """The records of one run, in the order in which the script gave them."""

    records: tuple[Record, ...]

    def __len__(self) -> int:
        return len(self.records)

    def fields(self) -> tuple[str, ...]:
        """Names of all fields, in order of first appearance."""
        return tuple(dict.fromkeys(name for record in self.records for name in record))

    def fingerprint(self) -> str:
        """Give a digest that two traces share only if every name, dtype, shape and bit is the same."""
        digest = hashlib.sha256()
        for record in self.records:
            for name, value in record.items():
                items = ",".join(_exact(item) for item in value.items)
                digest.update(f"{name}\0{value.dtype}\0{value.shape}\0{items}\0".encode())
            digest.update(b"\n")
        return digest.hexdigest()[:16]


def _indices(shape: tuple[int, ...]) -> Iterator[str]:
    """The place of each element, ``0,1``, in row-major order."""
    return map(",".join, product(*(tuple(map(str, range(size))) for size in shape)))


def numpy_dtype(name: str) -> np.dtype[Any]:
    """Give the dtype to compute with for a value's dtype name; bfloat16, which NumPy lacks, computes as float32."""
    if name == "bfloat16":
        return np.dtype(np.float32)
    return np.dtype(_NUMPY_NAME.get(name, name))


def coarsest(dtypes: Collection[str]) -> str:
    """Give the one of some floating dtypes in which all of them can be held against each other."""
    return next((dtype for dtype in ("bfloat16", "float16", "float32") if dtype in dtypes), "float64")


def is_floating(dtype: str) -> bool:
    """Whether numbers of this dtype are rounded, so that a distance in ULPs means something."""
    return dtype in ("float", "bfloat16", "float16", "float32", "float64", "complex64", "complex128")


def decode_record(encoded: Mapping[str, Any]) -> Record:
    """Give the record that the worker encoded as ``{field: [dtype, shape, items]}``."""
    return {name: _decode_value(*value) for name, value in encoded.items()}


def trace_of_lines(lines: Iterable[str]) -> Trace:
    """Give a plain script's output as a trace: one record a line, with the one field ``line``."""
    return Trace(tuple({"line": Value("str", (), (line,))} for line in lines))


def _decode_value(dtype: str, shape: list[int], items: list[Any]) -> Value:
    if dtype.startswith("complex"):
        items = [complex(*pair) for pair in items]
    return Value(dtype, tuple(shape), tuple(items))


def _exact(item: Scalar) -> str:
    if isinstance(item, float):
        return "nan" if math.isnan(item) else item.hex()
    if isinstance(item, complex):
        return f"{_exact(item.real)}+{_exact(item.imag)}j"
    return repr(item)
