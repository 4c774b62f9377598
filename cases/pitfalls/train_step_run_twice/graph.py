import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The first row is right; from the second on, each stands for two updates."""
    w = tf.Variable(tf.constant(5, dtype=tf.float32))
    loss = tf.square(w + 1)
    train_step = tf.train.GradientDescentOptimizer(0.3).minimize(loss)

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for i in range(40):
            sess.run(train_step)
            w_val = sess.run(w)
            # Wrong: this run trains, too.
            loss_val, _ = sess.run([loss, train_step])
            yield {"step": i, "w": w_val, "loss": loss_val}


if __name__ == "__main__":
    for record in trace():
        print("After %(step)s steps: w is %(w)f , loss is %(loss)f" % record)
