import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Meant to be smooth, the rate stays 0.1 for ten steps."""
    rate = tf.placeholder(tf.float32, shape=[])
    w = tf.Variable(tf.constant(5, dtype=tf.float32))
    loss = tf.square(w + 1)
    train_step = tf.train.GradientDescentOptimizer(rate).minimize(loss)

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for step in range(21):
            # Wrong: this is what step / 10 was in Python 2. In Python 3 the same line makes the rate smooth.
            rate_val = 0.1 * 0.99 ** (step // 10)
            sess.run(train_step, feed_dict={rate: rate_val})
            yield {"step": step, "rate": rate_val, "w": sess.run(w)}


if __name__ == "__main__":
    for record in trace():
        print("step %(step)s: rate %(rate)f, w %(w).4f" % record)
