import tensorflow as tf


def trace():
    """A counter that is raised outside of the branches, and one that is raised inside of the branch not taken."""
    outside, inside = tf.Variable(0), tf.Variable(0)
    raised = outside.assign_add(1)
    y = tf.cond(tf.constant(False), lambda: raised + inside.assign_add(1), lambda: tf.constant(-1))
    yield {"y": y.numpy(), "outside": outside.numpy(), "inside": inside.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
