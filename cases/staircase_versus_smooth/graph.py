import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace(staircase=True):
    """Minimise (w + 1)^2 from w = 5; ten steps bring the rate down from 0.1 by 1 %, in one stair or smoothly."""
    global_step = tf.Variable(0, trainable=False)
    rate = tf.train.exponential_decay(0.1, global_step, 10, 0.99, staircase=staircase)
    w = tf.Variable(tf.constant(5, dtype=tf.float32))
    loss = tf.square(w + 1)
    train_step = tf.train.GradientDescentOptimizer(rate).minimize(loss, global_step=global_step)

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for step in range(21):
            # Before train_step, which counts global_step up: this is the rate that it is going to use.
            rate_val = sess.run(rate)
            sess.run(train_step)
            yield {"step": step, "rate": rate_val, "w": sess.run(w)}


if __name__ == "__main__":
    for staircase in (True, False):
        for record in trace(staircase):
            print("step %(step)s: rate %(rate)f, w %(w).4f" % record)
