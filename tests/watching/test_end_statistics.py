"""Specification of batch-norm statistics that come to other values on sides that train alike."""

from dataclasses import replace

from harness.watching.end_statistics import end_statistics, statistics_apart
from harness.watching.watched import watched
from harness.words.observation import Observation, ObservedState, ObservedStep, ObservedVariable
from tests.watching.arrays import reduced


def run(*means: float, name: str = "norm/moving_mean") -> Observation:
    """Steps that move a variable alike, and a statistic to these values, one after the other."""
    steps = tuple(
        ObservedStep(
            at,
            variables=(ObservedVariable("w", reduced([1.0, 2.0]), reduced([0.5, 0.5]), reduced([1.0 - at, 2.0])),),
            state=(ObservedState(name, reduced([before, 1.0]), reduced([after, 1.0])),),
        )
        for at, (before, after) in enumerate(zip((0.0, *means), means, strict=False))
    )
    return Observation(steps, len(steps), loose=0)


def test_another_momentum_is_told_by_what_the_mean_comes_to() -> None:
    found = statistics_apart(watched(run(0.1, 0.19, 0.271), run(0.01, 0.0199, 0.0297)))
    assert str(found) == (
        "norm/moving_mean stands at [0.271, 1] (norm 1.03607) on the left, at [0.0297, 1] (norm 1.00044) on the right "
        "after the last step"
    )


def test_statistics_that_are_alike_to_a_hundredth_are_nothing() -> None:
    assert statistics_apart(watched(run(0.1, 0.19, 0.271), run(0.101, 0.191, 0.272))) is None


def test_one_that_is_seen_a_step_later_on_one_side_is_nothing() -> None:
    assert statistics_apart(watched(run(0.1, 0.19, 0.271), run(0.05, 0.1, 0.19))) is None


def test_what_is_no_statistic_of_batch_norm_is_not_asked() -> None:
    assert statistics_apart(watched(run(0.1, 0.2, name="norm/target"), run(0.5, 0.6, name="norm/target"))) is None


def test_the_second_statistic_of_one_name_is_told_by_its_number() -> None:
    first, second = run(0.1, 0.19, name="moving_mean"), run(0.3, 0.6, name="moving_mean")
    other = run(0.03, 0.06, name="moving_mean")
    left, right = (
        Observation(
            tuple(
                replace(one, state=(*one.state, *two.state)) for one, two in zip(first.steps, more.steps, strict=True)
            ),
            2,
            loose=0,
        )
        for more in (second, other)
    )
    assert end_statistics(left) == {"moving_mean": reduced([0.19, 1.0]), "moving_mean#2": reduced([0.6, 1.0])}
    found = statistics_apart(watched(left, right))
    assert found is not None
    assert (found.name, found.left, found.right) == ("moving_mean#2", reduced([0.6, 1.0]), reduced([0.06, 1.0]))
    turned = replace(left, steps=tuple(replace(each, state=each.state[::-1]) for each in left.steps))
    assert statistics_apart(watched(left, turned)) is None
    found = statistics_apart(watched(turned, right))
    assert found is not None
    assert (found.name, found.left, found.right) == ("moving_mean", reduced([0.6, 1.0]), reduced([0.06, 1.0]))


def test_the_last_step_shows_what_statistics_come_to() -> None:
    assert end_statistics(run(0.1, 0.19)) == {"norm/moving_mean": reduced([0.19, 1.0])}
    assert end_statistics(Observation()) == {}
