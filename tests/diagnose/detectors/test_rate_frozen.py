"""Rate frozen: a Python number inside of a tf.function."""

from dataclasses import replace

import pytest

from harness.diagnose.detectors.rate.rate_frozen import detect
from harness.diagnose.sources.said.traced import changed_inside, frozen_names
from harness.words.finding import Confidence
from tests.diagnose.sides import ROOT, against_golden, documented, golden, held, made, origin

FROZEN = """
import tensorflow as tf
rate = 0.1
@tf.function
def update():
    w.assign_sub(rate * 2.0)
for step in range(3):
    update()
    rate *= 0.5
"""
RUN = ({"w": [3.8, 2.8, 2.4]}, {"w": [3.8, 2.6, 1.9]})


@pytest.mark.parametrize("style", ["graph", "eager", "function"])
def test_a_rate_read_at_trace_time_is_told(style: str) -> None:
    evidence = against_golden("pitfalls/rate_frozen_at_trace", "function", "smooth_decay_20", style)
    finding = detect(replace(evidence, right=replace(evidence.right, origin=origin())))
    assert finding is not None
    assert (finding.cause, finding.confidence) == ("rate-frozen", Confidence.LIKELY)
    assert finding.evidence.startswith("w: the first record agrees, from record 2 on they differ; rate changes")
    assert [change.patch for change in finding.trials] == ["eager_functions"]


def test_against_the_documented_log_too() -> None:
    evidence = held(documented("smooth_decay_20"), golden("pitfalls/rate_frozen_at_trace", "function"))
    assert detect(evidence) is not None


def test_the_frozen_name_is_found() -> None:
    assert frozen_names(FROZEN) == ("rate",)


@pytest.mark.parametrize(
    "text",
    [
        FROZEN.replace("    rate *= 0.5\n", ""),
        FROZEN.replace("update()", "update(rate)"),
        FROZEN.replace("rate = 0.1", "rate = tf.Variable(0.1)"),
        FROZEN.replace("@tf.function\n", ""),
        "print 'Python 2'",
    ],
)
def test_what_does_not_change_or_is_handed_over_is_not_frozen(text: str) -> None:
    assert frozen_names(text) == ()


def test_what_is_no_rate_by_its_name_is_left_to_another_cause() -> None:
    named = FROZEN.replace("rate", "beta")
    assert frozen_names(named) == ("beta",)
    sides = {"w": [3.8, 2.8, 2.4]}, {"w": [3.8, 2.6, 1.9]}
    assert detect(made(*sides, sources=("", FROZEN))) is not None
    assert detect(made(*sides, sources=("", named))) is None


COUNTED = """
import tensorflow as tf
class Agent:
    def learn(self):
        self.steps += 1
        self.count()
        steps = 0
        steps += 1
    def count(self):
        self.seen -= 1
    def other(self):
        self.left += 1
learn = tf.function(Agent().learn)
"""


def test_what_a_traced_function_and_what_it_calls_count_is_found_with_its_line() -> None:
    assert changed_inside(COUNTED) == (("self.steps", 5), ("self.seen", 10))
    assert changed_inside(COUNTED.replace("tf.function", "print")) == ()
    assert changed_inside("print 'Python 2'") == ()


def test_no_right_port_freezes_anything() -> None:
    ports = [path for path in (ROOT / "cases").rglob("*.py") if "rate_frozen_at_trace" not in str(path)]
    assert len(ports) > 30
    assert {path: frozen_names(path.read_text(encoding="utf-8")) for path in ports} == dict.fromkeys(ports, ())


def test_a_printed_rate_that_stays_is_enough_with_a_tf_function() -> None:
    text = FROZEN.replace("    rate *= 0.5\n", "")
    rates = ({"rate": [0.1, 0.05, 0.025]}, {"rate": [0.1, 0.1, 0.1]})
    finding = detect(made({**RUN[0], **rates[0]}, {**RUN[1], **rates[1]}, sources=("", text)))
    assert finding is not None
    assert finding.confidence is Confidence.POSSIBLE


def test_it_is_silent_where_the_first_record_differs_or_all_agree() -> None:
    assert detect(made({"w": [1.0, 2.0]}, {"w": [1.5, 2.5]}, sources=("", FROZEN))) is None
    assert detect(made(RUN[0], RUN[0], sources=("", FROZEN))) is None
    assert detect(made(*RUN, sources=(FROZEN, FROZEN))) is None
