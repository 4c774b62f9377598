"""What a replacement fact is: a setting that the two eras, or two releases, have otherwise, and what comes of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from harness.diagnose.facts.call_pairs import CallPair
from harness.diagnose.facts.values import is_same
from harness.words.finding import Place
from harness.words.stage import Stage

# What no particular cause is about.
OTHER = "other-setting"


@dataclass(frozen=True)
class Fact:
    """That calls of these ``kinds`` (any, where there are none) differ in one ``setting``, for one ``cause``.

    ``holds`` says of which values of a pair that is told; without it, of any that differ. ``wanted`` gives the value
    that would make the sides equal, and ``side`` where it is set: by default the left one's, on the right side.
    ``change`` is what to do. ``stage`` is where the sides part by it.
    """

    cause: str
    stage: Stage
    kinds: tuple[str, ...]
    setting: str
    change: str
    holds: Callable[[CallPair, Any, Any], bool] | None = None
    wanted: Callable[[Any, Any], Any] | None = None
    side: Place = Place.RIGHT

    def tells(self, pair: CallPair) -> bool:
        """Whether the fact is told of a pair of calls."""
        if self.kinds and pair.left.kind not in self.kinds:
            return False
        if self.setting not in pair.left.settings or self.setting not in pair.right.settings:
            return False
        left, right = pair.left.settings[self.setting], pair.right.settings[self.setting]
        if self.holds is not None:
            return self.holds(pair, left, right)
        return not is_same(left, right)


@dataclass(frozen=True)
class Difference:
    """A fact that is told of a pair of calls: their values of its setting, and the one that is ``wanted``."""

    fact: Fact
    pair: CallPair
    left: Any
    right: Any
    wanted: Any
