"""Pairing calls: which call of the right script does what one of the left script did."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from harness.diagnose.evidence.calls import CallSetting, calls_of
from harness.diagnose.evidence.evidence import Side
from harness.diagnose.facts.values import is_same

# A layer of another size is another layer.
_SIZES = frozenset({"units", "filters", "class"})
# Of so many calls of one kind the pairs would be guessed.
_MOST = 200


@dataclass(frozen=True)
class CallPair:
    """A call of the left script and the one that stands for it in the right one."""

    left: CallSetting
    right: CallSetting


def pair_calls(left: Side, right: Side) -> tuple[CallPair, ...]:
    """Pair the calls of two sides, kind by kind and in order: one by one where both have as many, else those that are
    most alike; what has no partner is left out."""
    mine, theirs = _by_kind(left), _by_kind(right)
    found: list[CallPair] = []
    for kind, calls in mine.items():
        others = theirs.get(kind, [])
        if max(len(calls), len(others)) <= _MOST:
            found += _paired(calls, others)
    return tuple(found)


def with_the_like(pairs: Sequence[CallPair], right: Side) -> tuple[CallPair, ...]:
    """Give the pairs, and with them those calls of the right side that are left over and called as one that has a
    partner is, but for their size: a function of the left script may make several layers in one line."""
    partners = {_looks(pair.right): pair.left for pair in reversed(pairs)}
    paired = [pair.right for pair in pairs]
    found = [
        CallPair(partners[_looks(call)], call)
        for call in calls_of(right)
        if _looks(call) in partners and call not in paired
    ]
    return *pairs, *found


def _looks(call: CallSetting) -> str:
    return repr((call.symbol, sorted((name, value) for name, value in call.settings.items() if name not in _SIZES)))


def _by_kind(side: Side) -> dict[str, list[CallSetting]]:
    found: dict[str, list[CallSetting]] = {}
    for call in calls_of(side):
        found.setdefault(call.kind, []).append(call)
    return found


def _paired(left: Sequence[CallSetting], right: Sequence[CallSetting]) -> list[CallPair]:
    if len(left) == len(right):
        return [CallPair(one, two) for one, two in zip(left, right, strict=True)]

    @cache
    def best(i: int, j: int) -> tuple[float, tuple[tuple[int, int], ...]]:
        """The cheapest way to pair what comes from ``i`` and ``j`` on."""
        if i == len(left) or j == len(right):
            return 0.0, ()
        cost, pairs = best(i + 1, j + 1)
        ways = [(cost + _apart(left[i], right[j]), ((i, j), *pairs))]
        if len(left) - i > len(right) - j:
            ways.append(best(i + 1, j))
        if len(right) - j > len(left) - i:
            ways.append(best(i, j + 1))
        return min(ways, key=lambda way: way[0])

    return [CallPair(left[i], right[j]) for i, j in best(0, 0)[1]]


def _apart(left: CallSetting, right: CallSetting) -> float:
    shared = left.settings.keys() & right.settings.keys()
    return sum(3 if name in _SIZES else 1 for name in shared if not is_same(left.settings[name], right.settings[name]))
