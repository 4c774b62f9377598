"""What all drafts have in common, and what they make of calls as 0.12 has them."""

from pathlib import Path

import pytest

from harness.porting.draft import Aim
from harness.porting.draft_port import draft_port

OLD = """import tensorflow as tf
x = tf.placeholder(tf.float32, [None, 4])
y = tf.concat(1, tf.split(1, 2, x))
print(tf.Session().run(y, {x: [[1.0, 2.0, 3.0, 4.0]]}))
"""


@pytest.mark.parametrize("to", ["eager", "keras"])
def test_arguments_in_the_order_of_0_12_stand_by_name(to: str) -> None:
    draft = draft_port(OLD, to, Aim("2.15", Path("python"), "0.12"))
    new = "tf.concat(axis=1, values=tf.split(axis=1, num_or_size_splits=2, value=x))"
    assert new in draft.text
    assert {"tf.concat in the order of 1.0", "tf.split in the order of 1.0"} <= set(draft.changes)


def test_a_module_that_lies_elsewhere_now_is_imported_from_there() -> None:
    old = "import tensorflow as tf\nfrom tensorflow.contrib.tensorboard.plugins import projector\nprojector.f(tf)\n"
    assert "from tensorboard.plugins import projector\n" in draft_port(old, "eager", Aim("2.15", Path("python"))).text
