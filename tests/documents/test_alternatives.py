"""Statements that a code offers as comments."""

from harness.documents.alternatives import alternatives
from harness.documents.example import Reading

_TEXT = """\
step = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
#step = tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)
# step = tf.train.AdamOptimizer(0.1).minimize(loss)
# rate = 0.2
"""


def test_a_commented_assignment_to_the_same_name_is_an_alternative() -> None:
    momentum, adam = alternatives(Reading(_TEXT, (11, 12, 13, 14)))
    assert momentum.reading.text.split("\n")[:2] == [
        "#step = tf.train.GradientDescentOptimizer(0.1).minimize(loss)",
        "step = tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)",
    ]
    assert (momentum.line, adam.line) == (12, 13)
    assert momentum.words == {"MomentumOptimizer"}
    assert momentum.words_before == {"GradientDescentOptimizer"}


def test_prose_in_comments_is_none() -> None:
    assert list(alternatives(Reading("a = 1\n# a = the first letter\n# b = 2\n", (1, 2, 3)))) == []
