"""Other data of a step, where one side is fed and the other one reads: what first values of zero hide from its loss."""

import math
from collections.abc import Mapping

from harness.watching.affine import affine_of
from harness.watching.closeness import closeness, rounding
from harness.watching.forward import SOURCES, behind_loss
from harness.watching.stages import StageHeld
from harness.watching.things import Gap, brief
from harness.words.observation import ObservedStep, Reduced
from harness.words.stage import Stage

# Of fewer numbers two batches may be the same by chance, or one the other scaled.
_FEWEST = 64


def given_to(step: ObservedStep) -> Mapping[str, Reduced]:
    """Give the arrays that a step was fed, and those that the function was given, or took from a data set, which its
    loss is made from."""
    behind = behind_loss(step.layers, step.loss)
    sources = {each.name: each.output for each in behind if each.kind in SOURCES and each.output is not None}
    return {**step.fed, **sources}


def read_like(step: ObservedStep, array: Reduced) -> list[Reduced]:
    """Give the arrays of this shape that a step was given; of an eager one those that were read since the step before,
    the values of variables aside."""
    return [each for each in _known_to(step) if lengths(each) == lengths(array)]


def batches_like(step: ObservedStep, array: Reduced) -> list[Reduced]:
    """Give those that are as many of what an array is some of: of its shape but for the first length."""
    return [each for each in _known_to(step) if len(each.shape) > 1 and each.shape[1:] == array.shape[1:]]


def _known_to(step: ObservedStep) -> list[Reduced]:
    values = {each.before.digest for each in step.variables if each.before is not None}
    return list(given_to(step).values()) or [each for each in step.read if each.digest not in values]


def lengths(array: Reduced) -> list[int]:
    """Give the lengths of an array that are not 1."""
    return [length for length in array.shape if length != 1]


def is_near(one: Reduced, two: Reduced) -> bool:
    """Whether two arrays are the same but for the dtype that they were handed on in."""
    return closeness(one, two).within(4 * rounding(one, two))


def with_other_data(stages: tuple[StageHeld, ...], left: ObservedStep, right: ObservedStep) -> tuple[StageHeld, ...]:
    """Give the stages of a step with that of the data before them, where gradients are the first that is apart though
    variables and loss agree, and each larger array that one side is given is none of the other's, nor one of them
    scaled. Weights of zero give the same loss whatever they are given."""
    first = next((each for each in stages if each.gaps), None)
    held = {each.stage for each in stages}
    if first is None or first.stage is not Stage.GRADIENTS or Stage.DATA in held or Stage.LOSS not in held:
        return stages
    given = given_to(left) or given_to(right)
    other = right if given_to(left) else left
    gaps = []
    for name, one in given.items():
        same = read_like(other, one) if one.size >= _FEWEST else []
        if any(is_near(one, two) or affine_of(one, two) is not None for two in same):
            return stages
        if same:
            said = brief(one), brief(same[-1])
            gaps.append(Gap(name, *(said if other is right else said[::-1])))
    if not gaps:
        return stages
    return (StageHeld(Stage.DATA, len(gaps), 0, tuple(gaps), relative=math.inf), *stages)
