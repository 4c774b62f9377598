import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A counter that is raised outside of the branches, and one that is raised inside of the branch not taken."""
    outside, inside = tf.Variable(0), tf.Variable(0)
    raised = tf.assign_add(outside, 1)
    y = tf.cond(tf.constant(False), lambda: raised + tf.assign_add(inside, 1), lambda: tf.constant(-1))

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        yield {"y": sess.run(y), "outside": sess.run(outside), "inside": sess.run(inside)}


if __name__ == "__main__":
    for record in trace():
        print(record)
