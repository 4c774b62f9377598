"""A record's values as JSON, with their dtype and every bit."""

from typing import Any, Dict, List, Union

Encoded = List[Any]


class NotARecord(Exception):
    """What a script's ``trace`` yielded cannot be a record; the message says why."""


def encode_record(record: Any) -> Dict[str, Encoded]:
    """Give ``{field: [dtype, shape, items]}``: items in row-major order, floats as the float64 that equals them.

    Every float16, bfloat16 and float32 is a float64 too and JSON keeps all of a float64, so nothing is lost.
    Raises NotARecord for anything but a mapping from names to numbers, strings and arrays of them.
    """
    if not hasattr(record, "items"):
        raise NotARecord("trace() must yield dictionaries of named values, not %s" % type(record).__name__)
    encoded = {}
    for name, value in record.items():
        if not isinstance(name, str):
            raise NotARecord("trace() yielded a field whose name is not a string: %r" % (name,))
        encoded[name] = _encode_value(name, value)
    return encoded


def _encode_value(name: str, value: Any) -> Encoded:
    for python_type in (bool, int, float, str):
        if type(value) is python_type:
            return [python_type.__name__, [], [value]]
    array = _as_array(name, value)
    kind = array.dtype.kind
    flat = array.ravel().tolist()
    dtype = str(array.dtype)
    if dtype == "bfloat16" or dtype in ("float16", "float32", "float64"):
        return [dtype, list(array.shape), [float(item) for item in flat]]
    if kind in "biu":
        return [dtype, list(array.shape), flat]
    if kind == "c" and dtype in ("complex64", "complex128"):
        return [dtype, list(array.shape), [[item.real, item.imag] for item in flat]]
    if kind in "OSU":
        return ["str", list(array.shape), [_as_text(name, item) for item in flat]]
    raise NotARecord("field '%s' has dtype %s, which a trace cannot hold" % (name, dtype))


def _as_array(name: str, value: Any) -> Any:
    import numpy

    if hasattr(value, "numpy"):
        try:
            value = value.numpy()
        except Exception as error:
            raise NotARecord(
                "field '%s' is a %s without a value: %s; yield what sess.run(...) returned"
                % (name, type(value).__name__, error)
            )
    array = numpy.asarray(value)
    if array.dtype.kind == "O" and not all(isinstance(item, (str, bytes)) for item in array.ravel().tolist()):
        raise NotARecord(
            "field '%s' is a %s; a record holds numbers, strings and arrays" % (name, type(value).__name__)
        )
    return array


def _as_text(name: str, item: Union[str, bytes]) -> str:
    if isinstance(item, str):
        return item
    try:
        return item.decode("utf-8")
    except UnicodeDecodeError:
        raise NotARecord("field '%s' holds bytes that are not UTF-8: %r" % (name, item[:40]))
