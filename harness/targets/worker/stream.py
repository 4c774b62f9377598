"""A pipe of which a bounded part is kept."""

import os
from typing import Optional  # noqa: F401  (in a comment)

_CHUNK = 1 << 16
# A script that prints without end must not keep the server from looking at its clock.
_CHUNKS_AT_ONCE = 32


class Stream:
    """What a child says over one pipe: ``kept`` up to a limit in bytes, ``total`` bytes in all."""

    def __init__(self, limit: int) -> None:
        read, write = os.pipe()
        self.read_end = read  # type: Optional[int]
        self.child_end = write  # type: Optional[int]
        os.set_blocking(read, False)
        self.limit = limit
        self.kept = bytearray()
        self.total = 0

    def pump(self) -> bool:
        """Read what is there, 2 MiB at most, more than a pipe holds; False when the other end is closed."""
        if self.read_end is None:
            return False
        for _ in range(_CHUNKS_AT_ONCE):
            try:
                chunk = os.read(self.read_end, _CHUNK)
            except BlockingIOError:
                return True
            if not chunk:
                return False
            self.total += len(chunk)
            self.kept += chunk[: max(0, self.limit - len(self.kept))]
        return True

    def hand_over(self) -> None:
        """Close the child's end, which the child has."""
        if self.child_end is not None:
            os.close(self.child_end)
            self.child_end = None

    def close(self) -> None:
        """Close whatever is open."""
        self.hand_over()
        if self.read_end is not None:
            os.close(self.read_end)
            self.read_end = None
