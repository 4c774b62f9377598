"""Pickles as Python 2 wrote them, whose texts are bytes in Python 3 where nothing else is asked for."""

import io
import pickle
import struct


def as_python2(value):
    """Give the bytes of such a pickle."""
    if isinstance(value, dict):
        value = {key.encode("ascii"): _bytes_of(each) for key, each in value.items()}
    return _python2_pickle(value)


def _bytes_of(value):
    if isinstance(value, str):
        return value.encode("ascii")
    if isinstance(value, list) and value and isinstance(value[0], str):
        return [each.encode("ascii") for each in value]
    return value


class _Pickler(pickle._Pickler):
    """Protocol 2 with bytes as ``str`` of Python 2: opcode U, a length, the bytes."""

    dispatch = dict(pickle._Pickler.dispatch)

    def save_as_string(self, value):
        if len(value) < 256:
            self.write(pickle.SHORT_BINSTRING + bytes([len(value)]) + value)
        else:
            self.write(pickle.BINSTRING + struct.pack("<i", len(value)) + value)
        self.memoize(value)

    dispatch[bytes] = save_as_string


def _python2_pickle(value):
    file = io.BytesIO()
    _Pickler(file, 2).dump(value)
    return file.getvalue()
