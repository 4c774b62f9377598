"""Inputs of a step on both sides: of which one is the other one scaled."""

from dataclasses import dataclass

from harness.diagnose.evidence.evidence import Evidence
from harness.watching.affine import IDENTITY, Affine, affine_of, is_identity
from harness.watching.closeness import closeness, rounding
from harness.watching.forward import SOURCES
from harness.words.finding import Place
from harness.words.observation import ObservedStep, Reduced

_ARITHMETIC = frozenset(["RealDiv", "Div", "Mul", "Sub", "Add", "AddV2", "Multiply"])
_MOST = 24


@dataclass(frozen=True)
class ScaledInput:
    """What the right side computes with is ``factor`` of what the left one does, ``left`` and ``right``. ``whole``
    has, for each side that can be given others, its input's trailing shape, the names it is fed by, and what has to be
    done to it so that both compute with the same."""

    left: Reduced
    right: Reduced
    factor: Affine
    changes: tuple[tuple[Place, tuple[int, ...], tuple[str, ...], Affine], ...]


def scaled_input(evidence: Evidence) -> ScaledInput | None:
    """Give the input that differs by a scale and a shift, one number each or one for each column, in the step in which
    the sides part; None where none does. What both sides have as it is does not count, unless the other side computes
    with another one that was made from it."""
    parting = evidence.parting
    if parting is None or parting.both is None:
        return None
    one, two = parting.both
    mine, theirs = _used(one), _used(two)
    for left in reversed(mine):
        for right in reversed(theirs):
            if left.size != right.size or (_is_among(left, theirs) and _is_among(right, mine)):
                continue
            factor = affine_of(left, right)
            if factor is not None and not is_identity(factor):
                changes = (
                    # What the left side does is what is wanted.
                    (Place.RIGHT, *_source(two, right), factor.back),
                    (Place.LEFT, *_source(one, left), factor),
                )
                return ScaledInput(left, right, factor, tuple(_change(*each) for each in changes))
    return None


def _change(
    place: Place, source: Reduced, names: tuple[str, ...], made: Affine, wanted: Affine
) -> tuple[Place, tuple[int, ...], tuple[str, ...], Affine]:
    """What a source has to be, so that what is made of it comes to be what is wanted of that."""
    return place, source.shape[1:], names, made.back.after(wanted.after(made))


def _used(step: ObservedStep) -> list[Reduced]:
    """The arrays that a step was given, and what arithmetic alone makes of them: not what it makes of a prediction."""
    plain: set[int] = set()
    made = []
    for each in step.layers[:_MOST]:
        if each.kind in SOURCES or (each.kind in _ARITHMETIC and plain.issuperset(each.inputs)):
            plain.add(each.call)
            made += [each.output] if each.kind in _ARITHMETIC and each.output is not None else []
    given = [array for _, array in _given(step)]
    return given + [each for each in made if any(affine_of(array, each) is not None for array in given)]


def _given(step: ObservedStep) -> list[tuple[str, Reduced]]:
    found = [*step.fed.items(), *(("", each) for each in step.read)]
    return found + [("", each.output) for each in step.layers if each.kind in SOURCES and each.output is not None]


def _source(step: ObservedStep, array: Reduced) -> tuple[Reduced, tuple[str, ...], Affine]:
    """The array that a step was given of which another one was made, the names it was fed by, and how it was made."""
    for name, given in _given(step):
        made = affine_of(given, array)
        if made is not None:
            return given, (name,) if name else (), made
    return array, (), IDENTITY


def _is_among(array: Reduced, others: list[Reduced]) -> bool:
    return any(
        array.size == other.size and closeness(array, other).within(4 * rounding(array, other)) for other in others
    )
