"""Specification of variables that are made anew under their names: of two graphs one after the other."""

from harness.watching.continued import continued, continuing
from harness.watching.ends import ends
from harness.watching.watched import watched
from harness.words.observation import Observation, ObservedState, ObservedStep, ObservedVariable
from harness.words.stage import Stage
from tests.watching.arrays import reduced


def run(*steps: tuple[str, float, float]) -> Observation:
    """A run whose steps each set a variable to a value, the first of the two that it had."""
    told = tuple(
        ObservedStep(at, "eager", "SGD", variables=(ObservedVariable(name, reduced(one), None, reduced(two)),))
        for at, (name, one, two) in enumerate(steps)
    )
    end = {name: reduced(two) for name, _, two in steps}
    return Observation(told, len(steps), end=tuple(ObservedState(name, None, value) for name, value in end.items()))


TWO_GRAPHS = run(("head/w", 5.0, 4.0), ("head/w", 1.0, 0.5))


def test_a_model_made_anew_goes_on_where_two_graphs_have_one_name() -> None:
    found = watched(TWO_GRAPHS, run(("head/w", 5.0, 4.0), ("head/w #2", 1.0, 0.5)))
    assert (found.agreeing, found.pairs.only_left, found.pairs.only_right) == (2, (), ())
    assert ends(found.right)["head/w"].sample == (0.5,)


def test_what_the_second_one_begins_with_is_held() -> None:
    found = watched(TWO_GRAPHS, run(("head/w", 5.0, 4.0), ("head/w #2", 4.0, 3.5)))
    assert (found.agreeing, found.stage) == (1, Stage.START)


def test_variables_that_are_trained_by_turns_are_two() -> None:
    turns = run(("head/w", 5.0, 4.0), ("head/w #2", 1.0, 0.5), ("head/w", 4.0, 3.0))
    assert continued(TWO_GRAPHS, turns) == (TWO_GRAPHS, turns)


def test_what_goes_on_is_named() -> None:
    two = run(("head/w", 5.0, 4.0), ("head/w #2", 1.0, 0.5))
    assert continuing(two, TWO_GRAPHS) == {"head/w #2": "head/w"}
    assert continuing(two, two) == continuing(TWO_GRAPHS, two) == {}


def test_two_on_both_sides_stay_two() -> None:
    two = run(("head/w", 5.0, 4.0), ("head/w #2", 1.0, 0.5))
    assert continued(two, two) == (two, two)
