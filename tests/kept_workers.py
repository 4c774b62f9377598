"""Workers that are kept: TensorFlow is imported once for all tests of a pytest process that need it in the same way.

A test still opens its own ``Worker``, and each of its runs is still a fork of its own. What is shared is the process
above that, which has imported TensorFlow and never runs a line of it.
"""

import contextlib
import copy
import os
import queue
import tempfile
import threading
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias, cast

from harness.targets.link import Link, connect
from harness.targets.surroundings import inherited
from harness.targets.target import Setup, Target

# Each holds a few hundred MiB.
_MOST_IDLE = 8

Key: TypeAlias = tuple[object, ...]
Connected: TypeAlias = tuple[Link, Target]


class _Lines:
    """What a lent worker says: to whoever has it now. Counts the runs that are done."""

    def __init__(self, link: Link) -> None:
        self._from = link.lines
        self.done = 0

    def get(self, timeout: float) -> Mapping[str, Any] | None:
        message = self._from.get(timeout=timeout)
        if message is not None and message.get("answer") in ("done", "refused"):
            self.done += 1
        return message


class Loan:
    """A line to a worker that somebody has for a while, and that looks to them like a ``Link`` of their own.

    Where it is ended after every run was answered, the process goes back to who lent it; in any other case it ends,
    as it would without a loan.
    """

    def __init__(self, link: Link, key: Key, lender: "KeptWorkers") -> None:
        self.lines = _Lines(link)
        self.folder = link.folder
        self._link = link
        self._key = key
        self._lender = lender
        self._sent = 0
        self._given_back = False

    def send(self, message: Mapping[str, Any]) -> None:
        self._sent += "script" in message
        self._link.send(message)

    def said_on_stderr(self) -> str:
        return self._link.said_on_stderr()

    def end(self, at_once: bool) -> int:
        if self._given_back:
            return 0
        if at_once or self._sent != self.lines.done or self._link.popen.poll() is not None:
            return self._link.end(at_once)
        self._given_back = True
        self._link.lines.put(None)  # whoever reads it learns that there will be no more
        return 0

    def dispose(self) -> None:
        if not self._given_back:
            self._link.dispose()
            return
        unread = []
        with contextlib.suppress(queue.Empty):
            while True:
                unread.append(self._link.lines.get_nowait())
        self._lender.take_back(self._key, self._link, clean=not any(unread))


class KeptWorkers:
    """Stands in for ``connect``, and hands out a process again that was given back, where it was started the same way:
    by the same interpreter and setup, with the same variables. Others than ``pythons`` are not kept."""

    def __init__(self, pythons: Collection[Path]) -> None:
        self._pythons = {python.absolute() for python in pythons}
        self._lock = threading.Lock()
        self._idle: list[tuple[Key, Link]] = []
        self._targets: dict[Key, Target] = {}
        self._set_aside = False

    def connect(self, python: Path, setup: Setup) -> Connected:
        """Give what ``harness.targets.link.connect`` would give."""
        if self._set_aside or python.absolute() not in self._pythons:
            return connect(python, setup)
        key = _key(python, setup)
        link = self._taken(key)
        if link is None:
            link, target = connect(python, setup)
            self._targets[key] = target
        else:
            link.send({"jobs": setup.jobs})
        # A copy, so that nothing that is done to it reaches the next one.
        return cast("Link", Loan(link, key, self)), copy.deepcopy(self._targets[key])

    def take_back(self, key: Key, link: Link, *, clean: bool) -> None:
        """Keep a process for the next one who asks, and end the one that was needed longest ago if it is too many."""
        with self._lock:
            self._idle.append((key, link))
            ended = [] if clean else [self._idle.pop()[1]]
            while len(self._idle) > _MOST_IDLE:
                ended.append(self._idle.pop(0)[1])
        for one in ended:
            _end(one)

    @contextlib.contextmanager
    def aside(self) -> Iterator[None]:
        """Give everybody a process of their own for a while."""
        self._set_aside = True
        try:
            yield
        finally:
            self._set_aside = False

    def close(self) -> None:
        """End what is kept."""
        with self._lock:
            ended, self._idle = self._idle, []
        for _, link in ended:
            _end(link)

    def _taken(self, key: Key) -> Link | None:
        with self._lock:
            place = next((place for place, (its, _) in enumerate(self._idle) if its == key), None)
            if place is None:
                return None
            _, link = self._idle.pop(place)
        if link.popen.poll() is None:
            return link
        _end(link)
        return self._taken(key)


def _key(python: Path, setup: Setup) -> Key:
    """All that a worker is started with, but for what can be changed later."""
    variables = {**inherited(os.environ), **setup.environment}
    apart = (setup.isolation, setup.one_cpu, setup.untold, tuple(setup.environment), tempfile.gettempdir())
    return (str(python), frozenset(variables.items()), *apart)


def _end(link: Link) -> None:
    link.end(at_once=False)
    link.dispose()
