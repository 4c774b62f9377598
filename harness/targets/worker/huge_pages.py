"""The server's memory in huge pages, so that it is forked in half of the time.

A fork copies an entry for each page of what TensorFlow and its Python modules take, some 40000 of 4 KiB, and a child
takes as many down when it ends. Of 2 MiB each they are fewer than a hundred; what a child writes to is still copied for
it in pages of 4 KiB. Linux 6.1 and later do that when asked (madvise(2), MADV_COLLAPSE); elsewhere nothing changes.
"""

import ctypes
import io
import struct
import sys
from typing import Any, Iterator  # noqa: F401  (Any: in a comment)

# Putting them together takes as long as it saves in so many forks.
WORTH_IT = 8
_COLLAPSE, _PAGE, _HUGE = 25, 4096, 2 << 20
_PAGES = _HUGE // _PAGE
# Where fewer are there than this, memory would be made up: stacks of threads are empty for the most part.
_FEWEST = _PAGES * 3 // 4


def put_together() -> int:
    """Have this process' own memory in huge pages where it fills them; give how many there are."""
    if not sys.platform.startswith("linux"):
        return 0
    advise = ctypes.CDLL(None).madvise  # type: Any
    advise.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
    try:
        return sum(advise(place, _HUGE, _COLLAPSE) == 0 for place in list(_filled()))
    except OSError:
        return 0  # no /proc


def _filled() -> Iterator[int]:
    """Where 2 MiB of memory begin that are no file's and that are there. Raises OSError."""
    with io.open("/proc/self/maps", "rb") as maps, io.open("/proc/self/pagemap", "rb", buffering=0) as pages:
        for line in maps.read().splitlines():
            place, rights, _, _, _, *name = line.split()
            if rights != b"rw-p" or name not in ([], [b"[heap]"]):
                continue
            start, end = (int(each, 16) for each in place.split(b"-"))
            for at in range(-(-start // _HUGE) * _HUGE, end // _HUGE * _HUGE, _HUGE):
                pages.seek(at // _PAGE * 8)
                entries = struct.unpack("=%dQ" % _PAGES, pages.read(_PAGES * 8))
                if sum(entry >> 63 for entry in entries) >= _FEWEST:
                    yield at
