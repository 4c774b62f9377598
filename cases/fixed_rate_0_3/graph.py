import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Minimise (w + 1)^2 from w = 5 at rate 0.3; w and the loss are printed after each update."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))
    loss = tf.square(w + 1)
    train_step = tf.train.GradientDescentOptimizer(0.3).minimize(loss)

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for i in range(40):
            sess.run(train_step)
            # Two runs of their own: fetched beside train_step, the loss would be the one before the update.
            w_val = sess.run(w)
            loss_val = sess.run(loss)
            yield {"step": i, "w": w_val, "loss": loss_val}


if __name__ == "__main__":
    for record in trace():
        print("After %(step)s steps: w is %(w)f , loss is %(loss)f" % record)
