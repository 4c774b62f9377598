"""Runs of a laboratory that are known from another test: the same script with the same change in the same place."""

from collections import Counter
from collections.abc import Callable
from typing import TypeAlias

from harness.diagnose.evidence.evidence import Side
from harness.diagnose.experiments.laboratory import Laboratory, changed
from harness.targets.outcome import Failure
from harness.words.finding import Change

Run: TypeAlias = Callable[[Laboratory, Side, Change, Side], Side | Failure]
Key: TypeAlias = tuple[object, ...]


class KnownRuns:
    """What runs gave. A test that asks twice gets two runs, which may differ; the next test gets the same two."""

    def __init__(self) -> None:
        self._given: dict[Key, list[Side]] = {}
        self._asked: Counter[Key] = Counter()
        self.done = self.spared = 0

    def begin(self) -> None:
        """A test begins, which has asked for nothing yet."""
        self._asked.clear()

    def around(self, run: Run) -> Run:
        """Give what stands in for a method that runs a side."""

        def known(laboratory: Laboratory, side: Side, change: Change, other: Side) -> Side | Failure:
            key = _key(side, change, other)
            given = self._given.setdefault(key, [])
            at, self._asked[key] = self._asked[key], self._asked[key] + 1
            if at < len(given):
                self.spared += 1
                return given[at]
            self.done += 1
            came = run(laboratory, side, change, other)
            if isinstance(came, Side):
                given.append(came)
            return came

        return known


def _key(side: Side, change: Change, other: Side) -> Key:
    """All that decides what comes out, but for how much time there is."""
    if side.origin is None:
        return (side.name, change.says)
    origin = changed(side.origin, change, side.origin.request.timeout)
    place = other.origin.python if change.elsewhere and other.origin is not None else origin.python
    # A test writes its script into a folder of its own.
    said = repr(origin).replace(str(origin.request.script), origin.request.script.name)
    return (side.name, side.source, str(place), said, change.one_cpu, change.elsewhere)
