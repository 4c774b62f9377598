"""A record's values as JSON, with their dtype and every bit."""

from collections.abc import Mapping
from typing import Any, Dict, List, Union

Encoded = List[Any]
# A log is read by people. What is larger was meant to be reduced to a number first.
_MOST_ITEMS = 1000000


class NotARecord(Exception):
    """What a script's ``trace`` yielded cannot be a record; the message says why."""


def encode_record(record: Any) -> Dict[str, Encoded]:
    """Give ``{field: [dtype, shape, items]}``: items in row-major order, floats as the float64 that equals them.

    Every float16, bfloat16 and float32 is a float64 too and JSON keeps all of a float64, so nothing is lost.
    Raises NotARecord for anything but a mapping from names to numbers, strings and arrays of them.
    """
    if not isinstance(record, Mapping):
        raise NotARecord("trace() must yield dictionaries of named values, not %s" % type(record).__name__)
    encoded = {}
    for name, value in record.items():
        if not isinstance(name, str):
            raise NotARecord("trace() yielded a field whose name is not a string: %r" % (name,))
        encoded[_as_text(name, name)] = _encode_value(name, value)
    return encoded


def as_unicode(text: str) -> str:
    """The text without lone surrogates, which no file can hold."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _encode_value(name: str, value: Any) -> Encoded:
    for python_type in (bool, int, float):
        if type(value) is python_type:
            return [python_type.__name__, [], [value]]
    if isinstance(value, (str, bytes)):
        return ["str", [], [_as_text(name, value)]]
    array = _as_array(name, value)
    if array.size > _MOST_ITEMS:
        raise NotARecord("field '%s' has %d items; a record holds at most %d" % (name, array.size, _MOST_ITEMS))
    # Not str(dtype), which for other byte orders is '>f4'.
    kind, dtype, shape = array.dtype.kind, array.dtype.name, list(array.shape)
    items = array.ravel().tolist()
    if dtype in ("bfloat16", "float16", "float32", "float64"):
        return [dtype, shape, [float(item) for item in items]]
    if kind in "biu":
        return [dtype, shape, items]
    if dtype in ("complex64", "complex128"):
        return [dtype, shape, [[item.real, item.imag] for item in items]]
    if kind in "OSU":
        return ["str", shape, [_as_text(name, item) for item in items]]
    raise NotARecord("field '%s' has dtype %s, which a trace cannot hold" % (name, dtype))


def _as_array(name: str, value: Any) -> Any:
    import numpy

    kind = type(value).__name__
    try:
        array = numpy.asarray(value.numpy() if hasattr(value, "numpy") else value)
    except Exception as error:
        raise NotARecord(
            "field '%s' is a %s without a value: %s; yield what sess.run(...) returned"
            % (name, kind, " ".join(str(error).split())[:200])
        )
    if array.dtype.kind == "O" and not all(isinstance(item, (str, bytes)) for item in array.ravel().tolist()):
        raise NotARecord("field '%s' is a %s; a record holds numbers, strings and arrays" % (name, kind))
    return array


def _as_text(name: str, item: Union[str, bytes]) -> str:
    try:
        return item.encode("utf-8").decode("utf-8") if isinstance(item, str) else item.decode("utf-8")
    except UnicodeError:
        raise NotARecord("field %s holds bytes that are not UTF-8: %s" % (ascii(name), ascii(item[:40])))
