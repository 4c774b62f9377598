"""A record's values as JSON, with their dtype and every bit."""

import re
from collections.abc import Mapping
from typing import Any, Dict, List, Union

Encoded = List[Any]
# A log is read by people. What is larger was meant to be reduced to a number first.
_MOST_ITEMS = 1000000
# Newer Pythons write and read no integer of more digits.
_MOST_DIGITS = 4300
_ELEMENT = re.compile(r"(.*)\[[0-9,]*\]", re.DOTALL)


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
        text = _as_text(name, name)
        if not text or not text.isprintable():
            raise NotARecord("trace() yielded a field whose name cannot head a column: %s" % ascii(name))
        encoded[text] = _encode_value(name, value)
    if not encoded:
        raise NotARecord("trace() yielded a record without a field")
    _check_elements(encoded)
    return encoded


def _check_elements(encoded: Dict[str, Encoded]) -> None:
    """Golden traces have a column for each element of an array, ``w[0,1]``; no field may have such a name, too."""
    for name in encoded:
        match = _ELEMENT.match(name) if name.endswith("]") else None
        if match is not None and match.group(1) in encoded and encoded[match.group(1)][1]:
            raise NotARecord("field '%s' has the name of an element of the array '%s'" % (name, match.group(1)))


def as_unicode(text: str) -> str:
    """The text without lone surrogates, which no file can hold."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _encode_value(name: str, value: Any) -> Encoded:
    for python_type in (bool, int, float):
        if type(value) is python_type:
            if python_type is int and abs(value) >= 10**_MOST_DIGITS:
                raise NotARecord("field '%s' is an integer of more than %d digits" % (name, _MOST_DIGITS))
            return [python_type.__name__, [], [value]]
    if isinstance(value, (str, bytes)):
        return ["str", [], [_as_text(name, value)]]
    if hasattr(value, "filled") and hasattr(value, "mask"):
        raise NotARecord(
            "field '%s' is a masked array, whose mask no trace can hold; yield what its filled() gives" % name
        )
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
