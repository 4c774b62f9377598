"""Waiting until something changes below a surveyed folder."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path

from harness.survey.tree import places_of, without_output

# Sizes and times of files, by path.
State = Mapping[str, tuple[int, int]]

_LOOK_SECONDS = 0.25
# To look takes this part of the time at most, however many files there are.
_PART = 0.05
# Who changes nothing for so long does something else, and needs the memory for it.
_REST_SECONDS = 600.0


def state_of(folder: Path) -> State:
    """Give how all files below a folder are: scripts, data, whatever a run may read; not hidden ones, nor those of
    environments and of surveys."""
    found: dict[str, tuple[int, int]] = {}
    for here, folders, files in places_of(folder):
        for name in without_output(here, folders, files):
            if not name.startswith("."):
                try:
                    its = (here / name).stat()
                except OSError:
                    continue  # it is being replaced, or a link to nothing
                found[str(here / name)] = (its.st_size, its.st_mtime_ns)
    return found


def next_state(
    folder: Path,
    state: State,
    rest: Callable[[], None],
    rest_after: float = _REST_SECONDS,
    sleep: Callable[[float], None] = time.sleep,
) -> State:
    """Wait until the files below a folder are others than they were and stay so for a moment; give how they are then.
    ``rest`` is called where nothing has changed for so many seconds."""
    since, rested, now = time.monotonic(), False, state
    while True:
        began = time.monotonic()
        before, now = now, state_of(folder)
        if now != state and now == before:  # an editor, or git, writes one file after the other
            return now
        if not rested and began - since >= rest_after:
            rested = True
            rest()
        sleep(max(_LOOK_SECONDS, (time.monotonic() - began) / _PART))
