import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Minimise (w + 1)^2 from w = 5 at a rate that starts at 0.2 and falls smoothly by 1 % with every step."""
    # Fed, because the note computes the rate in Python, in 64 bits. tf.train.exponential_decay computes in float32: its
    # last bits differ, and the eighth line would print 0.037013.
    rate = tf.placeholder(tf.float32, shape=[])
    w = tf.Variable(tf.constant(5, dtype=tf.float32))
    loss = tf.square(w + 1)
    train_step = tf.train.GradientDescentOptimizer(rate).minimize(loss)

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for step in range(20):
            rate_val = 0.2 * 0.99 ** (step / 1)
            # The note is TF2 code and prints the loss from before the update. Here the loss follows w, so it is read
            # first.
            loss_val = sess.run(loss)
            sess.run(train_step, feed_dict={rate: rate_val})
            yield {"step": step + 1, "w": sess.run(w), "loss": loss_val, "rate": rate_val}


if __name__ == "__main__":
    for record in trace():
        print("第 %(step)s 次迭代后的w是 %(w)f,对应的loss值是 %(loss)f,学习率是%(rate)f" % record)
