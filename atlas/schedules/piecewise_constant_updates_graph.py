import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Six updates with gradient 1: w falls by the rate that each update used; boundaries 1 and 3."""
    step = tf.Variable(0, trainable=False, dtype=tf.int32)
    w = tf.Variable(0.0)
    rate = tf.train.piecewise_constant(step, [1, 3], [1.0, 0.1, 0.01])
    update = tf.train.GradientDescentOptimizer(rate).minimize(1.0 * w, global_step=step)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for _ in range(6):
            sess.run(update)
            yield {"w": sess.run(w)}


if __name__ == "__main__":
    for record in trace():
        print(record)
