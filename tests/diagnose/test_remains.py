"""What is said to differ besides what a cause explains."""

from dataclasses import replace

from harness.diagnose.diagnosis import without_refuted
from harness.diagnose.remains import remains
from harness.watching.watched import watched
from harness.words.finding import Confidence, Counts, Experiment, Finding, Place
from harness.words.observation import Observation, ObservedStep, ObservedVariable
from tests.diagnose.sides import DIVERGED, made
from tests.watching.arrays import reduced

W, RATE = [8.0, 7.0, 6.0, 5.0, 4.0], [0.5, 0.5, 0.25, 0.25, 0.125]
# w parts in record 2, the rate in record 4.
TWO = made({"w": W, "rate": RATE}, {"w": [8, 6.5, 6, 5, 4], "rate": [0.5, 0.5, 0.25, 0.5, 0.125]})


def finding(agreeing: int, confidence: Confidence = Confidence.LIKELY) -> Finding:
    tried = Experiment("rate 0.5", Place.RIGHT, 3, agreeing, 10, 0.1)
    return Finding("other-rate", confidence, "evidence", "change", (tried,))


def test_names_that_part_at_different_places_may_have_a_cause_each() -> None:
    assert remains(TWO, ()) == ("more than one thing may differ: w from record 2 on, rate from record 4 on",)


def test_names_that_part_together_are_one_thing_and_an_array_is_one_name() -> None:
    together = made({"w": W, "rate": RATE}, {"w": [8, 6.5, 6, 5, 4], "rate": [0.5, 0.125, 0.25, 0.25, 0.125]})
    assert remains(together, ()) == ()
    array = made({"w[0]": W, "w[1]": W}, {"w[0]": [8, 6.5, 6, 5, 4], "w[1]": [8, 7, 6, 5, 4.5]})
    assert remains(array, ()) == ()


def test_of_many_names_the_first_are_named() -> None:
    right = {f"v{place}": [*W[:place], 99.0, *W[place + 1 :]] for place in range(5)}
    assert remains(made(dict.fromkeys(right, W), right), ()) == (
        "more than one thing may differ: v0 from record 1 on, v1 from record 2 on, v2 from record 3 on, 2 more later",
    )


def test_what_still_differs_in_the_nearest_experiment_is_something_else() -> None:
    assert remains(TWO, (finding(5), finding(9), finding(2))) == (
        "with other-rate put right 1 number differs still: something else is at work, too",
    )
    assert remains(TWO, (finding(6),)) == (
        "with other-rate put right 4 numbers differ still: something else is at work, too",
    )


def test_an_experiment_that_brought_nothing_leaves_all_as_it_is() -> None:
    assert remains(TWO, (finding(3),)) == remains(TWO, ())


def test_a_confirmed_cause_explains_all_but_what_only_one_side_has() -> None:
    confirmed = finding(10, Confidence.CONFIRMED)
    assert remains(TWO, (confirmed,)) == ()
    alone = replace(TWO, comparison=replace(DIVERGED, missing=2, left_over=1))
    assert remains(alone, (confirmed,)) == ("not explained by it: 2 only on the left, 1 only on the right",)
    lines = replace(confirmed, experiments=(replace(confirmed.experiments[0], counts=Counts.LINES),))
    assert remains(alone, (lines,)) == ()


def test_what_rounding_accounts_for_is_no_number_that_differs_still() -> None:
    assert remains(replace(TWO, amplified=1), (finding(7),)) == (
        "with other-rate put right 2 numbers differ still: something else is at work, too",
    )
    assert not any("still" in line for line in remains(replace(TWO, amplified=3), (finding(7),)))


def test_that_all_steps_compute_the_same_is_said_of_what_differs_besides_them() -> None:
    seen = Observation((ObservedStep(0, "eager", "SGD"), ObservedStep(1, "eager", "SGD")), 2)
    alike = replace(made({"test": [0.5, 0.25]}, {"test": [0.5, 0.125]}), watched=watched(seen, seen))
    assert remains(alike, ()) == (
        "all 2 steps compute the same: what makes test differ is how the scripts work it out or print it besides the "
        "steps",
    )
    longer = replace(alike, watched=watched(seen, replace(seen, count=3)))
    assert not any("compute the same" in each for each in remains(longer, ()))
    (line,) = remains(longer, ())
    assert line == (
        "none of the 2 steps looked at on both sides is apart; the right side makes 1 more: what makes test differ is "
        "worked out or printed besides them, or behind the last of them"
    )


def test_a_guess_that_the_steps_refute_is_not_told() -> None:
    def seen(before: float, after: float) -> Observation:
        variable = ObservedVariable("w", reduced(before), reduced(0.5), reduced(after))
        return Observation((ObservedStep(0, "eager", "SGD", variables=(variable,)),), 1)

    alike = replace(TWO, watched=watched(seen(1.0, 0.5), seen(1.0, 0.5)))
    apart = replace(TWO, watched=watched(seen(1.0, 0.5), seen(1.0, 0.25)))
    penalty, printed = (
        Finding(cause, Confidence.POSSIBLE, "evidence", "change") for cause in ("penalty-left-out", "other-metric")
    )
    assert without_refuted((penalty, printed), alike) == (printed,)
    assert without_refuted((penalty, printed), apart) == (penalty, printed)
    sure = replace(penalty, confidence=Confidence.LIKELY)
    assert without_refuted((sure,), alike) == (sure,), "what an experiment bore out stays"
