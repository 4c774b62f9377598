"""What a child says of its end: a page of memory that it shares with the server, no file and no descriptor.

A script writes to descriptors that are not its own, closes all of them, fills the disk or forbids itself to write: what
a child says here arrives, and nothing that a script writes to a descriptor can pass for it.
"""

import ctypes
import json
import mmap
import os
import struct
from json.encoder import encode_basestring_ascii as _quoted
from typing import Any, Dict, Optional, Union  # noqa: F401  (in comments)

# Touched as far as it is used. A traceback of 100,000 characters, each as six bytes of JSON, is the most that is said.
SIZE = 1 << 20
# When the script began, in seconds of the monotonic clock; bytes of records written; bytes that the end takes.
_HEAD = struct.Struct("=dQI")
_pack, _unpack, _HEAD_SIZE = _HEAD.pack_into, _HEAD.unpack_from, _HEAD.size


class Page:
    """The page, seen from either process. ``memory`` is a buffer of ``SIZE`` bytes that both have."""

    def __init__(self, memory: Any) -> None:
        self.memory = memory
        self._clock = 0.0
        self._written = 0
        self._said = 0  # of the end; what is seen while exit handlers run comes after it

    def begin(self, clock: float) -> None:
        """Say when the script begins."""
        self._clock = clock
        _pack(self.memory, 0, clock, 0, 0)

    def wrote(self, count: int) -> None:
        """Say that so many further bytes of records are written."""
        self._written += count
        _pack(self.memory, 0, self._clock, self._written, self._said)

    def end(self, kind: str, **said: "Union[str, int, None]") -> None:
        """Say how it ended. What is too long for the page loses its beginning."""
        data = _as_json(kind, said)
        while len(data) > SIZE - _HEAD_SIZE:
            longest = max((key for key in said if isinstance(said[key], str)), key=lambda key: len(str(said[key])))
            # Of six bytes for a character at most.
            said[longest] = str(said[longest])[(len(data) - SIZE + _HEAD_SIZE) // 6 + 1 :]
            data = _as_json(kind, said)
        self.memory[_HEAD_SIZE : _HEAD_SIZE + len(data)] = data
        self._said = len(data)
        _pack(self.memory, 0, self._clock, self._written, self._said)

    def began(self) -> "Optional[float]":
        """When the script began, None before that."""
        return _unpack(self.memory, 0)[0] or None

    def written(self) -> int:
        """Bytes of records that the child has written."""
        return int(_unpack(self.memory, 0)[1])

    def ended(self) -> "Optional[Dict[str, Any]]":
        """What the child said of its end; None if it did not get that far."""
        size = min(_unpack(self.memory, 0)[2], SIZE - _HEAD_SIZE)
        try:
            said = json.loads(bytes(self.memory[_HEAD_SIZE : _HEAD_SIZE + size]).decode("ascii"))
        except ValueError:
            return None
        return said if isinstance(said, dict) else None


def _as_json(kind: str, said: "Dict[str, Union[str, int, None]]") -> bytes:
    # Not by `json.dumps`, in whose place a script may have put something else.
    parts = ['"ended": ' + _quoted(kind)]
    for key in said:
        value = said[key]
        parts.append(
            _quoted(key) + ": " + (_quoted(value) if isinstance(value, str) else "%d" % value if value else "null")
        )
    return ("{" + ", ".join(parts) + "}").encode("ascii")


def shared_by_forks() -> Page:
    """A page that a fork of this process has, too."""
    return Page(mmap.mmap(-1, SIZE))


def shared_by_file(descriptor: int) -> Page:
    """A page that any process has which is given this file. Raises OSError where there is no room for it."""
    os.pwrite(descriptor, b"\0" * SIZE, 0)  # else what is missing when it is written to would end the process
    return Page(mmap.mmap(descriptor, SIZE))


def taken_over(descriptor: int) -> Page:
    """The page in a file, which is closed: unlike with `mmap.mmap`, no descriptor of it is left in this process."""
    library = ctypes.CDLL(None, use_errno=True)
    library.mmap.restype = ctypes.c_void_p
    library.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t] + [ctypes.c_int] * 3 + [ctypes.c_long]
    address = library.mmap(None, SIZE, mmap.PROT_READ | mmap.PROT_WRITE, mmap.MAP_SHARED, descriptor, 0)
    if address in (None, ctypes.c_void_p(-1).value):
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    os.close(descriptor)
    return Page(memoryview((ctypes.c_ubyte * SIZE).from_address(address)).cast("B"))
