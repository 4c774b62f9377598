"""Where two forward passes part: ops are partners by what they put out, for names and numbers of ops differ by era."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from harness.watching.closeness import closeness, rounding
from harness.words.observation import ObservedLayer, Reduced

# What a function is given.
_GIVEN = "Placeholder"
# What gives a step its data.
SOURCES = frozenset([_GIVEN, "PlaceholderWithDefault", "IteratorGetNext", "QueueDequeueV2", "QueueDequeueManyV2"])

# As calls of a ``tf.function`` are named among the ops of a tape.
_FUNCTIONS = ("__forward_", "__inference_", "PartitionedCall", "StatefulPartitionedCall")


@dataclass(frozen=True)
class ForwardPlace:
    """The first op of each side that puts out what no op of the other side does, and from which nothing follows that
    does: there the passes part. None where a side has none. ``data`` are two arrays of one size that the sides read and
    that are not the same, where each has one that the other has not: what an op is made from may be such."""

    left: ObservedLayer | None
    right: ObservedLayer | None
    data: tuple[Reduced, Reduced] | None = None

    @property
    def unseen(self) -> tuple[str, ObservedLayer] | None:
        """The side, ``left`` or ``right``, whose op is a call of a function, where that of the other one is not, and
        the call: what parts is within it, unseen, and may be another op than the other side's."""
        sides = {"left": self.left, "right": self.right}
        found = [(side, op) for side, op in sides.items() if op is not None and op.kind.startswith(_FUNCTIONS)]
        return found[0] if len(found) == 1 else None


def where_forward_parts(
    left: Sequence[ObservedLayer],
    right: Sequence[ObservedLayer],
    allowed: float = 0.0,
    given: tuple[Sequence[Reduced], Sequence[Reduced]] = ((), ()),
) -> ForwardPlace | None:
    """Give the place where two forward passes part; None where they do not, or where one of them was not seen. Outputs
    agree that are apart by no more than rounding, or by no more than is ``allowed``, relative to their largest element.
    ``given`` are the arrays that each side is fed or reads, which may be what a function of the other one is given.
    """
    if not left or not right:
        return None
    matched_left, matched_right = _matched(left, right, allowed)
    matched_left |= _given_alike(left, given[1], allowed)
    matched_right |= _given_alike(right, given[0], allowed)
    place = ForwardPlace(_first_apart(left, matched_left), _first_apart(right, matched_right))
    if place.left is None and place.right is None:
        return None
    return replace(place, data=_other_data(_read(left, given[0]), _read(right, given[1]), allowed))


def _read(layers: Sequence[ObservedLayer], given: Sequence[Reduced]) -> list[Reduced]:
    """The arrays that a side reads."""
    return [*given, *(each.output for each in layers if each.kind in SOURCES and each.output is not None)]


def _other_data(left: Sequence[Reduced], right: Sequence[Reduced], allowed: float) -> tuple[Reduced, Reduced] | None:
    """The last two arrays of one size of which the other side has neither."""
    mine = [one for one in left if not any(one.size == two.size and _alike(one, two, allowed) for two in right)]
    theirs = [two for two in right if not any(one.size == two.size and _alike(one, two, allowed) for one in left)]
    pairs = ((one, two) for one in reversed(mine) for two in reversed(theirs) if one.size == two.size)
    return next(pairs, None)


def behind_loss(layers: Sequence[ObservedLayer], loss: Reduced | None) -> tuple[ObservedLayer, ...]:
    """Give the ops that a loss is made from, by its bits: in eager mode what a script prints beside it is among the
    ops, too. All of them where none of them puts out the loss."""
    last = next((each for each in reversed(layers) if _is(each.output, loss)), None)
    if last is None:
        return tuple(layers)
    wanted = {last.call}
    for each in reversed(layers):
        if each.call in wanted:
            wanted.update(each.inputs)
    return tuple(each for each in layers if each.call in wanted)


def _is(output: Reduced | None, loss: Reduced | None) -> bool:
    return output is not None and loss is not None and (output.digest, output.dtype) == (loss.digest, loss.dtype)


def _matched(
    left: Sequence[ObservedLayer], right: Sequence[ObservedLayer], allowed: float
) -> tuple[set[int], set[int]]:
    """The numbers of the ops on each side whose output comes up on the other."""
    by_size: dict[int, list[ObservedLayer]] = {}
    for each in right:
        if each.output is not None:
            by_size.setdefault(each.output.size, []).append(each)
    of_left: set[int] = set()
    of_right: set[int] = set()
    for one in left:
        if one.output is None:
            of_left.add(one.call)
            continue
        for two in by_size.get(one.output.size, ()):
            if two.output is not None and _alike(one.output, two.output, allowed):
                of_left.add(one.call)
                of_right.add(two.call)
    return of_left, of_right | {each.call for each in right if each.output is None}


def _given_alike(layers: Sequence[ObservedLayer], others: Sequence[Reduced], allowed: float) -> set[int]:
    """The numbers of what a function is given that the other side has as well."""
    return {
        each.call
        for each in layers
        if each.kind == _GIVEN and each.output is not None
        if any(other.size == each.output.size and _alike(each.output, other, allowed) for other in others)
    }


def _alike(left: Reduced, right: Reduced, allowed: float) -> bool:
    return closeness(left, right).within(max(allowed, rounding(left, right)))


def _first_apart(layers: Sequence[ObservedLayer], matched: set[int]) -> ObservedLayer | None:
    """The first op that is unmatched, from which no matched one follows, and that was made from such as do agree. What
    a function is given, and the other side is fed, is among the ops of one side alone: another op that is apart is told
    before it."""
    healed = set(matched)
    for each in reversed(layers):
        if each.call in healed:
            healed.update(each.inputs)
    apart = [each for each in layers if each.call not in healed and healed.issuperset(each.inputs)]
    return next((each for each in apart if each.kind != _GIVEN), apart[0] if apart else None)
