"""Specification of what is said of other dtypes, though the numbers agree."""

from harness.watching.dtypes import dtypes_apart
from harness.watching.watched import watched
from harness.watching.words import watched_text
from harness.words.observation import Observation, ObservedStep, ObservedVariable
from tests.watching.arrays import reduced


def run(dtype: str, loss: str, *names: str) -> Observation:
    values = reduced([1.0, 2.0], dtype), reduced([0.5, 1.5], dtype)
    variables = tuple(ObservedVariable(name, values[0], None, values[1]) for name in names)
    return Observation((ObservedStep(0, loss=reduced(3.0, loss), variables=variables),), 1)


def test_other_dtypes_are_told_and_part_nothing() -> None:
    found = watched(run("float64", "float64", "w", "b"), run("float32", "float32", "w", "b"))
    assert found.parting is None
    assert watched_text(found)[-1] == "computed in float64 on the left, in float32 on the right: w, b, the loss"


def test_the_loss_may_have_another_one_alone() -> None:
    found = watched(run("float32", "float64", "w"), run("float32", "float32", "w"))
    assert [str(each) for each in dtypes_apart(found)] == [
        "computed in float64 on the left, in float32 on the right: the loss"
    ]


def test_of_many_variables_the_first_are_named() -> None:
    names = "abcde"
    found = watched(run("float16", "float32", *names), run("float32", "float32", *names))
    assert str(dtypes_apart(found)[0]) == "computed in float16 on the left, in float32 on the right: a, b, c and 2 more"


def test_the_same_dtypes_are_not_told() -> None:
    assert dtypes_apart(watched(run("float32", "float32", "w"), run("float32", "float32", "w"))) == ()
