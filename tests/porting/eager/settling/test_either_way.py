"""Specification of conditions on the release of TensorFlow that come to the same."""

import pytest

from tests.porting.eager.drafts import draft

BRANCHES = """
    import tensorflow as tf

    w = tf.Variable(2.0)
    sess = tf.Session()
    # whichever there is
    if int(tf.__version__.split(".")[1]) < 12 and int(tf.__version__.split(".")[0]) < 1:
        {old}
    else:
        {new}
    {then}
    print(sess.run(w * 2))
"""
NOTHING_LEFT = "import tensorflow as tf\n\nw = tf.Variable(2.0)\n"


@pytest.mark.parametrize(
    ("old", "new", "then"),
    [
        ("init = tf.initialize_all_variables()", "init = tf.global_variables_initializer()", "sess.run(init)"),
        ("sess.run(tf.initialize_all_variables())", "sess.run(tf.global_variables_initializer())", ""),
    ],
)
def test_an_initializer_of_whichever_release_is_none(old: str, new: str, then: str) -> None:
    made = draft(BRANCHES.format(old=old, new=new, then=then))
    assert made.startswith(NOTHING_LEFT)
    assert "if int" not in made
    assert "port:" not in made


def test_branches_that_do_more_are_left() -> None:
    old, new = "init = tf.initialize_all_variables()", "other = tf.global_variables_initializer()"
    assert "if int(tf.__version__" in draft(BRANCHES.format(old=old, new=new, then=""))
