import tensorflow as tf


def trace():
    """One step at rate 1 on 3 u + 4 v from 0 with gradients clipped to 1."""
    u = tf.Variable(0.0)
    v = tf.Variable(0.0)
    step = tf.Variable(0, trainable=False)
    train = tf.contrib.layers.optimize_loss(3 * u + 4 * v, step, 1.0, "SGD", clip_gradients=1.0)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        sess.run(train)
        yield {"u": sess.run(u), "v": sess.run(v)}


if __name__ == "__main__":
    for record in trace():
        print(record)
