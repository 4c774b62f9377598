"""What is unlike in one step of both sides, whatever parts them first: what it reads, trains and begins with, what its
loss is made by, its rate."""

from collections import Counter
from collections.abc import Iterator, Sequence

from harness.watching.beginnings import begins_with, drawn_otherwise
from harness.watching.first_values import values_before
from harness.watching.forward import behind_loss
from harness.watching.other_data import batches_like, given_to, is_near, lengths, read_like
from harness.watching.pairs import GATES, Pairs
from harness.watching.things import brief
from harness.watching.watched import Watched
from harness.words.observation import Observation, ObservedLayer, ObservedStep, Reduced
from harness.words.stage import Stage
from harness.words.unlike import Unlike

_MOST = 3
# A name of more is told without its scopes.
_LONG = 24
# Of arrays of one shape, by how much the largest number of one is more than that of the other.
_OTHER_SIZE = 1.5
# Of fewer numbers a batch may lack the largest by chance.
_FEWEST = 64
_RATE = 1e-6
# What shapes a forward pass, and is one op in all eras.
_ACTIVATIONS = {"Elu", "LeakyRelu", "Relu", "Relu6", "Selu", "Sigmoid", "Softplus", "Softsign", "Tanh"}
_SHAPING = _ACTIVATIONS | {"AvgPool", "ClipByValue", "Conv2D", "L2Loss", "MatMul", "MaxPool", "Softmax"}
_LAST = frozenset(["Sigmoid", "Softmax"])
# Ops of which nobody sees what they are made of.
_CLOSED = frozenset(["PartitionedCall", "StatefulPartitionedCall", "While", "StatelessWhile", "If", "StatelessIf"])
_MOST_LAYERS = 200
_SUMS = frozenset(["Sum", "Mean"])


def unlike_steps(watched: Watched) -> tuple[Unlike, ...]:
    """Give what is unlike in the step in which two sides part, or in the first that both told of, in the order of
    stages; and in what they train and begin with. All of it was measured: what one side did not tell is left out."""
    both = watched.parting.both if watched.parting is not None else None
    if both is None:
        on_right = {each.number: each for each in watched.right.steps}
        both = next(((each, on_right[each.number]) for each in watched.left.steps if each.number in on_right), None)
    if both is None:
        return ()
    return (
        *_read(*both),
        *_trained(watched),
        *_first_values(watched.pairs, watched.left, watched.right),
        *_made_of(*both),
        *_loss(*both),
        *_rate(*both),
    )


def _read(left: ObservedStep, right: ObservedStep) -> Iterator[Unlike]:
    """The largest array that a step is given, where it has another shape, is of other size by far, or another one; of
    eager steps, which tell what was read since the step before, what the first op puts out that computes anything."""
    one, two = _largest(left), _largest(right)
    step = f"step {left.number}"
    known = one if one is not None else two
    if known is not None and (one is None or two is None):
        giving, reading = (left, right) if one is not None else (right, left)
        alike = read_like(reading, known)
        # Of arrays of one size the others may be read as something that NumPy made of them.
        if any(is_near(each, other) for each in _as_large(giving, known) for other in alike):
            return
        other = next(reversed(alike or batches_like(reading, known)), None)
        one, two = one or other, two or other
    elif one is not None and two is not None:
        if one.size == two.size:
            mine, theirs = _of_one_alone(_as_large(left, one), _as_large(right, two))
            if not mine or not theirs:
                return
            one, two = mine[0], theirs[0]
        elif _elements(left) == _elements(right):
            # As much in all: columns of one side may lie in one array of the other.
            return
    if one is None or two is None:
        yield from _first_ops(left, right)
    elif lengths(one) != lengths(two):
        # What is fed as whole numbers beside others may be told of on one side alone.
        if all(map(_is_telling, (left, right))):
            yield Unlike(Stage.DATA, f"the largest array that {step} is given is", _shape(one), _shape(two))
    elif one.size >= _FEWEST and _is_scaled(one, two):
        yield Unlike(Stage.DATA, f"the largest array that {step} is given goes", _range(one), _range(two))
    elif not is_near(one, two):
        what = f"the largest array that {step} is given, of shape {_shape(one)}, holds other numbers:"
        yield Unlike(Stage.DATA, what, brief(one), brief(two))


def _largest(step: ObservedStep) -> Reduced | None:
    return max(given_to(step).values(), key=lambda each: each.size, default=None)


def _as_large(step: ObservedStep, largest: Reduced) -> list[Reduced]:
    return [each for each in given_to(step).values() if each.size == largest.size]


def _elements(step: ObservedStep) -> int:
    return sum(each.size for each in given_to(step).values())


def _of_one_alone(left: Sequence[Reduced], right: Sequence[Reduced]) -> tuple[list[Reduced], list[Reduced]]:
    """The arrays of either side that none of the other's is near: features and labels may be of one size."""
    return (
        [one for one in left if not any(lengths(one) == lengths(two) and is_near(one, two) for two in right)],
        [two for two in right if not any(lengths(one) == lengths(two) and is_near(one, two) for one in left)],
    )


def _is_telling(step: ObservedStep) -> bool:
    """Whether the largest array is one of floats, of which all sides tell, or there is no such array beside it: numbers
    of Python that are fed are what they become."""
    floats = [each for each in given_to(step).values() if "float" in each.dtype]
    return not floats or max(floats, key=lambda each: each.size) == _largest(step)


def _first_ops(left: ObservedStep, right: ObservedStep) -> Iterator[Unlike]:
    one, two = (next(iter(behind_loss(each.layers, each.loss)), None) for each in (left, right))
    if one is None or two is None or one.output is None or two.output is None:
        return
    if lengths(one.output) != lengths(two.output):
        what = f"what the first op of step {left.number} puts out is"
        said = (f"{_shape(array)} (of {op.named})" for op, array in ((one, one.output), (two, two.output)))
        yield Unlike(Stage.DATA, what, *said)


