"""Specification of fetches whose order one Session.run leaves open."""

import pytest

from harness.diagnose.sources.said.fetches import fetched_with_a_step

HEAD = "train = optimizer.minimize(loss)\ncount = tf.assign_add(n, 1)\n"


@pytest.mark.parametrize(
    "run",
    [
        "session.run([loss, train])",
        "_, value = session.run((train, loss), feed_dict={x: 1})",
        "session.run({'loss': loss, 'step': count})",
        "session.run([loss, optimizer.minimize(loss)])",
    ],
)
def test_a_number_beside_a_train_op_is_named_by_its_line(run: str) -> None:
    assert fetched_with_a_step(HEAD + run + "\n") == [3]


@pytest.mark.parametrize(
    "run", ["session.run(train)", "session.run([loss, w])", "session.run([train, count])", "run()"]
)
def test_what_is_fetched_alone_or_changes_nothing_is_no_race(run: str) -> None:
    assert fetched_with_a_step(HEAD + run + "\n") == []
