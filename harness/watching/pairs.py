"""Which variable of one run is which of the other: by shape, first values, words of their names, and order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from harness.watching.closeness import agree
from harness.words.observation import Reduced

_SAME_VALUES, _SAME_LAYER, _SAME_WORD, _SAME_SHAPE, _NEXT_TO_IT = 100.0, 50.0, 10.0, 5.0, 2.0
# Names of one thing in different years.
_WORDS = {
    "kernel": "weights",
    "weight": "weights",
    "w": "weights",
    "matrix": "weights",
    "biases": "bias",
    "b": "bias",
    "moving_mean": "mean",
    "moving_variance": "variance",
    "embedding": "embeddings",
}
# The layout of biases whose layer has its gates in another order.
GATES = "gates"
_SPLIT = re.compile(r"[/:_\W]+")
# The second of a name, as the watcher counts them.
_COUNTED = re.compile(r" #\d+$")


@dataclass(frozen=True)
class Named:
    """A variable by its name, with the first value that is known of it."""

    name: str
    value: Reduced | None


@dataclass(frozen=True)
class VariablePair:
    """A variable of the left run and its partner on the right, by name. ``layout`` says how the right one lies where
    that is not as the left one does: ``reshaped``, ``transposed``, or in another order of ``gates``; empty for the same
    shape."""

    left: str
    right: str
    layout: str = ""

    @property
    def is_in_order(self) -> bool:
        """Whether the elements of both come in one order, and can be held against each other."""
        return self.layout not in ("transposed", GATES)


@dataclass(frozen=True)
class Fused:
    """Variables of one recurrent layer, which both sides lay out otherwise: names of either side."""

    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True)
class Pairs:
    """Pairs of variables in the order of the left run, the names of those without a partner, and recurrent layers whose
    kernels are ``fused`` on one side."""

    pairs: tuple[VariablePair, ...]
    only_left: tuple[str, ...] = ()
    only_right: tuple[str, ...] = ()
    fused: tuple[Fused, ...] = ()


def pair_variables(left: Sequence[Named], right: Sequence[Named]) -> Pairs:
    """Pair the variables of two runs: each left one with the right one that is likest to it and not yet taken. What has
    another number of elements is no partner. Zeros are those of the layer, or beside the variable, of which the first
    values are the same."""
    known = {
        (i, j) for i, one in enumerate(left) for j, two in enumerate(right) if _may_be(one, two) and _is_same(one, two)
    }
    layers = {(_layer(left[i].name), _layer(right[j].name)) for i, j in known}
    scored = [
        (
            _likeness(one, two)
            + _SAME_VALUES * ((i, j) in known)
            + _SAME_LAYER * (_layer(one.name) != "" and (_layer(one.name), _layer(two.name)) in layers)
            + _NEXT_TO_IT * (not known.isdisjoint({(i - 1, j - 1), (i + 1, j + 1)}))
            - abs(i / max(1, len(left)) - j / max(1, len(right))),
            i,
            j,
        )
        for i, one in enumerate(left)
        for j, two in enumerate(right)
        if _may_be(one, two)
    ]
    taken_left: dict[int, int] = {}
    taken_right: set[int] = set()
    for _, i, j in sorted(scored, key=lambda each: (-each[0], each[1], each[2])):
        if i not in taken_left and j not in taken_right:
            taken_left[i] = j
            taken_right.add(j)
    pairs = tuple(
        VariablePair(left[i].name, right[j].name, layout(left[i].value, right[j].value))
        for i, j in sorted(taken_left.items())
    )
    only_left = tuple(each.name for i, each in enumerate(left) if i not in taken_left)
    return Pairs(pairs, only_left, tuple(each.name for j, each in enumerate(right) if j not in taken_right))


def layout(left: Reduced | None, right: Reduced | None) -> str:
    """Say how two arrays of as many elements lie towards each other."""
    if left is None or right is None or left.shape == right.shape:
        return ""
    if _squeezed(left.shape) == _squeezed(right.shape):
        return "reshaped"
    return "transposed" if left.shape == right.shape[::-1] else "reshaped"


def _may_be(left: Named, right: Named) -> bool:
    if left.value is None or right.value is None:
        return True
    one, two = left.value.shape, right.value.shape
    return one == two or _squeezed(one) == _squeezed(two) or (len(one) > 1 and one == two[::-1])


def _likeness(left: Named, right: Named) -> float:
    score = _SAME_WORD * len(_words(left.name) & _words(right.name))
    if left.value is not None and right.value is not None:
        score += _SAME_SHAPE * (left.value.shape == right.value.shape)
    return score


def _is_same(left: Named, right: Named) -> bool:
    """Whether two variables begin with the same values; zeros are like all other zeros."""
    if left.value is None or right.value is None or left.value.least == left.value.most:
        return False
    return agree(left.value, right.value)


def _layer(name: str) -> str:
    """The layer of a variable by its name, empty where it names none: that of ``dense/kernel #2`` is ``dense #2``."""
    count = _COUNTED.search(name)
    layer = _COUNTED.sub("", name).rpartition("/")[0]
    return layer + count[0] if layer and count is not None else layer


def _words(name: str) -> set[str]:
    found = {_WORDS.get(word, word) for word in _SPLIT.split(name.lower()) if word and not word.isdigit()}
    return found | {_WORDS[each] for each in ("moving_mean", "moving_variance") if each in name.lower()}


def _squeezed(shape: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(length for length in shape if length != 1)
