import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Minimise a millionth of (w + 1)^2 from w = 5 with Adam; the gradients are about 1e-5."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))
    loss = 1e-6 * tf.square(w + 1)
    train_step = tf.train.AdamOptimizer(0.1).minimize(loss)

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for step in range(10):
            sess.run(train_step)
            yield {"step": step, "w": sess.run(w)}


if __name__ == "__main__":
    for record in trace():
        print("step %(step)s: w %(w).3f" % record)
