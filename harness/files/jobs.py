"""Jobs: how many children run side by side, shared by the targets that are under way."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Use = Callable[[int], None]


class Jobs:
    """So many jobs for so many targets, of which some are still to come.

    A target that begins takes over the share of one that has ended; what nobody is left to take over goes to those that
    are still under way.
    """

    def __init__(self, jobs: int, targets: int) -> None:
        self._jobs = jobs
        self._to_come = targets
        self._under_way: list[Use] = []
        self._lock = threading.Lock()

    @contextmanager
    def shared_with(self, use: Use) -> Iterator[None]:
        """Count a target as under way; ``use`` is told its jobs, now and whenever that changes, from any thread."""
        with self._lock:
            self._to_come -= 1
            self._under_way.append(use)
            self._share()
        try:
            yield
        finally:
            with self._lock:
                self._under_way.remove(use)
                self._share()

    def _share(self) -> None:
        each, rest = divmod(self._jobs, max(1, min(self._jobs, len(self._under_way) + self._to_come)))
        for place, use in enumerate(self._under_way):
            use(each + (place < rest))
