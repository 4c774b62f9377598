"""What moved in a step besides the trained variables: batch-norm statistics, averages."""

import re
from collections.abc import Iterator, Sequence

from harness.watching.things import Gap, Thing, moved
from harness.words.observation import ObservedState

MOVED, STOOD = "moved", "nothing of its size moved"
# What metrics of Keras keep, which the other side may take by hand.
_COUNTED = frozenset({"total", "count"})
# As TensorFlow and Keras call what batch norm keeps in all releases; a second one may be numbered.
_KEPT = re.compile(r"(moving_mean|moving_variance)(_\d+)?")


def hold_state(
    left: Sequence[ObservedState],
    right: Sequence[ObservedState],
    after_left: Sequence[ObservedState] | None = None,
    after_right: Sequence[ObservedState] | None = None,
    slots: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset()),
) -> Sequence[Thing]:
    """Hold what moved on both sides, floats alone: partners have one size, and the same last word of their names where
    there are several. What moves on one side only is apart, but for what metrics count.

    What a script moves by hand once the step is done is seen with the step after it (``after_left``, ``after_right``):
    where that is what the other side moved in this one, it is held instead. What a run of its own moves may be
    anything, as sums of gradients: it is held, and never alone. What does not move in that step, too, is no statistic
    but a copy, and where that was not looked at (None), nothing is said to move on one side only; nor is it of what has
    as many elements as one of the ``slots`` that an optimizer of the other side keeps and that of its own does not, for
    a velocity may be kept by hand.
    """
    now = list(_in_step(left, right, after_left, after_right, slots))
    if all(each.gap is None for each in now):
        return now
    alone = any(each.gap is not None and STOOD in (each.gap.left, each.gap.right) for each in now)
    for one, two in ((left, after_right), (after_left, right)):
        late = list(_in_step(one or (), two or (), None, None, slots))
        whole = len(late) >= max(len(now), 1)
        if whole and (alone or all(each.gap is None for each in late)):
            return late
    return now


def kept_by_batch_norm(name: str) -> str:
    """Give which statistic of batch norm a variable is by its name, ``moving_mean`` or ``moving_variance``; empty where
    it is none."""
    found = _KEPT.fullmatch(name.partition(":")[0].rpartition("/")[2])
    return found[1] if found is not None else ""


def has_moved(state: ObservedState) -> bool:
    """Whether a step moved a variable of floats."""
    if state.before is None or state.after is None or "float" not in state.after.dtype:
        return False
    return state.before.digest != state.after.digest


def _in_step(
    left: Sequence[ObservedState],
    right: Sequence[ObservedState],
    after_left: Sequence[ObservedState] | None,
    after_right: Sequence[ObservedState] | None,
    slots: tuple[frozenset[int], frozenset[int]],
) -> Iterator[Thing]:
    free = list(filter(has_moved, right))
    for one in filter(has_moved, left):
        other = _partner(one, free)
        if other is not None:
            free.remove(other)
            yield from _held(one, other)
        elif after_right is not None and not one.apart and _goes_on(one, after_left) and not _is_slot(one, slots[1]):
            yield Thing(one.name, False, Gap(one.name, MOVED, STOOD))
    for two in free:
        if after_left is not None and not two.apart and _goes_on(two, after_right) and not _is_slot(two, slots[0]):
            yield Thing(two.name, False, Gap(two.name, STOOD, MOVED))


def _held(one: ObservedState, two: ObservedState) -> Iterator[Thing]:
    held = moved(one.name, (one.before, one.after), (two.before, two.after))
    if held is not None:
        yield held


def _goes_on(one: ObservedState, after: Sequence[ObservedState] | None) -> bool:
    """Whether it moves in the step after this one, too; not known, it does."""
    if _is_counted(one):
        return False
    return after is None or any(each.name == one.name and has_moved(each) for each in after)


def _is_slot(state: ObservedState, sizes: frozenset[int]) -> bool:
    return state.after is not None and state.after.size in sizes


def _is_counted(state: ObservedState) -> bool:
    last = state.name.partition(":")[0].rpartition("/")[2]
    return last.rstrip("0123456789_") in _COUNTED


def _partner(one: ObservedState, free: Sequence[ObservedState]) -> ObservedState | None:
    assert one.after is not None
    same = [each for each in free if each.after is not None and each.after.size == one.after.size]
    last = one.name.rpartition("/")[2]
    return next((each for each in same if each.name.rpartition("/")[2] == last), same[0] if same else None)
