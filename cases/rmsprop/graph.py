import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Minimise (w + 1)^2 from w = 5 with RMSProp."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))
    loss = tf.square(w + 1)
    train_step = tf.train.RMSPropOptimizer(0.1).minimize(loss)

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for step in range(10):
            sess.run(train_step)
            yield {"step": step, "w": sess.run(w)}


if __name__ == "__main__":
    for record in trace():
        print("step %(step)s: w %(w).4f" % record)
