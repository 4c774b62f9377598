"""Scripts that draw, and the one of three detectors that speaks of them: their causes exclude one another."""

from harness.diagnose.detectors.start import seed_continued, seed_missing, unseeded
from harness.diagnose.evidence.evidence import Evidence
from harness.words.finding import Finding
from tests.diagnose.sides import made

GRAPH = """
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
w1 = tf.Variable(tf.random_normal([2, 3], seed=1))
w2 = tf.Variable(tf.random_normal([3, 1], seed=1))
"""
EAGER = """
import tensorflow as tf
tf.random.set_seed(87654321)
w1 = tf.Variable(tf.random.normal([2, 3], seed=1))
w2 = tf.Variable(tf.random.normal([3, 1], seed=1))
"""
APART = ({"w1": [0.5, 0.4], "w2": [0.5, 0.4]}, {"w1": [0.5, 0.4], "w2": [-0.3, -0.4]})


def detect(evidence: Evidence) -> Finding | None:
    """Give what the three say; at most one of them may say anything."""
    asked = [module.detect(evidence) for module in (unseeded, seed_continued, seed_missing)]
    told = [finding for finding in asked if finding is not None]
    assert len(told) <= 1
    return told[0] if told else None


def found(left: str, right: str) -> tuple[str, str] | None:
    """Give the cause and the change for two scripts whose second number differs."""
    finding = detect(made(*APART, sources=(left, right)))
    return (finding.cause, finding.change) if finding is not None else None
