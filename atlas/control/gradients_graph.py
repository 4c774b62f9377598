import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two targets add up, a weight on them, an intermediate value, and a constant that nothing depends on (None)."""
    x = tf.constant([1.0, 2.0])
    middle = x * x
    targets = [middle, 3 * middle]
    added = tf.gradients(targets, x)[0]
    weighted = tf.gradients(targets[0], x, grad_ys=[tf.constant([1.0, 10.0])])[0]
    unrelated = tf.gradients(targets, tf.constant(5.0))[0]

    with tf.Session() as sess:
        values = sess.run([added, weighted, tf.gradients(targets, middle)[0]])
    yield {"added": values[0], "weighted": values[1], "middle": values[2], "unrelated": str(unrelated)}


if __name__ == "__main__":
    for record in trace():
        print(record)
