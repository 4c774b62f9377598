"""Specification of variables that are parts of one kernel on the other side."""

from harness.watching.parts import with_parts_joined
from harness.watching.watched import watched
from harness.words.observation import Observation, ObservedState, ObservedStep, ObservedVariable
from tests.watching.arrays import reduced


def seen(**values: object) -> Observation:
    variables = tuple(
        ObservedVariable(name, reduced(value), reduced(value), reduced(value), {"m": reduced(value)})
        for name, value in values.items()
    )
    end = tuple(ObservedState(name, after=reduced(value)) for name, value in values.items())
    return Observation((ObservedStep(0, "session", "", reduced(1.0), variables=variables),), 1, end=end)


PARTS = seen(w1=[0.5], w2=[0.25], w3=[-0.5], b=[2.0])
KERNEL = seen(kernel=[[0.5], [0.25], [-0.5]], bias=[2.0])


def test_numbers_that_are_one_kernel_on_the_other_side_are_held_as_that() -> None:
    left, right = with_parts_joined(PARTS, KERNEL)
    joined = left.steps[0].variables[0]
    kernel = right.steps[0].variables[0]
    assert (joined.name, joined.before, joined.gradient, joined.slots) == (
        "w1, w2, w3",
        kernel.before,
        kernel.gradient,
        kernel.slots,
    )
    assert {each.name for each in left.end} == {"w1, w2, w3", "b"}
    held = watched(PARTS, KERNEL)
    assert (held.pairs.only_left, held.pairs.only_right, held.stage) == ((), (), None)
    held = watched(KERNEL, PARTS)
    assert (held.pairs.only_left, held.pairs.only_right, held.stage) == ((), (), None)


def test_another_number_of_elements_or_more_that_has_no_partner_is_left_as_it_is() -> None:
    for other in (seen(kernel=[[0.5], [0.25]], bias=[2.0]), seen(kernel=[[0.5, 0.25, 1.0]] * 3, bias=[2.0])):
        assert with_parts_joined(PARTS, other) == (PARTS, other)
    more = seen(kernel=[[0.5], [0.25], [-0.5]], bias=[2.0], further=[1.0, 2.0])
    assert with_parts_joined(PARTS, more) == (PARTS, more)
