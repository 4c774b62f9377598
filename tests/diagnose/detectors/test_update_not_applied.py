"""Update not applied: constant numbers where the other side's move."""

import pytest

from harness.diagnose.detectors.update.update_not_applied import detect
from harness.diagnose.evidence.evidence import Side
from harness.diagnose.sources.said.applied import Applied, applied
from harness.words.finding import Confidence
from tests.diagnose.sides import documented, golden, held, made


@pytest.mark.parametrize("style", ["graph", "eager"])
def test_a_train_step_that_is_never_run_is_told_from_the_golden_traces(style: str) -> None:
    found = detect(held(golden("fixed_rate_0_2", style), golden("only_run_w", style)))
    assert found is not None
    assert (found.cause, found.confidence) == ("update-not-applied", Confidence.LIKELY)
    assert found.evidence == (
        f"w of only_run_w:{style} stays 5 in all 40 records, where fixed_rate_0_2:{style} goes from 2.6 to -0.99999994"
    )
    assert ("sess.run" in found.change) == (style == "graph")


def test_a_log_of_three_lines_is_enough() -> None:
    log = Side("the log", ("2.6", "1.16", "-0.9999999"), positions=(0, 1, 39))
    found = detect(held(log, golden("only_run_w", "eager")))
    assert found is not None
    assert "stays 5 in all 40 records, where the log goes from 2.6 to -0.9999999" in found.evidence


def test_a_log_of_nothing_but_the_end_of_a_run_shows_no_movement() -> None:
    assert detect(held(documented("fixed_rate_0_2"), golden("only_run_w", "eager"))) is None


def test_it_is_told_which_side_stands_still_where_that_is_the_left_one() -> None:
    found = detect(held(golden("only_run_w", "graph"), golden("fixed_rate_0_2", "graph")))
    assert found is not None
    assert found.evidence.startswith("w of only_run_w:graph stays 5 in all 40 records, where fixed_rate_0_2:graph goes")


def test_the_end_of_a_run_that_has_converged_does_not_stand_still() -> None:
    log = Side("the log", ("-0.9999999", "-0.9999999", "-0.9999999"), positions=(37, 38, 39))
    assert detect(held(log, golden("rate_too_small", "eager"), comparison=None)) is None
    right = Side("the right", ("2.5", "1.1", "0.3"))
    assert detect(held(log, right)) is None


def test_a_loss_that_moves_with_the_batch_does_not_hide_it() -> None:
    evidence = made({"w": [5, 3, 2, 1], "loss": [9, 8, 7, 6]}, {"w": [5, 5, 5, 5], "loss": [9, 4, 9, 4]})
    assert detect(evidence) is not None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"w": [5, 3, 2, 1]}, {"w": [4, 3, 2.5, 1]}),  # both move
        ({"w": [5, 3]}, {"w": [5, 5]}),  # too short
        ({"w": [5, 3, 2], "b": [1, 2, 3]}, {"w": [5, 5, 5], "b": [1, 2.5, 3]}),  # b is trained
        ({"rate": [0.3, 0.2, 0.1], "w": [5, 3, 2]}, {"rate": [0.3, 0.3, 0.3], "w": [5, 3, 2]}),  # only a rate stays
        ({"w": [5, 3, 2]}, {"w": [float("nan")] * 3}),  # that is another trouble
        ({"w": [5, 5, 5]}, {"w": [4, 4, 4]}),  # neither moves
    ],
)
def test_it_is_silent(left: dict[str, list[float]], right: dict[str, list[float]]) -> None:
    assert detect(made(left, right)) is None


LOOP = "import tensorflow as tf\nw = tf.Variable(5.0)\nfor _ in range(3):\n    {}\n"
GRAPH = """
import tensorflow as tf
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    for _ in range(3):
        {}
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LOOP.format("w.assign_sub(0.0 * w)"), Applied.SHOWN),
        (LOOP.format("optimizer.apply_gradients([(gradient, w)])"), Applied.SHOWN),
        (LOOP.format("w = w - 0.1 * gradient"), Applied.NOWHERE),
        (LOOP.format("step = print").replace("5.0)", "5.0)\nw.assign(5.0)"), Applied.UNKNOWN),
        (GRAPH.format("sess.run([train, loss])"), Applied.SHOWN),
        (GRAPH.format("train.run()"), Applied.SHOWN),
        (GRAPH.format("sess.run(loss)"), Applied.NOWHERE),
        (
            GRAPH.format("sess.run(ops)").replace("train = ", "ops = [loss, ").replace("(loss)", "(loss)]"),
            Applied.UNKNOWN,
        ),
        ("", Applied.UNKNOWN),
    ],
)
def test_a_text_tells_whether_updates_are_applied(text: str, told: Applied) -> None:
    assert applied(text) is told


def test_a_script_that_applies_its_updates_in_the_loop_is_not_suspected() -> None:
    moving, still = {"w": [5, 3, 2, 1]}, {"w": [5, 5, 5, 5]}
    assert detect(made(moving, still, sources=("", LOOP.format("w.assign_sub(0.0 * w)")))) is None
    found = detect(made(moving, still, sources=("", LOOP.format("gradient = 2 * w"))))
    assert found is not None
    assert found.confidence is Confidence.LIKELY


def test_without_a_script_it_is_no_more_than_possible_and_the_start_is_the_same() -> None:
    found = detect(made({"w": [5, 3, 2, 1]}, {"w": [5, 5, 5, 5]}))
    assert found is not None
    assert found.confidence is Confidence.POSSIBLE
    shown_after_the_update = detect(made({"w": [2.6, 1.16, 0.3]}, {"w": [5, 5, 5]}))
    assert shown_after_the_update is not None
    assert detect(made({"w": [2.6, 1.16, 0.3]}, {"w": [1, 1, 1]})) is None