def _is_scaled(one: Reduced, two: Reduced) -> bool:
    sizes = sorted(max(abs(each.least), abs(each.most)) for each in (one, two))
    return (one.least < 0) != (two.least < 0) or sizes[1] > _OTHER_SIZE * sizes[0]


def _trained(watched: Watched) -> Iterator[Unlike]:
    pairs = watched.pairs
    if not pairs.only_left and not pairs.only_right:
        return
    of_left, of_right = values_before(watched.left), values_before(watched.right)
    yield Unlike(
        Stage.START,
        "trained without a partner:",
        _named(pairs.only_left, of_left) or "nothing",
        _named(pairs.only_right, of_right) or "nothing",
    )


def _named(names: Sequence[str], values: dict[str, Reduced | None]) -> str:
    known = ((name, values.get(name)) for name in names[:_MOST])
    short = ((name.rpartition("/")[2] if len(name) > _LONG else name, value) for name, value in known)
    shown = ", ".join(name if value is None else f"{name} {_shape(value)}" for name, value in short)
    return shown + (f" and {len(names) - _MOST} more" if len(names) > _MOST else "")


def _first_values(pairs: Pairs, left: Observation, right: Observation) -> Iterator[Unlike]:
    """Variables that are drawn, or set, otherwise: those that are so alike, as all biases of a net, are told once."""
    of_left, of_right = values_before(left), values_before(right)
    told: dict[tuple[str, str], list[str]] = {}
    for pair in pairs.pairs:
        one, two = of_left.get(pair.left), of_right.get(pair.right)
        if one is None or two is None or one.size != two.size or pair.layout == GATES or not drawn_otherwise(one, two):
            continue
        told.setdefault((_begins(one), _begins(two)), []).append(pair.right)
    for (mine, theirs), names in told.items():
        more = f" and {len(names) - 1} more" if len(names) > 1 else ""
        yield Unlike(Stage.START, f"{names[0]}{more} {'begins' if not more else 'begin'} with", mine, theirs)


def _begins(value: Reduced) -> str:
    return f"{value.least:.3g}" if value.size == 1 else begins_with(value)


def _made_of(left: ObservedStep, right: ObservedStep) -> Iterator[Unlike]:
    """Ops that shape a forward pass, where one side has another number of them; none of passes that are not seen
    whole."""
    passes = [behind_loss(each.layers, each.loss) for each in (left, right)]
    if any(not each or len(each) >= _MOST_LAYERS or any(op.kind in _CLOSED for op in each) for each in passes):
        return
    mine, theirs = (Counter(op.kind for op in each) for each in passes)
    unlike = sorted(
        kind
        for kind in _SHAPING
        # A side without any multiplies by hand.
        if mine[kind] != theirs[kind] and not (kind == "MatMul" and 0 in (mine[kind], theirs[kind]))
    )
    # Keras takes the loss of what is in front of the last activation.
    if not all(kind in _LAST and abs(mine[kind] - theirs[kind]) == 1 for kind in unlike):
        left_has, right_has = (_counted(unlike, each) for each in passes)
        yield Unlike(Stage.FORWARD, "ops that the other side has in another number:", left_has, right_has)


def _counted(kinds: Sequence[str], ops: Sequence[ObservedLayer]) -> str:
    found = []
    for kind in kinds:
        of_kind = [op for op in ops if op.kind == kind]
        if of_kind:
            known = [*dict.fromkeys(op.place for op in of_kind if op.place)]
            more = "; …" if len(known) > _MOST else ""
            where = f" ({'; '.join(known[:_MOST])}{more})" if known else ""
            found.append(f"{f'{len(of_kind)} ' if len(of_kind) > 1 else ''}{kind}{where}")
    return ", ".join(found) or f"no {', no '.join(kinds)}"


def _loss(left: ObservedStep, right: ObservedStep) -> Iterator[Unlike]:
    """How a loss comes out of its terms: the last sum or mean, and what is done to that."""
    one, two = (_ending(behind_loss(each.layers, each.loss)) for each in (left, right))
    if one is None or two is None or _kinds(one) == _kinds(two):
        return
    yield Unlike(Stage.LOSS, "the loss is made by", _ops(one), _ops(two))


def _ending(ops: Sequence[ObservedLayer]) -> Sequence[ObservedLayer] | None:
    last = next((at for at in reversed(range(len(ops))) if ops[at].kind in _SUMS), None)
    return None if last is None else ops[last:]


def _kinds(ops: Sequence[ObservedLayer]) -> tuple[str, ...]:
    kinds = tuple(op.kind for op in ops if op.kind != "Neg")
    # Losses of tf.losses and of Keras divide by how many weights or rows there are; a sign may come before or after.
    return ("Mean", *kinds[2:]) if kinds[:2] == ("Sum", "DivNoNan") else kinds


def _ops(ops: Sequence[ObservedLayer]) -> str:
    place = next((op.place for op in ops if op.place), "")
    return ", ".join(op.kind for op in ops[:_MOST]) + (f" ({place})" if place else "")


def _rate(left: ObservedStep, right: ObservedStep) -> Iterator[Unlike]:
    one, two = left.rate, right.rate
    if one is not None and two is not None and abs(one - two) > _RATE * max(abs(one), abs(two)):
        yield Unlike(Stage.RATE, f"the rate of step {left.number} is", f"{one:.6g}", f"{two:.6g}")


def _shape(value: Reduced) -> str:
    return "one number" if value.size == 1 else f"{list(value.shape)}"


def _range(value: Reduced) -> str:
    return f"from {value.least:.4g} to {value.most:.4g}"
