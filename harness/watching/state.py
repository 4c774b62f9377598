"""What moved in a step besides the trained variables: batch-norm statistics, averages."""

from collections.abc import Iterator, Sequence

from harness.watching.things import Gap, Thing, moved
from harness.words.observation import ObservedState

MOVED, STOOD = "moved", "nothing of its size moved"
# What metrics of Keras keep, which the other side may take by hand.
_COUNTED = frozenset({"total", "count"})


def hold_state(left: Sequence[ObservedState], right: Sequence[ObservedState]) -> Iterator[Thing]:
    """Hold what moved on both sides, floats alone: partners have one size, and the same last word of their names where
    there are several. What moved on one side only is apart, but for what metrics
    count."""
    free = [each for each in right if _has_moved(each)]
    for one in left:
        if not _has_moved(one):
            continue
        other = _partner(one, free)
        if other is None and _is_counted(one):
            continue
        if other is None:
            yield Thing(one.name, False, Gap(one.name, MOVED, STOOD))
            continue
        free.remove(other)
        held = moved(one.name, (one.before, one.after), (other.before, other.after))
        if held is not None:
            yield held
    for two in free:
        if not _is_counted(two):
            yield Thing(two.name, False, Gap(two.name, STOOD, MOVED))


def _is_counted(state: ObservedState) -> bool:
    last = state.name.partition(":")[0].rpartition("/")[2]
    return last.rstrip("0123456789_") in _COUNTED


def _partner(one: ObservedState, free: Sequence[ObservedState]) -> ObservedState | None:
    assert one.after is not None
    same = [each for each in free if each.after is not None and each.after.size == one.after.size]
    last = one.name.rpartition("/")[2]
    return next((each for each in same if each.name.rpartition("/")[2] == last), same[0] if same else None)


def _has_moved(state: ObservedState) -> bool:
    if state.before is None or state.after is None or "float" not in state.after.dtype:
        return False
    return state.before.digest != state.after.digest
