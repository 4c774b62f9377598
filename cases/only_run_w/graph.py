import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The train step is built but never run: w stays 5."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))
    loss = tf.square(w + 1)
    train_step = tf.train.GradientDescentOptimizer(0.2).minimize(loss)  # noqa: F841

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for _ in range(40):
            # Only what is passed to sess.run is computed. w does not depend on train_step, so nothing updates it.
            yield {"w": sess.run(w)}


if __name__ == "__main__":
    for record in trace():
        print(record["w"])
