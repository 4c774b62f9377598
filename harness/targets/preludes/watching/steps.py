"""Observed steps: which are kept, what is known of the one that is under way, and how the host is told."""

import re
import threading

from _harness_preludes.watching.applied import Applied
from _harness_preludes.watching.reduce import is_reduced, reduced, size

_FIRST = 100
# Of each doubling of the steps after them so many are kept.
_OF_A_DOUBLING = 8
# What is told of all steps together, in numbers of samples: the report of a run has a limit.
_MOST_TOLD = 1 << 20
_MOST_LAYERS = 400
# What batch norm keeps, in all releases.
_STATISTIC = re.compile(r"(^|/)moving_(mean|variance)(_\d+)?(:0)?$")


def keeps(number):
    """Whether the step of this number, from 0, is one of those that are looked at: the first hundred, then ever fewer.
    The same ones on every release, or two runs would have none in common."""
    if number < _FIRST:
        return True
    stride = max(1, (1 << (number.bit_length() - 1)) // _OF_A_DOUBLING)
    return number % stride == 0


class Steps:
    """Counts the updates of a run and tells of those that are kept. ``apart`` are the numbers of those that are taken
    apart: arrays in whole, unless ``whole`` says that these would be too much, and what the forward pass put out. With
    ``passes`` the script trains nothing, and what it computes is told as one step. ``script`` is the file whose lines
    are told."""

    def __init__(self, see, apart, passes=False, script=None, whole=True):
        self.see = see
        self.passes = passes
        self.script = script
        self.whole = whole
        self.layers = []
        self.apart = frozenset(apart)
        self.number = -1
        self.told = 0
        self.lock = threading.RLock()
        self.remarks = set()
        self.applied = Applied()

    def begin(self):
        """Count a step. Give its number."""
        with self.lock:
            self.number += 1
            return self.number

    def take_back(self):
        """The step that was counted last did not come about."""
        with self.lock:
            self.number -= 1

    def wanted(self, number):
        return number in self.apart or (keeps(number) and self.told < _MOST_TOLD)

    def reduce(self, number, value):
        return None if value is None else reduced(value, self.whole and number in self.apart)

    def tell(self, number, **what):
        """Tell of a step; what is empty goes without saying, but for a rate of zero."""
        self.told += _count(what)
        told = {key: value for key, value in what.items() if value or isinstance(value, float)}
        self.see("step", dict(told, number=number))

    def remark(self, text, counts=False):
        """Tell what cannot be seen, once; ``counts`` says that each step is counted all the same."""
        if not counts:
            self.applied.unknown()
        if text not in self.remarks:
            self.remarks.add(text)
            self.see("remark", text)

    def passed(self, layers):
        """Ops of a pass that trains nothing put this out: ``[type, name, numbers of ops before it, values,
        line]`` each."""
        before = len(self.layers)
        for kind, name, inputs, values, line in layers[: _MOST_LAYERS - before]:
            self.layers.append([kind, name, [before + each for each in inputs], values, line])

    def have(self, names):
        """These variables are there at the end: those that batch norm keeps are told, moved or not."""
        names = [name for name in names if _STATISTIC.search(name)]
        if names:
            self.see("statistics", names)

    def end(self):
        """Tell how many steps there were; where there were none, what was computed."""
        if self.passes and self.number < 0 and self.layers:
            self.see("step", {"number": 0, "way": "pass", "layers": self.layers})
        loose = self.applied.told()
        if loose is not None:
            self.see("loose", loose)
        self.see("steps", self.number + 1)


def _count(value):
    if isinstance(value, dict):
        return sum(map(_count, value.values()))
    if isinstance(value, (list, tuple)):
        return size(value) if is_reduced(value) else sum(map(_count, value))
    return 1
