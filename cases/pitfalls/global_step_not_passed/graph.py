import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The rate follows a counter that nothing counts up: it stays 0.1."""
    global_step = tf.Variable(0, trainable=False)
    learning_rate = tf.train.exponential_decay(0.1, global_step, 1, 0.99, staircase=True)
    w = tf.Variable(tf.constant(5, dtype=tf.float32))
    loss = tf.square(w + 1)
    # Wrong: without global_step=global_step the optimizer has no counter to count up.
    train_step = tf.train.GradientDescentOptimizer(learning_rate).minimize(loss)

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for _ in range(40):
            sess.run(train_step)
            learning_rate_val = sess.run(learning_rate)
            global_step_val = sess.run(global_step)
            w_val = sess.run(w)
            loss_val = sess.run(loss)
            yield {"learning_rate": learning_rate_val, "global_step": global_step_val, "w": w_val, "loss": loss_val}


if __name__ == "__main__":
    for record in trace():
        print(record["learning_rate"], record["global_step"], record["w"], record["loss"])
