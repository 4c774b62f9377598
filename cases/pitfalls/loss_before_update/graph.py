import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The losses are those of the documented log, one row late."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))
    loss = tf.square(w + 1)
    train_step = tf.train.GradientDescentOptimizer(0.3).minimize(loss)

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for i in range(40):
            # Wrong: the loss comes from the same w + 1 as the gradient, which was read before the update, in whatever
            # order the two are named.
            _, loss_val = sess.run([train_step, loss])
            w_val = sess.run(w)
            yield {"step": i, "w": w_val, "loss": loss_val}


if __name__ == "__main__":
    for record in trace():
        print("After %(step)s steps: w is %(w)f , loss is %(loss)f" % record)
