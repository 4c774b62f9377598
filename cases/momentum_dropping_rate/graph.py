import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Minimise (w + 1)^2 from w = 5 with momentum; after five updates the rate is made ten times smaller."""
    rate = tf.placeholder(tf.float32, shape=[])
    w = tf.Variable(tf.constant(5, dtype=tf.float32))
    loss = tf.square(w + 1)
    train_step = tf.train.MomentumOptimizer(rate, 0.9).minimize(loss)

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for step in range(10):
            rate_val = 0.1 if step < 5 else 0.01
            sess.run(train_step, feed_dict={rate: rate_val})
            yield {"step": step, "rate": rate_val, "w": sess.run(w)}


if __name__ == "__main__":
    for record in trace():
        print("step %(step)s: rate %(rate)s, w %(w).5f" % record)
